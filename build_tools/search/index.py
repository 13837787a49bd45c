"""The search folder of a site: engine, index, catalogue, texts, and the browser's modules."""

from __future__ import annotations

import gzip
from importlib.resources import files
from pathlib import Path
from typing import Final

from build_tools.archive import Archive
from build_tools.search.bundle import bundled, plain_script
from build_tools.search.catalogue import write_catalogue
from build_tools.search.pagefind import index_pages
from build_tools.search.parts import divide
from build_tools.search.records import record_groups
from build_tools.search.streams import stream
from build_tools.search.tables import browser_tables

MODULE: Final = "kho-search.js"
ENGINE: Final = "engine.kho"


def write_index(archive: Archive, folder: Path) -> int:
    """Write the index into ``folder``; returns how many records it holds.

    Raises ``build_tools.search.pagefind.IndexingError`` when the index cannot be made,
    ``OSError`` when the folder cannot be written.
    """
    streams = [stream(group) for group in record_groups(archive)]
    index = index_pages((each.group.name, each.content) for each in streams)
    parts = divide(index.parts)
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    (folder / ENGINE).write_bytes(gzip.compress(index.engine, mtime=0))
    for part in parts:
        (folder / "parts" / f"{part.name}.kho").write_bytes(part.content)
    write_catalogue(folder, archive, streams, index, parts)
    return sum(len(each.group.records) for each in streams)


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
