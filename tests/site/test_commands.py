"""The command line: exit codes, formats, and a README that tells the truth."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_command

from build_tools import __version__
from build_tools.cli import app

Kho = Callable[..., subprocess.CompletedProcess[str]]
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    report = tmp_path / "2023" / "q3" / "1-bc-x.md"
    report.parent.mkdir(parents=True)
    report.write_text("---\ntitel: a\nquarter: 2023-Q5\n---\nMột đoạn[^1].\n", "utf-8")
    return tmp_path


def test_clean_content_exits_0(kho: Kho) -> None:
    assert kho("check").returncode == 0


def test_faulty_content_exits_1_and_lists_every_fault_at_once(kho: Kho, faulty: Path) -> None:
    done = kho("check", "--content", faulty)
    assert done.returncode == 1
    assert set(re.findall(r"KHO\d{3}", done.stdout)) >= {"KHO101", "KHO106", "KHO111", "KHO202"}


def test_a_missing_folder_or_unknown_option_exits_2(kho: Kho, tmp_path: Path) -> None:
    assert kho("check", "--content", tmp_path / "khong-co").returncode == 2
    assert kho("check", "--khong-co").returncode == 2


def test_json_lists_problems_with_exactly_the_agreed_keys(kho: Kho, faulty: Path) -> None:
    problems = json.loads(kho("check", "--content", faulty, "--format", "json").stdout)
    assert problems
    for problem in problems:
        assert list(problem) == [
            "code", "severity", "path", "line", "column", "message", "hint",
        ]  # fmt: skip


def test_json_of_clean_content_is_a_list_of_warnings_only(kho: Kho) -> None:
    problems = json.loads(kho("check", "--format", "json").stdout)
    assert {problem["severity"] for problem in problems} <= {"warning"}


def test_github_annotations_name_file_line_and_column(kho: Kho, faulty: Path) -> None:
    lines = kho("check", "--content", faulty, "--format", "github").stdout.splitlines()
    assert any(re.match(r"::error file=.*1-bc-x\.md,line=2,col=1,title=KHO101::", x) for x in lines)


def test_the_version_is_printed(kho: Kho) -> None:
    assert kho("--version").stdout.strip() == f"kho {__version__}"


@pytest.mark.parametrize("command", sorted(get_command(app).commands))
def test_every_command_is_documented_and_teaches_with_help(kho: Kho, command: str) -> None:
    assert f"kho {command}" in (PROJECT / "README.md").read_text("utf-8")
    helped = kho(command, "--help")
    assert helped.returncode == 0
    assert len(helped.stdout.splitlines()) > 5


def test_without_a_terminal_no_progress_is_printed(kho: Kho, tmp_path: Path) -> None:
    assert "Đọc nội dung" not in kho("build", "--site", tmp_path / "site").stderr
