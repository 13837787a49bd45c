"""Counts by quarter as a small bar chart: its geometry in whole units, ready to print as SVG.

Every quarter between the first and the last report of the archive has a place, so that the
charts of two directives compare. A quarter without any report is told from one whose
reports do not cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.page import capitalised
from build_tools.pages.timeline import quarter_anchor
from build_tools.quarter import Quarter

TOP: Final = 18
HEIGHT: Final = 64
FOOT: Final = 36
WIDE: Final = 32
NARROW: Final = 15
MANY: Final = 16  # quarters; above that, columns are narrow and lose their numeral
_NAMED: Final = 3  # quarters that share the highest count; more are not worth naming


@dataclass(frozen=True, slots=True)
class Column:
    """One quarter of the chart; ``count`` is None where the archive has no report of it.

    ``anchor`` is its place on a page that follows the quarters, ``page`` its own page.
    """

    label: str
    numeral: str
    anchor: str | None
    page: str | None
    count: int | None
    middle: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year under its columns."""

    year: int
    x: int
    middle: int
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing; ``summary`` says in one sentence what it shows."""

    width: int
    height: int
    base: int
    bar: int
    is_narrow: bool
    has_zeros: bool
    has_missing: bool
    columns: tuple[Column, ...]
    years: tuple[YearMark, ...]
    summary: str


def quarter_chart(archive: Archive, counts: Mapping[Quarter, int]) -> Chart | None:
    """The chart of citations by quarter, of a directive or of all; None when there are none."""
    if not counts:
        return None
    quarters = tuple(_span(archive.quarters[0], archive.quarters[-1]))
    step = NARROW if len(quarters) > MANY else WIDE
    most = max(counts.values())
    columns = []
    for index, quarter in enumerate(quarters):
        has_reports = quarter in archive.by_quarter
        count = counts.get(quarter, 0)
        height = max(3, round(HEIGHT * count / most)) if count else 0
        columns.append(
            Column(
                capitalised(quarter.label),
                quarter.roman,
                quarter_anchor(quarter) if count else None,
                addresses.quarter_address(quarter) if has_reports else None,
                count if has_reports else None,
                index * step + step // 2,
                TOP + HEIGHT - height,
                height,
            )
        )
    return Chart(
        width=len(quarters) * step,
        height=TOP + HEIGHT + FOOT,
        base=TOP + HEIGHT,
        bar=step - 4 if step == NARROW else step - 8,
        is_narrow=step == NARROW,
        has_zeros=any(column.count == 0 for column in columns),
        has_missing=any(column.count is None for column in columns),
        columns=tuple(columns),
        years=tuple(_years(quarters, step)),
        summary=_summary(quarters, counts, archive),
    )


def _span(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    at = first
    while at <= last:
        yield at
        at = at.next


def _years(quarters: tuple[Quarter, ...], step: int) -> Iterator[YearMark]:
    for year in dict.fromkeys(quarter.year for quarter in quarters):
        own = [index for index, quarter in enumerate(quarters) if quarter.year == year]
        middle = (own[0] + own[-1] + 1) * step // 2
        yield YearMark(year, own[0] * step, middle, len(own) * step >= WIDE)


def _summary(quarters: tuple[Quarter, ...], counts: Mapping[Quarter, int], archive: Archive) -> str:
    """``27 lần viện dẫn trong 7 quý; nhiều nhất quý II/2022, quý IV/2023 (6 lần) …``."""
    most = max(counts.values())
    busiest = [quarter.label for quarter in quarters if counts.get(quarter) == most]
    silent = sum(quarter in archive.by_quarter and quarter not in counts for quarter in quarters)
    missing = sum(quarter not in archive.by_quarter for quarter in quarters)
    total = sum(counts.values())
    if len(counts) == 1:
        parts = [f"{total} lần viện dẫn, trong {busiest[0]}"]
    else:
        parts = [f"{total} lần viện dẫn trong {len(counts)} quý"]
        if len(busiest) <= _NAMED:
            parts.append(f"nhiều nhất {', '.join(busiest)} ({most} lần)")
    if silent:
        parts.append(f"{silent} quý có báo cáo mà không viện dẫn")
    if missing:
        parts.append(f"{missing} quý kho chưa có báo cáo")
    return "; ".join(parts) + "."
