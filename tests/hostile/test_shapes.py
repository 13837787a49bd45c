"""Bodies made to hang a parser end, with a report or with problems, in time that grows as they do.

Work is counted in calls of Python functions, which no other program on the machine changes.
``tests/benchmarks/fuzz_content.py --shapes`` measures the same with a clock, at 50,000.
"""

from __future__ import annotations

import sys

import pytest

from build_tools.problem_text import text_report
from tests.hostile.shapes import SHAPES
from tests.markdown.bodies import read_body

SMALL, LARGE = 200, 800
#: twice as much work for each piece is noise of beginnings; four times would be a square
MOST = 2.0


def work(body: str) -> int:
    """How many lines of Python run until the body is read and its problems are told."""
    lines = 0

    def count(_frame, event, _argument):
        nonlocal lines
        lines += event == "line"
        return count

    sys.settrace(count)
    try:
        _, problems = read_body(f"## I- Kết quả\n\n{body}\n")
        told = text_report(problems)
    finally:
        sys.settrace(None)
    assert told
    return lines


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_as_the_text_does(shape):
    small, large = work(SHAPES[shape](SMALL)), work(SHAPES[shape](LARGE))
    assert large / small <= MOST * LARGE / SMALL
