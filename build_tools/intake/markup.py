"""Markup that a reading machine put around whole lines: ``## I- KẾT QUẢ``, ``**BÁO CÁO**``.

Headings are found by their numbers and words, so hashes and the bold of a whole line say
nothing more; they are taken off before anything is looked for, and accounted for. The
slant of the line with place and day goes the same way.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Final

from build_tools.intake.folding import flat
from build_tools.intake.source import Fate, FateKind, Line, fates_of

HASHES: Final = "dấu # của máy nhận dạng"
WHOLE_LINE: Final = "chữ đậm, nghiêng cả dòng"
_HASHES: Final = re.compile(r"#{1,6}\s+(?=[\w*“\"(])")
_BOLD: Final = re.compile(r"(\*\*|__)(?=[^\s*_])([^*]+)(?<=[^\s*_])\1")
_SLANTED: Final = re.compile(r"([*_])(?=[^\s*_])([^*]+)(?<=[^\s*_])\1")
_DATED: Final = re.compile(r"ngay.{0,12}thang.{0,8}nam|noi nhan")


def take_off_markup(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Fate, ...]]:
    """The lines without markup around them, and what became of it."""
    plain: list[Line] = []
    fates: list[Fate] = []
    for line in lines:
        text = line.text
        if match := _HASHES.match(text.text):
            fates += fates_of(text[: match.end()].strip(), FateKind.DROPPED, HASHES)
            text = text[match.end() :]
        whole = _BOLD.fullmatch(text.text)
        if whole is None and _DATED.search(flat(text.text)):
            whole = _SLANTED.fullmatch(text.text)
        if whole is not None:
            start, end = whole.span(2)
            fates += fates_of(text[:start], FateKind.DROPPED, WHOLE_LINE)
            fates += fates_of(text[end:], FateKind.DROPPED, WHOLE_LINE)
            text = text[start:end]
        plain.append(dataclasses.replace(line, text=text))
    return tuple(plain), tuple(fates)
