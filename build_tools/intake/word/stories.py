"""A story of Word (body, note, page head, comment) read into blocks: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from build_tools.intake.word.names import Element, child, local, name, number, value
from build_tools.intake.word.numbering import Label, Numbering
from build_tools.intake.word.printed import Bit, Block, Cell, Paragraph, Table
from build_tools.intake.word.refusal import ACTIVE, BROKEN, RefusalError
from build_tools.intake.word.remarks import empty_number, not_understood, text_box
from build_tools.intake.word.runs import Context, Runs

BULLET: Final = "gạch đầu dòng"
CONTENTS: Final = "mục lục do Word tạo"
NUMBER_OF_NOTHING: Final = "số thứ tự của đoạn trống"
UNREAD: Final = "phần của Word mà bộ đọc không hiểu"
_INSIDE: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})
_ALTERNATE: Final = name("mc:AlternateContent")
_CHOICE: Final = name("mc:Choice")
_FALLBACK: Final = name("mc:Fallback")
_TEXT: Final = name("w:t")
_DEEPEST_TABLE: Final = 20


class Story:
    """Reads one story; paragraphs are numbered by ``numbering`` as they come."""

    def __init__(self, context: Context, numbering: Numbering) -> None:
        self._styles = context.styles
        self.runs = Runs(context)
        self._numbering = numbering
        self._dashed = False
        self._depth = 0

    def read(self, root: Element) -> tuple[Block, ...]:
        """All blocks of the story, and at its end whatever text was met nowhere."""
        return (*self.blocks(root), *self._unread(root))

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks inside an element, in reading order."""
        for one in parent:
            kind = local(one)
            if kind == "p":
                yield from self._paragraph(one)
            elif kind == "tbl":
                yield self._table(one)
            elif kind == "sdt" and _is_contents(one):
                yield from map(_as_contents, self.blocks(one))
            elif kind in _INSIDE:
                yield from self.blocks(one)
            elif kind in {"altChunk", "subDoc"}:
                raise RefusalError(ACTIVE, "Tệp mang theo một tài liệu khác nhúng bên trong.")
            elif one.tag == _ALTERNATE:
                for version in one.iterchildren(_CHOICE):
                    yield from self.blocks(version)

    def _paragraph(self, one: Element) -> Iterator[Block]:
        properties = child(one, "w:pPr")
        key, level, style = self._styles.numbering(properties)
        label = self._numbering.label(key, level, style)
        heading = self._styles.heading_level(properties)
        bits = self.runs.read(one)
        boxes = self.runs.boxes
        paragraph = Paragraph(bits, heading, align=value(child(properties, "w:jc")) or "")
        yield self._labelled(paragraph, label)
        for box in boxes:
            for block in self.blocks(box):
                yield _marked(block)

    def _labelled(self, paragraph: Paragraph, label: Label | None) -> Paragraph:
        if label is None:
            self._dashed = self._dashed and not paragraph.kept_text.strip()
            return paragraph
        text = label.text if label.glued else label.text + " "
        if not paragraph.kept_text.strip() and not any(bit.sign for bit in paragraph.bits):
            remark = None if label.is_bullet else empty_number(label.text)
            bit = Bit(text, dropped=NUMBER_OF_NOTHING, remark=remark)
            return replace(paragraph, bits=(bit, *paragraph.bits))
        if label.is_bullet and paragraph.heading is None:
            bit = Bit(text, rewritten=BULLET)
            return replace(paragraph, bits=(bit, *paragraph.bits), bullet=self._bullet_level(label))
        bit = Bit(text, dropped=BULLET if label.is_bullet else "")
        return replace(paragraph, bits=(bit, *paragraph.bits))

    def _bullet_level(self, label: Label) -> int:
        """``+`` stands under ``-``, also where an office made two lists of one level each."""
        if label.text == "+" and label.level == 0 and self._dashed:
            return 1
        self._dashed = self._dashed or label.text in {"-", "–"}
        return label.level

    def _table(self, table: Element) -> Table:
        self._depth += 1
        if self._depth > _DEEPEST_TABLE:
            raise RefusalError(BROKEN, "Bảng lồng trong bảng quá sâu.")
        rows = tuple(tuple(self._cells(row)) for row in _descend(table, "tr"))
        self._depth -= 1
        return Table(rows)

    def _cells(self, row: Element) -> Iterator[Cell]:
        before = number(child(row, "w:trPr", "w:gridBefore")) or 0
        yield from [Cell(())] * min(before, _DEEPEST_TABLE)
        for one in _descend(row, "tc"):
            properties = child(one, "w:tcPr")
            merged = child(properties, "w:vMerge")
            continues = merged is not None and (value(merged) or "continue") == "continue"
            span = number(child(properties, "w:gridSpan")) or 1
            yield Cell(tuple(self.blocks(one)), min(max(span, 1), 63), continues)

    def _unread(self, root: Element) -> Iterator[Paragraph]:
        """Text elements that no rule above came to; told, not lost."""
        for one in root.iter(_TEXT):
            text = one.text or ""
            if one in self.runs.seen or not text.strip():
                continue
            if any(above.tag == _FALLBACK for above in one.iterancestors()):
                continue
            yield Paragraph((Bit(text, dropped=UNREAD, remark=not_understood(text)),))


def _descend(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also inside content controls."""
    for one in parent:
        kind = local(one)
        if kind == wanted:
            yield one
        elif kind in _INSIDE:
            yield from _descend(one, wanted)


def _is_contents(control: Element) -> bool:
    gallery = value(child(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery")) or ""
    return "table of contents" in gallery.lower()


def _as_contents(block: Block) -> Block:
    if isinstance(block, Table):
        return block
    return replace(
        block,
        heading=None,
        bullet=None,
        bits=tuple(
            replace(bit, dropped=bit.dropped or CONTENTS, rewritten="", sign="", remark=None)
            for bit in block.bits
        ),
    )


def _marked(block: Block) -> Block:
    """A block that came out of a text box, with the doubt where to put it."""
    if isinstance(block, Table) or not block.kept_text.strip():
        return block
    first = Bit("", remark=text_box())
    return replace(block, bits=(first, *block.bits))
