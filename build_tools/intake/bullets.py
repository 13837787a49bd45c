"""Printed bullets and their levels.

Paper shows levels by the kind of bullet: ``+`` under ``-`` everywhere, other kinds in the
order in which the paper first uses them. A heading or a plain paragraph closes all levels.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_WRITTEN: Final = MappingProxyType(
    {"+": "+", "-": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "\uf02d": "-"}
)
_DASH, _PLUS, _OTHER = "-", "+", "*"


def written(marker: str) -> str:
    """The bullet Markdown has for a printed one: dashes ``-``, plus ``+``, all others ``*``."""
    return _WRITTEN.get(marker, _OTHER)


class Levels:
    """The bullets open at a place; ``level_of`` tells each new one its level.

    >>> levels = Levels()
    >>> [levels.level_of(marker) for marker in ("-", "+", "+", "-")]
    [0, 1, 1, 0]
    """

    def __init__(self) -> None:
        self._order: list[str] = []
        self._open: list[str] = []

    def close(self) -> None:
        """A heading or paragraph stands between."""
        self._open = []

    def level_of(self, marker: str) -> int:
        """The level of the next bullet, from 0."""
        kind = written(marker) if written(marker) != _OTHER else marker
        if kind in self._open:
            self._open = self._open[: self._open.index(kind) + 1]
            return len(self._open) - 1
        if kind not in self._order:
            self._order.append(kind)
        while self._open and self._rank(self._open[-1]) > self._rank(kind):
            self._open.pop()
        self._open.append(kind)
        return len(self._open) - 1

    def _rank(self, kind: str) -> int:
        if kind == _PLUS and _DASH in self._order:
            return self._order.index(_DASH) * 2 + 1
        return self._order.index(kind) * 2
