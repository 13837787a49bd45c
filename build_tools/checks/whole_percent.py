"""Percentages against a hundred: a share above it, shares that together do not make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from build_tools.checks.figures import percents, sentences, shown
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import PassageKind, Report

_ALL: Final = Decimal(100)
_FEWEST: Final = 3
_NEAR: Final = Decimal(12)
_SHARE: Final = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|chiếm|dự họp|dự học|tham dự|tham gia|đồng thuận|hài lòng|tán thành|đúng hạn|"
    r"bao phủ|độ phủ|trong tổng|trên tổng|trong số|số hộ|nữ|tuổi|xếp loại|nộp)\b",
    re.IGNORECASE,
)
_SURELY: Final = re.compile(r"\b(?:tỷ lệ|tỉ lệ|chiếm)\b", re.IGNORECASE)
_REACHES: Final = re.compile(r"\b(?:đạt|bằng|hoàn thành)\b", re.IGNORECASE)
_ABOVE: Final = re.compile(
    r"\b(?:tăng|vượt|gấp|giảm|so với|kế hoạch|chỉ tiêu|dự toán|nghị quyết|mục tiêu|định mức|cùng kỳ|"
    r"tốc độ|chỉ số|công suất|năng suất|sản lượng|doanh thu|lợi nhuận|hạn mức|yêu cầu|lên|lần|giao)\b",
    re.IGNORECASE,
)
_PARTITION: Final = re.compile(
    r"\b(?:cơ cấu|xếp loại|phân loại|đánh giá chất lượng|tỷ trọng|chia theo)\b", re.IGNORECASE
)
_COMPARES: Final = re.compile(
    r"\b(?:tăng|giảm|so với|cùng kỳ|năm trước|kế hoạch|chỉ tiêu|vượt|trở lên|trong đó|riêng|mục tiêu)\b",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"[;,:()]|\.\s")
_CURE: Final = "Đối chiếu bản in: có thể mất dấu phẩy hoặc nhầm một chữ số."


def shares_above_all(report: Report) -> Iterator[Finding]:
    """``dự họp bình quân 942%``: what cannot be more than all."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text:
            continue
        for percent in percents(text):
            if percent.value <= _ALL:
                continue
            start = max((m.end() for m in _BREAK.finditer(text, 0, percent.start)), default=0)
            stop = _BREAK.search(text, percent.end)
            around = text[start : stop.start() if stop else len(text)]
            surely = _SURELY.search(around) is not None
            if (
                _SHARE.search(around)
                and not _ABOVE.search(around)
                and (surely or not _REACHES.search(around))
            ):
                yield Finding(
                    "KHO254",
                    report,
                    Spot(passage, percent.start, percent.end),
                    f"Một phần của tổng số không thể là {text[percent.start : percent.end]}.",
                    _CURE,
                )


def shares_of_all(report: Report) -> Iterator[Finding]:
    """``Xếp loại: xuất sắc 18%, tốt 62%, hoàn thành 15%, không hoàn thành 3%``."""
    for passage in passages(report):
        text = printed(passage.text)
        if text.count("%") < _FEWEST or passage.kind is PassageKind.TABLE:
            continue
        for start, end in sentences(text):
            opening = _PARTITION.search(text, start, end)
            found = [p for p in percents(text) if opening and opening.end() <= p.start < end]
            if opening is None or len(found) < _FEWEST:
                continue
            if _COMPARES.search(text[opening.end() : found[-1].end + 30]):
                continue
            if any("." in text[one.end : other.start] for one, other in pairwise(found)):
                continue
            total = sum((one.value for one in found), Decimal(0))
            slack = sum((one.step for one in found), Decimal(0))
            if slack < abs(total - _ALL) <= _NEAR:
                yield Finding(
                    "KHO254",
                    report,
                    Spot(passage, found[0].start, found[-1].end),
                    f"Các tỷ lệ cộng lại ({' + '.join(shown(one.value) for one in found)}) là "
                    f"{shown(total)}%, không phải 100%.",
                    _CURE,
                )
