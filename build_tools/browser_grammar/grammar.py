"""The grammar of citations as files for the browser; the only module here that knows it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from build_tools.browser_grammar import calls, displays, operators, statements
from build_tools.browser_grammar.program import program
from build_tools.citations.source import plain
from build_tools.citing import cite
from build_tools.pasted import Holdings, pasted
from build_tools.registered import Directive, Issuer
from build_tools.registry.registry import Registry

#: importing them tells ``scope.construct`` and ``scope.statement`` their constructs
FAMILIES: Final = (calls, displays, operators, statements)
GENERATED: Final = "citations.js"
WRITTEN: Final = ("kho-cite.js", "python.js", "worker.js")


@cache
def grammar_module() -> str:
    """The ES module with ``cite`` and ``pasted``; it imports ``python.js`` beside it.

    Raises ``UntranslatableError`` when the grammar uses Python that the browser cannot have.
    """
    roots = (cite, pasted, Holdings, Registry, Directive, Issuer)
    exported = {root.__name__: root for root in roots}
    return program(exported, package="build_tools", tabulated=(plain,))


def browser_files() -> dict[str, str]:
    """Every module that recognises citations in the browser, by file name."""
    folder = files("build_tools.browser_grammar")
    written = {name: folder.joinpath(name).read_text("utf-8") for name in WRITTEN}
    return {GENERATED: grammar_module(), **written}
