"""Whether two printed titles (trích yếu) can be one title, quoted at different length."""

from __future__ import annotations

import re
from typing import Final

from build_tools.vietnamese import fold

ENOUGH_WORDS: Final = 4
SHARED: Final = 0.2
SAME_START: Final = 3
_WORD: Final = re.compile(r"[a-z0-9]+")
#: syllables that stand in nearly every title and tell none apart
_COMMON: Final = frozenset(
    [
        "ve",
        "viec",
        "va",
        "cua",
        "cac",
        "nhung",
        "trong",
        "doi",
        "voi",
        "mot",
        "so",
        "cho",
        "den",
        "tu",
        "theo",
        "tai",
        "o",
        "la",
        "co",
        "duoc",
        "nam",
        "tang",
        "cuong",
        "nang",
        "cao",
        "chat",
        "luong",
        "tiep",
        "tuc",
        "thuc",
        "hien",
        "cong",
        "tac",
        "su",
        "lanh",
        "dao",
        "dang",
    ]
)


def differ(one: str, other: str) -> bool:
    """Whether two titles share so little that they cannot be one, shortened or reworded.

    Case, marks and punctuation never count, and short quotations prove nothing.

    >>> differ("công tác dân vận trong tình hình mới", "CÔNG TÁC DÂN VẬN")
    False
    >>> differ("phòng cháy, chữa cháy rừng mùa khô", "xử lý đơn thư khiếu nại tố cáo")
    True
    """
    if _opening(one) == _opening(other):
        return False  # one quotation breaks off early, or runs on into the sentence
    first, second = _words(one), _words(other)
    shorter = min(len(first), len(second))
    return shorter >= ENOUGH_WORDS and len(first & second) < SHARED * shorter


def _opening(title: str) -> list[str]:
    words = [word for word in _WORD.findall(fold(title)) if word not in {"ve", "viec"}]
    return words[:SAME_START]


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(title))) - _COMMON
