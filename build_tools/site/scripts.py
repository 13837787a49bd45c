"""The scripts of our pages as the browser gets them.

Online they are the modules of ``overrides/assets`` as they stand, but those of search come
as one file each: they are fetched when a reader is already waiting. The offline edition
has plain scripts, one for each module that a page asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from build_tools.search.bundle import bundled, imported_by, plain_script

ASSETS: Final = "assets"
#: runs before the page is drawn, everywhere a plain script
FRAME: Final = "frame"
#: fetched while a reader waits
_IN_ONE: Final = ("search", "search-box")
_OFFLINE: Final = "-offline"


def page_scripts(themes: list[Path], *, offline: bool) -> dict[str, str | None]:
    """Scripts under ``assets/`` by name, e.g. ``search.js``; None where the site needs it not.

    ``themes`` are the folders of our templates. What is not named stays as it is.
    """
    modules = {
        path.stem: path.read_text("utf-8")
        for theme in themes
        for path in sorted((theme / ASSETS).glob("*.js"))
        if path.stem != FRAME
    }
    made = dict(_plain(modules, _asked_for(themes)) if offline else _joined(modules))
    return {f"{name}.js": text for name, text in made.items()}


def _joined(modules: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    inside: set[str] = set()
    for name in _IN_ONE:
        if name in modules:
            yield name, bundled(modules, name)
            inside |= _all_imported(modules, name)
    yield from ((name, None) for name in modules if name in inside or name.endswith(_OFFLINE))


def _plain(modules: Mapping[str, str], asked: str) -> Iterator[tuple[str, str | None]]:
    """What templates or the frame name; the others stand inside the scripts that import them."""
    for name in modules:
        yield name, plain_script(modules, name) if f"{name}.js" in asked else None


def _asked_for(themes: list[Path]) -> str:
    """The text of all templates and of the frame's script."""
    named = (
        path
        for theme in themes
        for path in (*theme.rglob("*.html"), theme / ASSETS / f"{FRAME}.js")
    )
    return "".join(path.read_text("utf-8") for path in named)


def _all_imported(modules: Mapping[str, str], name: str) -> set[str]:
    direct = set(imported_by(modules[name]))
    return direct.union(*(_all_imported(modules, one) for one in direct))
