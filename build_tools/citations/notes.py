"""Footnotes of a plain text: which citations stand in a note, and where its mark is.

Texts from scans print the note under its page, between the halves of a sentence, behind
the raised figure of its mark: ``¹² Báo cáo kết quả …``; Markdown writes ``[^12]: …``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Final

from build_tools.citations.order import Aside, ReadingOrder
from build_tools.model import Mention
from build_tools.vietnamese import sentence_spans

_MARK: Final = re.compile(r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(?P<plain>\d{1,3})\](?P<colon>:)?")
_START: Final = attrgetter("start")
_BEGIN: Final = itemgetter(0)
_TO_FIGURES: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def reading_order(text: str, mentions: Sequence[Mention]) -> ReadingOrder:
    """The order in which the citations of a text are read, notes from their marks."""
    marks, notes = _marks_and_notes(text)
    if not notes:
        return ReadingOrder(len(mentions))
    starts = [mention.start for mention in mentions]
    sentences: dict[int, list[tuple[int, int]]] = {}
    asides = []
    for note in notes:
        known = marks.get(note.number, ())
        first, last = bisect_left(starts, note.start), bisect_left(starts, note.end)
        if first == last or not known:
            continue
        mark = known[max(0, bisect_left(known, note.start, key=_START) - 1)]
        if mark.line not in sentences:
            end = text.find("\n", mark.line)
            sentences[mark.line] = sentence_spans(text[mark.line : end if end >= 0 else len(text)])
        begin, stop = _sentence(text, mark, sentences[mark.line])
        sentence = range(bisect_left(starts, begin), bisect_left(starts, stop))
        asides.append(Aside(first, last, sentence, bisect_left(starts, mark.start)))
    return ReadingOrder(len(mentions), tuple(asides))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in running text, with the start of its line."""

    start: int
    line: int


@dataclass(frozen=True, slots=True)
class _Note:
    """A footnote, from its mark to the end of its line."""

    number: str
    start: int
    end: int


def _marks_and_notes(text: str) -> tuple[dict[str, list[_Mark]], list[_Note]]:
    """The marks by their number, and the notes; a note's own mark begins its line."""
    marks: dict[str, list[_Mark]] = {}
    notes: list[_Note] = []
    line, end, is_first = 0, 0, True
    for match in _MARK.finditer(text):
        start = match.start()
        if (new := text.rfind("\n", end, start) + 1) > 0:
            line, end, is_first = new, new, True
        is_first = is_first and not text[end:start].strip()
        number = (match["raised"] or match["plain"]).translate(_TO_FIGURES)
        if not is_first or (match["plain"] and not match["colon"]):
            marks.setdefault(number, []).append(_Mark(start, line))
        else:
            stop = text.find("\n", match.end())
            notes.append(_Note(number, start, stop if stop >= 0 else len(text)))
        is_first, end = False, match.end()
    return marks, notes


def _sentence(text: str, mark: _Mark, sentences: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From where to where the sentence with a mark runs; it may stand behind the full stop."""
    at = bisect_right(sentences, mark.start - mark.line, key=_BEGIN) - 1
    begin, stop = sentences[at]
    if at and not text[mark.line + begin : mark.start].strip():
        begin = sentences[at - 1][0]
    return mark.line + begin, mark.line + stop
