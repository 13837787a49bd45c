"""The key of a cached value: a hash over everything the value was made from.

A key that forgets an input would serve an old value for a new question, so the code is an
input, too: the source of the step's module and of all that it imports, directly or not.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_PACKAGE: Final = Path(__file__).resolve().parent.parent.name
_IMPORT: Final = re.compile(
    rf"^\s*(?:from\s+({_PACKAGE}[\w.]*)\s+import\s+(\([^)]*\)|.*)|import\s+({_PACKAGE}[\w.]*))",
    re.MULTILINE,
)
_NAME: Final = re.compile(r"\w+")


def key_of(step: str, code: str, *inputs: str | bytes) -> bytes:
    """The key of what ``step`` makes, with the code of that version, from these inputs.

    ``code`` comes from ``code_version``. Each input is hashed with its length, so that no
    two lists of inputs run together.

    >>> key_of("reading", "1", "ab", "c") == key_of("reading", "1", "a", "bc")
    False
    """
    found = sha256()
    for one in (step, code, *inputs):
        raw = one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one
        found.update(len(raw).to_bytes(8, "big"))
        found.update(raw)
    return found.digest()


@cache
def code_version(*modules: str, libraries: tuple[str, ...] = ()) -> str:
    """A hash over the source of these modules, of all of ours they import, and of the rest.

    The rest is the version of Python with its table of letters, and of each library named:
    ``code_version("build_tools.reading", libraries=("markdown-it-py",))``. Python's own
    caches do not matter, and neither do times of files.
    """
    found = sha256()
    for path in sorted(_sources(modules)):
        found.update(path.relative_to(_ROOT).as_posix().encode())
        found.update(sha256(path.read_bytes()).digest())
    facts = [
        sys.version,
        unicodedata.unidata_version,
        *(f"{one} {version(one)}" for one in libraries),
    ]
    found.update("\n".join(facts).encode())
    return found.hexdigest()


def _sources(modules: tuple[str, ...]) -> set[Path]:
    """The files of modules with those of all they import, and of the packages they stand in."""
    found: set[Path] = set()
    open_ones = list(modules)
    seen = set(open_ones)
    while open_ones:
        path = _file_of(open_ones.pop())
        if path is None or path in found:
            continue
        found.add(path)
        for name in _imported(path.read_text("utf-8")):
            if name not in seen:
                seen.add(name)
                open_ones.append(name)
    return found


def _file_of(module: str) -> Path | None:
    """The source of a module; None where the name is that of a value inside one."""
    stem = _ROOT.joinpath(*module.split("."))
    return next(
        (one for one in (stem / "__init__.py", stem.with_suffix(".py")) if one.is_file()), None
    )


def _imported(source: str) -> Iterator[str]:
    """Modules of ours that a source may import; names of values among them have no file."""
    for statement in _IMPORT.finditer(source):
        module = statement[1] or statement[3]
        parts = module.split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))
        yield from (f"{module}.{name}" for name in _NAME.findall(statement[2] or ""))
