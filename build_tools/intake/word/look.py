"""From runs with looks to bits of text: what old fonts, capitals and raised digits print.

Runs of one look are joined first, because Word cuts a word into several runs wherever
somebody stopped typing, and a letter of an old alphabet may be two characters.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from build_tools.intake.word.old_fonts import alphabet_of, to_unicode
from build_tools.intake.word.printed import Bit
from build_tools.intake.word.remarks import HIDDEN, hidden, old_font, struck, volatile
from build_tools.intake.word.styles import Look

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit as it stands in the file, and the look it will be printed with."""

    bit: Bit
    look: Look
    volatile: bool = False

    def joins(self, other: Piece) -> bool:
        """Whether two neighbours are one: same look, no sign, nothing said of either."""
        return (
            self.look == other.look
            and self.volatile == other.volatile
            and self.bit.dropped == other.bit.dropped
            and not any(
                bit.sign or bit.rewritten or bit.remark or not bit.text
                for bit in (self.bit, other.bit)
            )
        )


def to_bits(pieces: Iterable[Piece]) -> tuple[Bit, ...]:
    """The printed bits of a paragraph."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].joins(piece):
            text = joined[-1].bit.text + piece.bit.text
            joined[-1] = dataclasses.replace(
                joined[-1], bit=dataclasses.replace(piece.bit, text=text)
            )
        else:
            joined.append(piece)
    return tuple(map(_printed, joined))


def _printed(piece: Piece) -> Bit:
    bit, look = piece.bit, piece.look
    text = to_unicode(bit.text, look.font)
    remark = bit.remark
    if text != bit.text and remark is None:
        remark = old_font(alphabet_of(look.font), text)
    if look.capitals:
        text = text.upper()
    if look.raised and not bit.rewritten:
        table = _RAISED if look.raised == "superscript" else _LOWERED
        text = text.translate(table if look.raised in {"superscript", "subscript"} else {})
    dropped = bit.dropped
    if look.hidden and not dropped:
        dropped, remark = HIDDEN, hidden(text.strip()) if text.strip() else None
    elif look.struck and text.strip() and remark is None:
        remark = struck(text.strip())
    elif piece.volatile and not dropped and text.strip() and remark is None:
        remark = volatile(text.strip())
    return dataclasses.replace(
        bit, text=text, bold=look.bold, italic=look.italic, dropped=dropped, remark=remark
    )
