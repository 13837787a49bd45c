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

from build_tools.markdown.spans import place_of
from build_tools.model import Passage, Report
from build_tools.problems import Place, Problem, Severity

_NOTE_OF_EDITORS: Final = re.compile(r"\[BBT:[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a passage: offsets into its text, end exclusive."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a rule in one report, at words or at a key of the front matter.

    ``at`` is a ``Spot``, a ``Place`` or the name of the key, e.g. ``number``; ``beside`` is a
    second place that the message speaks of.
    """

    code: str
    report: Report
    at: Spot | Place | str
    message: str
    hint: str
    severity: Severity = Severity.WARNING
    beside: Place | None = None

    @property
    def problem(self) -> Problem:
        """The finding as it is shown to an editor."""
        return Problem(self.code, self.severity, self.place, self.message, self.hint, self.beside)

    @property
    def words(self) -> str:
        """The words the finding stands at."""
        if isinstance(self.at, Spot):
            return self.at.words
        return words_at(self.place)

    @property
    def place(self) -> Place:
        """The place in the report file, with the line for the caret."""
        if isinstance(self.at, Spot):
            return place_of(self.report.path, self.at.passage, self.at.start, self.at.end)
        if isinstance(self.at, Place):
            return self.at
        places = self.report.metadata.places
        return places.get(self.at) or Place(self.report.path, 1)


def words_at(place: Place) -> str:
    """The words a place marks in its line."""
    start = (place.column or 1) - 1
    return (place.source or "")[start : start + place.length]


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
