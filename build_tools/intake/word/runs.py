"""One paragraph of Word's XML read into bits: runs, fields, notes, symbols, drawings.

Everything that Word prints becomes a bit, in printed order, also what the report will not
hold; nothing is skipped because it is unknown (see ``stories``, which counts).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from build_tools.intake.signs import mark_sign
from build_tools.intake.word.fields import Fields
from build_tools.intake.word.look import Piece, to_bits
from build_tools.intake.word.names import Element, child, local, name, value
from build_tools.intake.word.note_numbers import Key, NoteNumber, custom_mark, key_of
from build_tools.intake.word.pictures import Album
from build_tools.intake.word.printed import Bit
from build_tools.intake.word.refusal import BROKEN, RefusalError
from build_tools.intake.word.remarks import formula, renumbered, unknown_symbol
from build_tools.intake.word.styles import Look, Styles
from build_tools.intake.word.symbols import UNKNOWN, from_picture_font

_PLAIN: Final = Look()
_INSIDE: Final = frozenset({
    "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "bdo", "dir", "rubyBase", "ruby",
})  # fmt: skip
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ALTERNATE: Final = name("mc:AlternateContent")
_FORMULA: Final = name("m:oMath")
_FORMULAS: Final = name("m:oMathPara")


@dataclass(frozen=True)
class Context:
    """What reading a paragraph needs to know of its document."""

    styles: Styles
    notes: Mapping[Key, NoteNumber]
    album: Album
    pictures: Mapping[str, bytes]


class Runs:
    """Reads the paragraphs of one story, one after another; fields may cross them.

    ``seen`` holds every text element that was read, ``boxes`` the text boxes anchored in
    the last paragraph, for the caller to set after it.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._fields = Fields()
        self._paragraph: Element | None = None
        self.own: NoteNumber | None = None
        self.seen: set[Element] = set()
        self.boxes: list[Element] = []
        self._readers: Mapping[str, Callable[[Element, Look], Iterator[Piece]]] = {
            "t": self._text,
            "sym": self._symbol,
            "fldChar": self._field,
            "instrText": self._instruction,
            "footnoteReference": self._mark,
            "endnoteReference": self._mark,
            "footnoteRef": self._own_number,
            "endnoteRef": self._own_number,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            "ruby": self._ruby,
            "pgNum": self._page_number,
        }

    def read(self, paragraph: Element) -> tuple[Bit, ...]:
        """The bits of a paragraph."""
        self._paragraph = child(paragraph, "w:pPr")
        self.boxes = []
        return to_bits(self._inside(paragraph))

    def _inside(self, parent: Element) -> Iterator[Piece]:
        for one in parent:
            kind = local(one)
            if kind == "r":
                yield from self._run(one)
            elif kind == "fldSimple":
                yield from self._simple_field(one)
            elif kind in _INSIDE:
                yield from self._inside(one)
            elif one.tag == _ALTERNATE:
                yield from self._inside(_choice(one))
            elif one.tag in {_FORMULA, _FORMULAS}:
                yield from self._formula(one)

    def _simple_field(self, one: Element) -> Iterator[Piece]:
        self._fields.begin()
        self._fields.instruct(value(one, "w:instr") or "")
        self._fields.separate()
        yield from self._inside(one)
        self._fields.end()

    def _run(self, run: Element) -> Iterator[Piece]:
        look = self._context.styles.look(self._paragraph, child(run, "w:rPr"))
        yield from self._parts(run, look)

    def _parts(self, run: Element, look: Look) -> Iterator[Piece]:
        for one in run:
            kind = local(one)
            if kind in _SIGNS:
                yield self._piece(_SIGNS[kind], look)
            elif kind in self._readers:
                yield from self._readers[kind](one, look)
            elif one.tag == _ALTERNATE:
                yield from self._parts(_choice(one), look)

    def _text(self, one: Element, look: Look) -> Iterator[Piece]:
        self.seen.add(one)
        if not _is_custom_mark(one):
            yield self._piece(_words(one), look)

    def _instruction(self, one: Element, look: Look) -> Iterator[Piece]:
        self._fields.instruct(one.text or "")
        return iter(())

    def _own_number(self, one: Element, look: Look) -> Iterator[Piece]:
        if self.own is not None:
            yield Piece(Bit(self.own.mark, rewritten=f"[^{self.own.label}]:"), _PLAIN)

    def _ruby(self, one: Element, look: Look) -> Iterator[Piece]:
        return self._inside(one)

    def _page_number(self, one: Element, look: Look) -> Iterator[Piece]:
        yield Piece(Bit("#", dropped="số trang"), _PLAIN)

    def _piece(self, text: str, look: Look) -> Piece:
        return Piece(
            Bit(text, dropped=self._fields.dropped), look, volatile=self._fields.is_volatile
        )

    def _field(self, one: Element, look: Look) -> Iterator[Piece]:
        kind = value(one, "w:fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()
        return iter(())

    def _symbol(self, one: Element, look: Look) -> Iterator[Piece]:
        code, font = value(one, "w:char") or "", value(one, "w:font") or ""
        try:
            sign = from_picture_font(int(code, 16), font)
        except (ValueError, OverflowError):
            sign = UNKNOWN
        remark = unknown_symbol(code, font) if sign == UNKNOWN else None
        yield Piece(Bit(sign, dropped=self._fields.dropped, remark=remark), look)

    def _mark(self, one: Element, look: Look) -> Iterator[Piece]:
        number = self._context.notes.get(key_of(one))
        if number is None:
            raise RefusalError(
                BROKEN, "Tệp có dấu chú thích ở chỗ mà Word không cho đặt chú thích."
            )
        remark = None if number.mark == number.label else renumbered(number.mark, number.label)
        bit = Bit(
            number.mark,
            rewritten=f"[^{number.label}]",
            sign=mark_sign(number.label),
            remark=remark,
        )
        yield Piece(bit, look)

    def _drawing(self, one: Element, look: Look) -> Iterator[Piece]:
        for bit in self._context.album.take(one, self._context.pictures):
            yield Piece(bit, _PLAIN)
        fallback = name("mc:Fallback")
        box = name("w:txbxContent")
        self.boxes += [
            found
            for found in one.iter(box)
            if not any(above.tag == fallback for above in found.iterancestors())
            and not any(above.tag == box for above in found.iterancestors())
        ]

    def _formula(self, one: Element) -> Iterator[Piece]:
        text = "".join(part.text or "" for part in one.iter(name("m:t")))
        yield Piece(Bit(text, dropped=self._fields.dropped, remark=formula()), _PLAIN)


def _choice(alternate: Element) -> Element:
    """What Word itself prints of several versions of one thing: the newest it knows."""
    found = alternate.find(name("mc:Choice"))
    found = alternate.find(name("mc:Fallback")) if found is None else found
    return alternate.makeelement("empty") if found is None else found


def _is_custom_mark(one: Element) -> bool:
    """Whether a text stands in place of a note's number; ``_mark`` has read it already."""
    before = one.getprevious()
    return (
        before is not None
        and local(before) in {"footnoteReference", "endnoteReference"}
        and bool(custom_mark(before))
    )


def _words(one: Element) -> str:
    """A text element; Word drops blanks at its ends unless told to keep them."""
    text = one.text or ""
    return text if one.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
