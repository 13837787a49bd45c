"""Which numbered lines are headings, and on which level.

A heading has the next number of its kind and reads as a name: short, no sentence inside,
no full stop at the end. “1. Đã kiểm tra 5 chi bộ; xử lý 2 trường hợp.” is a numbered
sentence and stays a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.folding import CAPITALS, is_title, is_upper
from build_tools.intake.openings import Number, Numbering, bullet_of, numbers_of
from build_tools.intake.signs import without_signs
from build_tools.intake.source import Traced

_LONGEST: Final = 300
_LONGEST_OPEN: Final = 90
_SKIP: Final = 4
_TOP: Final = 2
_DEEPEST: Final = 6
_SENTENCE_INSIDE: Final = re.compile(rf"[^\W\d_]{{2,}}[.;!?]\s+[{CAPITALS}]")
_RANK: Final = MappingProxyType(
    {
        Numbering.PART: 0,
        Numbering.CAPITAL: 1,
        Numbering.ROMAN: 1,
        Numbering.ARABIC: 2,
        Numbering.DECIMAL: 3,
        Numbering.LETTER: 4,
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may be a heading; ``styled`` is the level its reader knows (1 = part)."""

    text: Traced
    styled: int | None = None
    apart: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: its number (None for one in capitals without a number)."""

    number: Number | None
    level: int = _TOP


def find_headings(
    candidates: Sequence[Candidate],
) -> tuple[tuple[Found | None, ...], tuple[Doubt, ...]]:
    """For each paragraph the heading it is, or None; numbering that skips is a doubt."""
    walk = _Walk()
    found = [walk.look(candidate) for candidate in candidates]
    levels = _levels(walk.used)
    placed = tuple(
        None if one is None else Found(one.number, _level(one, candidate, levels))
        for one, candidate in zip(found, candidates, strict=True)
    )
    return placed, tuple(walk.doubts)


def _levels(used: Sequence[Numbering]) -> dict[Numbering, int]:
    """The level of each kind of number: the outer ones as they first appear, then the inner."""
    inner = (Numbering.ARABIC, Numbering.DECIMAL, Numbering.LETTER)
    outer = [kind for kind in used if kind not in inner]
    levels = {kind: _TOP + depth for depth, kind in enumerate(outer)}
    level = max(_TOP + 1, _TOP + len(outer))
    for kind in inner:
        levels[kind] = level
        level += kind in used
    return levels


def _level(found: Found, candidate: Candidate, levels: dict[Numbering, int]) -> int:
    if found.number is not None:
        return min(_DEEPEST, levels[found.number.kind])
    return min(_DEEPEST, _TOP - 1 + (candidate.styled or 1))


def reads_as_heading(text: str, number: Number | None) -> bool:
    """Whether a text is a name and not a sentence.

    >>> reads_as_heading("1. Ưu điểm", numbers_of("1. Ưu điểm")[0])
    True
    >>> reads_as_heading("1. Đã kết nạp 12 đảng viên.", None)
    False
    """
    words = text[number.length :] if number else text
    if is_upper(words):
        return len(words) <= _LONGEST
    ends = words.rstrip()[-1:]
    if ends in {".", ";", ",", "!", "?"} or _SENTENCE_INSIDE.search(words):
        return False
    return len(words) <= (_LONGEST_OPEN if ends == ":" else _LONGEST)


class _Walk:
    def __init__(self) -> None:
        self.open: list[Number] = []
        self.used: list[Numbering] = []
        self.doubts: list[Doubt] = []

    def look(self, candidate: Candidate) -> Found | None:
        text = without_signs(candidate.text.text)
        readings = [number for number in numbers_of(text) if reads_as_heading(text, number)]
        fitting = [(self._fit(number), number) for number in readings]
        fits = [(skip, number) for skip, number in fitting if skip is not None]
        if fits:
            skip, number = min(fits, key=lambda one: one[0])
            if skip:
                self._doubt_skip(candidate.text, number, skip)
            self._enter(number)
            return Found(number)
        if candidate.styled is not None:
            return Found(None)
        if candidate.apart and not readings and _is_bare_title(text):
            return Found(None)
        return None

    def _fit(self, number: Number) -> int | None:
        """How many numbers are skipped if this one is taken; None when it does not fit."""
        before = next((one for one in reversed(self.open) if one.kind is number.kind), None)
        if number.kind is Numbering.DECIMAL:
            arabic = next((one for one in self.open if one.kind is Numbering.ARABIC), None)
            inside = arabic is None or number.above.split(".")[-1] == str(arabic.value)
            if before and before.above != number.above:
                before = None
            if before is None and not (inside and number.value == 1):
                return None
        if before is None:
            return number.value - 1 if number.value <= _SKIP else None
        skipped = number.value - before.value - 1
        return skipped if 0 <= skipped < _SKIP else None

    def _enter(self, number: Number) -> None:
        rank = _RANK[number.kind]
        kinds = [one.kind for one in self.open]
        if number.kind in kinds:
            self.open = self.open[: kinds.index(number.kind)]
        else:
            self.open = [one for one in self.open if _RANK[one.kind] <= rank]
        self.open.append(number)
        if number.kind not in self.used:
            self.used.append(number.kind)

    def _doubt_skip(self, text: Traced, number: Number, skipped: int) -> None:
        self.doubts.append(
            warning(
                "KHO703",
                text.start,
                text.text[:60],
                f"Số mục nhảy cóc: trước mục này thiếu {skipped} mục cùng loại.",
                "Đối chiếu bản in: một đề mục có thể đã mất hoặc dính vào đoạn trên.",
            )
        )


def _is_bare_title(text: str) -> bool:
    """Whether a line without a number is a heading set in capitals."""
    ends = text.rstrip().endswith((".", ";", ","))
    return is_title(text) and len(text) <= _LONGEST and not ends and bullet_of(text) is None
