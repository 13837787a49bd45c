"""Entries put into ``directives.yml`` without touching what editors wrote there.

The file is edited as text, line by line: comments, order, quoting and line ends stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from build_tools.problems import Place

_ENTRY: Final = re.compile(r"-\s+\{?\s*id:\s*[\"']?(?P<id>[a-z][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Renaming:
    """An entry that gets a better id; ``id_place`` and ``same_as_place`` are where its values stand."""

    old: str
    new: str
    id_place: Place
    same_as_place: Place | None


def renamed(text: str, renamings: Iterable[Renaming]) -> str:
    """The file with better ids; every old id is kept in ``same_as``.

    Entries are changed from the last to the first, so that places stay right.
    """
    lines = text.split("\n")
    for one in sorted(renamings, key=lambda renaming: -(renaming.id_place.line or 0)):
        _rename(lines, one)
    return "\n".join(lines)


def inserted(text: str, entries: Sequence[tuple[str, str]]) -> str:
    """The file with new ``(id, entry)`` pairs, each where its id belongs if the file is in order."""
    for name, entry in entries:
        text = _with_entry(text, name, entry)
    return text


def _rename(lines: list[str], one: Renaming) -> None:
    """Change one entry: the old id first goes into ``same_as``, then the new one takes its place."""
    at, column = (one.id_place.line or 1) - 1, (one.id_place.column or 1) - 1
    place = one.same_as_place
    if place is not None and place.line is not None and place.column is not None:
        line, start = place.line - 1, place.column - 1
        lines[line] = _with_name(lines[line][:start], lines[line][start:], one.old)
    before, after = lines[at][:column], lines[at][column:].replace(one.old, one.new, 1)
    if place is None and "{" in before:
        after = after.replace(one.new, f"{one.new}, same_as: [{one.old}]", 1)
    elif place is None:
        indent = " " * (len(before) - len(before.lstrip(" -")))
        after = f"{after}\n{indent}same_as: [{one.old}]"
    lines[at] = before + after


def _with_name(before: str, rest: str, name: str) -> str:
    """A line of ``same_as`` with one more name; ``rest`` is what stands there for the list."""
    if rest.startswith("- "):
        return f"{before}- {name}\n{before}{rest}"
    if not rest.startswith("["):
        return f"{before}[{name}]{re.sub(r'^(?:null|Null|NULL|~)', '', rest)}"
    divider = "" if rest[1:].lstrip().startswith("]") else ", "
    return f"{before}[{name}{divider}{rest[1:]}"


def _with_entry(text: str, name: str, entry: str) -> str:
    lines = text.split("\n")
    found = [(at, match["id"]) for at, line in enumerate(lines) if (match := _ENTRY.match(line))]
    if not found:
        kept = text.rstrip().removesuffix("[]").rstrip()
        return f"{kept}\n\n{entry}" if kept else entry
    names = [other for _, other in found]
    is_sorted = all(one <= other for one, other in pairwise(names))
    after = next((at for at, other in found if other > name), None) if is_sorted else None
    spaced = len(found) > 1 and any(not line.strip() for line in lines[found[0][0] : found[1][0]])
    gap = "\n" if spaced or len(found) == 1 else ""
    if after is None:
        return f"{text.rstrip()}\n{gap}{entry}"
    if after != found[0][0]:
        while lines[after - 1].startswith("#"):
            after -= 1  # the editor's remark on the next entry stays with it
    head, tail = "\n".join(lines[:after]), "\n".join(lines[after:])
    return f"{head}\n{entry}{gap}{tail}" if head else f"{entry}{gap}{tail}"
