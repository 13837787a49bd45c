"""The list of codes that editors read is the list of codes the code uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CODE = re.compile(r"\bKHO\d{3}\b")


@pytest.fixture(scope="module")
def used(project: Path) -> set[str]:
    """Codes in the source, without those that only stand in an example."""
    texts = [path.read_text("utf-8") for path in (project / "build_tools").rglob("*.py")]
    return {
        code for text in texts for code in re.findall(r"\"(KHO\d{3})\"", _without_examples(text))
    }


def _without_examples(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">>>"))


def test_every_code_is_explained_to_editors_and_none_that_is_gone(project, used):
    page = project / "docs" / "problems.vi.md"
    if not page.is_file():
        pytest.skip("docs/problems.vi.md is not written yet")
    assert set(CODE.findall(page.read_text("utf-8"))) == used


def test_codes_are_numbered_by_room(used):
    assert len(used) > 40
    assert {code[3] for code in used} == set("1234567")


def test_every_code_is_met_in_some_test(project, used):
    here = project / "tests"
    texts = [
        path.read_text("utf-8", errors="replace")
        for path in here.rglob("*")
        if path.suffix in {".py", ".txt"} and "node_modules" not in path.parts
    ]
    met = {code for text in texts for code in CODE.findall(text)}
    assert sorted(used - met) == []
