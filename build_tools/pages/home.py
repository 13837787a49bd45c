"""The home page: the way in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.grid import Cell, grid_cells
from build_tools.pages.page import (
    DirectiveItem,
    Link,
    Page,
    PageKind,
    ReportItem,
    most_cited,
    quarter_link,
    report_item,
)
from build_tools.pages.quarter_chart import Chart, quarter_chart
from build_tools.quarter import Quarter

HOME_DIRECTIVES = 8


@dataclass(frozen=True, slots=True)
class GridRow:
    """One year of the grid."""

    year: int
    address: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The way in: the latest quarter, the grid of all quarters, what is cited most.

    ``chart`` is of citations by quarter; a single quarter has nothing to compare.
    """

    latest: Link | None
    latest_reports: tuple[ReportItem, ...]
    grid: tuple[GridRow, ...]
    chart: Chart | None
    reports: int
    directives: int
    citations: int
    footnotes: int
    cited_most: tuple[DirectiveItem, ...]
    areas: tuple[Link, ...]


def home_page(archive: Archive) -> Page:
    """The page at the root of the site."""
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
                grid_cells(archive, year),
            )
            for year in span
        ),
        chart=quarter_chart(archive, _citations(archive)) if len(archive.quarters) > 1 else None,
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


def _citations(archive: Archive) -> Counter[Quarter]:
    """How often the reports of each quarter cite anything."""
    counts: Counter[Quarter] = Counter()
    for report in archive.reports:
        counts[report.metadata.quarter] += len(report.citations)
    return +counts
