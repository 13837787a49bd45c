"""From a span of what a reader reads back to its place in the report file.

Only a problem needs this, so the two texts are walked side by side when one is reported;
marks of Markdown, which the reader does not see, are stepped over.
"""

from __future__ import annotations

import re
from typing import Final

from build_tools.model import Passage
from build_tools.problems import Place

_UNREAD: Final = re.compile(r"\[\^[^\]\s]+\]:?|\]\([^()\s]*\)")


def place_of(path: str, passage: Passage, start: int, end: int) -> Place:
    """The place of a span of ``passage.text`` in the file; its line alone where it is lost.

    A span that runs over the end of a line is marked up to that end.
    """
    lines = passage.source
    whole = "\n".join(lines)
    first = _offset(whole, passage.text, start)
    if first is None:
        return Place(path, passage.line, None, lines[0] if lines else None)
    index = whole.count("\n", 0, first)
    column = first - (whole.rfind("\n", 0, first) + 1)
    last = _offset(whole, passage.text, end - 1)
    rest = len(lines[index]) - column
    length = rest if last is None else min(rest, last + 1 - first)
    return Place(path, passage.line + index, column + 1, lines[index], max(1, length))


def place_of_mark(path: str, passage: Passage, number: str) -> Place:
    """The place of a footnote mark in its passage."""
    mark = f"[^{number}]"
    for index, line in enumerate(passage.source):
        if (column := line.find(mark)) >= 0:
            return Place(path, passage.line + index, column + 1, line, len(mark))
    return Place(path, passage.line)


def _offset(source: str, text: str, wanted: int) -> int | None:
    """Where in ``source`` the character of ``text`` at ``wanted`` stands."""
    at = 0
    for index in range(wanted + 1):
        character = text[index]
        while True:
            if at >= len(source):
                return None
            if unread := _UNREAD.match(source, at):
                at = unread.end()
            elif source[at] == character or (source[at].isspace() and character.isspace()):
                break
            else:
                at += 1
        if index == wanted:
            return at
        at += 1
    return None
