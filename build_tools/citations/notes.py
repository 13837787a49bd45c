"""Footnotes of a plain text: which citations stand in a note, and where its mark is.

Texts from scans print the note under its page, between the halves of a sentence, behind
the raised figure of its mark: ``¹² Báo cáo kết quả …``; Markdown writes ``[^12]: …``.
"""

from __future__ import annotations

import re
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
    asides = (_aside(text, mentions, marks.get(number, ()), a, b) for number, a, b in notes)
    return ReadingOrder(len(mentions), tuple(aside for aside in asides if aside is not None))


def _aside(
    text: str, mentions: Sequence[Mention], marks: Sequence[int], start: int, end: int
) -> Aside | None:
    """A note with its mark, the nearest before it; None without citations or without mark."""
    first, last = _at(mentions, start), _at(mentions, end)
    mark = max((at for at in marks if at < start), default=min(marks, default=None))
    if first == last or mark is None:
        return None
    begin = text.rfind("\n", 0, mark) + 1
    stop = text.find("\n", mark)
    line = text[begin : stop if stop >= 0 else len(text)]
    a, b = next(
        ((a, b) for a, b in reversed(sentence_spans(line)) if begin + a <= mark), (0, len(line))
    )
    if not line[a : mark - begin].strip():  # the mark stands behind the full stop
        a = max((x for x, _ in sentence_spans(line) if x < a), default=a)
    sentence = range(_at(mentions, begin + a), _at(mentions, begin + b))
    return Aside(first, last, sentence, _at(mentions, mark))


def _at(mentions: Sequence[Mention], offset: int) -> int:
    """The first citation at or after an offset."""
    return next((at for at, one in enumerate(mentions) if one.start >= offset), len(mentions))
