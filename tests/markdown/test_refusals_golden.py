"""What a body may not hold, and the words an editor gets for it.

``tests/fixtures/refusals/<case>.md`` is a body without its head of seven lines, and
``<case>.problems.txt`` what the terminal says.
"""

from __future__ import annotations

import pytest

from build_tools.archive import Archive
from build_tools.checks.content import check_content
from build_tools.citations.resolve import resolve_report
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.reading import latest_day
from tests.markdown.bodies import HEAD, REFUSALS, REGISTRY, REPORTS, read_body

CASES = sorted(REFUSALS.glob("*.md"))


def check(body: str) -> Problems:
    """Everything that reading and checking a report find."""
    report, problems = read_body(body)
    if report is not None:
        mentions = [citation.mention for citation in report.citations]
        found = resolve_report(mentions, REGISTRY, latest_day(report))
        check_content(Archive(REGISTRY, (report,), {report.key: found}), problems)
    return problems


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_case_is_reported_in_these_words(case, golden):
    golden(case.with_suffix(".problems.txt"), text_report(check(case.read_text("utf-8"))) + "\n")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_problem_names_a_line_of_the_file_and_shows_that_very_line(case):
    text = HEAD + case.read_text("utf-8")
    lines = text.split("\n")
    found = list(check(case.read_text("utf-8")))
    assert found
    for problem in found:
        place = problem.place
        assert place.line is not None
        assert 1 <= place.line <= len(lines)
        if place.source is not None:
            assert place.source == lines[place.line - 1]
        if place.column is not None:
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def test_there_is_a_case_for_every_refusal():
    codes = {problem.code for case in CASES for problem in check(case.read_text("utf-8"))}
    assert codes == {f"KHO{number}" for number in range(201, 217)} | {"KHO304"}


def test_a_second_mark_is_a_warning_that_leaves_the_report_whole():
    report, problems = read_body((REPORTS / "a-second-mark-on-one-note.md").read_text("utf-8"))
    assert report is not None
    assert [problem.code for problem in problems] == ["KHO210", "KHO210"]
    assert not problems.has_errors


@pytest.mark.parametrize("case", sorted(REPORTS.glob("*.md")), ids=lambda path: path.stem)
def test_what_the_outline_cases_hold_is_no_error(case):
    assert check(case.read_text("utf-8")).errors == 0
