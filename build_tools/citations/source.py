"""The text a form reads: the words as printed, and beside them the same words without marks.

Papers reach the archive from scans, from e-mail typed without marks, in capitals, with
``QÐ`` for ``QĐ`` and with any dash. So every form reads one plain alphabet, in which
``Chỉ thị số 05–CT/TW`` and ``CHI THI SO 05-CT/TW`` look alike. Plain text has exactly one
character for each one of the original, so an offset means the same in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from build_tools.vietnamese import CAPITALS

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_BLANKS: Final = "\u00a0\u2009\u202f\t\r"
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKED: Final = "".join(
    sorted({letter for letter in CAPITALS + CAPITALS.lower() if not letter.isascii()} | {"Ð"})
)


def _plain(letter: str) -> str:
    if letter in "đĐÐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]


_KEPT: Final = "".join(chr(code) for code in range(32, 127)) + "\n"
#: every printed character and the one that stands for it in plain text
_LETTERS: Final = {
    **{letter: letter for letter in _KEPT},
    **{letter: _plain(letter) for letter in _MARKED},
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_RAISED, "^"),
}
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_UNKNOWN: Final = bytes([ord("?"), *range(1, 256)])


@dataclass(frozen=True, slots=True)
class _Row:
    """One of Unicode's rows of 256 characters, as tables for ``bytes.translate``."""

    number: int
    plain: bytes
    mask: bytes


def _rows() -> Iterator[_Row]:
    """The rows that hold letters of ours: Latin, its extensions, and punctuation."""
    for number in sorted({ord(letter) >> 8 for letter in _LETTERS}):
        row = [_LETTERS.get(chr(number << 8 | code), "\0") for code in range(256)]
        mask = bytes(0xFF if code == number else 0 for code in range(256))
        yield _Row(number, "".join(row).encode("ascii"), mask)


_ROWS: Final = tuple(_rows())


def plain(text: str) -> str:
    """ASCII letters of the same case, ``-`` for any dash, ``?`` for what no citation holds.

    >>> plain("Quy định số 58–QÐ/TW²³")
    'Quy dinh so 58-QD/TW^^'
    """
    # No look-up for each letter: two bytes make a character, its place in a row and the
    # row's number. Each row's table is applied to all places at once, what it says is
    # masked out where the row is another, and the rows are laid over each other.
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) > 2 * len(text):
        units = _BEYOND.sub("?", text).encode("utf-16-le", "surrogatepass")
    places, rows = units[::2], units[1::2]
    laid = 0
    for row in _ROWS:
        if row.number in rows:
            letters = int.from_bytes(places.translate(row.plain), "little")
            laid |= letters & int.from_bytes(rows.translate(row.mask), "little")
    return laid.to_bytes(len(text), "little").translate(_UNKNOWN).decode("ascii")


@dataclass(frozen=True)
class Source:
    """One text (NFC) in its three spellings, offset for offset.

    >>> source = Source("Kết luận số 01-KL/TW")
    >>> source.cased, source.low[:8]
    ('Ket luan so 01-KL/TW', 'ket luan')
    """

    text: str
    cased: str = field(init=False, repr=False)
    low: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        cased = plain(self.text)
        object.__setattr__(self, "cased", cased)
        object.__setattr__(self, "low", cased.lower())

    @cached_property
    def is_unmarked(self) -> bool:
        """Whether the whole text lost its marks or never had any."""
        return self.text.isascii()

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital here, ``Quyết định`` as against ``quyết định``."""
        return self.cased[at : at + 1].isupper()
