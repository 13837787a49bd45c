"""Footnotes of a plain text: which citations stand in a note, and where its mark is.

Texts from scans print the note under its page, between the halves of a sentence, behind
the raised figure of its mark: ``¹² Báo cáo kết quả …``; Markdown writes ``[^12]: …``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from build_tools.citations.order import Aside, ReadingOrder
from build_tools.model import Mention
from build_tools.vietnamese import sentence_spans

_MARK: Final = re.compile(r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(?P<plain>\d{1,3})\](?P<colon>:)?")
_TO_FIGURES: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def reading_order(text: str, mentions: Sequence[Mention]) -> ReadingOrder:
    """The order in which the citations of a text are read, notes from their marks."""
    marks: dict[str, list[int]] = {}
    notes: list[tuple[str, int, int]] = []
    for match in _MARK.finditer(text):
        number = (match["raised"] or match["plain"]).translate(_TO_FIGURES)
        line = text.rfind("\n", 0, match.start()) + 1
        if text[line : match.start()].strip() or (match["plain"] and not match["colon"]):
            marks.setdefault(number, []).append(match.start())
        else:
            end = text.find("\n", match.end())
            notes.append((number, match.start(), end if end >= 0 else len(text)))
    starts = [mention.start for mention in mentions]
    asides = (_aside(text, starts, marks.get(number, ()), a, b) for number, a, b in notes)
    return ReadingOrder(len(mentions), tuple(aside for aside in asides if aside is not None))


def _aside(
    text: str, starts: Sequence[int], marks: Sequence[int], start: int, end: int
) -> Aside | None:
    """A note with its mark, the nearest before it; None without citations or without mark."""
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if first == last or not marks:
        return None
    mark = marks[max(0, bisect_left(marks, start) - 1)]
    begin = text.rfind("\n", 0, mark) + 1
    stop = text.find("\n", mark)
    line = text[begin : stop if stop >= 0 else len(text)]
    a, b = next(
        ((a, b) for a, b in reversed(sentence_spans(line)) if begin + a <= mark), (0, len(line))
    )
    if not line[a : mark - begin].strip():  # the mark stands behind the full stop
        a = max((x for x, _ in sentence_spans(line) if x < a), default=a)
    sentence = range(bisect_left(starts, begin + a), bisect_left(starts, begin + b))
    return Aside(first, last, sentence, bisect_left(starts, mark))
