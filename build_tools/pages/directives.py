"""The index of directives, and each directive with every place that cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive, Backlink
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Passage, PassageKind
from build_tools.pages.choices import Choice, choices, differences
from build_tools.pages.page import (
    HOME_LINK,
    UNKNOWN,
    DirectiveItem,
    Link,
    Page,
    PageKind,
    directive_item,
    directive_name,
    quarter_link,
)
from build_tools.quarter import Quarter
from build_tools.registered import Directive, Source
from build_tools.vietnamese import format_date, sentence_spans

INDEX_LINK = Link("Văn bản", addresses.DIRECTIVES)
QUOTE_SIDE = 160


@dataclass(frozen=True, slots=True)
class DirectiveGroup:
    """The directives of one type."""

    type: str
    slug: str
    items: tuple[DirectiveItem, ...]


@dataclass(frozen=True, slots=True)
class DirectivesView:
    """All directives by type."""

    groups: tuple[DirectiveGroup, ...]
    registered: int
    unregistered: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The citing sentence around the citation; long sentences are cut at a word."""

    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class BacklinkView:
    """One citing place, with the link to its exact paragraph or note."""

    address: str
    place: str
    is_footnote: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class ReportBacklinks:
    """The citing places of one report."""

    report: Link
    issuer: str
    places: tuple[BacklinkView, ...]


@dataclass(frozen=True, slots=True)
class QuarterBacklinks:
    """The citing places of one quarter."""

    quarter: Link
    reports: tuple[ReportBacklinks, ...]
    count: int


@dataclass(frozen=True, slots=True)
class DirectiveView:
    """Everything a directive's page shows; unknown facts read ``không rõ``."""

    name: str
    type: str
    number: str
    issuer: Link | None
    issuer_words: tuple[str, ...]
    date: str
    term: str | None
    title: str | None
    note: str | None
    source: Source | None
    collective: bool
    is_registered: bool
    candidates: tuple[Choice, ...]
    differences: tuple[str, ...]
    surfaces: tuple[str, ...]
    quarters: tuple[QuarterBacklinks, ...]
    count: int


def directive_pages(archive: Archive) -> Iterator[Page]:
    """The index and one page for every directive, registered or only cited."""
    yield _index(archive)
    for directive in archive.directives.values():
        yield _page(archive, directive)


def _index(archive: Archive) -> Page:
    groups: defaultdict[str, list[Directive]] = defaultdict(list)
    for directive in archive.directives.values():
        groups[directive.type].append(directive)
    registered = sum(map(archive.is_registered, archive.directives))
    view = DirectivesView(
        tuple(
            DirectiveGroup(
                kind.name,
                kind.slug,
                tuple(directive_item(archive, directive) for directive in groups[kind.slug]),
            )
            for kind in DOCUMENT_TYPES.values()
            if kind.slug in groups
        ),
        registered,
        len(archive.directives) - registered,
    )
    return Page(
        addresses.DIRECTIVES,
        PageKind.DIRECTIVES,
        "Văn bản được viện dẫn",
        "Danh mục văn bản mà các báo cáo trong kho viện dẫn.",
        (HOME_LINK,),
        view,
    )


def _page(archive: Archive, directive: Directive) -> Page:
    links = archive.backlinks.get(directive.id, ())
    name = directive_name(directive)
    issuer = archive.issuer(directive.issuer) if directive.issuer else None
    candidates = choices(
        archive, dict.fromkeys(c for link in links for c in link.resolution.candidates)
    )
    issued = f"năm {directive.year}" if directive.year else UNKNOWN
    view = DirectiveView(
        name=name,
        type=DOCUMENT_TYPES[directive.type].name,
        number=_number(directive),
        issuer=Link(issuer.name, addresses.issuer_address(issuer.id)) if issuer else None,
        issuer_words=tuple(
            dict.fromkeys(w for link in links if (w := link.citation.mention.issuer))
        ),
        date=format_date(directive.date) if directive.date else issued,
        term=directive.term,
        title=directive.title,
        note=directive.note,
        source=directive.source,
        collective=directive.collective,
        is_registered=archive.is_registered(directive.id),
        candidates=candidates,
        differences=differences(candidates),
        surfaces=tuple(dict.fromkeys(link.citation.mention.surface for link in links)),
        quarters=tuple(_quarters(archive, links)),
        count=len(links),
    )
    return Page(
        addresses.directive_address(directive.id),
        PageKind.DIRECTIVE,
        name,
        directive.title or f"{name}: các nơi viện dẫn trong kho.",
        (HOME_LINK, INDEX_LINK),
        view,
    )


def _number(directive: Directive) -> str:
    if directive.number is None:
        return "không có số"
    return directive_name(directive).partition(" số ")[2] or f"{directive.number:02d}"


def _quarters(archive: Archive, links: tuple[Backlink, ...]) -> Iterator[QuarterBacklinks]:
    by_quarter: defaultdict[Quarter, defaultdict[str, list[Backlink]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for link in links:
        by_quarter[link.report.metadata.quarter][link.report.key].append(link)
    for quarter in sorted(by_quarter):
        reports = []
        for group in by_quarter[quarter].values():
            report = group[0].report
            reports.append(
                ReportBacklinks(
                    Link(report.name, report.address),
                    archive.issuer(report.metadata.issuer).name,
                    tuple(map(_backlink, group)),
                )
            )
        count = sum(len(report.places) for report in reports)
        yield QuarterBacklinks(quarter_link(quarter), tuple(reports), count)


def _backlink(link: Backlink) -> BacklinkView:
    citation, report = link.citation, link.report
    section = next((s for s in report.sections if s.anchor == citation.section), None)
    place = section.place if section else ""
    is_footnote = citation.passage.kind is PassageKind.FOOTNOTE
    if is_footnote:
        number = citation.anchor.removeprefix("fn-")
        place = f"Chú thích {number}" + (f" · {place}" if place else "")
    mention = citation.mention
    return BacklinkView(
        f"{report.address}#{citation.anchor}",
        place,
        is_footnote,
        quote(citation.passage, mention.start, mention.end),
    )


def quote(passage: Passage, start: int, end: int) -> Quote:
    """The sentence of a passage that holds a span, cut to a readable length."""
    text = passage.text
    spans = sentence_spans(text)
    first = max((a for a, _ in spans if a <= start), default=0)
    last = min((b for _, b in spans if b >= end), default=len(text))
    before, after = text[first:start], text[end:last]
    if len(before) > QUOTE_SIDE:
        before = "… " + before[-QUOTE_SIDE:].partition(" ")[2]
    if len(after) > QUOTE_SIDE:
        after = after[:QUOTE_SIDE].rpartition(" ")[0] + " …"
    return Quote(before, text[start:end], after)
