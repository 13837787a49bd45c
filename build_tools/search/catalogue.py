"""What the browser must know of all records before it can rank any: the catalogue.

One small file, fetched with the engine: the engine's own list of index parts, the filters
and the lengths of all records. What a result shows (title, trail, text) is in a file a
record, fetched for the results that are shown. Both are compressed here, since not every
host compresses.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from build_tools.archive import Archive
from build_tools.search.pagefind import Index
from build_tools.search.parts import Part, without_parts
from build_tools.search.records import Record, RecordKind
from build_tools.search.streams import Stream, texts_of, titles_of
from build_tools.search.tokens import tokens
from build_tools.vietnamese import fold

KINDS: Final = tuple(RecordKind)
MOST_SPELLINGS: Final = 6000


def write_catalogue(
    folder: Path,
    archive: Archive,
    streams: Sequence[Stream],
    index: Index,
    parts: Sequence[Part],
) -> None:
    """Write ``catalogue.kho``, ``spellings.kho`` and ``texts/`` beside the index.

    ``parts`` are those the browser is to fetch, in the order of their words.
    """
    areas = [area.id for area in archive.registry.areas]
    issuers = sorted({r.issuer for s in streams for r in s.group.records if r.issuer})
    catalogue = {
        "meta": base64.b64encode(without_parts(index.meta)).decode(),
        "parts": [part.first for part in parts],
        "names": "".join(part.name for part in parts),
        "issuers": issuers,
        "areas": areas,
        "abbreviations": _abbreviations(archive),
        "groups": [_group(each, index.ids[each.group.name], areas, issuers) for each in streams],
    }
    _write(folder / "catalogue.kho", catalogue)
    _write(folder / "spellings.kho", _spellings(streams))
    for each in streams:
        shown = [_shown(record) for record in each.group.records]
        for number, one in enumerate(shown):
            _write(folder / "texts" / _name_of(shown) / f"{number}.kho", one)


def _group(each: Stream, page: str, areas: list[str], issuers: list[str]) -> dict[str, Any]:
    """Numbers in columns compress best, pairs as what they are more than words; -1 stands for none."""
    records = each.group.records
    made: dict[str, Any] = {
        "id": page,
        "texts": _name_of([_shown(record) for record in records]),
        "kinds": "".join(str(KINDS.index(record.kind)) for record in records),
        "words": [one.words for one in each.lengths],
        "pairs": [one.pairs - one.words for one in each.lengths],
        "titleWords": [one.title_words for one in each.lengths],
        "titlePairs": [one.title_pairs - one.title_words for one in each.lengths],
    }
    if each.group.is_report:
        first = records[0]
        made |= {
            "year": first.year,
            "quarter": first.quarter,
            "issuer": issuers.index(first.issuer or ""),
        }
        made["areas"] = [areas.index(one.area) if one.area else -1 for one in records]
        made["parts"] = "".join(str(min(one.part, 9)) for one in records)
    else:
        made["years"] = [record.year or 0 for record in records]
        made["issuers"] = [issuers.index(one.issuer) if one.issuer else -1 for one in records]
        made["cited"] = [record.cited for record in records]
    return made


def _shown(record: Record) -> dict[str, Any]:
    return {
        "url": record.url,
        "title": record.title,
        "trail": record.trail,
        "paragraphs": [[paragraph.anchor, paragraph.text] for paragraph in record.paragraphs],
    }


def _name_of(shown: list[dict[str, Any]]) -> str:
    """A folder's name that changes with its content, so that hosts may let browsers keep it."""
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()[:8]


def _abbreviations(archive: Archive) -> dict[str, list[str]]:
    """The archive's own abbreviations: the codes of its issuers."""
    found: dict[str, list[str]] = {}
    for issuer in archive.registry.issuers.values():
        if issuer.code:
            found.setdefault(fold(issuer.code), []).append(issuer.short or issuer.name)
    return dict(sorted(found.items()))


def _spellings(streams: Sequence[Stream]) -> list[str]:
    """The commonest pairs of words, for mending a query that finds nothing."""
    counted: Counter[str] = Counter()
    for each in streams:
        for record in each.group.records:
            for text in (*titles_of(record), *texts_of(record)):
                cut = [token for token in tokens(text) if token.kind == "word"]
                counted.update(f"{a.fold} {b.fold}" for a, b in pairwise(cut))
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_SPELLINGS]
    return [pair for pair, _ in ranked]


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
