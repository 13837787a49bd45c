"""Where in the report file a piece of parsed Markdown stands.

markdown-it gives blocks their lines but inline pieces no column; the column is found by
looking for the words themselves in those lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.problems import Place


@dataclass(frozen=True, slots=True)
class BodySource:
    """The lines of a report's body and the line of the file on which it begins."""

    path: str
    lines: tuple[str, ...]
    first_line: int

    def line(self, span: Sequence[int] | None) -> int:
        """The file line on which a block begins; ``span`` is a token's ``map``."""
        return self.first_line + (span[0] if span else 0)

    def block(self, span: Sequence[int] | None) -> tuple[str, ...]:
        """The lines of a block as they stand in the file."""
        return self.lines[span[0] : span[1]] if span else ()

    def place(self, span: Sequence[int] | None, words: str = "", occurrence: int = 0) -> Place:
        """The place of ``words`` in a block, or of the block when they are not found."""
        start, end = span or (0, 1)
        for index in range(start, min(end, len(self.lines))):
            line, column = self.lines[index], -1
            while words and (column := line.find(words, column + 1)) >= 0:
                if occurrence == 0:
                    return Place(self.path, self.first_line + index, column + 1, line, len(words))
                occurrence -= 1
        source = self.lines[start] if start < len(self.lines) else None
        return Place(self.path, self.first_line + start, 1, source)
