"""The page of one report: its text with live citations, its notes, its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.markdown.renderer import fill
from build_tools.model import Edition, Report, Section, Signature, Slot
from build_tools.pages.cited import CitedDirective, cited_directives, entry_keys
from build_tools.pages.page import (
    HOME_LINK,
    UNKNOWN,
    Link,
    Page,
    PageKind,
    capitalised,
    quarter_link,
)
from build_tools.pages.passages import Beside, beside, citing_form, citing_place, limitation_links
from build_tools.vietnamese import format_date

_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section ready to print; ``heading`` and ``body`` are finished markup.

    ``beside`` leads on without going back to the contents; ``name`` tells the section from its
    namesake in another part, ``I.4. Xây dựng …``; ``place`` is how it is cited, ``mục I.4``.
    """

    anchor: str
    level: int
    title: str
    heading: str
    body: str
    area: Link | None
    beside: Beside
    name: str
    place: str
    limitations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FootnoteView:
    """A note ready to print, with the anchors of the marks that lead to it."""

    number: str
    anchor: str
    body: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErratumView:
    """A correction as the page tells it; ``on`` is ``02/3/2024``."""

    on: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a report's page shows."""

    number: str
    title: str
    issuer: Link
    parent: str | None
    quarter: Link
    date: str
    place: str
    is_summary: bool
    is_draft: bool
    approval: str | None
    errata: tuple[ErratumView, ...]
    sections: tuple[SectionView, ...]
    footnotes: tuple[FootnoteView, ...]
    signed: Signature | None
    recipients: tuple[str, ...]
    directives: tuple[CitedDirective, ...]
    documents: int
    citations: int
    citing: str
    limitations: tuple[Link, ...]
    previous: Link | None
    following: Link | None


def report_pages(archive: Archive) -> Iterator[Page]:
    """One page for every report."""
    for reports in archive.by_issuer.values():
        for index, report in enumerate(reports):
            before = reports[index - 1] if index else None
            after = reports[index + 1] if index + 1 < len(reports) else None
            yield _page(archive, report, before, after)


def _page(archive: Archive, report: Report, before: Report | None, after: Report | None) -> Page:
    metadata = report.metadata
    issuer = archive.issuer(metadata.issuer)
    link = _linker(archive, report)
    found = archive.resolutions[report.key]
    approval = metadata.approval
    view = ReportView(
        number=metadata.number or UNKNOWN,
        title=metadata.title,
        issuer=Link(issuer.name, addresses.issuer_address(issuer.id)),
        parent=archive.issuer(issuer.parent).name if issuer.parent else None,
        quarter=quarter_link(metadata.quarter),
        date=format_date(metadata.date) if metadata.date else UNKNOWN,
        place=metadata.place or UNKNOWN,
        is_summary=metadata.edition is Edition.SUMMARY,
        is_draft=metadata.draft,
        approval=f"{approval.by}, ngày {format_date(approval.on)}" if approval else None,
        errata=tuple(
            ErratumView(format_date(entry.on), entry.what.rstrip("."), entry.why.rstrip("."))
            for entry in metadata.errata
        ),
        sections=tuple(
            _section(archive, section, link, beside(report, section, before, after))
            for section in report.sections
        ),
        footnotes=tuple(
            FootnoteView(note.number, note.anchor, fill(note.body, link), note.marks)
            for note in report.footnotes
        ),
        signed=metadata.signed,
        recipients=metadata.recipients,
        directives=cited_directives(archive, found),
        documents=len({resolution.id for resolution in found}),
        citations=len(report.citations),
        citing=citing_form(report, issuer.name),
        limitations=limitation_links(report),
        previous=_neighbour(before),
        following=_neighbour(after),
    )
    crumbs = (
        HOME_LINK,
        Link(f"Năm {metadata.quarter.year}", addresses.year_address(metadata.quarter.year)),
        quarter_link(metadata.quarter),
    )
    return Page(
        report.address,
        PageKind.REPORT,
        f"{report.name}, {metadata.quarter.label}",
        f"{metadata.title}. {issuer.name}.",
        crumbs,
        view,
    )


def _section(
    archive: Archive,
    section: Section,
    link: Callable[[Slot], str],
    ways_on: Beside,
) -> SectionView:
    area = archive.area(section.area) if section.area else None
    return SectionView(
        section.anchor,
        section.level,
        section.label,
        fill(section.heading, link),
        fill(section.body, link),
        Link(area.name, addresses.area_address(area.id)) if area else None,
        ways_on,
        section.place,
        citing_place(section),
        tuple(passage.anchor for passage in section.limitations),
    )


def _linker(archive: Archive, report: Report) -> Callable[[Slot], str]:
    """Citations as links; what the underline tells the eye, the link's name tells the ear."""
    resolutions = archive.resolutions[report.key]
    keys = entry_keys(resolutions)

    def link(slot: Slot) -> str:
        resolution = resolutions[slot.index]
        if resolution.is_ambiguous:
            kind, said = " cite-ambiguous", "chưa rõ là văn bản nào"
        elif not archive.is_registered(resolution.id):
            kind, said = " cite-unregistered", "chưa có trong danh mục"
        else:
            kind = said = ""
        target = addresses.relative(report.address, addresses.directive_address(resolution.id))
        named = f' aria-label="{_spoken(slot.html)} ({said})"' if said else ""
        key = keys[resolution]
        entry = f' data-entry="{escape(key)}"' if key != resolution.id else ""
        return f'<a class="cite{kind}" href="{target}"{named}{entry}>{slot.html}</a>'

    return link


def _spoken(html: str) -> str:
    """The words of a piece of markup, fit for an attribute."""
    return " ".join(_TAG.sub("", html).replace('"', "&quot;").split())


def _neighbour(report: Report | None) -> Link | None:
    if report is None:
        return None
    return Link(f"{report.name}, {capitalised(report.metadata.quarter.label)}", report.address)
