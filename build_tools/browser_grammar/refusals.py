"""The one error of the translator: a construct it does not know, with its place and its cure."""

from __future__ import annotations

import ast


class UntranslatableError(Exception):
    """Python that the browser's version cannot hold; ``place`` is ``module:line``."""

    def __init__(self, construct: str, cure: str, place: str = "") -> None:
        self.construct, self.cure, self.place = construct, cure, place
        super().__init__(f"{place}: {construct}; {cure}" if place else f"{construct}; {cure}")

    def at(self, module: str, node: ast.AST) -> UntranslatableError:
        """The same error with its place, unless it already has one."""
        if self.place:
            return self
        return UntranslatableError(self.construct, self.cure, f"{module}:{_line(node)}")


def _line(node: ast.AST) -> int:
    line = getattr(node, "lineno", 0)
    return line if isinstance(line, int) else 0
