"""Notes cut out of the pages, marks turned into signs, what is left joined again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.note_blocks import NoteBlock, find_blocks
from build_tools.intake.note_chain import Pair, find_pairs
from build_tools.intake.note_doubts import doubt_signs
from build_tools.intake.note_signs import NoteSign, find_marks, find_starts, is_title_of_notes
from build_tools.intake.paragraphs import Measure, group, joined, measure
from build_tools.intake.signs import mark_sign
from build_tools.intake.source import Fate, FateKind, Gap, Line, Note, Traced, fates_of

_LABEL: Final = "[^{}]"
TITLE: Final = "tên mục chú thích"


@dataclasses.dataclass(frozen=True, slots=True)
class CutText:
    """Lines without notes, the notes, and what became of their numbers."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    fates: tuple[Fate, ...]
    doubts: tuple[Doubt, ...]


def cut_notes(lines: Sequence[Line]) -> CutText:
    """Take the notes out of a text of printed lines."""
    marks, starts = find_marks(lines), find_starts(lines)
    pairs = find_pairs(marks, starts, lines)
    labels = _labels(pairs)
    doubts = [*doubt_signs(lines, marks, starts, pairs), *_renumbered(lines, pairs, labels)]
    signed, fates = _with_signs(lines, pairs, labels)
    blocks = find_blocks(signed, pairs)
    titles = _titles(signed, blocks)
    fates += [fate for at in titles for fate in fates_of(signed[at].text, FateKind.DROPPED, TITLE)]
    size = _measure_of_notes(signed, blocks)
    notes = tuple(
        _note(signed[block.first : block.last], labels[block.pair], size) for block in blocks
    )
    return CutText(_without(signed, blocks, titles), notes, tuple(fates), tuple(doubts))


def _labels(pairs: Sequence[Pair]) -> dict[Pair, str]:
    """The number of each note; where a paper numbers anew on each page, one that goes on."""
    labels: dict[Pair, str] = {}
    before, shift = 0, 0
    for pair in pairs:
        if pair.mark.number <= before - shift:
            shift = before
        before = pair.mark.number + shift
        labels[pair] = str(before)
    return labels


def _renumbered(
    lines: Sequence[Line], pairs: Sequence[Pair], labels: Mapping[Pair, str]
) -> Sequence[Doubt]:
    changed = [pair for pair in pairs if labels[pair] != str(pair.mark.number)]
    if not changed:
        return ()
    first = changed[0].mark
    return (
        warning(
            "KHO717",
            lines[first.line].text[first.start : first.end].start,
            str(first.number),
            f"Bản in đánh số chú thích lại từ đầu ở mỗi trang; {len(changed)} chú thích được đánh số tiếp "
            f"(từ {labels[changed[0]]}).",
            "Trong một tệp, số chú thích không được trùng; đối chiếu vài chú thích với bản in.",
        ),
    )


def _with_signs(
    lines: Sequence[Line], pairs: Sequence[Pair], labels: Mapping[Pair, str]
) -> tuple[list[Line], list[Fate]]:
    """The lines with each mark as one sign and without the numbers before notes."""
    signs: dict[int, list[tuple[NoteSign, str, str]]] = {}
    for pair in pairs:
        label = labels[pair]
        written = _LABEL.format(label)
        signs.setdefault(pair.mark.line, []).append((pair.mark, mark_sign(label), written))
        signs.setdefault(pair.start.line, []).append((pair.start, "", f"{written}:"))
    signed, fates = list(lines), list[Fate]()
    for at, here in signs.items():
        text = lines[at].text
        for sign, character, written in sorted(here, key=lambda one: -one[0].start):
            fates.extend(fates_of(text[sign.start : sign.end].strip(), FateKind.REWRITTEN, written))
            text = text.sign(sign.start, sign.end, character)
        signed[at] = dataclasses.replace(lines[at], text=text)
    return signed, fates


def _measure_of_notes(lines: Sequence[Line], blocks: Sequence[NoteBlock]) -> Measure:
    """Notes are wrapped if the text is, but in a smaller type, so to a width of their own."""
    inside = [line for block in blocks for line in lines[block.first : block.last]]
    return dataclasses.replace(measure(lines), width=measure(inside).width)


def _note(lines: Sequence[Line], label: str, size: Measure) -> Note:
    paragraphs: tuple[Traced, ...] = tuple(joined(one).strip() for one in group(lines, size))
    return Note(label, paragraphs)


def _titles(lines: Sequence[Line], blocks: Sequence[NoteBlock]) -> list[int]:
    """Lines that only name the notes under them: ``Chú thích:``."""
    above = {block.first - 1 for block in blocks} - {-1}
    return sorted(at for at in above if is_title_of_notes(lines[at].text.text))


def _without(
    lines: Sequence[Line], blocks: Sequence[NoteBlock], titles: Sequence[int]
) -> tuple[Line, ...]:
    """The lines outside notes; a foot of notes is the end of a page."""
    ends = {block.last for block in blocks}
    inside = {at for block in blocks for at in range(block.first, block.last)} | set(titles)
    kept, gap = [], Gap.NONE
    for at, line in enumerate(lines):
        if at in inside:
            gap = Gap.PAGE
            continue
        own = Gap.PAGE if at in ends else line.gap
        kept.append(dataclasses.replace(line, gap=max(gap, own)))
        gap = Gap.NONE
    return tuple(kept)
