"""Where a note at the foot of a page ends and the text goes on.

Between a note and the next there is either nothing (they share a foot) or a page of
text; which of the two is known from where the next mark stands. The last note of a foot
ends at the page's end if the page's end can be seen; else where the sentence that the
notes interrupted goes on; else at the first blank line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from build_tools.intake.folding import ends_sentence, goes_on, is_upper
from build_tools.intake.letterhead import is_tail_opening
from build_tools.intake.note_chain import Pair
from build_tools.intake.openings import begins_block, numbers_of
from build_tools.intake.paragraphs import Measure, belong_together, measure
from build_tools.intake.signs import without_signs
from build_tools.intake.source import Gap, Line

_LONGEST_FOOT: Final = 40


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A note's lines ``first:last`` (indexes, end exclusive) in the text."""

    pair: Pair
    first: int
    last: int


def find_blocks(lines: Sequence[Line], pairs: Sequence[Pair]) -> tuple[NoteBlock, ...]:
    """The lines of each note, in reading order."""
    ordered = sorted(pairs, key=lambda pair: pair.start.position)
    tail = next(
        (at for at, line in enumerate(lines) if is_tail_opening(line.text.text)), len(lines)
    )
    size = measure(lines)
    blocks: list[NoteBlock] = []
    for index, pair in enumerate(ordered):
        first = pair.start.line
        following = ordered[index + 1] if index + 1 < len(ordered) else None
        limit = following.start.line if following else len(lines)
        shared = following is not None and following.mark.line < first
        if first > tail or (shared and not _has_body(lines[first + 1 : limit])):
            last = limit
        else:
            opening = _foot_begins(blocks, first)
            waits = opening > 0 and _is_waiting(lines[opening - 1])
            reach = min(limit, following.mark.line + 1) if following and not shared else limit
            last = _end(lines, first, reach, size, waits=waits)
        blocks.append(NoteBlock(pair, first, last))
    return tuple(blocks)


def _has_body(lines: Sequence[Line]) -> bool:
    """Whether a page ends, or a heading stands, among lines between two notes."""
    return any(line.gap is Gap.PAGE or _is_heading(line) for line in lines)


def _is_heading(line: Line) -> bool:
    text = line.text.text
    return bool(numbers_of(text)) and line.gap is not Gap.NONE and not ends_sentence(text)


def _foot_begins(blocks: Sequence[NoteBlock], first: int) -> int:
    """The line on which the foot begins that holds the note at ``first``."""
    for block in reversed(blocks):
        if block.last != first:
            break
        first = block.first
    return first


def _is_waiting(line: Line) -> bool:
    """Whether the text above the foot stops in the middle of a sentence."""
    text = without_signs(line.text.text)
    return not ends_sentence(text) and not is_upper(text) and not numbers_of(text)


def _end(lines: Sequence[Line], first: int, limit: int, size: Measure, *, waits: bool) -> int:
    page = next((at for at in range(first + 1, limit) if lines[at].gap is Gap.PAGE), None)
    if page and page - first <= _LONGEST_FOOT and not _has_body(lines[first + 1 : page]):
        return page
    if waits:
        for at in range(first + 1, limit):
            text, before = lines[at].text.text, lines[at - 1].text.text
            apart = before.endswith(".") or (lines[at].gap is not Gap.NONE and not size.spaced)
            if goes_on(text) and apart and not begins_block(text):
                return at
    for at in range(first + 1, limit):
        if not belong_together(lines[first], lines[at - 1], lines[at], size):
            return at
    return limit
