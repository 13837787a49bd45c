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
_SPELLED: Final = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_ANNIVERSARY: Final = re.compile(
    r"(?<![\d.,])(?P<years>\d{1,3})\s+năm\b[^().;\[\]]{0,120}\(\s*(?:\d{1,2}/\d{1,2}/)?(?P<first>\d{4})"
    r"\s*[-–]\s*(?:\d{1,2}/\d{1,2}/)?(?P<last>\d{4})\s*\)",
    re.IGNORECASE,
)
_LEAP_YEAR: Final = "2024"


def impossible_days(text: str) -> Iterator[re.Match[str]]:
    """Days that are not in the calendar, with digits or with ``tháng`` and ``năm`` spelled.

    >>> [match[0] for match in impossible_days("từ 31/6/2023; ngày 30 tháng 2")]
    ['31/6/2023', 'ngày 30 tháng 2']
    """
    for match in _DAY.finditer(text):
        if parse_date(match[0]) is None:
            yield match
    for match in _SPELLED.finditer(text):
        year = match["year"] or _LEAP_YEAR
        if parse_date(f"{match['day']}/{match['month']}/{year}") is None:
            yield match


def wrong_anniversaries(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Anniversaries whose two years do not span the years that are counted, with the true count.

    >>> [years for _, years in wrong_anniversaries("76 năm Ngày … (27/7/1947-27/7/2022)")]
    [75]
    """
    for match in _ANNIVERSARY.finditer(text):
        counted = int(match["last"]) - int(match["first"])
        if counted != int(match["years"]):
            yield match, counted
