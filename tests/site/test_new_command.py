"""``kho new``: a file that checks clean from the first minute."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from build_tools.cli import app

Kho = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def archive(tmp_path: Path, content: Path) -> Path:
    return Path(shutil.copytree(content, tmp_path / "content"))


def test_the_new_report_is_a_draft_without_errors(kho: Kho, archive: Path) -> None:
    done = kho("new", "2024-Q1", "--issuer", "duk-kien-giang", "--content", archive)
    assert done.returncode == 0, done.stderr
    path = archive / "2024" / "q1" / "khong-so-duk.md"
    assert path.as_posix() in done.stdout
    found = json.loads(kho("check", "--content", archive, "--format", "json").stdout)
    own = [one for one in found if one["path"].endswith("khong-so-duk.md")]
    assert [one["code"] for one in own] == ["KHO406"]


def test_it_has_three_parts_the_seven_areas_twice_and_a_reason_for_every_key(
    kho: Kho, archive: Path
) -> None:
    kho("new", "2024-Q1", "--content", archive)
    lines = (archive / "2024" / "q1" / "khong-so-duk.md").read_text("utf-8").split("\n")
    assert [line[:5] for line in lines if line.startswith("## ")] == ["## I-", "## II", "## II"]
    assert len([line for line in lines if line.startswith("### ")]) == 14
    head = lines[1 : lines.index("---", 1)]
    assert all("  # " in line for line in head)


def test_headings_are_those_of_the_latest_report(kho: Kho, archive: Path) -> None:
    kho("new", "2023-Q4", "--content", archive)
    text = (archive / "2023" / "q4" / "khong-so-duk.md").read_text("utf-8")
    assert "### 7. Dân vận và lãnh đạo các đoàn thể" in text


def test_a_number_names_the_file(kho: Kho, archive: Path) -> None:
    kho("new", "2024-Q1", "--number", "15-BC/ĐUK", "--content", archive)
    text = (archive / "2024" / "q1" / "15-bc-duk.md").read_text("utf-8")
    assert "number: 15-BC/ĐUK " in text


def test_the_written_report_is_published_once_the_draft_line_is_gone(
    kho: Kho, archive: Path, tmp_path: Path
) -> None:
    kho("new", "2024-Q1", "--content", archive)
    path = archive / "2024" / "q1" / "khong-so-duk.md"
    text = path.read_text("utf-8").replace("…", "Đã làm xong.")
    path.write_text("\n".join(one for one in text.split("\n") if "draft:" not in one), "utf-8")
    done = kho("build", "--content", archive, "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "2024" / "q1" / "khong-so-duk" / "index.html").is_file()


def test_nothing_is_overwritten(kho: Kho, archive: Path) -> None:
    kho("new", "2024-Q1", "--content", archive)
    path = archive / "2024" / "q1" / "khong-so-duk.md"
    path.write_text("đang viết dở", "utf-8")
    done = kho("new", "2024-Q1", "--content", archive)
    assert (done.returncode, path.read_text("utf-8")) == (1, "đang viết dở")
    assert "không ghi đè" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["2024-Q9"], "“2024-Q9” không phải là quý"),
        (["2024-Q1", "--issuer", "khong-co"], "Không có cơ quan “khong-co”"),
        ([], "Thiếu quý báo cáo"),
    ],
)
def test_what_is_wrong_or_missing_is_said_without_a_terminal(
    kho: Kho, archive: Path, arguments: list[str], told: str
) -> None:
    done = kho("new", *arguments, "--content", archive)
    assert done.returncode == 2
    assert told in done.stderr


def test_on_a_terminal_it_asks_and_offers_the_following_quarter(archive: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "build_tools", "new", "--content", str(archive)]
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, close_fds=True
    ) as running:
        os.close(follower)
        os.write(leader, b"\n\n")  # the offered quarter, no number
        heard = b""
        while select.select([leader], [], [], 30)[0]:
            try:
                heard += os.read(leader, 4096)
            except OSError:
                break
        os.close(leader)
    assert running.returncode == 0, heard.decode()
    assert "Quý báo cáo [2023-Q4]" in heard.decode()
    assert (archive / "2023" / "q4" / "khong-so-duk.md").is_file()


def test_the_help_teaches() -> None:
    told = CliRunner().invoke(app, ["new", "--help"]).output
    assert "2024-Q1" in told
