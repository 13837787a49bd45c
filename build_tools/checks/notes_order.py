"""Footnote marks in rising order; a jump back usually means a mark went astray."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from build_tools.checks.finding import Finding, Spot
from build_tools.model import Report


def marks_out_of_order(report: Report) -> Iterator[Finding]:
    """A mark that stands behind a later one; the place is the note with that number."""
    numbers = [
        int(number)
        for section in report.sections
        for passage in section.passages
        for number in passage.notes
        if number.isdecimal()
    ]
    for earlier, later in pairwise(numbers):
        if later < earlier:
            note = next(note for note in report.footnotes if note.number == str(later))
            yield Finding(
                "KHO215",
                report,
                Spot(note.passages[0], 0, 0),
                f"Dấu chú thích {later} đứng sau dấu {earlier}.",
                "Đối chiếu thứ tự chú thích với bản in.",
            )
