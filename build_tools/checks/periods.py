"""Periods that end before they begin, school years, and the year inside a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report
from build_tools.vietnamese import parse_date

_YEARS: Final = re.compile(
    r"\b(?P<kind>nhiệm kỳ|giai đoạn|thời kỳ|năm học|khóa học|các năm|năm)\s+(?P<first>(?:19|20)\d\d)\s?[-–]\s?"
    r"(?P<last>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_DAY: Final = r"\d{1,2}[/-]\d{1,2}[/-]\d{4}"
_DAYS: Final = re.compile(
    rf"\btừ\s+(?:ngày\s+)?(?P<first>{_DAY})\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?(?P<last>{_DAY})",
    re.IGNORECASE,
)


def reversed_periods(report: Report) -> Iterator[Finding]:
    """``giai đoạn 2025-2020``, ``năm học 2022-2024``, ``từ ngày 10/5/2023 đến ngày 05/5/2023``."""
    for passage in passages(report):
        text = printed(passage.text)
        for match in _YEARS.finditer(text):
            years = int(match["last"]) - int(match["first"])
            school = match["kind"].lower() == "năm học"
            if years < 0 or (school and years != 1):
                yield _finding(report, Spot(passage, match.start(), match.end()), match[0])
        for match in _DAYS.finditer(text):
            first, last = parse_date(match["first"]), parse_date(match["last"])
            if first and last and last < first:
                yield _finding(report, Spot(passage, match.start(), match.end()), match[0])


def _finding(report: Report, spot: Spot, words: str) -> Finding:
    school = words.lower().startswith("năm học")
    what = "không phải hai năm liền nhau" if school else "kết thúc trước khi bắt đầu"
    return Finding(
        "KHO227",
        report,
        spot,
        f"“{words}” {what}.",
        "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
    )


def year_in_number(report: Report) -> Iterator[Finding]:
    """State papers carry their year: ``Nghị định số 30/2020/NĐ-CP`` is of 2020."""
    for citation in report.citations:
        mention = citation.mention
        if (
            mention.year is not None
            and mention.date is not None
            and mention.date.year != mention.year
            and f"/{mention.year}" in mention.surface
        ):
            yield Finding(
                "KHO229",
                report,
                Spot(citation.passage, mention.start, mention.end),
                f"{mention.surface}: số của năm {mention.year} mà đề ngày {mention.date_raw}.",
                "Xem lại số và ngày ở bản in.",
            )
