"""The search page with the choices of its filters."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.page import HOME_LINK, Page, PageKind
from build_tools.quarter import QUARTERS_IN_YEAR
from build_tools.vietnamese import int_to_roman


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: what travels in the address, and what the reader sees."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The filters that the archive can answer, latest year first."""

    years: tuple[Option, ...]
    quarters: tuple[Option, ...]
    areas: tuple[Option, ...]
    issuers: tuple[Option, ...]


def search_page(archive: Archive) -> Page:
    """The page at ``/tim-kiem/``."""
    years = sorted({quarter.year for quarter in archive.quarters}, reverse=True)
    present = {section.area for report in archive.reports for section in report.sections}
    view = SearchView(
        tuple(Option(str(year), f"Năm {year}") for year in years),
        tuple(
            Option(str(number), f"Quý {int_to_roman(number)}")
            for number in range(1, QUARTERS_IN_YEAR + 1)
        ),
        tuple(Option(area.id, area.name) for area in archive.registry.areas if area.id in present),
        tuple(Option(issuer, archive.issuer(issuer).name) for issuer in sorted(archive.by_issuer)),
    )
    return Page(
        addresses.SEARCH,
        PageKind.SEARCH,
        "Tìm kiếm",
        "Tìm toàn văn trong các báo cáo, chú thích và văn bản được viện dẫn.",
        (HOME_LINK,),
        view,
    )
