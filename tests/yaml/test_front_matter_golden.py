"""Every mistake in the head of a report, with the words an editor gets for it.

``tests/fixtures/front_matter/<case>.md`` is what was written and ``<case>.problems.txt``
what the terminal says; a new case is a new pair of files.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.files import read_text
from build_tools.front_matter import read_metadata, split
from build_tools.model import Metadata
from build_tools.problem_text import text_report
from build_tools.problems import Problems

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "front_matter"
CASES = sorted(FOLDER.glob("*.md"))


def read_head(path: Path) -> tuple[Metadata | None, Problems]:
    problems = Problems()
    text = read_text(path, path.name, problems)
    assert text is not None
    parts = split(text, path.name, problems)
    metadata = read_metadata(parts, path.name, problems) if parts is not None else None
    return metadata, problems


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_case_is_reported_in_these_words(case, golden):
    golden(case.with_suffix(".problems.txt"), text_report(read_head(case)[1]) + "\n")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_metadata_exist_exactly_when_nothing_is_wrong(case):
    metadata, problems = read_head(case)
    assert (metadata is None) is problems.has_errors
    assert case.stem.startswith("valid-") <= (not problems.has_errors)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_problem_names_a_line_of_the_file_and_shows_that_very_line(case):
    lines = case.read_text("utf-8").split("\n")
    for problem in read_head(case)[1]:
        place = problem.place
        assert place.line is not None
        assert 1 <= place.line <= len(lines)
        if place.source is not None:
            assert place.source == lines[place.line - 1]
        if place.column is not None:
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def test_there_is_a_case_for_every_code_of_the_head_and_of_yaml():
    codes = {problem.code for case in CASES for problem in read_head(case)[1]}
    assert codes == {
        "KHO101", "KHO102", "KHO103", "KHO104", "KHO105", "KHO106", "KHO108", "KHO109", "KHO110",
        "KHO111", "KHO112", "KHO113",
    }  # fmt: skip


def test_a_fault_never_hides_another_in_the_same_head():
    problems = read_head(FOLDER / "several-faults-in-one-file.md")[1]
    assert [problem.place.line for problem in problems] == [2, 2, 3, 4, 6, 7, 8, 9]
