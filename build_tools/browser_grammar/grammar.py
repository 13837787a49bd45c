"""The grammar of citations for the browser: what ``kho cite`` does, and the registry's look-up."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from build_tools.browser_grammar import calls, displays, operators, statements
from build_tools.browser_grammar.program import program
from build_tools.citations.source import plain
from build_tools.citing import cite

RUNTIME: Final = "python.js"
#: filled by importing them: each knows one family of constructs
FAMILIES: Final = (calls, displays, operators, statements)


@cache
def grammar_module() -> str:
    """The ES module with ``cite(text, home)``; it imports ``python.js`` beside it."""
    return program({"cite": cite}, package="build_tools", tabulated=(plain,))


def runtime_module() -> str:
    """The hand-written module that translated Python leans on."""
    return files("build_tools.browser_grammar").joinpath(RUNTIME).read_text("utf-8")
