"""Every place that cites a directive, in order of time, with its area and its treatment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from build_tools import addresses
from build_tools.archive import Archive, Backlink
from build_tools.model import Passage, PassageKind, Report, Section
from build_tools.pages.page import Link, capitalised, quarter_link
from build_tools.quarter import Quarter
from build_tools.vietnamese import fold, sentence_spans

QUOTE_SIDE: Final = 160
_PROGRAMMES: Final = ("chuong trinh", "phuong huong", "nhiem vu")


@dataclass(frozen=True, slots=True)
class Quote:
    """The citing sentence around the citation; long sentences are cut at a word."""

    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class BacklinkView:
    """One citing sentence: its area, what is done there, and the places that say it.

    A report may say the same words twice, as when parts I and III share a heading; ``at``
    then has a link to each paragraph, heading or note.
    """

    quote: Quote
    area: Link | None
    treatment: tuple[str, ...]
    at: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReportBacklinks:
    """The citing places of one report."""

    report: Link
    issuer: str
    places: tuple[BacklinkView, ...]


@dataclass(frozen=True, slots=True)
class QuarterBacklinks:
    """The citing places of one quarter, and what the quarters before it were silent on.

    ``skipped`` tells of the quarters since the last one that cites, e.g. ``Quý II/2022: có
    báo cáo, không viện dẫn.``; ``anchor`` is where the chart leads.
    """

    quarter: Link
    anchor: str
    skipped: tuple[str, ...]
    reports: tuple[ReportBacklinks, ...]
    count: int


@dataclass(frozen=True, slots=True)
class TreatmentCount:
    """A verb and how many of the places say it."""

    verb: str
    count: int


def timeline(archive: Archive, links: Sequence[Backlink]) -> Iterator[QuarterBacklinks]:
    """The quarters that cite a directive, oldest first."""
    by_quarter: defaultdict[Quarter, defaultdict[str, list[Backlink]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for link in links:
        by_quarter[link.report.metadata.quarter][link.report.key].append(link)
    before: Quarter | None = None
    for quarter in sorted(by_quarter):
        reports = tuple(
            ReportBacklinks(
                Link(group[0].report.name, group[0].report.address),
                archive.issuer(group[0].report.metadata.issuer).name,
                tuple(_sentences(archive, group)),
            )
            for group in by_quarter[quarter].values()
        )
        yield QuarterBacklinks(
            quarter_link(quarter),
            quarter_anchor(quarter),
            tuple(_skipped(archive, before, quarter)),
            reports,
            sum(map(len, by_quarter[quarter].values())),
        )
        before = quarter


def treatment_counts(links: Iterable[Backlink]) -> tuple[TreatmentCount, ...]:
    """The verbs of all places, most frequent first."""
    counted = Counter(verb for link in links for verb in link.treatment)
    ranked = sorted(counted.items(), key=lambda pair: -pair[1])
    return tuple(TreatmentCount(verb, count) for verb, count in ranked)


def quarter_anchor(quarter: Quarter) -> str:
    """Where a quarter stands in the timeline: ``2023-q3``."""
    return f"{quarter.year}-q{quarter.number}"


def quote(passage: Passage, start: int, end: int) -> Quote:
    """The sentence of a passage that holds a span, cut to a readable length."""
    text = passage.text
    first, last = sentence_around(text, start, end)
    before, after = text[first:start], text[end:last]
    if len(before) > QUOTE_SIDE:
        before = "… " + before[-QUOTE_SIDE:].partition(" ")[2]
    if len(after) > QUOTE_SIDE:
        after = after[:QUOTE_SIDE].rpartition(" ")[0] + " …"
    return Quote(before, text[start:end], after)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds a span."""
    spans = sentence_spans(text)
    first = max((a for a, _ in spans if a <= start), default=0)
    last = min((b for _, b in spans if b >= end), default=len(text))
    return first, last


def _skipped(archive: Archive, before: Quarter | None, quarter: Quarter) -> Iterator[str]:
    """One line for each run of quarters that were silent for the same reason, in order."""
    if before is None:
        return
    silent, at = [], before.next
    while at < quarter:
        silent.append(at)
        at = at.next
    for has_reports, run in groupby(silent, key=archive.by_quarter.__contains__):
        quarters = list(run)
        words = capitalised(quarters[0].label)
        if len(quarters) > 1:
            words = f"Từ {quarters[0].label} đến {quarters[-1].label} ({len(quarters)} quý)"
        reason = "có báo cáo, không viện dẫn" if has_reports else "kho chưa có báo cáo"
        yield f"{words}: {reason}."


def _sentences(archive: Archive, links: Iterable[Backlink]) -> Iterator[BacklinkView]:
    """The citing sentences of one report in order, each with every place that says it."""
    said: defaultdict[tuple[Quote, Link | None, tuple[str, ...]], list[Link]] = defaultdict(list)
    for link in links:
        mention = link.citation.mention
        words = quote(link.citation.passage, mention.start, mention.end)
        section = _section_of(link)
        area = archive.area(section.area) if section and section.area else None
        area_link = Link(area.name, addresses.area_address(area.id)) if area else None
        said[words, area_link, link.treatment].append(_place(link, section))
    for (words, area_link, treatment), places in said.items():
        yield BacklinkView(words, area_link, treatment, tuple(places))


def _section_of(link: Backlink) -> Section | None:
    anchor = link.citation.section
    return next((section for section in link.report.sections if section.anchor == anchor), None)


def _place(link: Backlink, section: Section | None) -> Link:
    """``Mục I.3``, ``Đề mục III.3 (việc kỳ sau)``, ``Chú thích 1 · Mục I.1``.

    The title of the section stands in only where no area tells what it is about.
    """
    citation = link.citation
    text = section.place if section else ""
    if section and section.number:
        number = ".".join((*section.outer, section.number))
        if citation.passage.kind is PassageKind.HEADING:
            text = f"Đề mục {number}"
        elif section.area:
            text = f"Mục {number}"
    if citation.passage.kind is PassageKind.FOOTNOTE:
        note = f"Chú thích {citation.anchor.removeprefix('fn-')}"
        text = f"{note} · {text}" if text else note
    if section and _is_programme(link.report, section):
        text = f"{text} (việc kỳ sau)"
    return Link(text or "Đến chỗ viện dẫn", f"{link.report.address}#{citation.anchor}")


def _is_programme(report: Report, section: Section) -> bool:
    """Whether a section stands in the part that plans the next quarter, by that part's title."""
    anchor = section.part or section.anchor
    part = next((one for one in report.sections if one.anchor == anchor), section)
    return fold(part.title).startswith(_PROGRAMMES)
