"""Parts against their total in one sentence: ``18 đồng chí, gồm 07 …, 02 …, 03 …, 06 …``.

After ``gồm`` or in parentheses the parts are all there; after ``trong đó`` some may be left
out on purpose, so only a sum that nearly fits is pointed out there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import (
    Figure,
    figures,
    one_digit_apart,
    percents,
    sentence_at,
    sentences,
    spoken,
)
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.lists_of_parts import added, fits, overlap, parts_of, total_of
from build_tools.model import Passage, PassageKind, Report

_ALL: Final = re.compile(r"(?:\bbao\s+)?\bgồm(?:\s+có)?\s*:?\s+", re.IGNORECASE)
_SOME: Final = re.compile(r"\btrong đó(?:,)?(?:\s+có)?\s*:?\s+", re.IGNORECASE)
_COLON: Final = re.compile(r"(?<=[^\W\d_]):\s+(?=\D{0,60}\d)")
_PAREN: Final = re.compile(r"\(([^()]*\d[^()]*)\)")
_OF_OTHERS: Final = re.compile(
    r"\s*(?:trực thuộc|thuộc|của|ở|tại|do|với|từ|tại các|có thêm)\b", re.IGNORECASE
)
_STOP: Final = re.compile(r"[;)]|\.\s|\.$|(?<!\d),\s+(?:đạt|bằng|nâng|chiếm)\b")
_BEFORE_PAREN: Final = 70
_NEAR: Final = Decimal("0.1")
_ENOUGH: Final = 3
_LARGE: Final = 100


def parts_and_total(report: Report) -> Iterator[Finding]:
    """Sums in running text that do not hold."""
    for passage in passages(report):
        if passage.kind in {PassageKind.TABLE, PassageKind.HEADING}:
            continue
        text = printed(passage.text)
        if len(figures(text)) < _ENOUGH:
            continue
        seen: set[int] = set()
        for finding, parts in _found(report, passage, text):
            if parts[0].start not in seen:
                seen.add(parts[0].start)
                yield finding


def _found(report: Report, passage: Passage, text: str) -> Iterator[tuple[Finding, list[Figure]]]:
    for match in _PAREN.finditer(text):
        whole = _figure_before(text, match.start())
        if whole is not None and not _OF_OTHERS.match(match[1]):
            yield from _compare(report, passage, match.span(1), [whole], all_there=True)
    for pattern, all_there in ((_ALL, True), (_SOME, False), (_COLON, False)):
        for match in pattern.finditer(text):
            before = _figures_before(text, match.start())
            if before:
                end = _end_of_list(text, match.end())
                if pattern is _SOME and _is_nested(text, match.start()):
                    end = min(end, _next_item(text, match.end()))
                span = (match.end(), end)
                yield from _compare(report, passage, span, before, all_there=all_there)


def _end_of_list(text: str, start: int) -> int:
    """Where the list stops: a list with semicolons goes to the end of the sentence."""
    _, end = sentence_at(text, start)
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            end = at
            break
    stop = _STOP.search(re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), text[start:end]))
    if stop is None:
        return end
    if stop[0] == ";" and _one_figure(text[start : start + stop.start()]):
        return end
    return start + stop.start()


def _is_nested(text: str, at: int) -> bool:
    """Whether ``trong đó`` tells of one item of a list that is open already."""
    start, _ = sentence_at(text, at)
    before = text[start:at]
    open_bracket = before.count("(") > before.count(")")
    return open_bracket or any(pattern.search(before) for pattern in (_ALL, _COLON))


def _next_item(text: str, start: int) -> int:
    stop = re.compile(r"[;)]").search(text, start)
    return stop.start() if stop else len(text)


def _one_figure(text: str) -> bool:
    return len(figures(text)) == 1


def _figures_before(text: str, at: int) -> list[Figure]:
    start, _ = sentence_at(text, at)
    if not figures(text[start:at]):
        earlier = [span for span in sentences(text) if span[1] <= start]
        start = earlier[-1][0] if earlier and not text[start:at].strip() else start
    return [one for one in figures(text) if start <= one.start and one.end <= at]


def _figure_before(text: str, at: int) -> Figure | None:
    """The figure a parenthesis explains: the last one, close before it, in the same clause."""
    before = [one for one in _figures_before(text, at) if not one.whole]
    if not before or at - before[-1].end > _BEFORE_PAREN:
        return None
    between = text[before[-1].end : at]
    return None if re.search(r"[,;:%]|\bđạt\b|\d", between) else before[-1]


def _compare(
    report: Report,
    passage: Passage,
    span: tuple[int, int],
    candidates: list[Figure],
    *,
    all_there: bool,
) -> Iterator[tuple[Finding, list[Figure]]]:
    listed = printed(passage.text)[span[0] : span[1]]
    if ":" in listed:
        return
    parts: list[Figure] = []
    for unit in dict.fromkeys(one.unit for one in reversed(candidates)):
        parts = parts_of(listed, unit)
        if parts:
            break
    if not parts:
        return
    total = total_of(parts)
    if fits(parts, candidates) or (candidates[-1].whole and _is_half(candidates, total)):
        return
    same_kind = [one for one in candidates if one.is_money == parts[0].is_money]
    if not same_kind:
        return
    nearest = min(
        (one for one in same_kind if one.unit == parts[0].unit or one is same_kind[-1]),
        key=lambda one: abs(one.amount - total),
    )
    if not all_there and not nearly(parts, nearest.amount, listed):
        return
    if all_there and percents(listed):
        return
    sums, result = added(parts)
    yield (
        Finding(
            "KHO230",
            report,
            Spot(passage, nearest.start, nearest.end),
            f"Ghi {spoken(passage.text, nearest)} nhưng các phần cộng lại ({sums}) là {result}.",
            "Cộng lại theo bản in: một con số bị đọc hay gõ nhầm. Bản in sai như vậy thì giữ và "
            "thêm lời chú [BBT: …].",
        ),
        [Figure(span[0] + parts[0].start, 0, parts[0].amount, "")],
    )


def _is_half(candidates: list[Figure], total: Decimal) -> bool:
    return total in {one.amount for one in candidates[-2:]}


def nearly(parts: list[Figure], whole: Decimal, listed: str) -> bool:
    """Whether a list that may leave something out was surely meant to be complete."""
    total = total_of(parts)
    if overlap(listed) or total == whole:
        return False
    if any(part.amount > whole for part in parts):
        return True
    gap = abs(total - whole)
    if total > whole and len({part.unit for part in parts}) == 1 and one_digit_apart(total, whole):
        return gap <= whole / 4
    if len(parts) >= _ENOUGH:
        return gap <= max(Decimal(2), whole * _NEAR) or (
            whole >= _LARGE and one_digit_apart(total, whole)
        )
    return whole >= _LARGE and (one_digit_apart(total, whole) or gap <= whole * _NEAR / 2)
