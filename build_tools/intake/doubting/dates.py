"""Days that are not in the calendar, and anniversaries that do not add up.

``ngày 0/6/2013`` has a digit missing; ``76 năm … (27/7/1947-27/7/2022)`` counts 75.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.intake.doubt import Doubt, error, warning
from build_tools.intake.draft import Draft
from build_tools.intake.signs import SIGN
from build_tools.intake.source import Traced
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


def doubt_dates(draft: Draft) -> Iterator[Doubt]:
    """Days and anniversaries in the running text."""
    for piece in draft.texts:
        text = SIGN.sub(" ", piece.text)
        for match in _DAY.finditer(text):
            if parse_date(match[0]) is None:
                yield _no_such_day(piece, match)
        for match in _SPELLED.finditer(text):
            year = match["year"] or _LEAP_YEAR
            if parse_date(f"{match['day']}/{match['month']}/{year}") is None:
                yield _no_such_day(piece, match)
        for match in _ANNIVERSARY.finditer(text):
            counted = int(match["last"]) - int(match["first"])
            if counted != int(match["years"]):
                yield warning(
                    "KHO704",
                    piece[match.start() : match.end()].start,
                    match[0],
                    f"Ghi {match['years']} năm nhưng từ {match['first']} đến {match['last']} là {counted} năm.",
                    "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
                )


def _no_such_day(piece: Traced, match: re.Match[str]) -> Doubt:
    return error(
        "KHO704",
        piece[match.start() : match.end()].start,
        match[0],
        f"Ngày không có trong lịch: “{match[0]}”.",
        "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
    )
