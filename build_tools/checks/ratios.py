"""A fraction and the percentage printed beside it: ``3.872/4.186 đảng viên, đạt 92,50%``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from build_tools.checks.figures import Figure, figures, percents, sentence_at, shown
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

_CURE: Final = "Tính lại và đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …]."
_BESIDE: Final = re.compile(
    r"[^,;.()%\d]*(?:,?\s*(?:đạt|chiếm|bằng)(?:\s+tỷ lệ)?\s*|,?\s*tỷ lệ(?:\s+đạt)?\s*|"
    r"\s*\((?:đạt|chiếm|bằng|tỷ lệ)?\s*)"
    r"|[^,;.()%\d]*,[^,;.()%\d]{0,20},?\s+đạt\s+",
    re.IGNORECASE,
)
_REACH: Final = 90
_ELSEWHERE: Final = re.compile(
    r"\b(?:tăng|giảm|so với|cùng kỳ|vượt|thấp hơn|cao hơn|lũy kế|trên|hơn|gần|khoảng|trong đó)\b|[;.]\s",
    re.IGNORECASE,
)
_TARGET: Final = re.compile(
    r"\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|yêu cầu|vượt|nghị quyết|tỷ đồng|triệu)\b",
    re.IGNORECASE,
)


def fractions(text: str) -> Iterator[tuple[Figure, Figure]]:
    """Every ``x/y`` of a text."""
    for first, second in pairwise(figures(text)):
        if second.whole:
            yield first, second


def percent_of_fraction(report: Report) -> Iterator[Finding]:
    """The percentage that follows ``x/y`` in its clause is another one."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text or "/" not in text:
            continue
        starts = [one.start for one in figures(text)]
        for part, whole in fractions(text):
            following = [one for one in percents(text) if one.start >= whole.end]
            if not following or whole.amount == 0:
                continue
            percent = following[0]
            between = text[whole.end : percent.start]
            if (
                len(between) > _REACH
                or not _BESIDE.fullmatch(between)
                or _ELSEWHERE.search(between)
                or any(whole.end <= start < percent.start for start in starts)
            ):
                continue
            if not percent.fits(part.amount, whole.amount):
                exact = round(part.amount * 100 / whole.amount, 2)
                yield Finding(
                    "KHO232",
                    report,
                    Spot(passage, percent.start, percent.end),
                    f"{text[part.start : whole.end]} là {shown(exact)}%, ở đây ghi "
                    f"{text[percent.start : percent.end]}.",
                    _CURE,
                )


def part_above_whole(report: Report) -> Iterator[Finding]:
    """``48/45 tổ chức``: a part larger than its whole, where no target is spoken of."""
    for passage in passages(report):
        text = printed(passage.text)
        if "/" not in text:
            continue
        for part, whole in fractions(text):
            start, end = sentence_at(text, part.start)
            if (
                part.amount > whole.amount
                and whole.unit
                and not part.is_money
                and not _TARGET.search(text[start:end])
                and whole.amount > Decimal(12)
            ):
                yield Finding(
                    "KHO233",
                    report,
                    Spot(passage, part.start, whole.end),
                    f"{text[part.start : whole.end]}: phần lớn hơn tổng số.",
                    _CURE,
                )
