"""Short scans in the ways of many offices; each with the report file it must become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.intake.account_of_import import report
from build_tools.intake.imported import Order, import_file
from build_tools.problem_text import text_report
from build_tools.problems import Problems

LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in LAYOUTS.glob("*.txt") if ".doubts" not in path.name)


@pytest.mark.parametrize("name", NAMES)
def test_layout(
    name: str, sample: Path, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    problems = Problems()
    target = tmp_path / f"{name}.md"
    order = Order(LAYOUTS / f"{name}.txt", sample, target)
    done = import_file(order, problems, lambda _: None)
    assert done is not None, text_report(problems)
    assert done.account.missing == 0
    assert done.account.twice == ()
    golden(LAYOUTS / f"{name}.md", target.read_text(encoding="utf-8"))
    shown = report(done, prove=False).replace(target.as_posix(), f"{name}.md")
    golden(LAYOUTS / f"{name}.doubts.txt", shown + "\n")
