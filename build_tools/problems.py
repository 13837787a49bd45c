"""Findings about what an editor wrote, and the collector they travel in.

Values go forward through the build; problems go sideways into one collector, so
that an editor sees every fault of a report in one run instead of one per run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

TAB_WIDTH: Final = 4
WINDOW: Final = 90
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; lines and columns count from 1, in code points.

    ``source`` is the whole line as the editor wrote it, kept so that a caret can be
    drawn under the fault without reading the file again.

    >>> Place("content/2023/q3/170-bc-duk.md", 4, 10, "quarter: 2023-Q5", length=7).line
    4
    """

    path: str
    line: int | None = None
    column: int | None = None
    source: str | None = None
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding (lỗi hoặc cảnh báo): a stable code, a place, a message and its cure.

    ``message`` says in Vietnamese what is wrong, ``hint`` what to do about it. ``beside`` is
    the second place of a contradiction, e.g. the registry's entry that gives another date.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str
    beside: Place | None = None

    def sort_key(self) -> tuple[str, int, int, str]:
        """Order findings as an editor reads them: by file, then from top to bottom."""
        return (self.place.path, self.place.line or 0, self.place.column or 0, self.code)


@dataclass(slots=True)
class Problems:
    """Collects every finding of one run; the only thing that is passed sideways.

    >>> problems = Problems()
    >>> problems.error("KHO101", Place("a.md", 1), "Thiếu khóa “title”.", "Thêm một dòng title: …")
    >>> problems.has_errors
    True
    """

    _found: list[Problem] = field(default_factory=list)

    def error(
        self, code: str, place: Place, message: str, hint: str, *, beside: Place | None = None
    ) -> None:
        """Record a fault that must be mended before anything is published."""
        self._found.append(Problem(code, Severity.ERROR, place, message, hint, beside))

    def warning(
        self, code: str, place: Place, message: str, hint: str, *, beside: Place | None = None
    ) -> None:
        """Record something worth a look that does not stop the build."""
        self._found.append(Problem(code, Severity.WARNING, place, message, hint, beside))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=Problem.sort_key))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many findings stop the build."""
        return sum(problem.severity is Severity.ERROR for problem in self._found)

    @property
    def warnings(self) -> int:
        """How many findings only ask for a look."""
        return len(self._found) - self.errors

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the build."""
        return self.errors > 0


def excerpt(place: Place) -> str | None:
    """Draw the source line with a caret run under the fault, as compilers do.

    A paragraph is one long line, so only a window of it around the fault is shown. A
    column counts code points; a combining mark takes no width of its own on screen, so
    it is left out of the padding. A control character never reaches the terminal.

    >>> print(excerpt(Place("a.md", 7, 10, "quarter: 2023-Q5", length=7)))
    7 | quarter: 2023-Q5
      |          ^~~~~~~
    """
    if place.source is None or place.line is None:
        return None
    head, source = f"{place.line} | ", place.source
    if place.column is None:
        return head + _cut(source, 0, WINDOW)
    fault = place.column - 1
    start = 0 if len(source) <= WINDOW else max(0, fault - WINDOW // 2)
    before = "…" * (start > 0) + printable(source[start:fault]).expandtabs(TAB_WIDTH)
    width = sum(not unicodedata.combining(character) for character in before)
    shown = _cut(source, start, start + WINDOW)
    rest = min(len(source), start + WINDOW) - fault
    marker = "^" + "~" * (min(place.length, rest) - 1)
    gutter = " " * (len(head) - 2) + "| "
    return f"{head}{shown}\n{gutter}{' ' * width}{marker}"


def _cut(source: str, start: int, end: int) -> str:
    shown = printable(source[start:end]).expandtabs(TAB_WIDTH)
    return "…" * (start > 0) + shown + "…" * (end < len(source))


def printable(text: str) -> str:
    r"""Text that cannot command a terminal, begin a line of its own or turn the line round.

    >>> printable("a\x1b[2Jb")
    'a�[2Jb'
    """
    return _UNPRINTABLE.sub("\ufffd", text)
