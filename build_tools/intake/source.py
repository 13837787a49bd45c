"""The values every reader of paper fills, and how another reader plugs in.

A straight line of pure functions turns a file into a report:

    bytes → Source → Manuscript → Draft → Markdown → proof and doubts

``text_reader`` makes the Manuscript of an OCR text. Another reader (Word) makes its own
and calls the same ``imported.import_manuscript``. It has to

1. build a ``Source``: ``text`` is every character it read, in reading order, one printed
   paragraph a line; notes too (they may stand at the end). This text is what the account
   counts, so nothing may be left out of it;
2. cut ``Traced`` slices from it with ``Source.traced``; put the signs of ``signs`` where
   a note mark or emphasis stands (``Traced.sign``);
3. give one ``Line`` a paragraph with ``whole=True`` (never joined with its neighbours),
   ``heading`` for a styled heading (1 = part), ``bullet`` for a list level (0 = outermost),
   ``cells`` for a table row; header and signature come as lines like any other;
4. give each ``Note`` its label and paragraphs;
5. list what it does not pass on as ``Fate``s, and what an editor should see as ``Doubt``s.

Offsets are code points of ``Source.text``, end exclusive. Everything is immutable.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Final

from build_tools.intake.doubt import Doubt
from build_tools.intake.pictures import Picture
from build_tools.intake.signs import without_signs

NOWHERE: Final = -1
_HYPHENATED: Final = re.compile(r"\w[-‐‑]$")
_LINE_END: Final = re.compile("\r\n|[\r\n\x0b\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Traced:
    """Text that remembers where each of its characters stood in the source.

    ``origin`` has one offset a character; ``NOWHERE`` for a blank put in where two lines
    were joined, and for signs.

    >>> words = Traced("năng lực", tuple(range(10, 18)))
    >>> words[5:].text, words[5:].start
    ('lực', 15)
    """

    text: str
    origin: tuple[int, ...]

    def __getitem__(self, part: slice) -> Traced:
        return Traced(self.text[part], self.origin[part])

    def __add__(self, other: Traced) -> Traced:
        return Traced(self.text + other.text, self.origin + other.origin)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def start(self) -> int:
        """Offset of the first character that stands in the source; ``NOWHERE`` if none does."""
        return next((offset for offset in self.origin if offset != NOWHERE), NOWHERE)

    @property
    def reader_text(self) -> str:
        """What a reader reads: no signs, blanks folded to one."""
        return " ".join(without_signs(self.text).split())

    def strip(self) -> Traced:
        """Without blanks at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : left + len(self.text.strip())]

    def sign(self, start: int, end: int, sign: str) -> Traced:
        """With the characters ``start:end`` replaced by one sign."""
        return self[:start] + Traced(sign, (NOWHERE,) * len(sign)) + self[end:]


BLANK: Final = Traced(" ", (NOWHERE,))
EMPTY: Final = Traced("", ())


def join(pieces: Iterable[Traced], glue: Traced | None = None) -> Traced:
    """Pieces set one after another, with ``glue`` or else a blank between them.

    Without glue they are lines: ``chính trị-`` + ``xã hội`` need no blank.

    >>> join([Traced("nâng lên", tuple(range(8))), Traced("năng lực", tuple(range(9, 17)))]).text
    'nâng lên năng lực'
    """
    text: list[str] = []
    origin: list[int] = []
    for piece in pieces:
        hyphenated = bool(text and _HYPHENATED.search(text[-1]) and piece.text[:1].isalnum())
        between = glue or (EMPTY if hyphenated else BLANK)
        if text:
            text.append(between.text)
            origin.extend(between.origin)
        text.append(piece.text)
        origin.extend(piece.origin)
    return Traced("".join(text), tuple(origin))


class FateKind(StrEnum):
    """What became of characters that are not kept as they stand."""

    REWRITTEN = "chuyển"
    DROPPED = "bỏ"


@dataclass(frozen=True, slots=True)
class Fate:
    """Characters ``start:end`` of the source that do not stand in the report as printed.

    ``detail`` says what they became (``[^16]``) or why they were left out (``số trang``).
    Blanks inside the range do not count.
    """

    start: int
    end: int
    kind: FateKind
    detail: str


def fates_of(piece: Traced, kind: FateKind, detail: str) -> tuple[Fate, ...]:
    """The fates of a piece, one for each unbroken run of offsets."""
    fates: list[Fate] = []
    for offset in piece.origin:
        if offset == NOWHERE:
            continue
        if fates and fates[-1].end == offset:
            fates[-1] = Fate(fates[-1].start, offset + 1, kind, detail)
        else:
            fates.append(Fate(offset, offset + 1, kind, detail))
    return tuple(fates)


@dataclass(frozen=True)
class Source:
    """What was read, before anything was done to it; ``encoding`` as an editor knows it."""

    name: str
    text: str
    encoding: str = "UTF-8"

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def line_of(self, offset: int) -> int:
        """The line on which a character stands, from 1; 1 for ``NOWHERE``."""
        return max(1, bisect.bisect_right(self._line_starts, offset))

    def column_of(self, offset: int) -> int:
        """The column of a character in its line, from 1."""
        return offset - self._line_starts[self.line_of(offset) - 1] + 1

    def traced(self, start: int, end: int) -> Traced:
        """A piece of the source as it stands."""
        return Traced(self.text[start:end], tuple(range(start, end)))


class Gap(IntEnum):
    """What stands between a line and the one above it."""

    NONE = 0
    BLANK = 1
    PAGE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (OCR) or one whole paragraph (Word), without blanks at its ends.

    ``indent`` counts the blanks before it.
    """

    text: Traced
    gap: Gap = Gap.NONE
    indent: int = 0
    whole: bool = False
    heading: int | None = None
    bullet: int | None = None
    cells: tuple[Traced, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote (chú thích): its label as printed, and its paragraphs."""

    label: str
    paragraphs: tuple[Traced, ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a reader hands on: lines in reading order without page furniture and notes."""

    source: Source
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    fates: tuple[Fate, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    pictures: tuple[Picture, ...] = ()
