"""Cutting the index into smaller parts than Pagefind does.

Pagefind puts 20,000 places into one part, some 45 KB, and a query of five words may need
five of them. A part is a list of words in CBOR (RFC 8949), each with all its places, and
words do not refer to each other; so the list can be cut anywhere between two words, and
the engine reads short lists as it reads long ones.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from build_tools.search.pagefind import IndexingError

PART_SIZE: Final = 9000  # bytes before compression, about 3 KB after
_MOST_PARTS: Final = 2000
_ARRAY, _TEXT, _SHORT = 4, 3, 24
_UNKNOWN: Final = "the index is not built as parts.py knows it"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the beginning of its first word that tells it from the part before, its file."""

    first: str
    name: str
    content: bytes


def divide(parts: Iterable[bytes]) -> list[Part]:
    """The words of all parts in new, smaller parts, in the order of the words.

    Takes parts as Pagefind wrote them, decompressed; raises ``IndexingError``.
    """
    words = sorted(word for part in parts for word in _words(part))
    size = max(PART_SIZE, sum(len(raw) for _, raw in words) // _MOST_PARTS)
    made: list[Part] = []
    group: list[tuple[str, bytes]] = []
    length, last = 0, ""
    for word in words:
        if group and length + len(word[1]) > size:
            made.append(_part(group, last))
            last, group, length = group[-1][0], [], 0
        group.append(word)
        length += len(word[1])
    if group:
        made.append(_part(group, last))
    return made


def without_parts(meta: bytes) -> bytes:
    """The engine's list of pages and parts with no part in it: the browser knows them itself."""
    count, at = _head(meta, 0, _ARRAY)
    items = []
    for _ in range(count):
        end = _skip(meta, at)
        items.append(meta[at:end])
        at = end
    parts_at = 2
    if len(items) <= parts_at:
        raise IndexingError(_UNKNOWN)
    items[parts_at] = _array(0)
    return _array(count) + b"".join(items)


def _part(group: list[tuple[str, bytes]], last: str) -> Part:
    first = group[0][0]
    shared = next(
        (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(last)
    )
    body = _array(1) + _array(len(group)) + b"".join(raw for _, raw in group)
    name = hashlib.sha256(body).hexdigest()[:8]
    return Part(first[: shared + 1] if last else "", name, gzip.compress(body, mtime=0))


def _words(body: bytes) -> Iterator[tuple[str, bytes]]:
    outer, at = _head(body, 0, _ARRAY)
    count, at = _head(body, at, _ARRAY)
    if outer != 1:
        raise IndexingError(_UNKNOWN)
    for _ in range(count):
        end = _skip(body, at)
        _, inner = _head(body, at, _ARRAY)
        length, start = _head(body, inner, _TEXT)
        yield body[start : start + length].decode(), body[at:end]
        at = end


def _head(body: bytes, at: int, major: int) -> tuple[int, int]:
    found, value, after = _item(body, at)
    if found != major:
        raise IndexingError(_UNKNOWN)
    return value, after


def _item(body: bytes, at: int) -> tuple[int, int, int]:
    """Major type, value and the offset after the head of the item at ``at``."""
    major, short = divmod(body[at], 32)
    if short < _SHORT:
        return major, short, at + 1
    width = 1 << (short - _SHORT)
    return major, int.from_bytes(body[at + 1 : at + 1 + width]), at + 1 + width


def _skip(body: bytes, at: int) -> int:
    waiting = 1
    while waiting:
        major, value, at = _item(body, at)
        waiting -= 1
        if major == _ARRAY:
            waiting += value
        elif major in {2, 3}:
            at += value
        elif major not in {0, 1, 7}:
            raise IndexingError(_UNKNOWN)
    return at


def _array(length: int) -> bytes:
    if length < _SHORT:
        return bytes((_ARRAY * 32 + length,))
    width = 1 if length < 1 << 8 else 2 if length < 1 << 16 else 4
    return bytes((_ARRAY * 32 + _SHORT + width.bit_length() - 1,)) + length.to_bytes(width)
