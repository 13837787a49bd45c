"""Shards of the search index are kept between builds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.archive import Archive
from build_tools.cache.store import Cache
from build_tools.search.index import indexed_shards
from build_tools.search.shards import Shard, shards_of
from build_tools.site import kept_index
from build_tools.site.kept_index import kept_shards


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the shards that were indexed, not taken from the cache."""
    names: list[str] = []

    def watched(shards: list[Shard]) -> list[object]:
        names.extend(shard.name for shard in shards)
        return list(indexed_shards(shards))

    monkeypatch.setattr(kept_index, "indexed_shards", watched)
    return names


def test_only_a_shard_with_another_record_is_indexed_again(
    sample_archive: Archive, tmp_path: Path, indexed: list[str]
) -> None:
    cache = Cache(tmp_path)
    older, newer, *_ = shards_of(sample_archive, 7)
    first = list(kept_shards(cache)([older, newer]))
    assert indexed == [older.name, newer.name]
    indexed.clear()
    assert list(kept_shards(cache)([older, newer])) == first
    assert indexed == []
    group = newer.groups[0]
    record = replace(group.records[0], title="Tiêu đề khác")
    other = replace(group, records=(record, *group.records[1:]))
    changed = replace(newer, groups=(other, *newer.groups[1:]))
    kept, made = kept_shards(cache)([older, changed])
    assert indexed == [newer.name]
    assert (kept, made.folder) != (first[0], first[1].folder)
    assert kept == first[0]
