"""Sums of money of the wrong size: ``tỷ`` for ``triệu``, a payment above all that was collected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import Figure, figures, spoken
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.note_sums import carriers
from build_tools.model import Passage, Report

_WELFARE: Final = re.compile(
    r"an sinh xã hội|từ thiện|tặng quà|phần quà|suất quà|căn nhà|mái ấm|học bổng|hộ nghèo",
    re.IGNORECASE,
)
_TOO_MUCH: Final = Decimal(10**12)
_REACH: Final = 70
_PAID: Final = re.compile(r"\bnộp ngân sách\b", re.IGNORECASE)
_COLLECTED: Final = re.compile(r"\bthu ngân sách\b", re.IGNORECASE)
_SINCE: Final = re.compile(r"l[ũu]y kế|luỹ kế|cộng|tháng|cả năm", re.IGNORECASE)
_PAY: Final = re.compile(
    r"(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ))*(?:\s+đồng)?\s?(?:/|(?:một|mỗi|cho)\s+)\s?(?:01\s+|1\s+)?"
    r"(?:người|lao động|công nhân|đầu người|công nhân lao động)\s?[/,]?\s?(?:(?:một|mỗi|trên)\s+)?(?:01\s+|1\s+)?"
    r"(?:tháng|năm)\b",
    re.IGNORECASE,
)
_MOST: Final = (
    ("đảng viên", 600_000), ("tổ chức đảng", 30_000), ("tổ chức cơ", 5_000), ("chi bộ", 60_000),
    ("đảng bộ", 20_000), ("cấp ủy", 100_000), ("lớp", 20_000), ("hội nghị", 20_000),
)  # fmt: skip
_MOST_GIFT: Final = 60_000_000
_GIFT: Final = re.compile(
    r"\bmỗi\s+(?:suất|phần|túi|món)(?:\s+(?:quà|học bổng|ăn))?(?:\s+(?:trị giá|là|được))?\s+$",
    re.IGNORECASE,
)
_PER_GIFT: Final = re.compile(
    r"(?:\s+(?:triệu|tỷ))*(?:\s+đồng)?\s?/\s?(?:suất|phần quà|túi quà)\b", re.IGNORECASE
)
_EARNED: Final = re.compile(r"\b(?:lương|thu nhập|tiền công|bình quân)\b", re.IGNORECASE)
_LEAST_PAY: Final = 500_000
_MOST_PAY: Final = 200_000_000
_LIMIT: Final = re.compile(r"[;]|\.\s")


def welfare_in_billions(report: Report) -> Iterator[Finding]:
    """Gifts of more than a thousand billion: the unit is probably ``triệu``."""
    for passage in passages(report):
        text = printed(passage.text)
        for match in _WELFARE.finditer(text):
            stop = _LIMIT.search(text, match.end())
            end = min(stop.start() if stop else len(text), match.end() + _REACH)
            for figure in figures(text):
                if match.end() <= figure.start < end and _is_too_much(figure):
                    yield _welfare(report, passage, figure)
    for note, passage, at in carriers(report):
        if _WELFARE.search(printed(passage.text)[max(0, at - 30) : at]):
            body = note.passages[0]
            for figure in figures(printed(body.text)):
                if _is_too_much(figure):
                    yield _welfare(report, body, figure)


def _is_too_much(figure: Figure) -> bool:
    return figure.is_money and figure.amount >= _TOO_MUCH


def _welfare(report: Report, passage: Passage, figure: Figure) -> Finding:
    return Finding(
        "KHO238",
        report,
        Spot(passage, figure.start, figure.end),
        f"{passage.text[figure.start : figure.end]} tỷ đồng cho an sinh xã hội: quá lớn, có lẽ đơn vị là triệu.",
        "Đối chiếu đơn vị với bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
    )


def paid_above_collected(report: Report) -> Iterator[Finding]:
    """One sector's payment to the budget above the whole budget's revenue of the same time."""
    collected = list(_told(report, _COLLECTED))
    for since in (False, True):
        whole = [(figure, at) for figure, at, told in collected if told is since]
        if len({figure.amount for figure, _ in whole}) != 1:
            continue
        total, where = whole[0]
        for figure, passage, told in _told(report, _PAID):
            if told is since and figure.amount > total.amount:
                yield Finding(
                    "KHO238",
                    report,
                    Spot(passage, figure.start, figure.end),
                    f"Nộp ngân sách {passage.text[figure.start : figure.end]} tỷ đồng, lớn hơn cả tổng thu "
                    f"ngân sách {where.text[total.start : total.end]} tỷ đồng (dòng {where.line}).",
                    "Đối chiếu con số và đơn vị với bản in; bản in đúng như vậy thì giữ và thêm "
                    "lời chú [BBT: …].",
                )


def too_many(report: Report) -> Iterator[Finding]:
    """``4.403.000 đảng viên`` in one committee, ``mỗi suất quà 300 triệu đồng``."""
    for passage in passages(report):
        text = printed(passage.text)
        for figure in figures(text):
            most = next((most for unit, most in _MOST if figure.unit.startswith(unit)), None)
            gift = figure.is_money and figure.amount > _MOST_GIFT and _is_a_gift(text, figure)
            if gift or (most is not None and figure.amount > most):
                words = spoken(text, figure) if gift else f"{spoken(text, figure)} {figure.unit}"
                yield Finding(
                    "KHO238",
                    report,
                    Spot(passage, figure.start, figure.end),
                    f"{words}: quá lớn, có lẽ thừa chữ số hoặc sai đơn vị.",
                    "Đối chiếu con số và đơn vị với bản in.",
                )


def _is_a_gift(text: str, figure: Figure) -> bool:
    before = _GIFT.search(text, max(0, figure.start - 40), figure.start)
    return before is not None or _PER_GIFT.match(text, figure.end) is not None


def wages(report: Report) -> Iterator[Finding]:
    """``9,1 tỷ đồng/người/tháng``: pay that nobody is paid."""
    for passage in passages(report):
        text = printed(passage.text)
        if "đồng" not in text:
            continue
        for figure in figures(text):
            paid = _PAY.match(text, figure.end) if figure.is_money else None
            if paid is None:
                continue
            monthly = figure.amount / (1 if "tháng" in paid[0].lower() else 12)
            is_pay = _EARNED.search(text, max(0, figure.start - _REACH), figure.start)
            if monthly > _MOST_PAY or (monthly < _LEAST_PAY and is_pay):
                yield Finding(
                    "KHO238",
                    report,
                    Spot(passage, figure.start, figure.end),
                    f"{text[figure.start : paid.end()]}: không thể là thu nhập của một người, có lẽ sai đơn vị "
                    "hoặc mất dấu phẩy.",
                    "Đối chiếu con số và đơn vị với bản in.",
                )


def _told(report: Report, pattern: re.Pattern[str]) -> Iterator[tuple[Figure, Passage, bool]]:
    """The figures that follow the words, each with whether it counts from the year's beginning."""
    for passage in passages(report):
        text = printed(passage.text)
        for match in pattern.finditer(text):
            yield from _after(text, match.end(), passage)
    for note, passage, at in carriers(report):
        if pattern.search(printed(passage.text)[max(0, at - 16) : at]):
            body = note.passages[0]
            if not pattern.search(printed(body.text)):
                yield from _after(printed(body.text), 0, body)


def _after(text: str, start: int, passage: Passage) -> Iterator[tuple[Figure, Passage, bool]]:
    stop = _LIMIT.search(text, start) if start else None
    end = stop.start() if stop else len(text)
    last = start
    for figure in [one for one in figures(text) if start <= one.start < end][:2]:
        if not figure.is_money or figure.amount < 10**9 or figure.start - last > _REACH:
            return
        yield figure, passage, bool(_SINCE.search(text, max(0, last - 20), figure.start))
        last = figure.end
