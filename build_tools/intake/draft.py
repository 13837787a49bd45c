"""A report found in a manuscript, not yet written: head, blocks, notes.

Every piece of text is still ``Traced``, so the writer, the doubts and the proof all speak
of the same characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from build_tools.intake.doubt import Doubt
from build_tools.intake.source import EMPTY, Fate, Note, Source, Traced
from build_tools.quarter import Quarter


class BlockKind(StrEnum):
    """What a block is in the report."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body: its words, and ``level`` (of a heading from 2, of a bullet from 0).

    ``marker`` is the bullet as Markdown writes it; ``rows`` are a table's cells.
    """

    kind: BlockKind
    text: Traced = EMPTY
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[Traced, ...], ...] = ()

    @property
    def pieces(self) -> tuple[Traced, ...]:
        """The texts of the block in reading order, one for each passage of the report."""
        return tuple(cell for row in self.rows for cell in row) if self.rows else (self.text,)


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed (chữ ký), as printed; what was not found is empty."""

    authority: Traced = EMPTY
    position: Traced = EMPTY
    name: Traced = EMPTY

    def __bool__(self) -> bool:
        return bool(self.authority or self.position or self.name)


UNSIGNED: Final = Signed()


@dataclass(frozen=True, slots=True)
class Head:
    """What goes into the front matter; ``number`` and ``place`` as printed, ``date`` read.

    ``quarter`` and ``issuer`` are None until they are known; ``secret`` is a printed stamp
    of secrecy (MẬT), with which nothing is imported.
    """

    title: Traced = EMPTY
    number: str | None = None
    quarter: Quarter | None = None
    issuer: str | None = None
    date: date | None = None
    place: Traced = EMPTY
    secret: Traced = EMPTY
    signed: Signed = UNSIGNED
    recipients: tuple[Traced, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it is written; ``fates`` tell of every character it does not hold."""

    source: Source
    head: Head
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    fates: tuple[Fate, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def texts(self) -> Iterator[Traced]:
        """All running text: title, body, notes; for searching it, in reading order."""
        yield self.head.title
        for block in self.blocks:
            yield from block.pieces
        for note in self.notes:
            yield from note.paragraphs
