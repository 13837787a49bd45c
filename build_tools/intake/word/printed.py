"""What a Word file prints, before it is laid on the paper of the account.

Small frozen values between the walk over Word's XML and the ``Source``: a bit of text
with one look, a paragraph of bits, a table of cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from build_tools.problems import Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt whose place is not known yet: the bit that carries it is not laid down.

    Of several with the same ``once`` only the first is told, e.g. one for each old font.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    once: str = ""


@dataclass(frozen=True, slots=True)
class Bit:
    r"""Printed text of one look; ``\n`` is a line end inside a paragraph.

    ``dropped`` says why the text is not in the report (``chữ ẩn``); ``rewritten`` what
    stands there instead (``[^16]``), and ``sign`` the character that carries it along.
    """

    text: str
    bold: bool = False
    italic: bool = False
    dropped: str = ""
    rewritten: str = ""
    sign: str = ""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``heading`` counts from 1, ``bullet`` from 0, ``align`` is as Word says."""

    bits: tuple[Bit, ...]
    heading: int | None = None
    bullet: int | None = None
    align: str = ""

    @property
    def text(self) -> str:
        """Everything printed, also what will be dropped."""
        return "".join(bit.text for bit in self.bits)

    @property
    def kept_text(self) -> str:
        """What goes on into the report."""
        return "".join(bit.text for bit in self.bits if not bit.dropped and not bit.rewritten)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``span`` columns wide; ``continues`` a cell merged from above."""

    blocks: tuple[Block, ...]
    span: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Paragraph | Table


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph in blocks, also those inside tables, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)
