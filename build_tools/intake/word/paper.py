"""The paper on which everything printed is laid down, so that it can be accounted for.

First all text is written, line under line; the ``Source`` is that text. Then each line is
cut out of the cleaned source again as ``Traced`` text with signs where marks, pictures
and emphasis stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from build_tools.intake.cleaning import clean
from build_tools.intake.doubt import Doubt
from build_tools.intake.source import (
    EMPTY,
    NOWHERE,
    Fate,
    FateKind,
    Source,
    Traced,
    join,
)
from build_tools.intake.word.emphasis import Letter, signed
from build_tools.intake.word.printed import Bit, Remark


@dataclass(frozen=True, slots=True)
class Laid:
    """A bit and the stretch of the source on which it lies."""

    bit: Bit
    start: int
    end: int


Strip: TypeAlias = tuple[Laid, ...]


class Paper:
    """Collects printed text and, once all is written, gives it back traced."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._size = 0
        self._fates: list[Fate] = []
        self._doubts: list[Doubt] = []
        self._told: set[str] = set()

    def lay(self, bits: Iterable[Bit], end: str = "\n") -> Strip:
        """Write bits one after another, then ``end``; their fates are known from here on."""
        strip = []
        for bit in bits:
            start = self._size
            self._write(bit.text)
            strip.append(Laid(bit, start, self._size))
            if bit.dropped:
                self._fates.append(Fate(start, self._size, FateKind.DROPPED, bit.dropped))
            elif bit.rewritten and bit.text:
                self._fates.append(Fate(start, self._size, FateKind.REWRITTEN, bit.rewritten))
            if bit.remark is not None:
                self.tell(bit.remark, start, bit.text)
        self._write(end)
        return tuple(strip)

    def tell(self, remark: Remark, at: int, text: str = "") -> None:
        """Record a doubt at a place."""
        if remark.once and remark.once in self._told:
            return
        self._told.add(remark.once)
        self._doubts.append(
            Doubt(remark.code, remark.severity, at, text.strip(), remark.message, remark.hint)
        )

    @property
    def size(self) -> int:
        """How much is written."""
        return self._size

    def _write(self, text: str) -> None:
        self._text.append(text)
        self._size += len(text)

    def finish(self, name: str, encoding: str) -> Finished:
        """No more is written; the source is what lies on the paper."""
        source = Source(name, "".join(self._text), encoding)
        cleaned, fates, doubts = clean(source)
        dropped = [(fate.start, fate.end) for fate in self._fates]
        known = {offset for start, end in dropped for offset in range(start, end)}
        fates = tuple(fate for fate in fates if fate.start not in known)
        return Finished(source, cleaned, (*self._fates, *fates), (*self._doubts, *doubts))


@dataclass(frozen=True)
class Finished:
    """The source with the cleaned text that pieces are cut from."""

    source: Source
    cleaned: Traced
    fates: tuple[Fate, ...]
    doubts: tuple[Doubt, ...]

    def traced(self, strip: Strip, *, plain: bool = False) -> Traced:
        """A strip of laid bits as one text; ``plain`` without emphasis."""
        letters: list[Letter] = []
        for laid in strip:
            bit = laid.bit
            if bit.dropped:
                continue
            if bit.sign:
                letters.append(Letter(bit.sign, NOWHERE, bit.bold, bit.italic))
            elif not bit.rewritten:
                piece = self._piece(laid.start, laid.end)
                letters += [
                    Letter(sign, origin, bit.bold, bit.italic)
                    for sign, origin in zip(piece.text, piece.origin, strict=True)
                ]
        return signed(letters, plain=plain)

    def _piece(self, start: int, end: int) -> Traced:
        origin = self.cleaned.origin
        return self.cleaned[bisect_left(origin, start) : bisect_left(origin, end)]


def joined(pieces: Sequence[Traced]) -> Traced:
    """Texts with something in them, one blank between two."""
    return join([piece for piece in pieces if piece]) if pieces else EMPTY
