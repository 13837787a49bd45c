"""Small contents that must be refused with that very sentence, and others that must be read.

``tests/sites/invalid/<case>/expected.txt`` holds the file, the code and the sentence that
must be among what is reported; ``tests/sites/valid/<case>`` must have no errors.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.problem_text import text_report
from build_tools.problems import Problems, Severity
from build_tools.site.prepare import Prepared, prepare

SITES = Path(__file__).resolve().parent.parent / "sites"
INVALID = sorted(path.parent for path in (SITES / "invalid").glob("*/expected.txt"))
VALID = sorted(path for path in (SITES / "valid").iterdir() if path.is_dir())


@pytest.fixture
def read(case: Path, monkeypatch) -> tuple[Prepared | None, Problems]:
    """The case prepared as a build would, by an editor who stands beside ``content``."""
    monkeypatch.chdir(case)
    problems = Problems()
    return prepare(Path("content"), None, problems), problems


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.name)
def test_a_content_that_must_fail_fails_with_that_sentence(case, read):
    path, code, sentence = (case / "expected.txt").read_text("utf-8").strip().split(" ", 2)
    prepared, problems = read
    assert prepared is None
    found = [
        problem
        for problem in problems
        if (problem.place.path, problem.code) == (path, code)
        and problem.message.startswith(sentence)
    ]
    assert [problem.severity for problem in found] == [Severity.ERROR], text_report(problems)


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.name)
def test_a_content_that_must_fail_fails_for_nothing_else(case, read):
    assert read[1].errors == 1, case


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.name)
def test_a_content_that_must_be_read_has_no_errors_and_makes_pages(case, read):
    prepared, problems = read
    assert prepared is not None, text_report(problems)
    assert len(prepared.archive.reports) >= 1, case
    addresses = [made.address for made in (*prepared.pages, *prepared.files)]
    assert len(addresses) == len(set(addresses))


def test_there_are_enough_of_both():
    assert len(INVALID) >= 15
    assert len(VALID) >= 8
