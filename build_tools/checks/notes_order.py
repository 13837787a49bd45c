"""Footnote marks in rising order; a jump back usually means a mark went astray."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from build_tools.checks.finding import Finding
from build_tools.markdown.spans import place_of_mark
from build_tools.model import Passage, Report
from build_tools.problems import Place

_CURE: Final = "Đối chiếu số chú thích với bản in; bản in đúng như vậy thì để."


def marks_out_of_order(report: Report) -> Iterator[Finding]:
    """A mark that stands behind a later one."""
    for (earlier, before), (later, passage) in pairwise(_marks(report)):
        if later < earlier:
            yield Finding(
                "KHO215",
                report,
                place_of_mark(report.path, passage, str(later)),
                f"Dấu chú thích {later} đứng sau dấu {earlier}.",
                "Đối chiếu thứ tự chú thích với bản in.",
                beside=place_of_mark(report.path, before, str(earlier)),
            )


def _marks(report: Report) -> list[tuple[int, Passage]]:
    return [
        (int(number), passage)
        for section in report.sections
        for passage in section.passages
        for number in passage.notes
        if number.isdecimal()
    ]


def gaps_in_notes(report: Report) -> Iterator[Finding]:
    """Notes 1 to 6, then 9: two notes were lost, or a number was misread."""
    marks = _marks(report)
    numbers = sorted({number for number, _ in marks})
    for before, after in pairwise((0, *numbers)):
        if after > before + 1:
            passage = next(passage for number, passage in marks if number == after)
            lost = f"{before + 1}" if after == before + 2 else f"{before + 1} đến {after - 1}"
            yield Finding(
                "KHO217",
                report,
                place_of_mark(report.path, passage, str(after)),
                f"Chú thích nhảy từ {before} sang {after}, không có số {lost}."
                if before
                else f"Chú thích bắt đầu từ số {after}, không có số {lost}.",
                _CURE,
            )


def notes_written_backwards(report: Report) -> Iterator[Finding]:
    """The words of note 2 stand before those of note 1: perhaps the two were exchanged."""
    notes = sorted(
        (note for note in report.footnotes if note.number.isdecimal() and note.passages),
        key=lambda note: note.line,
    )
    for before, after in pairwise(notes):
        if int(after.number) < int(before.number):
            source = after.passages[0].source
            yield Finding(
                "KHO217",
                report,
                Place(
                    report.path, after.line, 1, source[0] if source else None, len(after.number) + 3
                ),
                f"Lời chú thích {after.number} đứng sau lời chú thích {before.number} (dòng {before.line}).",
                _CURE,
                beside=Place(report.path, before.line),
            )
