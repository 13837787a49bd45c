"""Where in the report file a piece of parsed Markdown stands.

markdown-it gives blocks their lines but inline pieces no column; the column is found by
looking for the words themselves in those lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.problems import Place


@dataclass(frozen=True, slots=True)
class BodySource:
    """The lines of a report's body and the line of the file on which it begins."""

    path: str
    lines: tuple[str, ...]
    first_line: int
    known: dict[tuple[int, int, str], Sequence[tuple[int, int]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def line(self, span: Sequence[int] | None) -> int:
        """The file line on which a block begins; ``span`` is a token's ``map``."""
        return self.first_line + (span[0] if span else 0)

    def block(self, span: Sequence[int] | None) -> tuple[str, ...]:
        """The lines of a block as they stand in the file."""
        return self.lines[span[0] : span[1]] if span else ()

    def place(self, span: Sequence[int] | None, words: str = "", occurrence: int = 0) -> Place:
        """The place of ``words`` in a block, or of the block when they are not found."""
        start, end = span or (0, 1)
        at = self._all_places(start, min(end, len(self.lines)), words)
        if occurrence < len(at):
            index, column = at[occurrence]
            line = self.lines[index]
            return Place(self.path, self.first_line + index, column + 1, line, len(words))
        source = self.lines[start] if start < len(self.lines) else None
        return Place(self.path, self.first_line + start, 1, source)

    def _all_places(self, start: int, end: int, words: str) -> Sequence[tuple[int, int]]:
        """Line and column of each occurrence; kept, since a faulty text asks for every one."""
        key = (start, end, words)
        if key not in self.known:
            lines = range(start, end if words else start)
            self.known[key] = [
                (at, column) for at in lines for column in _all(self.lines[at], words)
            ]
        return self.known[key]


def _all(line: str, words: str) -> Iterator[int]:
    column = line.find(words)
    while column >= 0:
        yield column
        column = line.find(words, column + 1)
