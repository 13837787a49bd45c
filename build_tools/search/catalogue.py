"""The one file the browser reads before any shard: which shards there are and what each holds.

It is fetched with the search script, while the reader still types. Together with it stand
the numbers that must be the same for all shards, so that results of one compare with those
of another: how long records are on average, and the archive's own abbreviations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from build_tools.archive import Archive
from build_tools.search.packing import packed
from build_tools.search.shards import MOST_SPELLINGS, IndexedShard
from build_tools.vietnamese import fold


def write_catalogue(folder: Path, archive: Archive, shards: Sequence[IndexedShard]) -> None:
    """Write ``catalogue.kho`` and ``spellings.kho`` beside the folders of the shards."""
    pairs = sum(shard.pairs for shard in shards)
    records = sum(shard.records for shard in shards)
    catalogue = {
        "average": round(pairs / max(records, 1), 1),
        "abbreviations": _abbreviations(archive),
        "shards": [
            {
                "folder": shard.folder,
                "records": shard.records,
                "years": shard.years,
                "parts": " ".join(shard.firsts),
            }
            for shard in shards
        ],
    }
    (folder / "catalogue.kho").write_bytes(packed(catalogue))
    (folder / "spellings.kho").write_bytes(packed(_spellings(shards)))


def _abbreviations(archive: Archive) -> dict[str, list[str]]:
    """The archive's own abbreviations: the codes of its issuers."""
    found: dict[str, list[str]] = {}
    for issuer in archive.registry.issuers.values():
        if issuer.code:
            found.setdefault(fold(issuer.code), []).append(issuer.short or issuer.name)
    return dict(sorted(found.items()))


def _spellings(shards: Sequence[IndexedShard]) -> list[str]:
    counted: Counter[str] = Counter()
    for shard in shards:
        counted.update(dict(shard.spellings))
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [pair for pair, _ in ranked[:MOST_SPELLINGS]]
