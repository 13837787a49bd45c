"""How often each area of work cites anything in one quarter, as bars inside a table.

The table is the chart: its numbers are words, and a bar beside each says the same to the eye.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.model import Report, Section
from build_tools.pages.page import Link


@dataclass(frozen=True, slots=True)
class AreaBar:
    """A count and its share of the largest, in hundredths: ``8 lần`` of at most 16 is 50."""

    count: int
    share: int


@dataclass(frozen=True, slots=True)
class ReportSections:
    """The sections of one report that treat an area: ``97-BC/ĐUKDN``, ``I.4``, ``III.4``."""

    number: str
    sections: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area of work with the sections that treat it in one quarter, and what they cite."""

    area: Link
    treated: tuple[ReportSections, ...]
    bar: AreaBar


def areas_of_quarter(
    archive: Archive, reports: Sequence[Report]
) -> tuple[tuple[AreaRow, ...], AreaBar | None]:
    """The areas that the reports treat, and the citations that stand in none of them."""
    counts = Counter(area for report in reports for area in _cited_in(report))
    most = max(counts.values(), default=0)

    def bar(area: str | None) -> AreaBar:
        return AreaBar(counts[area], round(100 * counts[area] / most) if most else 0)

    rows = tuple(
        AreaRow(Link(area.name, addresses.area_address(area.id)), treated, bar(area.id))
        for area in archive.registry.areas
        if (treated := _treated(reports, area.id))
    )
    return rows, bar(None) if rows and counts[None] else None


def _cited_in(report: Report) -> list[str | None]:
    """The area that each citation stands in; None before and between the areas."""
    areas = {section.anchor: section.area for section in report.sections}
    return [areas.get(citation.section) for citation in report.citations]


def _treated(reports: Sequence[Report], area: str) -> tuple[ReportSections, ...]:
    found = (
        ReportSections(
            report.metadata.number or report.name,
            tuple(
                Link(_short(section), f"{report.address}#{section.anchor}")
                for section in report.sections
                if section.area == area
            ),
        )
        for report in reports
    )
    return tuple(one for one in found if one.sections)


def _short(section: Section) -> str:
    """``mục I.4``; the whole heading where it has no number."""
    if section.number is None:
        return section.title
    return f"mục {section.place.partition(' ')[0].rstrip('.')}"
