"""A clean text cut into printed lines."""

from __future__ import annotations

import re
from typing import Final

from build_tools.intake.source import Gap, Line, Traced

_TAB: Final = 4
_LINE: Final = re.compile(r"[^\n\f]*")
_INDENT: Final = re.compile(r"[ \t]*")


def cut_lines(text: Traced) -> tuple[Line, ...]:
    """Lines with something on them; blank lines and form feeds become the gap before the next."""
    lines: list[Line] = []
    gap = Gap.NONE
    position = 0
    while position <= len(text):
        match = _LINE.match(text.text, position)
        end = match.end() if match else position
        line = text[position:end].strip()
        if line:
            blanks = _INDENT.match(text.text, position)
            indent = len((blanks[0] if blanks else "").replace("\t", " " * _TAB))
            lines.append(Line(line, gap, indent))
            gap = Gap.NONE
        else:
            gap = max(gap, Gap.BLANK)
        if text.text[end : end + 1] == "\f":
            gap = Gap.PAGE
        position = end + 1
    return tuple(lines)
