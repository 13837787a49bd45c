"""What a rule of the checks finds, and where in the report file it stands.

A rule reads what the reader reads, so it knows words of a passage; an editor wants line
and column of the file, where footnote marks and emphasis stand between those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from build_tools.model import Passage, Report
from build_tools.problems import Place, Severity

_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")
_MARKS: Final = r"(?:\[\^[^\]\s]{1,12}\]|[*_\\])*"
_NOTE_OF_EDITORS: Final = re.compile(r"\[BBT:[^\]]*\]")
_LINES_OF_A_PASSAGE: Final = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a passage: offsets into its text, end exclusive."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a rule in one report, at words or at a key of the front matter.

    ``at`` is a ``Spot`` or the name of the key, e.g. ``number``.
    """

    code: str
    report: Report
    at: Spot | str
    message: str
    hint: str
    severity: Severity = Severity.WARNING

    @property
    def place(self) -> Place:
        """The place in the report file, with the line for the caret."""
        if isinstance(self.at, Spot):
            return _place_of_words(self.report, self.at)
        places = self.report.metadata.places
        return places.get(self.at) or Place(self.report.path, 1)


def passages(report: Report) -> Iterator[Passage]:
    """Every passage of a report in the order of its file: sections, then notes."""
    for section in report.sections:
        yield from section.passages
    for note in report.footnotes:
        yield from note.passages


@lru_cache(maxsize=4096)
def printed(text: str) -> str:
    """The text as issued: what the archive's editors added is blank, offsets stay.

    >>> printed("ngày 0/6/2013 [BBT: bản in ghi như vậy] của")
    'ngày 0/6/2013                           của'
    """
    if "[BBT:" not in text:
        return text
    return _NOTE_OF_EDITORS.sub(lambda match: " " * len(match[0]), text)


def _place_of_words(report: Report, spot: Spot) -> Place:
    passage, lines = spot.passage, report.lines
    words = passage.text[spot.start : spot.end]
    first = passage.line - 1
    block = "\n".join(lines[first : first + _LINES_OF_A_PASSAGE])
    skip = passage.text.count(words, 0, spot.start) if words else 0
    for found in re.finditer(_with_marks(words), block) if words else ():
        if skip:
            skip -= 1
            continue
        above = block.count("\n", 0, found.start())
        column = found.start() - (block.rfind("\n", 0, found.start()) + 1)
        line = lines[first + above]
        length = min(len(found[0]), len(line) - column)
        return Place(report.path, passage.line + above, column + 1, line, max(1, length))
    source = lines[first] if first < len(lines) else None
    return Place(report.path, passage.line, 1, source)


def _with_marks(words: str) -> str:
    """A pattern for words as they stand in Markdown, with marks between them."""
    tokens = _TOKEN.findall(words)
    return _MARKS.join(r"\s+" if token.isspace() else re.escape(token) for token in tokens)
