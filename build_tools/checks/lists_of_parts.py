"""A list of parts as papers print it: ``07 cấp ủy viên, 02 …, 03 bí thư và 06 phó bí thư``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from build_tools.checks.figures import MONEY, Figure, figures, percents, shown

_SEPARATOR: Final = re.compile(r"\s*(?:[;,](?:\s+và\b)?|\s+và\b)\s*(?![^()]*\))")
_INNER: Final = re.compile(r"\([^()]*\)")
_NESTED: Final = re.compile(r",?\s*\btrong (?:đó|số này|số đó)\b[^;()]*(?=;)", re.IGNORECASE)
_FEWEST: Final = 2
_MONEY: Final = tuple(
    (Decimal(10**power), f" {word} đồng") for power, word in ((9, "tỷ"), (6, "triệu"), (3, "nghìn"))
)
#: words after which a figure is no part: something else is compared, repeated or priced
COMPARES: Final = re.compile(
    r"\b(?:so với|cùng kỳ|tăng|giảm|mỗi|bình quân|lũy kế|luỹ kế|còn lại|chưa kể|ngoài ra|vượt (?:\d|mức|kế hoạch|chỉ tiêu)|chỉ tiêu|"
    r"kế hoạch năm|năm trước|quý trước|cuối năm|đầu năm|đầu quý|cả năm|kéo dài|trở lên|ít nhất|"
    r"riêng|từ \d|trong số|cộng \d|tổng cộng|tổng số|hơn|trên \d|tuổi đảng|năm (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_OVERLAP: Final = re.compile(
    r"\b(?:nữ|nam|trẻ|dân tộc|trình độ|đại học|tôn giáo|dưới|trên|tuổi|lần đầu|nhiều nhất|điển hình|"
    r"đoàn viên|hội viên)\b",
    re.IGNORECASE,
)


def overlap(listed: str) -> bool:
    """Whether items tell of traits that one person can have together: ``70 nữ, 88 đoàn viên``."""
    return _OVERLAP.search(listed) is not None


def items_of(text: str) -> list[str]:
    """The items of a list, commas inside names and parentheses left alone.

    >>> items_of("17 đảng bộ, 24 chi bộ cơ sở và 02 tổ")
    ['17 đảng bộ', '24 chi bộ cơ sở', '02 tổ']
    """
    items: list[str] = []
    for piece in _SEPARATOR.split(_blank_inner(text)):
        if items and (not figures(piece) or not figures(items[-1])):
            items[-1] += f", {piece}"
        else:
            items.append(piece)
    return [item for item in items if item.strip()]


def _blank_inner(text: str) -> str:
    return _NESTED.sub("", _INNER.sub("", text))


def parts_of(text: str, unit: str) -> list[Figure]:
    """One figure of each item, when the list is surely a list of parts; else nothing.

    Every item holds one figure, or one of the wanted ``unit``; money and counts never mix.
    """
    listed = [figures(item) for item in items_of(text)]
    if COMPARES.search(text) or len(listed) < _FEWEST or not all(listed):
        return []
    if unit:
        every = [one for found in listed for one in found]
        same = [one for one in every if one.unit == unit]
        once = all(sum(one.unit == unit for one in found) == 1 for found in listed)
        if once or _alternate(every, unit):
            return same
    return [] if percents(text) else _one_of_each(listed, unit)


def _one_of_each(listed: Sequence[Sequence[Figure]], unit: str) -> list[Figure]:
    if any(len(found) != 1 for found in listed):
        return []
    parts = [found[0] for found in listed]
    units = Counter(part.unit for part in parts if part.unit)
    if len(units) > 1 and max(units.values()) > 1:
        return []
    return parts if {part.is_money for part in parts} == {unit == MONEY} else []


def _alternate(every: Sequence[Figure], unit: str) -> bool:
    """Whether items tell several things in turn: ``02 lớp 219 học viên, 01 lớp 63 học viên``."""
    units = [one.unit for one in every]
    turn = list(dict.fromkeys(units))
    times, rest = divmod(len(units), len(turn))
    return unit in turn and not rest and times >= _FEWEST and units == turn * times


def fits(parts: Sequence[Figure], candidates: Sequence[Figure]) -> bool:
    """Whether the sum, or that of the first few parts, is some figure of the sentence.

    What follows the list may look like one more part (``gồm 24 đảng bộ và 39 chi bộ, 4.218
    đảng viên``), but then it counts something else.
    """
    sums = list(accumulate(part.amount for part in parts))
    whole = {
        total
        for at, total in enumerate(sums)
        if at and (at == len(sums) - 1 or not _counts_the_same(parts[at + 1], parts[: at + 1]))
    }
    return any(one.amount in whole or agrees(parts, one) for one in candidates)


def _counts_the_same(one: Figure, others: Sequence[Figure]) -> bool:
    return bool(one.unit) and all(other.unit == one.unit for other in others)


def agrees(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the sum is the whole at the precision printed: ``1,3 tỷ`` of ``860`` and ``445 triệu``."""
    coarse = sum((part.step for part in parts if part.step > whole.step), Decimal(0)) / 2
    slack = whole.step if min(part.step for part in parts) < whole.step else Decimal(0)
    gap = total_of(parts) - whole.amount
    return gap == 0 or -slack / 2 - coarse <= gap < slack + coarse


def added(parts: Sequence[Figure]) -> tuple[str, str]:
    """The addition and its result, in one unit: ``860 + 445`` and ``1.305 triệu đồng``."""
    scale, name = Decimal(1), ""
    if parts[0].is_money:
        smallest = min(part.amount for part in parts)
        scale, name = next((one for one in _MONEY if smallest >= one[0]), (Decimal(1), " đồng"))
    sums = " + ".join(shown((part.amount / scale).normalize()) for part in parts)
    return sums, f"{shown((total_of(parts) / scale).normalize())}{name}"


def total_of(parts: Sequence[Figure]) -> Decimal:
    """The sum of the parts."""
    return sum((part.amount for part in parts), Decimal(0))
