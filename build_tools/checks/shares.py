"""A part and its share of the whole; parts with their rates against the whole they imply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from build_tools.checks.figures import (
    Figure,
    Percent,
    figures,
    percents,
    sentence_at,
    sentences,
    shown,
)
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.ratios import fractions
from build_tools.model import Passage, PassageKind, Report

_AMONG: Final = re.compile(r"\btrong đó\b", re.IGNORECASE)
_SHARE: Final = re.compile(
    r"[^,;()%\d]{0,60}(?:\(|,\s*chiếm\s+(?:tỷ lệ\s+)?|\bchiếm\s+(?:tỷ lệ\s+)?)$"
)
_CURE: Final = "Tính lại và đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …]."
_FEWEST: Final = 2
_TWICE: Final = 2
_OF_SOMETHING: Final = re.compile(
    r"\s*\)?\s*(?:chỉ tiêu|kế hoạch|dự toán|nghị quyết|mục tiêu|so với|số|tổng số|toàn|của|trong|cùng kỳ)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r";\s|\b(?:so với|cùng kỳ|kế hoạch|chỉ tiêu|lũy kế|tăng|giảm)\b", re.IGNORECASE
)
_HEDGED: Final = re.compile(r"\b(?:hơn|gần|khoảng|trên|thêm|thứ)\s+$", re.IGNORECASE)


def shares(report: Report) -> Iterator[Finding]:
    """``39.860 hồ sơ, trong đó 23.916 hồ sơ trực tuyến (60,00%)``."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text:
            continue
        for among in _AMONG.finditer(text):
            start, end = sentence_at(text, among.start())
            wholes = [f for f in figures(text) if start <= f.start and f.end <= among.start()]
            for percent in percents(text):
                if not among.end() <= percent.start < end:
                    continue
                part = _part_before(text, percent, among.end())
                if part is None:
                    continue
                same = [whole for whole in wholes if whole.unit == part.unit and whole.amount > 0]
                if len(same) == 1 and not percent.fits(part.amount, same[0].amount):
                    exact = round(part.amount * 100 / same[0].amount, 2)
                    yield Finding(
                        "KHO232",
                        report,
                        Spot(passage, percent.start, percent.end),
                        f"{text[part.start : part.end]} trong {text[same[0].start : same[0].end]} là "
                        f"{shown(exact)}%, ở đây ghi {text[percent.start : percent.end]}.",
                        _CURE,
                    )


def shares_of_told(report: Report) -> Iterator[Finding]:
    """``Kiểm tra 310 sổ: 279 sổ đạt yêu cầu (90,00%)``: a share of what the sentence counted before."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text or passage.kind is PassageKind.TABLE:
            continue
        for percent in percents(text):
            start, _ = sentence_at(text, percent.start)
            part = _part_before(text, percent, start)
            if part is None or part.is_money or part.whole or not part.unit:
                continue
            if _OF_SOMETHING.match(text, percent.end) or _AMONG.search(text, start, part.start):
                continue
            wholes = _told_before(text, start, part)
            if len({one.amount for one in wholes}) != 1:
                continue
            whole = wholes[0]
            exact = part.amount * 100 / whole.amount
            if not percent.fits(part.amount, whole.amount) and exact < _TWICE * percent.value:
                yield Finding(
                    "KHO232",
                    report,
                    Spot(passage, percent.start, percent.end),
                    f"{text[part.start : part.end]} trong {text[whole.start : whole.end]} là "
                    f"{shown(round(exact, 2))}%, ở đây ghi {text[percent.start : percent.end]}.",
                    _CURE,
                )


def _told_before(text: str, start: int, part: Figure) -> list[Figure]:
    """What the same clause counted before of the same things, at least as many."""
    break_ = max((at.end() for at in _CLAUSE.finditer(text, start, part.start)), default=start)
    thing = part.unit.split()[0]
    return [
        one
        for one in figures(text)
        if break_ <= one.start
        and one.end <= part.start
        and not one.whole
        and one.amount >= part.amount > one.amount / _TWICE / _TWICE
        and one.unit.split()[:1] == [thing]
        and not _HEDGED.search(text, max(0, one.start - 20), one.start)
        and not any(one.end <= rate.start < part.start for rate in percents(text))
    ]


def _part_before(text: str, percent: Percent, start: int) -> Figure | None:
    before = [one for one in figures(text) if start <= one.start and one.end <= percent.start]
    if not before or not _SHARE.fullmatch(text[before[-1].end : percent.start]):
        return None
    return before[-1]


def rates_of_parts(report: Report) -> Iterator[Finding]:
    """Of ``x/y``, parts that make ``x`` have rates from which quite another ``y`` follows."""
    for passage in passages(report):
        text = printed(passage.text)
        if text.count("%") < _FEWEST or "/" not in text:
            continue
        for part, whole in fractions(text):
            rated = _rated(text, whole.end, _end_after(text, whole.end))
            if len(rated) < _FEWEST or sum(one.amount for one, _ in rated) != part.amount:
                continue
            if any(rate.value <= rate.step for _, rate in rated):
                continue
            least = sum(one.amount * 100 / (rate.value + rate.step) for one, rate in rated)
            most = sum(one.amount * 100 / (rate.value - rate.step) for one, rate in rated)
            if not least - len(rated) <= whole.amount <= most + len(rated):
                yield _finding(report, passage, text, (part, whole), rated)


def _end_after(text: str, at: int) -> int:
    """The end of this sentence, or of the next when that one tells of the parts."""
    _, end = sentence_at(text, at)
    for (_, stop), (start, after) in pairwise(sentences(text)):
        if stop == end and re.match(r"(?:Trong đó|Gồm|Bao gồm|Cụ thể)\b", text[start:after]):
            return after
    return end


def _rated(text: str, start: int, end: int) -> list[tuple[Figure, Percent]]:
    """Figures each with the percentage that follows it before the next figure."""
    counted = [one for one in figures(text) if start <= one.start < end]
    found = []
    for at, figure in enumerate(counted):
        stop = counted[at + 1].start if at + 1 < len(counted) else end
        rate = next((one for one in percents(text) if figure.end <= one.start < stop), None)
        if rate is None:
            return []
        found.append((figure, rate))
    return found


def _finding(
    report: Report,
    passage: Passage,
    text: str,
    fraction: tuple[Figure, Figure],
    rated: list[tuple[Figure, Percent]],
) -> Finding:
    implied = [one.amount * 100 / rate.value for one, rate in rated]
    parts = " + ".join(shown(Decimal(round(one))) for one in implied)
    return Finding(
        "KHO234",
        report,
        Spot(passage, fraction[0].start, fraction[1].end),
        f"{text[fraction[0].start : fraction[1].end]} không khớp tỷ lệ của các phần: theo các tỷ lệ ấy, "
        f"tổng số vào khoảng {parts} = {shown(Decimal(round(sum(implied))))}.",
        _CURE,
    )
