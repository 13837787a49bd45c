"""The text a form reads: the words as printed, and beside them the same words without marks.

Papers reach the archive from scans, from e-mail typed without marks, in capitals, with
``QÐ`` for ``QĐ`` and with any dash. So every form reads one plain alphabet, in which
``Chỉ thị số 05–CT/TW`` and ``CHI THI SO 05-CT/TW`` look alike. Plain text has exactly one
character for each one of the original, so an offset means the same in both.
"""

from __future__ import annotations

import codecs
import unicodedata
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
#: as in a code page of one byte a character: each printed one has a byte of its own, and
#: the second table says what that byte becomes; the first byte is no letter's
_PAGE: Final = codecs.charmap_build("\0" + "".join(_LETTERS).ljust(255, "\ufffe"))
_BECOMES: Final = ("?" + "".join(_LETTERS.values())).encode("ascii").ljust(256, b"?")


def plain(text: str) -> str:
    """ASCII letters of the same case, ``-`` for any dash, ``?`` for what no citation holds.

    >>> plain("Quy định số 58–QÐ/TW²³")
    'Quy dinh so 58-QD/TW^^'
    """
    encoded, _ = codecs.charmap_encode(text, "replace", _PAGE)
    return encoded.translate(_BECOMES).decode("ascii")


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
