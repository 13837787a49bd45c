"""Small contents that must be refused with that very sentence, and others that must be read.

``tests/sites/invalid/<case>/expected.txt`` holds the file, the code and the sentence that
must be among what is reported; ``tests/sites/valid/<case>`` must have no errors.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.archive import Archive
from build_tools.checks.content import check_content
from build_tools.gathering import read_archive
from build_tools.pages.every import every_page
from build_tools.problem_text import text_report
from build_tools.problems import Problems, Severity

SITES = Path(__file__).resolve().parent.parent / "sites"
INVALID = sorted(path.parent for path in (SITES / "invalid").glob("*/expected.txt"))
VALID = sorted(path for path in (SITES / "valid").iterdir() if path.is_dir())


def read(case: Path) -> tuple[Archive, Problems]:
    problems = Problems()
    archive = read_archive(case / "content", Path("content"), problems)
    check_content(archive, problems)
    return archive, problems


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.name)
def test_a_content_that_must_fail_fails_with_that_sentence(case):
    path, code, sentence = (case / "expected.txt").read_text("utf-8").strip().split(" ", 2)
    _, problems = read(case)
    found = [
        problem
        for problem in problems
        if (problem.place.path, problem.code) == (path, code) and problem.message.startswith(sentence)
    ]
    assert [problem.severity for problem in found] == [Severity.ERROR], text_report(problems)


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.name)
def test_a_content_that_must_fail_fails_for_nothing_else(case):
    assert read(case)[1].errors == 1


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.name)
def test_a_content_that_must_be_read_has_no_errors_and_makes_pages(case):
    archive, problems = read(case)
    assert problems.errors == 0, text_report(problems)
    assert len(archive.reports) >= 1
    addresses = [made.address for made in every_page(archive)]
    assert len(addresses) == len(set(addresses))


def test_there_are_enough_of_both():
    assert len(INVALID) >= 15
    assert len(VALID) >= 8
