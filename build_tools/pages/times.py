"""Home, years and quarters: the archive in order of time, gaps shown honestly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.model import QUARTERS_IN_YEAR, Quarter
from build_tools.pages.page import (
    DirectiveItem,
    Link,
    Page,
    PageKind,
    ReportItem,
    capitalised,
    most_cited,
    quarter_link,
    report_item,
    section_label,
)

HOME_DIRECTIVES = 8
HOME_LINK = Link("Trang chủ", addresses.HOME)


@dataclass(frozen=True, slots=True)
class Cell:
    """One quarter in the grid; without address when nothing of it is in the archive."""

    label: str
    numeral: str
    address: str | None
    count: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One year of the grid."""

    year: int
    address: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The way in: the latest quarter, the grid of all quarters, what is cited most."""

    latest: Link | None
    latest_reports: tuple[ReportItem, ...]
    grid: tuple[GridRow, ...]
    reports: int
    directives: int
    citations: int
    footnotes: int
    cited_most: tuple[DirectiveItem, ...]
    areas: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuarterOfYearView:
    """A quarter on its year's page."""

    cell: Cell
    reports: tuple[ReportItem, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """One year with its four quarters."""

    year: int
    quarters: tuple[QuarterOfYearView, ...]
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class AreaOfQuarter:
    """An area of work with the sections that treat it in one quarter."""

    area: Link
    sections: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuarterView:
    """One quarter: its reports, areas, directives cited, and its neighbours in the archive.

    ``skipped_before`` and ``skipped_after`` count the quarters missing between it and them.
    """

    label: str
    reports: tuple[ReportItem, ...]
    missing: tuple[str, ...]
    areas: tuple[AreaOfQuarter, ...]
    directives: tuple[DirectiveItem, ...]
    previous: Link | None
    following: Link | None
    skipped_before: int
    skipped_after: int


def time_pages(archive: Archive) -> Iterator[Page]:
    """Home, every year and every quarter that has reports."""
    yield _home(archive)
    years = tuple(dict.fromkeys(quarter.year for quarter in archive.quarters))
    for index, year in enumerate(years):
        yield _year(archive, years, index, year)
    for index, quarter in enumerate(archive.quarters):
        yield _quarter(archive, index, quarter)


def _cell(archive: Archive, quarter: Quarter) -> Cell:
    count = len(archive.by_quarter.get(quarter, ()))
    return Cell(
        capitalised(quarter.label),
        quarter.roman,
        addresses.quarter_address(quarter) if count else None,
        count,
        tuple(issuer.name for issuer in archive.gaps(quarter)),
    )


def _cells(archive: Archive, year: int) -> tuple[Cell, ...]:
    return tuple(_cell(archive, Quarter(year, n)) for n in range(1, QUARTERS_IN_YEAR + 1))


def _home(archive: Archive) -> Page:
    profile = archive.registry.profile
    latest = archive.quarters[-1] if archive.quarters else None
    years = {quarter.year for quarter in archive.quarters}
    span = range(max(years), min(years) - 1, -1) if years else range(0)
    counts = {key: len(links) for key, links in archive.backlinks.items()}
    view = HomeView(
        latest=quarter_link(latest) if latest else None,
        latest_reports=tuple(report_item(archive, r) for r in archive.by_quarter[latest])
        if latest
        else (),
        grid=tuple(
            GridRow(
                year,
                addresses.year_address(year) if year in years else None,
                _cells(archive, year),
            )
            for year in span
        ),
        reports=len(archive.reports),
        directives=len(archive.directives),
        citations=sum(len(report.citations) for report in archive.reports),
        footnotes=sum(len(report.footnotes) for report in archive.reports),
        cited_most=most_cited(archive, counts, HOME_DIRECTIVES),
        areas=tuple(
            Link(area.name, addresses.area_address(area.id)) for area in archive.registry.areas
        ),
    )
    return Page(addresses.HOME, PageKind.HOME, profile.title, profile.description, (), view)


def _year(archive: Archive, years: tuple[int, ...], index: int, year: int) -> Page:
    quarters = tuple(
        QuarterOfYearView(
            cell,
            tuple(
                report_item(archive, report)
                for report in archive.by_quarter.get(Quarter(year, number), ())
            ),
        )
        for number, cell in enumerate(_cells(archive, year), start=1)
    )

    def link(position: int) -> Link | None:
        if not 0 <= position < len(years):
            return None
        return Link(f"Năm {years[position]}", addresses.year_address(years[position]))

    return Page(
        addresses.year_address(year),
        PageKind.YEAR,
        f"Năm {year}",
        f"Các báo cáo quý của năm {year}.",
        (HOME_LINK,),
        YearView(year, quarters, link(index - 1), link(index + 1)),
    )


def _quarter(archive: Archive, index: int, quarter: Quarter) -> Page:
    reports = archive.by_quarter[quarter]
    counts = Counter(
        resolution.id for report in reports for resolution in archive.resolutions[report.key]
    )
    before = archive.quarters[index - 1] if index else None
    after = archive.quarters[index + 1] if index + 1 < len(archive.quarters) else None
    several = len(reports) > 1
    areas = []
    for area in archive.registry.areas:
        sections = tuple(
            Link(
                section_label(report, section)
                + (f" ({archive.issuer(report.metadata.issuer).name})" if several else ""),
                f"{report.address}#{section.anchor}",
            )
            for report in reports
            for section in report.sections
            if section.area == area.id
        )
        if sections:
            areas.append(AreaOfQuarter(Link(area.name, addresses.area_address(area.id)), sections))
    label = capitalised(quarter.label)
    view = QuarterView(
        label,
        tuple(report_item(archive, report) for report in reports),
        tuple(issuer.name for issuer in archive.gaps(quarter)),
        tuple(areas),
        most_cited(archive, counts),
        quarter_link(before) if before else None,
        quarter_link(after) if after else None,
        _between(before, quarter),
        _between(quarter, after),
    )
    crumbs = (HOME_LINK, Link(f"Năm {quarter.year}", addresses.year_address(quarter.year)))
    return Page(
        addresses.quarter_address(quarter),
        PageKind.QUARTER,
        label,
        f"Các báo cáo {quarter.label}, lĩnh vực và văn bản được viện dẫn.",
        crumbs,
        view,
    )


def _between(earlier: Quarter | None, later: Quarter | None) -> int:
    if earlier is None or later is None:
        return 0
    return (later.year - earlier.year) * QUARTERS_IN_YEAR + later.number - earlier.number - 1
