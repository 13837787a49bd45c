"""The search folder of a site: the shards, the catalogue that ties them, the browser's module."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from build_tools.archive import Archive
from build_tools.search.bundle import bundled, plain_script
from build_tools.search.catalogue import write_catalogue
from build_tools.search.shards import (
    REPORTS_IN_A_SHARD,
    IndexedShard,
    Shard,
    index_shard,
    shards_of,
)
from build_tools.search.tables import browser_tables

MODULE: Final = "kho-search.js"
SHARDS: Final = "shards"
_FEW: Final = 60  # groups that take less time than another process


def indexed_shards(shards: Sequence[Shard]) -> Iterator[IndexedShard]:
    """Each shard indexed, in their order, side by side where there are several.

    Raises ``build_tools.search.pagefind.IndexingError`` when an index cannot be made.
    """
    workers = min(len(shards), os.cpu_count() or 1)
    if workers < 2 or sum(len(shard.groups) for shard in shards) < _FEW:  # noqa: PLR2004 - side by side
        yield from map(index_shard, shards)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(index_shard, shards)


def write_index(
    archive: Archive,
    folder: Path,
    index: Callable[[Sequence[Shard]], Iterable[IndexedShard]] = indexed_shards,
    size: int = REPORTS_IN_A_SHARD,
) -> int:
    """Write the index into ``folder``; returns how many records it holds.

    ``index`` may take shards from where they are kept; ``size`` is how many reports a shard
    may hold. Raises
    ``build_tools.search.pagefind.IndexingError`` when the index cannot be made,
    ``OSError`` when the folder cannot be written.
    """
    made = []
    for shard in index(shards_of(archive, size)):
        for name, content in shard.files.items():
            path = folder / SHARDS / shard.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        made.append(replace(shard, files={}))
    write_catalogue(folder, archive, made)
    return sum(shard.records for shard in made)


def browser_module(*, offline: bool = False) -> str:
    """The text of ``search/kho-search.js``: a module, or offline a plain script."""
    folder = files("build_tools.search").joinpath("browser")
    modules = {
        each.name.removesuffix(".js"): each.read_text("utf-8")
        for each in folder.iterdir()
        if each.name.endswith(".js")
    }
    make = plain_script if offline else bundled
    return make({**modules, "tables": browser_tables()}, MODULE.removesuffix(".js"))
