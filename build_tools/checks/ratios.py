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
    r"\b(?:tăng|giảm|so với|cùng kỳ|vượt|thấp hơn|cao hơn|lũy kế|trên|hơn|gần|khoảng|trong đó|riêng|còn|"
    r"nhất|bình quân|trung bình|có nơi|có đơn vị)\b|[;.]\s",
    re.IGNORECASE,
)
_TARGET: Final = re.compile(
    r"\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|yêu cầu|vượt|nghị quyết|tỷ đồng|triệu)\b",
    re.IGNORECASE,
)


_ROUGHLY: Final = re.compile(
    r"\b(?:hơn|gần|khoảng|trên|dưới|xấp xỉ|quá|chừng|độ|ít nhất|tối thiểu)\s+$", re.IGNORECASE
)
_WHOLE_OF_SPEECH: Final = 10
_THEN_FRACTION: Final = re.compile(
    r"(?:\s+[^\W\d_]+){0,3}?\s*(?:\(|,?\s*(?:tức|bằng|ứng với|tương ứng|với)\s+)"
    r"(?:tức|là|bằng|đạt|được|có|tương ứng)?\s*",
    re.IGNORECASE,
)
_LED: Final = re.compile(
    r"\b(?:tăng|giảm|vượt|thiếu|hơn|gần|khoảng|trên|dưới|cùng kỳ|chỉ tiêu|yêu cầu)\b[^,;()]*$",
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
                or _is_rough(text, part, whole)
                or not _BESIDE.fullmatch(between)
                or _ELSEWHERE.search(between)
                or any(whole.end <= start < percent.start for start in starts)
            ):
                continue
            if not percent.fits(part.amount, whole.amount):
                yield _finding(report, Spot(passage, percent.start, percent.end), (part, whole))


def _is_rough(text: str, part: Figure, whole: Figure) -> bool:
    """Whether the fraction itself is a manner of speaking: ``hơn 2/3``, ``1/2 số``."""
    if _ROUGHLY.search(text, max(0, part.start - 12), part.start):
        return True
    spoken = whole.amount <= _WHOLE_OF_SPEECH and not text[part.start].startswith("0")
    return spoken and text[whole.end :].lstrip().startswith(("số ", "tổng số "))


def fraction_of_percent(report: Report) -> Iterator[Finding]:
    """The percentage printed before its fraction: ``mới đạt 46,5% (20/43 tổ chức)``."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text or "/" not in text:
            continue
        for part, whole in fractions(text):
            before = [one for one in percents(text) if one.end <= part.start]
            if not before or whole.amount == 0 or _is_rough(text, part, whole):
                continue
            percent = before[-1]
            led = text[max(0, percent.start - 30) : percent.start]
            if not _THEN_FRACTION.fullmatch(text, percent.end, part.start) or _LED.search(led):
                continue
            if not percent.fits(part.amount, whole.amount):
                yield _finding(report, Spot(passage, percent.start, percent.end), (part, whole))


def _finding(report: Report, spot: Spot, fraction: tuple[Figure, Figure]) -> Finding:
    part, whole = fraction
    exact = round(part.amount * 100 / whole.amount, 2)
    return Finding(
        "KHO232",
        report,
        spot,
        f"{spot.passage.text[part.start : whole.end]} là {shown(exact)}%, ở đây ghi {spot.words}.",
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
