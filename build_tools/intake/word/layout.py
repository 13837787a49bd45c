"""Blocks laid on the paper as lines: paragraphs, broken paragraphs, tables of either kind.

Offices set the head of a letter, and its signature, in a table without lines, two
columns side by side. Such a table is no table of the report: its columns are read one
after the other. A table of figures keeps its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from build_tools.intake.folding import ends_sentence, flat, goes_on, is_upper
from build_tools.intake.letterhead import AUTHORITY
from build_tools.intake.openings import begins_block
from build_tools.intake.source import BLANK, EMPTY, Gap, Line, join
from build_tools.intake.word.paper import Finished, Paper, Strip, joined
from build_tools.intake.word.printed import Bit, Block, Cell, Paragraph, Table, paragraphs_of
from build_tools.intake.word.remarks import merged_cells

RULE: Final = "nét kẻ"
_RULE: Final = re.compile(r"[-_=*~.–—―─\s]+")
_LETTER: Final = re.compile(
    r"dang cong san viet nam|cong hoa xa hoi chu nghia|noi nhan\s*:|so\s*[:.]?\s*\d*\s*-\s*bc\s*/"
)
_LETTER_ROWS: Final = 4
_LETTER_COLUMNS: Final = 3
_LONG: Final = 60
_MOST_COLUMNS: Final = 63


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line to be: strips of bits joined by blanks, or cells, each of strips."""

    strips: tuple[Strip, ...]
    gap: Gap = Gap.NONE
    heading: int | None = None
    bullet: int | None = None
    cells: tuple[tuple[Strip, ...], ...] = ()

    def line(self, finished: Finished) -> Line | None:
        """The line, once the source is known; None when nothing of it is kept."""
        if self.cells:
            cells = tuple(joined([finished.traced(strip) for strip in cell]) for cell in self.cells)
            if not any(cells):
                return None
            text = join(cells, BLANK)
            return Line(text, self.gap, whole=True, cells=cells)
        plain = self.heading is not None
        pieces = [finished.traced(strip, plain=plain) for strip in self.strips]
        text = joined(pieces) if pieces else EMPTY
        if not text:
            return None
        return Line(text, self.gap, whole=True, heading=self.heading, bullet=self.bullet)


class Drawing:
    """Lays blocks on a paper, keeping what each line will be made of."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._gap = Gap.BLANK
        self._align = ""

    def draw(self, blocks: Sequence[Block]) -> Iterator[Drawn]:
        """The lines of blocks, one after another."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self._paragraph(block)
            elif _is_letter(block):
                for cell in chain.from_iterable(block.rows):
                    self._gap = Gap.BLANK
                    yield from self.draw(cell.blocks)
                self._gap = Gap.BLANK
            else:
                yield from self._rows(block)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Drawn]:
        if not paragraph.kept_text.strip() and not any(bit.sign for bit in paragraph.bits):
            self._paper.lay(paragraph.bits)
            self._gap = Gap.BLANK
            return
        if _RULE.fullmatch(paragraph.kept_text) and not any(bit.sign for bit in paragraph.bits):
            self._paper.lay(replace(bit, dropped=bit.dropped or RULE) for bit in paragraph.bits)
            self._gap = Gap.BLANK
            return
        if paragraph.align != self._align or paragraph.heading is not None:
            self._gap = Gap.BLANK
        self._align = paragraph.align
        for bits, goes_with in _parts(paragraph):
            strips = tuple(self._paper.lay(part) for part in (bits, *goes_with))
            yield Drawn(strips, self._gap, paragraph.heading, paragraph.bullet)
            self._gap = Gap.NONE

    def _rows(self, table: Table) -> Iterator[Drawn]:
        widest = max((sum(cell.span for cell in row) for row in table.rows), default=0)
        columns = min(widest, _MOST_COLUMNS)
        at, gap = self._paper.size, Gap.BLANK
        for row in table.rows:
            cells: list[tuple[Strip, ...]] = []
            for cell in row:
                cells.append(self._cell(cell))
                cells += [()] * min(cell.span - 1, columns - len(cells))
            self._paper.lay((), "\n")
            cells += [()] * (columns - len(cells))
            drawn = Drawn((), gap, cells=tuple(cells))
            yield drawn
            gap = Gap.NONE
        if _is_merged(table):
            self._paper.tell(merged_cells(), at)
        self._gap = Gap.BLANK

    def _cell(self, cell: Cell) -> tuple[Strip, ...]:
        strips = [
            self._paper.lay(
                (replace(bit, text=bit.text.replace("\n", " ")) for bit in one.bits), " "
            )
            for one in paragraphs_of(cell.blocks)
        ]
        self._paper.lay((), "\t")
        return tuple(strips)


def _is_letter(table: Table) -> bool:
    """Whether a table only sets the head or the signature of a letter, or frames a text.

    One row is a frame or two columns set side by side: figures would have a row of names.
    """
    columns = max((len(row) for row in table.rows), default=0)
    if len(table.rows) > _LETTER_ROWS or columns > _LETTER_COLUMNS:
        return False
    if len(table.rows) == 1:
        return True
    texts = [
        part.strip()
        for row in table.rows
        for cell in row
        for one in paragraphs_of(cell.blocks)
        for part in one.kept_text.split("\n")
    ]
    return any(
        _LETTER.match(flat(text)) or (AUTHORITY.match(text) and is_upper(text)) for text in texts
    )


def _is_merged(table: Table) -> bool:
    return any(
        cell.continues or cell.span > 1 or any(isinstance(block, Table) for block in cell.blocks)
        for row in table.rows
        for cell in row
    )


def _parts(paragraph: Paragraph) -> Iterator[tuple[tuple[Bit, ...], list[tuple[Bit, ...]]]]:
    """A paragraph cut at its line ends; a part that goes on with the one above comes with it."""
    parts = _cut(paragraph.bits)
    whole = paragraph.heading is not None or paragraph.bullet is not None
    first, more = parts[0], list[tuple[Bit, ...]]()
    above = _kept(first)
    for part in parts[1:]:
        below = _kept(part)
        if _goes_with(above, below, whole=whole):
            more.append(part)
            above = f"{above} {below}".strip()[-2 * _LONG :]
        else:
            yield first, more
            first, more, above = part, [], below
    yield first, more


def _cut(bits: Sequence[Bit]) -> list[tuple[Bit, ...]]:
    parts: list[list[Bit]] = [[]]
    for bit in bits:
        first, *rest = bit.text.split("\n")
        parts[-1].append(replace(bit, text=first) if rest else bit)
        parts += [[replace(bit, text=text, remark=None)] for text in rest]
    return [tuple(part) for part in parts]


def _kept(bits: Sequence[Bit]) -> str:
    return "".join(bit.text for bit in bits if not bit.dropped and not bit.rewritten).strip()


def _goes_with(above: str, below: str, *, whole: bool) -> bool:
    """Whether a line end inside a paragraph is only a line end."""
    if not below or not above:
        return True
    if begins_block(below):
        return False
    if whole or goes_on(below):
        return True
    return len(above) > _LONG and not ends_sentence(above)
