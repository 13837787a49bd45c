"""Footnote marks and emphasis inside running text, as one character each.

A text that is being cut and joined must carry its marks along. They travel in the text
itself, as characters of Unicode's private plane 16, which no paper uses; so slicing and
joining move them with the words around them, and nothing has to be shifted.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBERS: Final = 0x100000
_STARS: Final = 0x103000
_MOST_STARS: Final = 3
ITALIC_ON: Final = chr(0x10F000)
ITALIC_OFF: Final = chr(0x10F001)
BOLD_ON: Final = chr(0x10F002)
BOLD_OFF: Final = chr(0x10F003)
SIGN: Final = re.compile("[\U00100000-\U0010f003]")
_MARK: Final = re.compile("[\U00100000-\U00103003]")


def mark_sign(label: str) -> str:
    """The character that stands for the mark of note ``label`` (``16``, ``*``); at most 9999.

    >>> label_of(mark_sign("16")), label_of(mark_sign("**"))
    ('16', '**')
    """
    if label.isdecimal():
        return chr(_NUMBERS + int(label))
    return chr(_STARS + len(label))


def label_of(sign: str) -> str | None:
    """The printed number of a mark's character; None when it is no mark."""
    if not _MARK.fullmatch(sign):
        return None
    code = ord(sign)
    return str(code - _NUMBERS) if code < _STARS else "*" * (code - _STARS)


def without_signs(text: str) -> str:
    """What a reader reads.

    >>> without_signs("Tỉnh ủy" + mark_sign("2") + ".")
    'Tỉnh ủy.'
    """
    return SIGN.sub("", text)
