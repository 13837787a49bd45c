"""A sentence and its footnote: parts told in the note, or the same figure told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import Figure, figures, one_digit_apart, sentence_at, spoken
from build_tools.checks.finding import Finding, Spot, printed
from build_tools.checks.lists_of_parts import added, fits, overlap, parts_of, total_of
from build_tools.model import Footnote, Passage, Report
from build_tools.vietnamese import fold

_OPENING: Final = re.compile(
    r"\s*[^\d:;,.()]{0,40}:\s*"
    r"|\s*(?:bao gồm|gồm|trong đó|cụ thể|đối tượng|nội dung|kết quả)?(?:\s+có)?\s*",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r";\s*(?:riêng|ngoài ra|còn lại|cùng kỳ|năm trước|năm (?:19|20)\d\d|so với|trong đó)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_AGE_IN_THE_PARTY: Final = re.compile(r"\b\d{2} năm(?: tuổi đảng)?", re.IGNORECASE)
_ALL: Final = re.compile(r"\s*(?:bao\s+)?gồm\b", re.IGNORECASE)
_BALANCE: Final = re.compile(
    r"\b(?:đầu quý|cuối năm|đầu năm|cuối quý|đầu kỳ|tăng|giảm)\b", re.IGNORECASE
)
_EARLIER: Final = re.compile(
    r"\b(?:cùng kỳ|năm trước|quý trước|lũy kế|cả năm|kế hoạch|chỉ tiêu|so với)\b", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = Decimal("0.1")
_TAIL: Final = 9
_COMMON: Final = 3
_FEWEST: Final = 2
_LARGE: Final = 20
_NO_SPOT: Final = -1


def carriers(report: Report) -> Iterator[tuple[Footnote, Passage, int]]:
    """Each note with the passage of its mark and where in it the mark stands."""
    marked = {
        number: (passage, at)
        for section in report.sections
        for passage in section.passages
        for number, at in zip(passage.notes, passage.note_offsets, strict=False)
    }
    for note in report.footnotes:
        passage, at = marked.get(note.number, (None, _NO_SPOT))
        if passage is not None and note.passages:
            yield note, passage, at


def note_and_sentence(report: Report) -> Iterator[Finding]:
    """What the note adds up to is not what the sentence says."""
    for note, passage, at in carriers(report):
        body = note.passages[0]
        yield from _parts(report, body, passage, at)
        yield from _twice(report, body, passage)


def _parts(report: Report, body: Passage, passage: Passage, at: int) -> Iterator[Finding]:
    text, told = printed(passage.text), printed(body.text)
    start, end = sentence_at(text, max(at - 1, 0))
    candidates = [one for one in figures(text) if start <= one.start and one.end <= end]
    before = [one for one in candidates if one.end <= at]
    if not before or "[BBT:" in passage.text[start : end + 80] or "[BBT:" in body.text:
        return
    _, stop = sentence_at(told, 0)
    listed = _AGE_IN_THE_PARTY.sub("", _REST.sub("", told[:stop].rstrip(". ")))
    if _BALANCE.search(listed):
        return
    opening = _OPENING.match(listed)
    offset = opening.end() if opening else 0
    units = dict.fromkeys(one.unit for one in reversed(before) if one.unit)
    for unit in (*units, ""):
        parts = parts_of(listed[offset:], unit)
        if not parts:
            continue
        total = total_of(parts)
        same = [one for one in before if not unit or one.unit == unit]
        whole = min(same or before[-1:], key=lambda one: abs(one.amount - total))
        if fits(parts, candidates) or total == 2 * parts[0].amount:
            return
        if overlap(listed) and not _ALL.match(listed):
            return
        if whole.is_money != parts[0].is_money:
            continue
        if not _surely(total, whole.amount, listed, len(parts), exact=bool(unit)):
            continue
        addends, result = added(parts)
        yield Finding(
            "KHO231",
            report,
            Spot(passage, whole.start, whole.end),
            f"Ghi {spoken(text, whole)} nhưng chú thích ở dòng {body.line} cộng lại ({addends}) là "
            f"{result}.",
            "Đối chiếu câu và chú thích với bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
        )
        return


def _surely(total: Decimal, whole: Decimal, listed: str, parts: int, *, exact: bool) -> bool:
    gap = abs(total - whole)
    if _ALL.match(listed) and exact:
        return True
    if exact and parts >= _COMMON:
        return whole / 2 <= total <= whole * 4
    if exact:
        near = max(Decimal(2), whole * _NEAR)
        return gap <= near or (whole >= _LARGE and one_digit_apart(total, whole))
    return gap <= max(Decimal(1), whole * _NEAR / 2)


def _twice(report: Report, body: Passage, passage: Passage) -> Iterator[Finding]:
    """``chọn 20 bài thi cấp tỉnh`` in the text, ``21 bài dự thi cấp tỉnh`` in the note."""
    text, told = printed(passage.text), printed(body.text)
    ours, theirs = figures(text), figures(told)
    for one in ours:
        twins = [other for other in theirs if other.unit == one.unit and one.unit]
        mine = [other for other in ours if other.unit == one.unit]
        if len(twins) != 1 or twins[0].amount == one.amount:
            continue
        for other in twins:
            if any(same.amount == other.amount for same in mine):
                continue
            if not _same_tail(text, one, told, other) or "[BBT:" in _around(passage, one):
                continue
            yield Finding(
                "KHO231",
                report,
                Spot(passage, one.start, one.end),
                f"Câu ghi {text[one.start : one.end]} {one.unit}, chú thích ở dòng {body.line} ghi "
                f"{told[other.start : other.end]} {other.unit} cho cùng một việc.",
                "Đối chiếu câu và chú thích với bản in; bản in đúng như vậy thì giữ và thêm lời "
                "chú [BBT: …].",
            )


def _around(passage: Passage, figure: Figure) -> str:
    return passage.text[figure.start : figure.end + 120]


def _same_tail(text: str, one: Figure, told: str, other: Figure) -> bool:
    """Whether the words after both figures share a run of three beyond the unit."""
    first, second = _tail(text, one), _tail(told, other)
    if _EARLIER.search(text[max(0, one.start - 40) : one.end + 60]) or _EARLIER.search(
        told[max(0, other.start - 40) : other.end + 60]
    ):
        return False
    runs = {tuple(first[at : at + _COMMON]) for at in range(len(first) - _COMMON + 1)}
    return any(tuple(second[at : at + _COMMON]) in runs for at in range(len(second) - _COMMON + 1))


def _tail(text: str, figure: Figure) -> list[str]:
    stop = re.search(r"[.;,\d(]", text[figure.end :])
    end = figure.end + stop.start() if stop else len(text)
    words = _WORDS.findall(fold(text[figure.end : end]))
    return words[len(figure.unit.split()) :][:_TAIL]
