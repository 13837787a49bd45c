"""The grid of years and quarters, with gaps shown as gaps."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.page import capitalised
from build_tools.quarter import QUARTERS_IN_YEAR, Quarter


@dataclass(frozen=True, slots=True)
class Cell:
    """One quarter in the grid; without address when nothing of it is in the archive."""

    label: str
    numeral: str
    address: str | None
    count: int
    missing: tuple[str, ...]


def _cell(archive: Archive, quarter: Quarter) -> Cell:
    count = len(archive.by_quarter.get(quarter, ()))
    return Cell(
        capitalised(quarter.label),
        quarter.roman,
        addresses.quarter_address(quarter) if count else None,
        count,
        tuple(issuer.name for issuer in archive.gaps(quarter)),
    )


def grid_cells(archive: Archive, year: int) -> tuple[Cell, ...]:
    """The four quarters of a year."""
    return tuple(_cell(archive, Quarter(year, n)) for n in range(1, QUARTERS_IN_YEAR + 1))
