"""Areas of work: the same area followed through the quarters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.model import PassageKind, Report, Section
from build_tools.pages.page import HOME_LINK, Link, Page, PageKind, quarter_link
from build_tools.quarter import Quarter
from build_tools.registered import Area

INDEX_LINK = Link("Lĩnh vực", addresses.AREAS)
EXCERPT = 240


@dataclass(frozen=True, slots=True)
class AreaItem:
    """An area in the index."""

    link: Link
    sections: int
    limitations: int


@dataclass(frozen=True, slots=True)
class AreasView:
    """The seven areas."""

    items: tuple[AreaItem, ...]


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """One section of a report that treats the area."""

    section: Link
    report: Link
    issuer: str
    excerpt: str
    limitations: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AreaQuarter:
    """The sections of one quarter, latest quarter first."""

    quarter: Link
    entries: tuple[AreaEntry, ...]


@dataclass(frozen=True, slots=True)
class AreaView:
    """One area through time."""

    name: str
    quarters: tuple[AreaQuarter, ...]
    others: tuple[Link, ...]


def area_pages(archive: Archive) -> Iterator[Page]:
    """The index and one page for every area."""
    items = []
    for area in archive.registry.areas:
        sections = archive.by_area.get(area.id, ())
        limitations = sum(len(section.limitations) for _, section in sections)
        items.append(AreaItem(_link(area), len(sections), limitations))
        yield _page(archive, area)
    yield Page(
        addresses.AREAS,
        PageKind.AREAS,
        "Lĩnh vực công tác",
        "Các lĩnh vực công tác lặp lại qua từng quý.",
        (HOME_LINK,),
        AreasView(tuple(items)),
    )


def _link(area: Area) -> Link:
    return Link(area.name, addresses.area_address(area.id))


def _page(archive: Archive, area: Area) -> Page:
    quarters: dict[Quarter, list[AreaEntry]] = {}
    for report, section in reversed(archive.by_area.get(area.id, ())):
        quarters.setdefault(report.metadata.quarter, []).insert(0, _entry(archive, report, section))
    view = AreaView(
        area.name,
        tuple(AreaQuarter(quarter_link(q), tuple(entries)) for q, entries in quarters.items()),
        tuple(_link(other) for other in archive.registry.areas if other != area),
    )
    return Page(
        addresses.area_address(area.id),
        PageKind.AREA,
        area.name,
        f"{area.name} qua các quý.",
        (HOME_LINK, INDEX_LINK),
        view,
    )


def _entry(archive: Archive, report: Report, section: Section) -> AreaEntry:
    texts = [p.text for p in section.passages if p.kind is not PassageKind.HEADING]
    first = texts[0] if texts else ""
    excerpt = first if len(first) <= EXCERPT else first[:EXCERPT].rpartition(" ")[0] + " …"
    return AreaEntry(
        Link(section.place, f"{report.address}#{section.anchor}"),
        Link(report.name, report.address),
        archive.issuer(report.metadata.issuer).name,
        excerpt,
        tuple(
            Link(passage.text[:EXCERPT].rpartition(" ")[0] + " …" if len(passage.text) > EXCERPT
                 else passage.text, f"{report.address}#{passage.anchor}")
            for passage in section.limitations
        ),
    )  # fmt: skip
