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
from typing import Any, Final

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


#: what plain text keeps: every printed character here becomes the one below it
_PRINTED: Final = _MARKED + _DASHES + _BLANKS + _RAISED
_PLAIN: Final = (
    "".join(map(_plain, _MARKED)) + "-" * len(_DASHES) + " " * len(_BLANKS) + "^" * len(_RAISED)
)


def _codec() -> tuple[Any, bytes]:
    """A one-byte character set of our own: two C loops instead of a look-up a letter."""
    kept = "".join(chr(code) for code in range(32, 127)) + "\n"
    alphabet = kept + _PRINTED
    decoding = [alphabet[at] if at < len(alphabet) else "\ufffe" for at in range(256)]
    decoding[ord("?")], decoding[alphabet.index("?")] = "?", decoding[ord("?")]
    targets = dict(zip(_PRINTED, _PLAIN, strict=True))
    table = bytes(
        ord(targets.get(letter, letter)) if letter != "\ufffe" else ord("?") for letter in decoding
    )
    return codecs.charmap_build("".join(decoding)), table


_ENCODING, _TO_PLAIN = _codec()


def plain(text: str) -> str:
    """ASCII letters of the same case, ``-`` for any dash, ``?`` for what no citation holds.

    >>> plain("Quy định số 58–QÐ/TW²³")
    'Quy dinh so 58-QD/TW^^'
    """
    encoded, _ = codecs.charmap_encode(text, "replace", _ENCODING)
    return encoded.translate(_TO_PLAIN).decode("ascii")


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
