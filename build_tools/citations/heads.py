"""Type words: where a citation may begin (``Chỉ thị``, ``Nghị quyết``, ``Luật`` …).

Every word is looked for by itself, which is many times faster than one pattern with all
of them, since almost no place of a report holds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.vietnamese import fold, nfc

_SPELLINGS: Final = {
    **{kind.name.casefold(): kind.slug for kind in DOCUMENT_TYPES.values()},
    "qui định": "quy-dinh",
    "qui chế": "quy-che",
}
_BY_PLAIN: Final = {fold(name): slug for name, slug in _SPELLINGS.items()}
_LOOKED_FOR: Final = tuple(sorted(set(_BY_PLAIN) - {"bo luat"}))
_SECONDS: Final = "|".join(sorted({name.split()[1] for name in _LOOKED_FOR if " " in name}))
_WIDE: Final = re.compile(rf" {{1,3}}\n? {{0,3}}(?:{_SECONDS})\b")
_BOOK: Final = re.compile(r"bo {1,3}\n? {0,3}\Z|bo\n {0,3}\Z")

#: a pattern for any type word in plain text
TYPE_WORDS: Final = "|".join(
    name.replace(" ", r"[ \n]{1,3}") for name in sorted(_BY_PLAIN, key=len, reverse=True)
)


@dataclass(slots=True)  # not frozen: that makes one ten times as dear, and a report has thousands
class Head:
    """A type word at its place; ``is_sure`` where its marks are right or all are lost."""

    start: int
    end: int
    type: str
    is_sure: bool


@lru_cache(maxsize=4096)
def type_of(words: str) -> str | None:
    """The slug of a type word however it is written: ``Chỉ  thị`` is ``chi-thi``."""
    return _BY_PLAIN.get(" ".join(fold(words).split()))


def find_heads(source: Source) -> Iterator[Head]:
    """Every type word of a text, in order."""
    one_line = source.low.replace("\n", " ")
    places = [
        place for name in _LOOKED_FOR if name in one_line for place in _places(one_line, name)
    ]
    if "  " in one_line:
        places.extend(_wide(source.low, one_line))
    places.sort()
    for start, end, slug in places:
        if (head := _head(source, start, end, slug)) is not None:
            yield head


def _places(text: str, name: str) -> Iterator[tuple[int, int, str]]:
    slug, length = _BY_PLAIN[name], len(name)
    start = text.find(name)
    while start >= 0:
        yield start, start + length, slug
        start = text.find(name, start + length)


def _wide(low: str, one_line: str) -> Iterator[tuple[int, int, str]]:
    """Type words with more than one blank inside, as scans and justified lines have them."""
    at = one_line.find("  ")
    while at >= 0:
        if low[at] == " " and (match := _WIDE.match(low, at)) is not None:
            first = max(low.rfind(" ", 0, at), low.rfind("\n", 0, at)) + 1
            slug = _BY_PLAIN.get(" ".join(low[first : match.end()].split()))
            if slug is not None:
                yield first, match.end(), slug
        at = one_line.find("  ", at + 2)


def _head(source: Source, start: int, end: int, slug: str) -> Head | None:
    low = source.low
    if low[end : end + 1].isalnum():
        return None
    if slug == "luat" and (book := _BOOK.search(low, max(0, start - 6), start)):
        start, slug = book.start(), "bo-luat"
    if start and (low[start - 1].isalnum() or low[start - 1] == "_"):
        return None
    words = source.text[start:end]
    is_sure = words.lower() in _SPELLINGS or words.isascii() or _is_spelt(words)
    return Head(start, end, slug, is_sure)


def _is_spelt(words: str) -> bool:
    return " ".join(nfc(words).split()).casefold() in _SPELLINGS
