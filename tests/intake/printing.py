"""A report file printed as the pages a scanner would see: the opposite of importing.

Only for tests. The layout is free: width and height of the page, page numbers, notes at
the foot or at the end, how marks are written, how the head and the signature stand.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.front_matter import read_metadata, split
from build_tools.model import Metadata
from build_tools.problems import Problems

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MARK = re.compile(r"\[\^(\d+)\](?!:)")
NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
HASHES = re.compile(r"#{2,6} ")
TRACE = "\u2060"
STYLES = {
    "superscript": lambda number: number.translate(RAISED),
    "paren": lambda number: f"({number})",
    "bracket": lambda number: f"[{number}]",
    "bare": lambda number: number,
}
BEGINNINGS = {
    "superscript": lambda number: f"{number.translate(RAISED)} ",
    "paren": lambda number: f"({number}) ",
    "bracket": lambda number: f"[{number}] ",
    "bare": lambda number: f"{number} ",
}
NUMBERS = {
    "": lambda _: [],
    "plain": lambda page: [f"{page}"],
    "dashes": lambda page: [f"- {page} -"],
    "word": lambda page: [f"Trang {page}"],
}


@dataclass(frozen=True)
class Layout:
    """How a page is set; ``width`` 0 prints each paragraph on one line."""

    width: int = 0
    height: int = 40
    number: str = ""
    number_on_top: bool = False
    form_feed: bool = False
    running_head: str = ""
    style: str = "superscript"
    notes_at_end: bool = False
    indent: int = 0
    columns: bool = False
    signature_first: bool = False
    bullets: dict[str, str] = field(default_factory=dict)

    @property
    def shows_pages(self) -> bool:
        return bool(self.number or self.form_feed or self.running_head)


@dataclass(frozen=True)
class Parsed:
    metadata: Metadata
    blocks: tuple[str, ...]
    notes: dict[str, list[str]]


def parse(markdown: str) -> Parsed:
    """The pieces of a report file written one block a line, as the sample reports are."""
    problems = Problems()
    parts = split(markdown, "a.md", problems)
    assert parts is not None
    metadata = read_metadata(parts, "a.md", problems)
    assert metadata is not None
    blocks: list[str] = []
    notes: dict[str, list[str]] = {}
    number = ""
    for line in parts.body.split("\n"):
        if match := NOTE.fullmatch(line):
            number = match[1]
            notes[number] = [match[2]]
        elif number and line.startswith("    "):
            notes[number].append(line.strip())
        elif line.strip():
            blocks.append(line)
    return Parsed(metadata, tuple(blocks), notes)


def printed(report: Parsed, layout: Layout) -> str:
    """The text of all pages."""
    lines = [*_head(report.metadata, layout), *_body(report, layout)]
    tail = _tail(report.metadata, layout)
    if layout.notes_at_end:
        ends = [line for number in report.notes for line in _note(report, number, layout)]
        return _paged([*lines, *tail, Plain(""), *map(Plain, ends)], report, layout)
    return _paged([*lines, *tail], report, layout)


@dataclass(frozen=True)
class Plain:
    """One line to be set, with the notes marked on it; ``breaks`` allows a page to end before it."""

    text: str
    marks: tuple[str, ...] = ()
    breaks: bool = False


def _wrap(text: str, layout: Layout, indent: int = 0) -> list[str]:
    if not layout.width:
        return [" " * indent + text]
    return textwrap.wrap(
        text,
        layout.width,
        initial_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _body(report: Parsed, layout: Layout) -> Iterator[Plain]:
    for block in report.blocks:
        text = re.sub(r"\\(.)", r"\1", HASHES.sub("", block.strip()))
        is_heading = bool(HASHES.match(block))
        is_row = block.startswith("|")
        if re.fullmatch(r"\|[-:| ]+\|", block):
            continue
        if match := re.match(r"[-+] ", text):
            sign = text[0]
            text = layout.bullets.get(sign, sign) + " " + text[match.end() :]
        marks = MARK.findall(text)
        text = MARK.sub(lambda match: TRACE + STYLES[layout.style](match[1]), text)
        indent = 0 if is_heading or is_row or re.match(r"\W ", text) else layout.indent
        if not layout.indent and not is_row:
            yield Plain("")
        rows = [text] if is_row else _wrap(text, layout, indent)
        for row in rows:
            here = tuple(marks.pop(0) for _ in range(row.count(TRACE)))
            yield Plain(row.replace(TRACE, ""), here, breaks=not is_row)


def _note(report: Parsed, number: str, layout: Layout) -> list[str]:
    first, *rest = report.notes[number]
    lines = ["", *_wrap(BEGINNINGS[layout.style](number) + first, layout)]
    for paragraph in rest:
        lines += ["", *_wrap(paragraph, layout)]
    return lines


def _paged(lines: Sequence[Plain], report: Parsed, layout: Layout) -> str:
    pages: list[list[str]] = []
    page: list[str] = []
    owed: list[str] = []
    for at, line in enumerate(lines):
        if len(page) >= layout.height and _may_end(lines, at, layout):
            pages.append([*page, *_foot(owed, report, layout)])
            page, owed = [], []
        page.append(line.text)
        if not layout.notes_at_end:
            owed += [mark for mark in line.marks if mark in report.notes and mark not in owed]
    pages.append([*page, *_foot(owed, report, layout)])
    return _bound(pages, layout)


def _may_end(lines: Sequence[Plain], at: int, layout: Layout) -> bool:
    """Pages end where paper itself tells whether the paragraph goes on.

    It does not tell when a sentence ends on the last, full line of a page; nor, where no
    sign of the page's end is printed, when the next page opens with a capital or a figure.
    """
    line = lines[at]
    if not line.breaks:
        return False
    above = lines[at - 1].text
    if above.strip() and above.rstrip().endswith((".", ";", ":")):
        return False
    if not above.strip() and len(lines[at - 2].text) > layout.width * 0.8 > 0:
        return False
    return layout.shows_pages or line.text[:1].islower()


def _foot(owed: Sequence[str], report: Parsed, layout: Layout) -> list[str]:
    return [line for number in owed for line in _note(report, number, layout)]


def _bound(pages: Sequence[Sequence[str]], layout: Layout) -> str:
    text: list[str] = []
    for number, page in enumerate(pages, start=1):
        signs = NUMBERS[layout.number](number)
        head = [layout.running_head] if layout.running_head and number > 1 else []
        if number > 1:
            text.append("\f" if layout.form_feed else "")
        if layout.number_on_top and number > 1:
            text += [*signs, ""]
        text += [*head, *([""] if head else []), *page]
        if not layout.number_on_top:
            text += ["", *signs]
    return "\n".join(text).replace("\n\f\n", "\n\f") + "\n"


def _head(metadata: Metadata, layout: Layout) -> Iterator[Plain]:
    number = f"Số {metadata.number}"
    day = metadata.date
    unknown = f"ngày     tháng {metadata.quarter.number * 3} năm {metadata.quarter.year}"
    date = f"ngày {day.day:02d} tháng {day.month} năm {day.year}" if day else unknown
    place = f"{metadata.place}, {date}" if metadata.place else date if day else ""
    office, party = "ĐẢNG ỦY KHỐI", "ĐẢNG CỘNG SẢN VIỆT NAM"
    if layout.columns:
        yield Plain(f"{office}          {party}")
        yield Plain(f"{number}          {place}".rstrip())
    else:
        yield from map(Plain, filter(None, (party, office, number, place)))
    yield Plain("")
    yield Plain("BÁO CÁO")
    yield from map(Plain, textwrap.wrap(metadata.title, 60, break_on_hyphens=False))
    yield Plain("")
    if layout.indent:
        yield Plain("")


def _tail(metadata: Metadata, layout: Layout) -> list[Plain]:
    recipients = [f"- {one}," for one in metadata.recipients]
    if recipients:
        recipients = ["Nơi nhận:", *recipients[:-1], recipients[-1][:-1] + "."]
    signed = metadata.signed
    signature = (
        [part for part in (signed.authority, signed.position, signed.name) if part]
        if signed
        else []
    )
    if layout.columns and len(recipients) >= len(signature):
        signature += [""] * (len(recipients) - len(signature))
        lines = [f"{a:<60}{b}".rstrip() for a, b in zip(recipients, signature, strict=True)]
    elif layout.signature_first:
        lines = [*signature, "", *recipients]
    else:
        lines = [*recipients, "", *signature]
    return [Plain(""), *map(Plain, lines)]
