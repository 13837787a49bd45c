"""How a body becomes sections, passages, notes and markup.

``tests/fixtures/reports/<case>.md`` is a body without its head; ``<case>.outline.txt``
lists what was found in it, and ``<case>.html`` is how it is printed.
"""

from __future__ import annotations

import pytest

from tests.markdown.bodies import REPORTS, read_body
from tests.markdown.outline_text import markup, outline

CASES = sorted(REPORTS.glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_body_is_read_into_this_outline(case, golden):
    report, _ = read_body(case.read_text("utf-8"))
    assert report is not None
    golden(case.with_suffix(".outline.txt"), outline(report))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_body_is_printed_as_this_markup(case, golden):
    report, _ = read_body(case.read_text("utf-8"))
    assert report is not None
    golden(case.with_suffix(".html"), markup(report))
