"""The archive in shards: each indexed by itself, from its own records alone.

A shard is some years of reports, or all directives. What ``index_shard`` makes of it
depends on nothing else, so shards can be indexed side by side, and the work on one can be
kept under its ``shard_key`` until a record of it changes. ``catalogue.py`` ties them
together.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, groupby
from math import log2
from typing import Any, Final

from build_tools.archive import Archive
from build_tools.search.packing import packed
from build_tools.search.pagefind import indexed
from build_tools.search.parts import Posting, divide
from build_tools.search.records import Record, RecordGroup, RecordKind, record_groups
from build_tools.search.streams import CLOSE, Stream, stream

KINDS: Final = tuple(RecordKind)
REPORTS_IN_A_SHARD: Final = 500
#: to be raised with every change of what ``index_shard`` makes of the same records
FORMAT: Final = 2
MOST_SPELLINGS: Final = 6000
_PACK: Final = 2000  # signs of texts before compression
_IN_A_FOLDER: Final = 50
_IN_A_PAGE: Final = 25  # groups, so that a key common to all has few rows
_STEPS: Final = 3  # of a length, each time it doubles
_LEAST: Final = 48  # the sign of the shortest length


@dataclass(frozen=True, slots=True)
class Shard:
    """Records that are indexed together; ``name`` says which, e.g. ``2021-2023``."""

    name: str
    groups: tuple[RecordGroup, ...]


@dataclass(frozen=True, slots=True)
class IndexedShard:
    """What indexing made of a shard.

    ``files`` are its files by their path below the shard's folder, ``folder`` the name of
    that folder, which changes with the files. ``firsts`` tells which part holds a key,
    ``pairs`` counts all pairs of neighbours, ``spellings`` the commonest of them.
    """

    folder: str
    files: dict[str, bytes]
    firsts: tuple[str, ...]
    records: int
    pairs: int
    spellings: tuple[tuple[str, int], ...]
    years: tuple[int, ...]


def shards_of(archive: Archive, size: int = REPORTS_IN_A_SHARD) -> list[Shard]:
    """The archive in shards: whole years, as many as ``size`` reports allow; then the directives.

    Years are put together from the oldest on, so that a new report changes the last shard only.
    """
    groups = list(record_groups(archive))
    made: list[list[RecordGroup]] = []
    reports = [group for group in groups if group.is_report]
    reports.sort(key=lambda group: group.records[0].year or 0)
    for _, some in groupby(reports, key=lambda group: group.records[0].year):
        year = list(some)
        if made and len(made[-1]) + len(year) <= size:
            made[-1] += year
        else:
            made.append(year)
    shards = [Shard(_years(each), tuple(each)) for each in made]
    directives = tuple(group for group in groups if not group.is_report)
    return [*shards, *([Shard("van-ban", directives)] if directives else [])]


def _years(groups: list[RecordGroup]) -> str:
    years = [str(group.records[0].year) for group in (groups[0], groups[-1])]
    return "-".join(dict.fromkeys(years))


def shard_key(shard: Shard) -> str:
    """A name for the whole input of ``index_shard``: equal for equal records, else different."""
    text = json.dumps([FORMAT, [asdict(group) for group in shard.groups]], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def index_shard(shard: Shard) -> IndexedShard:
    """Index one shard; depends on its records alone, and gives the same bytes every time.

    Raises ``build_tools.search.pagefind.IndexingError`` when the index cannot be made.
    """
    streams = [stream(group) for group in shard.groups]
    files = {"records.kho": packed(_columns(streams))}
    parts = list(divide(_entries(streams)))
    for number, part in enumerate(parts):
        files[f"parts/{number // _IN_A_FOLDER}/{number}.kho"] = part.content
    for number, group in enumerate(shard.groups):
        for at, some in enumerate(_packs(group.records)):
            files[f"texts/{number}/{at}.kho"] = packed(some)
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(f"{path}\n{len(content)}\n".encode() + content)
    records = [record for group in shard.groups for record in group.records]
    return IndexedShard(
        folder=digest.hexdigest()[:10],
        files=files,
        firsts=tuple(part.first for part in parts),
        records=len(records),
        pairs=sum(one.pairs for each in streams for one in each.lengths),
        spellings=_spellings(streams),
        years=tuple(sorted({record.year or 0 for record in records})),
    )


def _entries(streams: Sequence[Stream]) -> Iterator[tuple[str, list[Posting]]]:
    """Every key with its records, numbered through the shard."""
    pages = [streams[at : at + _IN_A_PAGE] for at in range(0, len(streams), _IN_A_PAGE)]
    lengths = [[one for each in page for one in each.lengths] for page in pages]
    before = list(accumulate(map(len, lengths), initial=0))
    starts = [
        list(accumulate((*(one.words for one in own), *(one.pairs for one in own)), initial=0))
        for own in lengths
    ]
    for key, found in indexed([" ".join(_keys(page)) for page in pages]):
        is_pair = key[0] == CLOSE
        held: list[tuple[int, int, list[int]]] = []
        for page, places in found:
            own = starts[page]
            begin = end = 0
            for place in places:
                if place >= end:  # the next record
                    at = bisect_right(own, place)
                    begin, end = own[at - 1], own[at]
                    record = (at - 1) % len(lengths[page])
                    one = lengths[page][record]
                    inner: list[int] = []
                    ends = one.title_pairs if is_pair else one.title_words
                    held.append((before[page] + record, ends, inner))
                inner.append(place - begin)
        yield (
            key,
            [
                Posting(record, bisect_left(inner, ends), tuple(inner) if is_pair else ())
                for record, ends, inner in held
            ],
        )


def _keys(page: Sequence[Stream]) -> Iterator[str]:
    yield from filter(None, (each.words for each in page))
    yield from filter(None, (each.pairs for each in page))


def _columns(streams: Sequence[Stream]) -> dict[str, Any]:
    """What ranking and filters must know of every record; texts of one sign a record compress best."""
    groups = [each.group for each in streams]
    records = [record for group in groups for record in group.records]
    issuers = sorted({record.issuer for record in records if record.issuer})
    areas = sorted({record.area for record in records if record.area})
    lengths = [one.pairs for each in streams for one in each.lengths]
    heads = records if not groups[0].is_report else [group.records[0] for group in groups]
    return {
        "isReports": groups[0].is_report,
        "groups": [len(group.records) for group in groups],
        "issuers": issuers,
        "areas": areas,
        "kinds": "".join(str(KINDS.index(record.kind)) for record in records),
        "parts": "".join(str(min(record.part, 9)) for record in records),
        "area": [areas.index(record.area) if record.area else -1 for record in records],
        "lengths": "".join(chr(_LEAST + round(_STEPS * log2(1 + length))) for length in lengths),
        "packs": "".join(_pack_starts(groups)),
        "year": [head.year or 0 for head in heads],
        "quarters": "".join(str(head.quarter or 0) for head in heads),
        "days": [head.day for head in heads],
        "issuer": [issuers.index(head.issuer) if head.issuer else -1 for head in heads],
        "cited": [head.cited for head in heads] if not groups[0].is_report else [],
    }


def _shown(record: Record) -> dict[str, Any]:
    return {
        "url": record.url,
        "title": record.title,
        "trail": record.trail,
        "paragraphs": [[paragraph.anchor, paragraph.text] for paragraph in record.paragraphs],
    }


def _packs(records: Iterable[Record]) -> Iterator[list[dict[str, Any]]]:
    """What results show, a few records to a file: one each would be ten thousands of files."""
    pack: list[dict[str, Any]] = []
    size = 0
    for record in records:
        shown = _shown(record)
        length = sum(len(one.text) for one in record.paragraphs)
        if pack and size + length > _PACK:
            yield pack
            pack, size = [], 0
        pack.append(shown)
        size += length
    yield pack


def _pack_starts(groups: Iterable[RecordGroup]) -> Iterator[str]:
    """1 for a record that begins a file of its group, 0 for one in the same file."""
    for group in groups:
        for at, pack in enumerate(_packs(group.records)):
            yield ("1" if at else "0") + "0" * (len(pack) - 1)


def _spellings(streams: Iterable[Stream]) -> tuple[tuple[str, int], ...]:
    """The commonest pairs of words, for mending a query that finds nothing."""
    counted: Counter[str] = Counter()
    for each in streams:
        counted.update(each.spelled)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(ranked[:MOST_SPELLINGS])
