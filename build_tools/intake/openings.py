"""How a line can begin a block: a bullet, or one of the numbers offices put before headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from build_tools.intake.folding import flat
from build_tools.vietnamese import roman_to_int

_SEPARATOR: Final = r"\s*[-–—.:)/]+\s*"
_BULLET: Final = re.compile(r"(?P<marker>[-+*•–—·▪►●○◦‐‑\uf0b7\uf0a7\uf02d])\s*(?=[^\s\d*\-+_=.])|(?P<spaced>[-+*•–—·▪►●○◦‐‑\uf0b7\uf0a7\uf02d])\s+(?=\S)")  # fmt: skip
_PART: Final = re.compile(
    r"phan\s+(?:thu\s+)?(?P<number>nhat|mot|hai|ba|bon|tu|nam|sau|[ivx]{1,4}|\d|[a-e])(?=$|\s*[-–—.:)/,]|\s+[^\W\d])"
)
_ORDINALS: Final = MappingProxyType(
    {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6}
)
_NUMBERED: Final = (
    ("roman", re.compile(rf"(?P<number>[IVXL]{{1,6}}){_SEPARATOR}(?=[^\W\d])")),
    ("capital", re.compile(rf"(?P<number>[A-HĐ]){_SEPARATOR}(?=[^\W\d])")),
    ("decimal", re.compile(rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})(?:{_SEPARATOR}|\s+)(?=[^\W\d])")),
    ("arabic", re.compile(rf"(?P<number>\d{{1,2}}){_SEPARATOR}(?=[^\W\d]|[“\"(])")),
    ("letter", re.compile(rf"(?P<number>[a-zđ]){_SEPARATOR}(?=[^\W\d]|[“\"(])")),
)  # fmt: skip
_HIGHEST: Final = 20
_SYMBOL: Final = re.compile(r"[A-ZĐ]{1,6}(?:-[A-ZĐ]+)?/[A-ZĐ]")


class Numbering(StrEnum):
    """The kinds of number before a heading."""

    PART = "part"
    CAPITAL = "capital"
    ROMAN = "roman"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Number:
    """A number before a heading: its kind, its value (1 for ``I``, ``a``, ``1``), its length.

    ``value`` of ``1.2`` is 2 and ``above`` is ``1``; ``length`` takes in the separator.
    """

    kind: Numbering
    value: int
    length: int
    above: str = ""


def bullet_of(text: str) -> tuple[str, int] | None:
    """The printed bullet and where the words begin; None when there is none.

    >>> bullet_of("+ Lĩnh vực tín dụng"), bullet_of("-Mở lớp"), bullet_of("-5%")
    (('+', 2), ('-', 1), None)
    """
    match = _BULLET.match(text)
    if match and match["marker"] == "*" and match.end() == 1 and text.count("*") > 1:
        return None
    return (match["marker"] or match["spaced"], match.end()) if match else None


def numbers_of(text: str) -> tuple[Number, ...]:
    """Every way of reading the number a line begins with; ``C.`` and ``I.`` have two.

    >>> [(number.kind.value, number.value) for number in numbers_of("I- TÌNH HÌNH")]
    [('roman', 1)]
    >>> [number.kind.value for number in numbers_of("12-KH/TU ngày 05/02/2024")]
    []
    """
    if (part := _PART.match(flat(text))) and text[0] == "P":
        word = part["number"]
        value = _ORDINALS.get(word) or roman_to_int(word) or _small(word)
        end = part.end()
        end += len(text[end:]) - len(text[end:].lstrip(" -–—.:)/,"))
        return (Number(Numbering.PART, value, end),)
    found = []
    for kind, pattern in _NUMBERED:
        match = pattern.match(text)
        if match is None or _SYMBOL.match(text, match.end()):
            continue
        above, _, last = match["number"].rpartition(".")
        value = (roman_to_int(last) or 0) if kind == "roman" else _small(last)
        if 0 < value <= _HIGHEST:
            found.append(Number(Numbering(kind), value, match.end(), above))
    return tuple(found)


def _small(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return "abcdđeghiklmnopqrstuvxy".find(word.lower()) + 1


def begins_block(text: str) -> bool:
    """Whether a line begins a bullet or a numbered heading or item."""
    return bullet_of(text) is not None or bool(numbers_of(text))
