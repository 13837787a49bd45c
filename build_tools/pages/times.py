"""Years and quarters: the archive in order of time, gaps shown honestly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.area_bars import AreaBar, AreaRow, areas_of_quarter
from build_tools.pages.grid import Cell, grid_cells
from build_tools.pages.page import (
    HOME_LINK,
    DirectiveItem,
    Link,
    Page,
    PageKind,
    ReportItem,
    capitalised,
    most_cited,
    quarter_link,
    report_item,
)
from build_tools.quarter import QUARTERS_IN_YEAR, Quarter


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
class QuarterView:
    """One quarter: its reports, areas, directives cited, and its neighbours in the archive.

    ``skipped_before`` and ``skipped_after`` count the quarters missing between it and them.
    """

    label: str
    reports: tuple[ReportItem, ...]
    missing: tuple[str, ...]
    areas: tuple[AreaRow, ...]
    elsewhere: AreaBar | None
    directives: tuple[DirectiveItem, ...]
    previous: Link | None
    following: Link | None
    skipped_before: int
    skipped_after: int


def time_pages(archive: Archive) -> Iterator[Page]:
    """Every year and every quarter that has reports."""
    years = tuple(dict.fromkeys(quarter.year for quarter in archive.quarters))
    for index, year in enumerate(years):
        yield _year(archive, years, index, year)
    for index, quarter in enumerate(archive.quarters):
        yield _quarter(archive, index, quarter)


def _year(archive: Archive, years: tuple[int, ...], index: int, year: int) -> Page:
    quarters = tuple(
        QuarterOfYearView(
            cell,
            tuple(
                report_item(archive, report)
                for report in archive.by_quarter.get(Quarter(year, number), ())
            ),
        )
        for number, cell in enumerate(grid_cells(archive, year), start=1)
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
    areas, elsewhere = areas_of_quarter(archive, reports)
    label = capitalised(quarter.label)
    view = QuarterView(
        label,
        tuple(report_item(archive, report) for report in reports),
        tuple(issuer.name for issuer in archive.gaps(quarter)),
        areas,
        elsewhere,
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
