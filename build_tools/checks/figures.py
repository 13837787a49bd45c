"""Figures in running text: what is counted, how much, in which unit.

Vietnamese papers write ``10.213 tỷ đồng``, ``16,3%``, ``05 trường hợp``. Numbers that count
nothing are left out: days, years, numbers of documents, ``6 tháng``, ``Trung ương 4``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from build_tools.vietnamese import sentence_spans

_NUMBER: Final = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3})(?:,\d+)?"
_FIGURE: Final = re.compile(
    rf"(?<![\w.,/%^\-–])(?P<first>{_NUMBER})(?:/(?P<second>{_NUMBER}))?"
    r"(?![\w/%]|[.,]\d|\s*%|\s?[-–]\s?\d|-\w)"
)
_PERCENT: Final = re.compile(r"(?<![\w.,/\-–])(?P<value>\d{1,4}(?:,\d+)?)\s?%")
_ORDINAL: Final = re.compile(
    r"(?:\bngày|(?<!\d )\btháng|\b(?:khóa|khoá|thứ|(?<!trong )(?<!tổng )số|đợt|lần|họp|điều|khoản|điểm|trung ương|mục|mũi|"
    r"hạng|phần|giờ|trang|bước|nhóm|hệ|(?<!phân )(?<!xếp )loại|cấp|chỉ thị|nghị quyết|hướng dẫn|quy định|kết luận|"
    r"kế hoạch|quyết định|chương trình|thông báo|chuyên đề|đề án|dự án))\s*$",
    re.IGNORECASE,
)
_OF_A_YEAR: Final = re.compile(r"\bquý\s*$", re.IGNORECASE)
_QUARTERS: Final = frozenset("1234")
_FEAST: Final = re.compile(
    r"\b(?:dịp|lễ|ngày|đợt|trước|sau|tết|khánh|sự kiện)\s+$|\b\d{1,2}/\d{1,2}(?:,| và) $",
    re.IGNORECASE,
)
_LARGE: Final = re.compile(r"[.,]|\d{3}")
_UNIT: Final = re.compile(r"\s+(?P<first>[^\W\d_]+)(?:\s+(?P<second>[^\W\d_]+))?")
_SINGLE: Final = frozenset(
    """
    lớp bài giải đơn cuộc căn suất phần người nữ nam nhà xã phường huyện tin lượt ý hồ đội điểm
    buổi đề phản việc
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
_SCALES: Final = {
    "đồng": 1,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
_TIMES: Final = frozenset("năm tháng ngày giờ phút tuổi tuần quý lần".split())  # noqa: SIM905
MONEY: Final = "đồng"
_MONEY_WORDS: Final = re.compile(rf"(?:\s+(?:{'|'.join(_SCALES)})\b)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted figure: ``amount`` in its smallest unit (``3 tỷ đồng`` is 3000000000 ``đồng``).

    ``unit`` is empty when no word follows; of ``05/07 cuộc`` both numbers are figures, and
    ``whole`` tells the second; ``step`` is one unit in the last printed place, 100000000 for
    ``1,3 tỷ``.
    """

    start: int
    end: int
    amount: Decimal
    unit: str
    whole: bool = False
    step: Decimal = Decimal(1)

    @property
    def is_money(self) -> bool:
        """Whether money is counted."""
        return self.unit == MONEY


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage with the decimals it was printed with."""

    start: int
    end: int
    value: Decimal

    @property
    def step(self) -> Decimal:
        """One unit in the last printed place: 0.01 for ``95,35%``."""
        return Decimal(1).scaleb(int(self.value.as_tuple().exponent))

    def fits(self, part: Decimal, whole: Decimal) -> bool:
        """Whether part of whole, rounded or cut off to the printed places, is this percentage."""
        exact = part * 100 / whole
        return -self.step / 2 <= exact - self.value < self.step


def number(text: str) -> Decimal:
    """A number as printed.

    >>> number("13.782"), number("95,35"), number("05")
    (Decimal('13782'), Decimal('95.35'), Decimal('5'))
    """
    return Decimal(text.replace(".", "").replace(",", "."))


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[Figure, ...]:
    """Every counted figure of a text, in order.

    >>> [(int(f.amount), f.unit) for f in figures("Ngày 04/5/2023 mở 03 lớp, 282 học viên, 7 tháng")]
    [(3, 'lớp'), (282, 'học viên')]
    """
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        if _is_ordinal(text, match):
            continue
        unit, scale = _unit_after(text, match.end())
        if unit in _TIMES:
            continue
        found.append(_figure(match, "first", unit, scale))
        if match["second"]:
            found.append(_figure(match, "second", unit, scale, whole=True))
    return tuple(found)


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """Whether the number names and does not count: ``tháng 8``, ``Nghị quyết 09``, ``dịp 30/4``."""
    before = max(0, match.start() - 24)
    if match["second"]:
        return _FEAST.search(text, before, match.start()) is not None
    if _LARGE.search(match["first"]):
        return False
    if match["first"] in _QUARTERS and _OF_A_YEAR.search(text, before, match.start()):
        return True
    return _ORDINAL.search(text, before, match.start()) is not None


def _figure(
    match: re.Match[str], group: str, unit: str, scale: int, *, whole: bool = False
) -> Figure:
    value = number(match[group])
    step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * scale
    return Figure(match.start(group), match.end(group), value * scale, unit, whole, step)


def spoken(text: str, figure: Figure) -> str:
    """A figure as printed, money with its unit: ``1,3 tỷ đồng``, ``18``."""
    after = _MONEY_WORDS.match(text, figure.end) if figure.is_money else None
    return text[figure.start : after.end() if after else figure.end]


def _unit_after(text: str, at: int) -> tuple[str, int]:
    match = _UNIT.match(text, at)
    if match is None:
        return "", 1
    first, second = match["first"].lower(), (match["second"] or "").lower()
    if first in _SCALES:
        if first != MONEY and second in _SCALES and second != MONEY:
            return MONEY, _SCALES[first] * _SCALES[second]
        if first != MONEY or second not in {"chí", "bào", "nghiệp"}:
            return MONEY, _SCALES[first]
    if first in _SINGLE or first in _TIMES:
        return first, 1
    return f"{first} {second}".strip(), 1


@lru_cache(maxsize=8192)
def percents(text: str) -> tuple[Percent, ...]:
    """Every percentage of a text, in order."""
    return tuple(
        Percent(match.start(), match.end(), number(match["value"]))
        for match in _PERCENT.finditer(text)
    )


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a passage as offsets."""
    return tuple(sentence_spans(text))


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence in which an offset stands."""
    return next((span for span in sentences(text) if at < span[1]), (0, len(text)))


def shown(amount: Decimal) -> str:
    """A number as papers print it.

    >>> shown(Decimal("13965")), shown(Decimal("95.40"))
    ('13.965', '95,40')
    """
    whole, _, rest = f"{amount:,f}".partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def one_digit_apart(first: Decimal, second: Decimal) -> bool:
    """Whether one misread digit can have made one number of the other: a gap of 3, 40, 500.

    >>> one_digit_apart(Decimal(1860), Decimal(1880)), one_digit_apart(Decimal(1860), Decimal(1872))
    (True, False)
    """
    gap = abs(first - second).normalize()
    return gap != 0 and len(gap.as_tuple().digits) == 1
