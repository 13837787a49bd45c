"""Which quarter a title reports on.

A title names the quarter reported and mostly the next one, planned: “Tình hình quý III và
Chương trình chỉ đạo quý IV/2023”. Half-years and whole years end with their last quarter.
"""

from __future__ import annotations

import re
from typing import Final

from build_tools.intake.folding import flat
from build_tools.quarter import QUARTERS_IN_YEAR, Quarter
from build_tools.vietnamese import roman_to_int

_QUARTER: Final = re.compile(
    r"quy\s*(?P<number>iv|i{1,3}|[1-4])\b(?:\s*[/-]?\s*(?:nam\s*)?(?P<year>(?:19|20)\d\d))?"
)
_WHOLE_YEAR: Final = re.compile(r"\bnam\s*(?P<year>(?:19|20)\d\d)\b")
_HALF: Final = {"6": 2, "06": 2, "sau": 2, "9": 3, "09": 3, "chin": 3}
_MONTHS: Final = re.compile(
    r"\b(?P<months>6|06|sau|9|09|chin)\s*thang(?:\s*dau)?(?:\s*nam)?(?:\s*(?P<year>(?:19|20)\d\d))?"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PLAN: Final = re.compile(
    r"phuong huong|chuong trinh|ke hoach|nhiem vu trong tam|nhiem vu,? giai phap|du kien"
)


def quarter_of(title: str, year: int | None = None) -> Quarter | None:
    """The quarter a title reports on; ``year`` is that of the day of issue, if known.

    >>> str(quarter_of("Tình hình quý III và Chương trình chỉ đạo quý IV/2023"))
    '2023-Q3'
    >>> str(quarter_of("Sơ kết 6 tháng đầu năm và nhiệm vụ quý III/2022"))
    '2022-Q2'
    >>> str(quarter_of("Tổng kết năm 2022 và phương hướng, nhiệm vụ quý I/2023"))
    '2022-Q4'
    >>> quarter_of("Tình hình công tác") is None
    True
    """
    folded = flat(title)
    quarters = list(_QUARTER.finditer(folded))
    months = _MONTHS.search(folded)
    first = quarters[0] if quarters else None
    if months and (first is None or months.start() < first.start()):
        found = months["year"] or _first_year(folded, months.end()) or year
        return Quarter(int(found), _HALF[months["months"]]) if found else None
    whole = _WHOLE_YEAR.search(folded)
    if whole and (first is None or whole.start() < first.start()):
        return _of_year(whole, first)
    if first is None:
        return None
    number = _number(first["number"])
    own = first["year"] or _year_after(folded, first.end(), quarters, number) or year
    if own is None:
        return None
    quarter = Quarter(int(own), number)
    return _before(quarter) if _is_plan(folded[: first.start()]) else quarter


def _of_year(whole: re.Match[str], first: re.Match[str] | None) -> Quarter | None:
    """A whole year ends with its fourth quarter, unless the title goes on to name another."""
    year = int(whole["year"])
    if first is None:
        return Quarter(year, QUARTERS_IN_YEAR)
    number, own = _number(first["number"]), int(first["year"] or year)
    if (own, number) == (year + 1, 1) or (number == 1 and first["year"] is None):
        return Quarter(year, QUARTERS_IN_YEAR)
    return Quarter(own, number)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else roman_to_int(text) or 1


def _year_after(folded: str, end: int, quarters: list[re.Match[str]], number: int) -> int | None:
    """The year printed further on; the first quarter after a fourth belongs to the next year."""
    found = _YEAR.search(folded, end)
    if found is None:
        return None
    year = int(found[0])
    later = quarters[1] if len(quarters) > 1 else None
    if later is not None and later.start() < found.start() and _number(later["number"]) < number:
        return year - 1
    return year


def _first_year(folded: str, start: int) -> str | None:
    found = _YEAR.search(folded, start)
    return found[0] if found else None


def _is_plan(before: str) -> bool:
    """Whether what stands before the quarter speaks of plans, after having spoken of results."""
    plan = _PLAN.search(before)
    return plan is not None and len(before[: plan.start()].split()) > 2  # noqa: PLR2004 - more than “Báo cáo”


def _before(quarter: Quarter) -> Quarter:
    index = quarter.year * QUARTERS_IN_YEAR + quarter.number - 2
    return Quarter(index // QUARTERS_IN_YEAR, index % QUARTERS_IN_YEAR + 1)
