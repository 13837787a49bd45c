"""Days and anniversaries as papers print them, and those that cannot be right.

``ngày 0/6/2013`` has a digit missing; ``76 năm … (27/7/1947-27/7/2022)`` counts 75.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.vietnamese import parse_date

_DAY: Final = re.compile(
    r"(?<![\d/.,-])\d{1,2}\s*([/-])\s*\d{1,2}\s*\1\s*(?:1[89]|20)\d\d(?![\d/])"
)
_CUT_YEAR: Final = re.compile(
    r"(?<![\d/.,-])\d{1,2}([/-])\d{1,2}\1(?:\d{3}|[03-9]\d{3}|2[1-9]\d\d|1[0-7]\d\d|\d{5,6})(?![\d/\w-])"
)
_SPELLED: Final = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_ANNIVERSARY: Final = re.compile(
    r"(?<![\d.,])(?P<years>\d{1,3})\s+năm\b(?P<of>[^().;\[\]]{0,120})\(\s*(?P<day>\d{1,2}/\d{1,2}/)?"
    r"(?P<first>\d{4})\s*[-–]\s*(?:\d{1,2}/\d{1,2}/)?(?P<last>\d{4})\s*\)",
    re.IGNORECASE,
)
_FEAST: Final = re.compile(r"\b(?:ngày|sinh|thành lập|kỷ niệm|truyền thống|lễ)\b", re.IGNORECASE)
_LEAP_YEAR: Final = "2024"


def impossible_days(text: str) -> Iterator[re.Match[str]]:
    """Days that are not in the calendar, with digits or with ``tháng`` and ``năm`` spelled.

    >>> [match[0] for match in impossible_days("từ 31/6/2023; ngày 30 tháng 2")]
    ['31/6/2023', 'ngày 30 tháng 2']
    >>> [match[0] for match in impossible_days("ngày 09/6/202")]
    ['09/6/202']
    """
    for match in _DAY.finditer(text):
        if parse_date(match[0]) is None:
            yield match
    if "/" in text or "-" in text:
        yield from _CUT_YEAR.finditer(text)
    for match in _SPELLED.finditer(text):
        year = match["year"] or _LEAP_YEAR
        if parse_date(f"{match['day']}/{match['month']}/{year}") is None:
            yield match


def wrong_anniversaries(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Anniversaries whose two years do not span the years that are counted, with the true count.

    >>> [years for _, years in wrong_anniversaries("76 năm Ngày … (27/7/1947-27/7/2022)")]
    [75]

    A plan of five years runs from 2018 to 2022, and its years are counted at both ends.

    >>> list(wrong_anniversaries("05 năm thực hiện Đề án (2018-2022)"))
    []
    """
    for match in _ANNIVERSARY.finditer(text):
        counted = int(match["last"]) - int(match["first"])
        both_ends = match["day"] is None and not _FEAST.search(match["of"])
        if int(match["years"]) not in ({counted, counted + 1} if both_ends else {counted}):
            yield match, counted
