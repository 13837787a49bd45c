"""The reports of one issuer as a series: one a quarter, numbers that are new and rise.

Numbers of Party papers restart with each committee term, and terms begin with the
congresses of the years 2015, 2020, 2025; across such a year nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Final

from build_tools.archive import Archive
from build_tools.checks.finding import Finding
from build_tools.model import Report

_NUMBER: Final = re.compile(r"(?P<number>\d+)\s*-\s*(?P<symbol>.+)")
_YEARS_OF_A_TERM: Final = 5


def one_report_a_quarter(archive: Archive) -> Iterator[Finding]:
    """Two reports of one issuer for one quarter: one of them has the wrong quarter."""
    for reports in _series(archive):
        for first, second in pairwise(reports):
            if first.metadata.quarter == second.metadata.quarter:
                yield Finding(
                    "KHO413",
                    second,
                    "quarter",
                    f"{first.path} cũng là báo cáo {first.metadata.quarter.label} của cơ quan này.",
                    "Xem lại khóa quarter và issuer; hai báo cáo cùng một quý thì để.",
                )


def numbers_are_unique(archive: Archive) -> Iterator[Finding]:
    """One number twice in one term."""
    for reports in _series(archive):
        for first, second in combinations(reports, 2):
            if _of(first) and _of(first) == _of(second) and _same_term(first, second):
                yield Finding(
                    "KHO411",
                    second,
                    "number",
                    f"Số {second.metadata.number} đã là số của {first.path} trong cùng nhiệm kỳ.",
                    "Đối chiếu số ký hiệu của hai báo cáo với bản in.",
                )


def numbers_rise(archive: Archive) -> Iterator[Finding]:
    """A later report with a smaller number in one term."""
    for reports in _series(archive):
        for first, second in pairwise(reports):
            before, after = _of(first), _of(second)
            if (
                before
                and after
                and before[1] == after[1]
                and after[0] < before[0]
                and _same_term(first, second)
                and first.metadata.quarter < second.metadata.quarter
            ):
                yield Finding(
                    "KHO412",
                    second,
                    "number",
                    f"Số {second.metadata.number} nhỏ hơn số {first.metadata.number} của "
                    f"{first.metadata.quarter.label} ({first.path}).",
                    "Đối chiếu số ký hiệu và quý của hai báo cáo với bản in; số đánh lại từ đầu thì để.",
                )


def _series(archive: Archive) -> Iterator[list[Report]]:
    every = sorted(
        (*archive.reports, *archive.held_back),
        key=lambda report: (report.metadata.quarter, report.path),
    )
    for issuer in sorted({report.metadata.issuer for report in every}):
        yield [report for report in every if report.metadata.issuer == issuer]


def _of(report: Report) -> tuple[int, str] | None:
    match = _NUMBER.fullmatch(report.metadata.number or "")
    return (int(match["number"]), match["symbol"].casefold()) if match else None


def _same_term(first: Report, second: Report) -> bool:
    years = range(first.metadata.quarter.year, second.metadata.quarter.year + 1)
    return first.metadata.quarter == second.metadata.quarter or not any(
        year % _YEARS_OF_A_TERM == 0 for year in years
    )
