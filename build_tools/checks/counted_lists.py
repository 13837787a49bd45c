"""Parts told after a total without ``gồm`` or brackets, in one sentence or in the bullets below it.

``Trong 20 việc khó, đã xong 11 việc, đang làm 07 việc, 02 việc phải đổi``; a sentence that ends
in a colon, with one figure in each bullet. Nothing says that such a list is complete, so only a
sum that nearly fits, or that is more than the total, is pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from build_tools.checks.figures import Figure, figures, percents, sentence_at, sentences, spoken
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.lists_of_parts import (
    COMPARES,
    added,
    fits,
    items_of,
    overlap,
    total_of,
)
from build_tools.checks.parts import nearly
from build_tools.model import Passage, PassageKind, Report

_LEAD: Final = re.compile(
    r"\b(?:trong(?:\s+(?:tổng\s+)?số)?|qua\s+[^\d,.;:()]{1,40}|(?P<looked>kiểm tra|rà soát|khảo sát|thẩm định|"
    r"đối chiếu|xem xét|chấm|lấy phiếu|thu về)(?:\s+[^\W\d]+){0,3})\s+$",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    r"[^\d,;:.()]{0,40},\s+(?:có|kết quả|phát hiện|thì|trong đó)\b", re.IGNORECASE
)
_CLAUSE_END: Final = re.compile(r"[;(:]|\.\s|\.$")
_TOLD_APART: Final = re.compile(r"[;(]|\btrong (?:đó|số)\b|\briêng\b", re.IGNORECASE)
_FEWEST: Final = 2
_PERSONS: Final = frozenset(
    (
        "người", "đồng chí", "đảng viên", "cán bộ", "công chức", "viên chức", "công nhân", "nông dân",
        "lao động", "trí thức", "sinh viên", "học sinh", "học viên", "giáo viên", "giảng viên",
        "bác sĩ", "kỹ sư", "nhân viên", "chiến sĩ", "quần chúng", "đại biểu",
    )
)  # fmt: skip


def parts_listed(report: Report) -> Iterator[Finding]:
    """Lists in one sentence whose sum is not the total that opens it."""
    for passage in passages(report):
        if passage.kind in {PassageKind.TABLE, PassageKind.HEADING}:
            continue
        text = printed(passage.text)
        counted = figures(text)
        if len(counted) <= _FEWEST:
            continue
        for whole in counted:
            lead = _LEAD.search(text, max(0, whole.start - 60), whole.start)
            if lead is None or whole.is_money or whole.whole:
                continue
            if lead["looked"] and not _THEN.match(text, whole.end):
                continue
            parts = _parts_after(text, whole)
            if parts and _is_wrong(parts, whole, text[whole.end : parts[-1].end + 40]):
                yield _finding(report, passage, whole, parts, "các phần kể sau đó")


def _parts_after(text: str, whole: Figure) -> list[Figure]:
    """One figure of each item of the rest of the clause, or nothing."""
    _, end = sentence_at(text, whole.start)
    stop = _CLAUSE_END.search(text, whole.end, end)
    listed = text[whole.end : stop.start() if stop else end]
    items = items_of(listed)
    if len(items) < _FEWEST or any(len(figures(item)) != 1 for item in items):
        return []
    told = ", ".join((items[0].rsplit(",", 1)[-1], *items[1:]))
    if percents(listed) or COMPARES.search(told):
        return []
    parts = [one for one in figures(text) if whole.end <= one.start < whole.end + len(listed)]
    return parts if len(parts) == len(items) and _one_kind(parts, whole) else []


def _one_kind(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the parts can be parts of the whole: of its unit, of one unit, or persons all."""
    units = {part.unit for part in parts} - {""}
    things = {unit.split()[0] for unit in units} - {"".join(whole.unit.split()[:1])}
    return not any(part.is_money for part in parts) and (len(things) <= 1 or units <= _PERSONS)


def _is_wrong(parts: list[Figure], whole: Figure, listed: str) -> bool:
    if fits(parts, [whole]) or overlap(listed) or any(one.amount > whole.amount for one in parts):
        return False
    total = total_of(parts)
    if len(parts) == _FEWEST and total < whole.amount:
        return False
    return nearly(parts, whole.amount, listed) or whole.amount < total <= whole.amount * 5 / 4


def parts_in_bullets(report: Report) -> Iterator[Finding]:
    """``Cơ cấu 98 đảng viên mới:`` with the parts in the bullets below."""
    for section in report.sections:
        for at, passage in enumerate(section.passages):
            text = printed(passage.text).rstrip()
            if passage.kind is PassageKind.TABLE or not text.endswith(":"):
                continue
            items = _items_below(passage, section.passages[at + 1 :])
            start = sentences(text)[-1][0]
            wholes = [one for one in figures(text) if one.start >= start]
            for whole in wholes:
                parts = _parts_of_items(items, whole)
                listed = " ".join(one.text for one in items)
                others = [one for one in wholes if one.unit == whole.unit]
                if parts and not fits(parts, others) and _is_wrong(parts, whole, listed):
                    yield _finding(report, passage, whole, parts, "các gạch đầu dòng bên dưới")


def _items_below(passage: Passage, following: Sequence[Passage]) -> list[Passage]:
    """The bullets one level deeper that follow a passage at once."""
    depth = following[0].depth if following else 0
    if depth <= passage.depth:
        return []
    deeper = takewhile(lambda one: one.depth >= depth, following)
    return [one for one in deeper if one.depth == depth]


def _parts_of_items(items: Sequence[Passage], whole: Figure) -> list[Figure]:
    parts = []
    for item in items:
        text = printed(item.text)
        stop = _TOLD_APART.search(text)
        counted = figures(text[: stop.start()] if stop else text)
        same = [one for one in counted if one.unit == whole.unit] or [
            one for one in counted if one.unit in _PERSONS and whole.unit in _PERSONS
        ]
        if len(same) != 1:
            return []
        parts += same
    return parts if len(parts) >= _FEWEST else []


def _finding(
    report: Report, passage: Passage, whole: Figure, parts: Sequence[Figure], where: str
) -> Finding:
    sums, result = added(parts)
    return Finding(
        "KHO230",
        report,
        Spot(passage, whole.start, whole.end),
        f"Ghi {spoken(passage.text, whole)} nhưng {where} cộng lại ({sums}) là {result}.",
        "Cộng lại theo bản in: một con số bị đọc hay gõ nhầm. Bản in sai như vậy thì giữ và "
        "thêm lời chú [BBT: …].",
    )
