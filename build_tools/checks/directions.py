"""Rises and falls that go the other way: ``tăng từ 88 lên 52``, ``từ 25 đến 20 cán bộ``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import number, shown
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

_NUMBER: Final = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_SCALES: Final = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_CHANGE: Final = re.compile(
    rf"\btừ\s+(?:mức\s+|trên\s+|gần\s+)?(?P<first>{_NUMBER})(?![\d/.\-–])(?P<unit>\s?%|(?:\s+[^\W\d_]+){{0,3}}?)"
    r"(?:\s*\([^()]*\))?\s*,?\s+(?P<to>lên(?:\s+(?:đến|tới|thành))?|xuống(?:\s+còn)?|còn|đến|tới|thành)\s+"
    rf"(?:mức\s+|trên\s+|gần\s+)?(?P<last>{_NUMBER})(?![\d/\-–]|[.,]\d)(?P<same>\s?%|(?:\s+[^\W\d_]+){{0,2}})",
    re.IGNORECASE,
)
_DASH: Final = re.compile(
    r"\btừ\s+(?P<first>\d{1,3})\s?[-–]\s?(?P<last>\d{1,3})(?![\d/.,\-–])\s+(?P<same>[^\W\d_]+)",
    re.IGNORECASE,
)
_RISES: Final = re.compile(
    r"\b(?:tăng|nâng|tăng thêm|mở rộng|phát triển|cao)\b[^.;()\d]{0,60}$", re.IGNORECASE
)
_FALLS: Final = re.compile(
    r"\b(?:giảm|hạ|rút|rút ngắn|thu gọn|thu hẹp|tinh gọn|cắt)\b[^.;()\d]{0,60}$", re.IGNORECASE
)
_BY: Final = re.compile(
    rf"\b(?:tăng|giảm)\s+(?:thêm\s+|được\s+)?(?P<by>{_NUMBER})(?P<unit>\s?%|(?:\s+[^\W\d_]+){{1,4}})\s*,?\s*$",
    re.IGNORECASE,
)
_RANKS: Final = re.compile(r"\b(?:hạng|thứ|vị trí|bậc|xếp|top)\b", re.IGNORECASE)
_CLOCK: Final = frozenset("ngày độ tháng năm quý giờ h tuần khóa trang điều khoản mục".split())  # noqa: SIM905
_CURE: Final = "Đối chiếu bản in: hai con số có thể đổi chỗ cho nhau, hoặc một chữ số bị nhầm."


def wrong_directions(report: Report) -> Iterator[Finding]:
    """What rises must end higher, what falls lower, and a range begins with its smaller end."""
    for passage in passages(report):
        text = printed(passage.text)
        if "từ " not in text and "Từ " not in text:
            continue
        for match in (*_CHANGE.finditer(text), *_DASH.finditer(text)):
            told = _told(text, match)
            if told is not None:
                yield Finding(
                    "KHO253", report, Spot(passage, match.start(), match.end("last")), told, _CURE
                )


def _told(text: str, match: re.Match[str]) -> str | None:
    """What is wrong with this change, or None."""
    before = text[max(0, match.start() - 80) : match.start()].rstrip("( ") + " "
    if _RANKS.search(before[-30:] + match[0]):
        return None
    first, last = _values(match)
    if first is None or last is None or first == last:
        return None
    words = text[match.start() : match.end("last")]
    change = _BY.search(before)
    if change and not _fits(change, match, first, last):
        return f"“{change[0].strip()}” mà “{words}” là {shown(abs(last - first))}."
    rises = _rises(match, before)
    if rises is None:
        backwards = first > last and _is_range(match)
        return f"“{words}”: khoảng đi ngược, số đầu lớn hơn số cuối." if backwards else None
    if rises == (first < last):
        return None
    how = ("tăng", "nhỏ") if rises else ("giảm", "lớn")
    return f"“{words}”: nói là {how[0]} mà số sau {how[1]} hơn số trước."


def _rises(match: re.Match[str], before: str) -> bool | None:
    """Whether the words tell of a rise (True), of a fall, or of neither (None)."""
    to = (match.groupdict().get("to") or "").lower()
    if to.startswith("lên"):
        return True
    if to.startswith(("xuống", "còn")):
        return False
    up, down = bool(_RISES.search(before)), bool(_FALLS.search(before))
    return None if up == down else up


def _fits(change: re.Match[str], match: re.Match[str], first: Decimal, last: Decimal) -> bool:
    """Whether the difference told beside both ends is theirs; a percentage may be of the first."""
    told, gap = number(change["by"]), abs(last - first)
    if "%" in change["unit"]:
        of_first = first != 0 and abs(gap * 100 / first - told) <= 1
        return of_first or ("%" in match["same"] and told == gap)
    own = match["same"].split()
    same = bool(own) and change["unit"].split()[:1] == own[:1] and own[0].lower() not in _SCALES
    return not same or told == gap


def _is_range(match: re.Match[str]) -> bool:
    """Whether things are counted, not days, months or pages named."""
    after = match["same"].split()
    return bool(after) and after[0].lower() not in _CLOCK


def _values(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """Both ends in one unit; None where they are of different kinds."""
    first, last = number(match["first"]), number(match["last"])
    own = (match.groupdict().get("unit") or "").split()
    same = match["same"].split()
    if "%" in own or "%" in same:
        return (first, last) if "%" in same and (not own or "%" in own) else (None, None)
    scales = [_SCALES.get(words[0].lower(), 0) if words else 0 for words in (own, same)]
    if any(scales):
        if not scales[1] or (own and not scales[0]):
            return None, None
        return first * (scales[0] or scales[1]), last * scales[1]
    if own and same and own[0].lower() != same[0].lower():
        return None, None
    return first, last
