"""A report file becomes a ``Report``: one file, read once, every fault in one run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from build_tools import addresses
from build_tools.citations.recognise import recognise
from build_tools.files import read_file
from build_tools.front_matter import read_metadata, split
from build_tools.identifiers import split_symbol
from build_tools.markdown.footnotes import Mark
from build_tools.markdown.inline import Span, cut_citations
from build_tools.markdown.outline import Block, NoteDraft, Outline, SectionDraft, read_outline
from build_tools.markdown.renderer import render, render_inline
from build_tools.markdown.source import BodySource
from build_tools.model import Citation, Footnote, Mention, Metadata, Report, Section
from build_tools.odd_letters import check_letters
from build_tools.problems import Place, Problems
from build_tools.quarter import Quarter
from build_tools.registry.registry import Registry
from build_tools.vietnamese import slug

_PLACE: Final = re.compile(
    r"(?P<year>\d{4})/q(?P<quarter>[1-4])/(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.md"
)
LATE_REPORT: Final = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report file: where it is, how messages name it, and its place below ``content``."""

    path: Path
    shown: str
    relative: str


def read_report(file: ReportFile, registry: Registry, problems: Problems) -> Report | None:
    """Read one report; None when an error was recorded, so nothing is ever half-built."""
    before = problems.errors
    place = _PLACE.fullmatch(file.relative)
    if place is None:
        problems.error(
            "KHO605",
            Place(file.shown),
            f"Tệp báo cáo đặt sai chỗ hoặc sai tên: “{file.relative}”.",
            "Đặt ở <năm>/q<quý>/<số-ký-hiệu>.md, chữ thường không dấu, ví dụ 2023/q3/170-bc-duk.md.",
        )
        return None
    written = read_file(file.path, file.shown, problems)
    parts = split(written.text, file.shown, problems) if written is not None else None
    if written is None or parts is None:
        return None
    check_letters(written.text, file.shown, problems, parts.body_line)
    metadata = read_metadata(parts, file.shown, problems)
    source = BodySource(file.shown, tuple(parts.body.split("\n")), parts.body_line)
    outline = read_outline(source, registry.area_of_heading, problems)
    if metadata is None:
        return None
    quarter = Quarter(int(place["year"]), int(place["quarter"]))
    _check_place(metadata, quarter, place["name"], problems)
    _check_issuer(metadata, registry, problems)
    if problems.errors > before:
        return None
    report = _report(
        addresses.report_address(quarter, place["name"]), file.shown, metadata, outline
    )
    return replace(report, sha256=written.sha256)


def latest_day(report: Report) -> date:
    """The last day on which a document cited in the report can have been issued."""
    return report.metadata.date or report.metadata.quarter.last_day + LATE_REPORT


def own_code(report: Report) -> str | None:
    """The code of the committee that issued the report, from its number: ``duk``."""
    own = _own_mention(report.metadata)
    return split_symbol(own.symbol, own.type)[1] if own and own.symbol else None


def _report(address: str, path: str, metadata: Metadata, outline: Outline) -> Report:
    citations: list[Citation] = []
    is_own = _own_number(metadata)
    for draft in outline.sections:
        blocks = [draft.title] if draft.title else []
        for block in (*blocks, *draft.blocks):
            _cite(block, draft.anchor, is_own, citations)
    sections_of_notes = _sections_of_notes(outline)
    marks_of: dict[str, list[Mark]] = {note.note.number: [] for note in outline.notes}
    for mark in outline.marks:
        marks_of.setdefault(mark.number, []).append(mark)
    for note in outline.notes:
        for block in note.blocks:
            _cite(block, sections_of_notes[note.note.number], is_own, citations)
    return Report(
        address,
        path,
        metadata,
        tuple(_section(draft) for draft in outline.sections),
        tuple(_footnote(note, marks_of[note.note.number]) for note in outline.notes),
        tuple(citations),
        links=outline.links,
    )


def _cite(
    block: Block, section: str, is_own: Callable[[Mention], bool], citations: list[Citation]
) -> None:
    spans = []
    for mention in recognise(block.passage.text):
        if is_own(mention):
            continue
        spans.append(Span(mention.start, mention.end, len(citations)))
        citations.append(Citation(mention, block.passage.anchor, section, block.passage))
    cut_citations(block.inline, spans)


def _own_mention(metadata: Metadata) -> Mention | None:
    """The report's own number, read as the text is read: ``170-BC/ĐUK``, ``170/BC-ĐUK``."""
    found = recognise(f"Báo cáo số {metadata.number}") if metadata.number else []
    return found[0] if found and found[0].symbol else None


def _own_number(metadata: Metadata) -> Callable[[Mention], bool]:
    """Whether a mention is the report's own number, which is not a citation.

    A report of that number from another year is another paper.
    """
    own = _own_mention(metadata)
    issued = metadata.date.year if metadata.date else None
    years = {None, issued, metadata.quarter.year, metadata.quarter.next.year}

    def is_own(mention: Mention) -> bool:
        if own is None or mention.number != own.number or mention.year not in years:
            return False
        if mention.symbol is None:
            return mention.type == own.type and mention.issuer is None
        return split_symbol(mention.symbol, mention.type) == split_symbol(
            own.symbol or "", own.type
        )

    return is_own


def _sections_of_notes(outline: Outline) -> dict[str, str]:
    """The section whose text carries each note's mark, through a mark inside another note."""
    section_of: dict[str, str] = {}
    for draft in outline.sections:
        for block in (*([draft.title] if draft.title else []), *draft.blocks):
            section_of.setdefault(block.passage.anchor, draft.anchor)
    places: dict[str, str] = {}
    for mark in outline.marks:
        outer = places.get(mark.at.removeprefix("fn-")) if mark.at.startswith("fn-") else None
        places.setdefault(mark.number, outer or section_of.get(mark.at, mark.at))
    return places


def _section(draft: SectionDraft) -> Section:
    blocks = (*([draft.title] if draft.title else []), *draft.blocks)
    return Section(
        anchor=draft.anchor,
        level=draft.level,
        number=draft.heading.number,
        title=draft.heading.title,
        heading=render_inline(draft.title.inline.children or []) if draft.title else (),
        body=render(draft.tokens),
        passages=tuple(block.passage for block in blocks),
        outer=draft.outer,
        part=draft.part.anchor if draft.part else None,
        area=draft.area,
        line=draft.line,
    )


def _footnote(draft: NoteDraft, marks: Sequence[Mark]) -> Footnote:
    number = draft.note.number
    return Footnote(
        number=number,
        anchor=f"fn-{number}",
        body=render(draft.note.tokens),
        passages=tuple(block.passage for block in draft.blocks),
        marks=tuple(mark.anchor for mark in marks),
        at=marks[0].at,
        line=draft.line,
    )


def _check_place(metadata: Metadata, quarter: Quarter, name: str, problems: Problems) -> None:
    if metadata.quarter != quarter:
        problems.error(
            "KHO401",
            metadata.places["quarter"],
            f"Báo cáo của {metadata.quarter.label} nằm trong thư mục {addresses.quarter_address(quarter)}",
            f"Chuyển tệp sang {addresses.quarter_address(metadata.quarter)} hoặc sửa khóa quarter.",
        )
    if metadata.number is not None and slug(metadata.number) != name:
        problems.error(
            "KHO402",
            metadata.places["number"],
            f"Tên tệp “{name}.md” không khớp số ký hiệu {metadata.number}.",
            f"Đổi tên tệp thành {slug(metadata.number)}.md, hoặc sửa khóa number.",
        )


def _check_issuer(metadata: Metadata, registry: Registry, problems: Problems) -> None:
    if metadata.issuer not in registry.issuers:
        problems.error(
            "KHO303",
            metadata.places["issuer"],
            f"Không có cơ quan “{metadata.issuer}” trong danh mục.",
            f"Thêm một mục “- id: {metadata.issuer}” vào registry/issuers.yml, hoặc sửa khóa issuer.",
        )
