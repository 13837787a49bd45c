"""Marks and notes proved by their sequence.

A sign is a mark when it is the next number of a rising sequence and the same number
begins a line further down; that is how ``thực hiện1`` is told from ``Chỉ thị 05``. The
style in which the longest sequence is found is the style of the paper; other styles
(OCR reads some raised digits as plain ones) may only fill its gaps. Papers that number
anew on each page give several rising runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from build_tools.intake.note_signs import BARE, STRONG, SUPERSCRIPT, NoteSign, find_tails
from build_tools.intake.source import Line

_SKIP: Final = 3
_ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark and the line that begins its note."""

    mark: NoteSign
    start: NoteSign


def find_pairs(
    marks: Sequence[NoteSign], starts: Sequence[NoteSign], lines: Sequence[Line]
) -> tuple[Pair, ...]:
    """The pairs of a paper in reading order of their marks; empty when nothing is proved."""
    mark_styles = sorted({mark.style for mark in marks}, key=_rank)
    start_styles = sorted({start.style for start in starts}, key=_rank)
    best: tuple[Pair, ...] = ()
    for start_style, mark_style in product(start_styles, mark_styles):
        chain = _chain(
            [mark for mark in marks if mark.style == mark_style],
            [start for start in starts if start.style == start_style],
        )
        if _weight(chain) > _weight(best) and _is_proof(chain):
            best = chain
    return _fill(best, marks, starts, lines) if best else ()


def _rank(style: str) -> int:
    return (SUPERSCRIPT, "raised", "bracket", "paren", BARE, "close", "spaced", "dot").index(style)


def _weight(chain: Sequence[Pair]) -> tuple[int, int]:
    """Raised digits before brackets, these before digits that may be anything; then length."""
    if not chain:
        return (0, 0)
    styles = {chain[0].mark.style, chain[0].start.style}
    strength = 3 if styles == {SUPERSCRIPT} else 2 if styles <= set(STRONG) else 1
    return (strength, len(chain))


def _is_proof(chain: Sequence[Pair]) -> bool:
    """Weak signs need company; one superscript with its note is proof enough."""
    first = chain[0]
    if first.mark.style in STRONG and first.start.style in STRONG:
        return first.mark.style == SUPERSCRIPT or first.mark.glued or len(chain) >= _ENOUGH
    return len(chain) >= _ENOUGH and chain[0].mark.number == 1


def _chain(marks: Sequence[NoteSign], starts: Sequence[NoteSign]) -> tuple[Pair, ...]:
    chain: list[Pair] = []
    number = 0
    while True:
        room = _Room(chain[-1] if chain else None)
        wanted = range(number + 1, number + 1 + _SKIP) if chain else (1, 2)
        options = [_next(n, marks, starts, room) for n in wanted]
        found = next((pair for pair in options if pair), None)
        if chain and (again := _next(1, marks, starts, room)):
            sooner = found is None or again.mark.position < found.mark.position
            if sooner and again.mark.glued and again.start.position > again.mark.position:
                found = again
        if found is None:
            return tuple(chain)
        chain.append(found)
        number = found.mark.number


@dataclass(frozen=True, slots=True)
class _Room:
    """Between which two pairs a number may stand."""

    after: Pair | None = None
    before: Pair | None = None

    def holds_mark(self, mark: NoteSign) -> bool:
        return (self.after is None or self.after.mark.position < mark.position) and (
            self.before is None or mark.position < self.before.mark.position
        )

    def holds_start(self, start: NoteSign) -> bool:
        return (self.after is None or self.after.start.position < start.position) and (
            self.before is None or start.position < self.before.start.position
        )


def _next(
    number: int, marks: Sequence[NoteSign], starts: Sequence[NoteSign], room: _Room
) -> Pair | None:
    """The first note of a number with a mark above it; of several marks, a glued one."""
    for start in sorted(starts, key=lambda one: not one.glued):
        if start.number != number or not room.holds_start(start):
            continue
        fitting = [
            mark
            for mark in marks
            if mark.number == number and mark.line < start.line and room.holds_mark(mark)
        ]
        if fitting:
            glued = next((mark for mark in fitting if mark.glued), None)
            return Pair(glued or fitting[-1], start)
    return None


def _glued_to_figure(
    number: int, lines: Sequence[Line], starts: Sequence[NoteSign], room: _Room
) -> Pair | None:
    """A mark that came down onto a figure (``cảnh cáo 0113``): taken only if there is one place."""
    start = next((one for one in starts if one.number == number and room.holds_start(one)), None)
    if start is None:
        return None
    places = [
        mark
        for mark in find_tails(lines, number)
        if mark.line < start.line and room.holds_mark(mark)
    ]
    return Pair(places[0], start) if len(places) == 1 else None


def _fill(
    chain: Sequence[Pair],
    marks: Sequence[NoteSign],
    starts: Sequence[NoteSign],
    lines: Sequence[Line],
) -> tuple[Pair, ...]:
    """Numbers missing between two of the chain, in whatever style they were read."""
    pairs = list(chain)
    edges: Iterable[tuple[Pair | None, Pair]] = [(None, chain[0]), *pairwise(chain)]
    for before, after in edges:
        previous = before
        for number in range(before.mark.number + 1 if before else 1, after.mark.number):
            room = _Room(previous, after)
            pair = _next(number, marks, starts, room) or _glued_to_figure(
                number, lines, starts, room
            )
            if pair:
                pairs.append(pair)
                previous = pair
    last = max(chain, key=lambda pair: pair.mark.position)
    while pair := _next(last.mark.number + 1, marks, starts, _Room(last)):
        if SUPERSCRIPT not in {pair.mark.style, pair.start.style}:
            break
        pairs.append(pair)
        last = pair
    return tuple(sorted(pairs, key=lambda pair: pair.mark.position))
