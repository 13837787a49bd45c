"""The words of a shard in parts small enough for a phone, as the browser reads them.

Pagefind's own parts are 45 KB each, its reader is 68 KB of WebAssembly that must be compiled
before anything is found, and its places count from the beginning of a page, so that the
lengths of all records are needed to tell whose they are. Here a place names its record, a
part is a few kilobytes, and the browser reads it with fifty lines of script.

A part is a gzip file of entries, sorted by their keys. Numbers are written seven bits a
byte, lowest first, the eighth saying that more follow:

- how many letters the key shares with the one before, how many more follow, these letters;
- how many bytes of postings follow, then the postings.

A posting begins with the distance of its record from the one before, doubled, plus one
where the key stands in the record's title. That is all for a word. For a pair there
follow: of a record with pairs in the title how many those are, then how many there are in
all, then the distances of their places, those of the title first.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

PART_SIZE: Final = 5000  # bytes before compression, about 2 KB after


class Posting(NamedTuple):
    """Where a key stands in one record: in how many places of its title, in which of all.

    The places of a word are not kept, since nothing is asked of them. There are ten thousand
    of a report, and a named tuple is made in a third of the time.
    """

    record: int
    titled: int
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the beginning of its first key that tells it from the part before, its file."""

    first: str
    content: bytes


def divide(entries: Iterable[tuple[str, list[Posting]]]) -> Iterator[Part]:
    """Entries, sorted by key, in parts."""
    body = bytearray()
    first = last = before = ""
    for key, postings in entries:
        written = _postings(postings)
        if len(body) + len(key) + len(written) > PART_SIZE and body:
            yield _part(first, before, body)
            body, first, before, last = bytearray(), "", last, ""
        first = first or key
        shared = _shared(last, key)
        body += _number(shared) + _number(len(key) - shared) + key[shared:].encode()
        body += _number(len(written)) + written
        last = key
    if body:
        yield _part(first, before, body)


def _part(first: str, before: str, body: bytearray) -> Part:
    apart = first[: _shared(before, first) + 1] if before else ""
    return Part(apart, gzip.compress(bytes(body), mtime=0))


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _postings(postings: list[Posting]) -> bytes:
    written: list[int] = []
    before = 0
    for record, titled, places in postings:
        written.append(2 * (record - before) + (titled > 0))
        before = record
        if places:
            if titled:
                written.append(titled)
            written.append(len(places))
            last = 0
            for place in places:
                written.append(place - last)
                last = place
    if max(written) < 128:  # noqa: PLR2004 - seven bits
        return bytes(written)
    return b"".join(map(_number, written))


def _number(value: int) -> bytes:
    if value < 128:  # noqa: PLR2004 - seven bits
        return _SMALL[value]
    return bytes((128 | value & 127,)) + _number(value >> 7)


_SMALL: Final = tuple(bytes((value,)) for value in range(128))
