"""Footnote marks in rising order; a jump back usually means a mark went astray."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from build_tools.checks.finding import Finding
from build_tools.markdown.spans import place_of_mark
from build_tools.model import Report


def marks_out_of_order(report: Report) -> Iterator[Finding]:
    """A mark that stands behind a later one."""
    marks = [
        (int(number), passage)
        for section in report.sections
        for passage in section.passages
        for number in passage.notes
        if number.isdecimal()
    ]
    for (earlier, before), (later, passage) in pairwise(marks):
        if later < earlier:
            yield Finding(
                "KHO215",
                report,
                place_of_mark(report.path, passage, str(later)),
                f"Dấu chú thích {later} đứng sau dấu {earlier}.",
                "Đối chiếu thứ tự chú thích với bản in.",
                beside=place_of_mark(report.path, before, str(earlier)),
            )
