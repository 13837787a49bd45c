"""Shards of the search index taken from the cache: a shard whose records are the same is not indexed again."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from build_tools.cache.keys import code_version, key_of
from build_tools.cache.store import Cache
from build_tools.search.index import indexed_shards
from build_tools.search.shards import IndexedShard, Shard, shard_key

_STEP: Final = "search shard"
_MAKER: Final = "build_tools.search.shards"


def kept_shards(cache: Cache) -> Callable[[Sequence[Shard]], Iterator[IndexedShard]]:
    """What ``search.index.write_index`` asks for shards, answered from ``cache`` where it can be.

    The key holds a shard's records, the code that indexes them and Pagefind's version, so one
    changed report, e.g. ``2023/q3/170-bc-duk``, costs the indexing of its own years only.
    """

    def shards(asked: Sequence[Shard]) -> Iterator[IndexedShard]:
        code = code_version(_MAKER, libraries=("pagefind_bin",))
        keys = [key_of(_STEP, code, shard_key(shard)) for shard in asked]
        known = cache.get_many(keys)
        missing = [shard for shard, key in zip(asked, keys, strict=True) if key not in known]
        fresh = iter(indexed_shards(missing))
        for key in keys:
            if key in known:
                yield pickle.loads(known[key])  # noqa: S301 - see docs/security.md
            else:
                made = next(fresh)
                cache.put(key, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
                yield made

    return shards
