"""So many, so much each, so much in all: ``06 căn nhà, mỗi căn 70 triệu đồng, cộng 420 triệu đồng``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import MONEY, Figure, figures, sentence_at, shown, spoken
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

_EACH: Final = re.compile(
    r"\bmỗi\s+(?P<of>[^\W\d_]+(?:\s+(?!gồm|và|cùng|được hỗ trợ)[^\W\d_]+){0,4}?)[\s:]+(?=\d)|\b(?P<times>[x×])\s+(?=\d)",
    re.IGNORECASE,
)
_PER: Final = re.compile(
    r"(?:\s+(?:nghìn|ngàn|triệu|tỷ))?(?:\s+đồng)?\s?/\s?(?:mỗi\s+|01\s+|1\s+)?(?P<of>[^\W\d_]+)(?!/)",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    r"(?:\bcộng|\bthành tiền|\btrị giá|=|\btổng(?:\s+[^\W\d_]+){0,5}|\bsố tiền)\s*(?:là|bằng|được|:)?\s*$",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"(?:\s+(?:nghìn|ngàn|triệu|tỷ))?(?:\s+đồng)?(?:\s+tiền mặt)?\s+(?:và|cùng|kèm|cộng với)\b",
    re.IGNORECASE,
)
_OF_EACH: Final = re.compile(r"\bmỗi\s+(?:[^\W\d_]+\s+){1,3}$", re.IGNORECASE)
_ROUGH: Final = re.compile(
    r"\b(?:hơn|gần|khoảng|trên|từ|ít nhất|tối thiểu|bình quân)\s+$", re.IGNORECASE
)
_TIME: Final = frozenset(("tháng", "ngày", "năm", "quý", "tuần", "lần", "giờ"))


def products(report: Report) -> Iterator[Finding]:
    """The sum in all is not the number times what each one costs."""
    for passage in passages(report):
        text = printed(passage.text)
        if "đồng" not in text:
            continue
        for count, price in _priced(text):
            span = sentence_at(text, price.start)
            several = sum(1 for _ in _EACH.finditer(text, *span)) > 1
            if several and not _in_brackets(text, price):
                continue
            total = _total(text, count, price)
            if total is None or _agrees(count, price, total):
                continue
            exact = count.amount * price.amount
            yield Finding(
                "KHO252",
                report,
                Spot(passage, total.start, total.end),
                f"{text[count.start : count.end]} × {spoken(text, price)} là {_in_words(exact)}, ở đây "
                f"ghi {spoken(text, total)}.",
                "Tính lại và đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
            )


def _in_brackets(text: str, price: Figure) -> bool:
    """Whether brackets hold this price, and so the sum that belongs to it."""
    return text.count("(", 0, price.start) > text.count(")", 0, price.start)


def _priced(text: str) -> Iterator[tuple[Figure, Figure]]:
    """Each number of things with the price of one."""
    counted = figures(text)
    for match in _EACH.finditer(text):
        price = next((one for one in counted if one.start == match.end()), None)
        if price is not None and price.is_money:
            yield from _with_count(text, counted, price, match["of"], match.start())
    for price in counted:
        per = _PER.match(text, price.end) if price.is_money else None
        if per is not None and per["of"].lower() not in _TIME:
            yield from _with_count(text, counted, price, per["of"], price.start)


def _with_count(
    text: str, counted: tuple[Figure, ...], price: Figure, of: str | None, at: int
) -> Iterator[tuple[Figure, Figure]]:
    start, _ = sentence_at(text, at)
    before = [
        one
        for one in counted
        if start <= one.start and one.end <= at and not one.is_money and not one.whole
    ]
    things = set(of.lower().split()) if of else set()
    same = [one for one in before if of is None or things & set(one.unit.split())]
    if not same or _MORE.match(text, price.end) or _OF_EACH.search(text, 0, same[-1].start):
        return
    if not any(_ROUGH.search(text, 0, one.start) for one in (same[-1], price)):
        yield same[-1], price


def _total(text: str, count: Figure, price: Figure) -> Figure | None:
    """The one sum of the sentence that is told as the total, after the count."""
    start, end = sentence_at(text, price.start)
    found = [
        one
        for one in figures(text)
        if one.unit == MONEY
        and one is not price
        and count.end <= one.start < end
        and start <= one.start
        and _TOTAL.search(text, 0, one.start)
        and not re.search(r"[;]|\blũy kế\b", text[min(count.end, one.start) : one.start])
        and not _PER.match(text, one.end)
    ]
    return found[0] if len(found) == 1 else None


def _agrees(count: Figure, price: Figure, total: Figure) -> bool:
    gap = abs(count.amount * price.amount - total.amount)
    return gap == 0 or gap < (total.step if total.step > price.step else 0)


def _in_words(amount: Decimal) -> str:
    for power, word in ((9, "tỷ"), (6, "triệu"), (3, "nghìn")):
        if amount >= 10**power:
            return f"{shown((amount / 10**power).normalize())} {word} đồng"
    return f"{shown(amount)} đồng"
