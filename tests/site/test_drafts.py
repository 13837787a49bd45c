"""A draft is checked and can be previewed, but it is not published."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.pages.page import PageKind
from build_tools.problems import Problems
from build_tools.site.prepare import prepare

Kho = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def drafted(tmp_path: Path, content: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(content, copy)
    (copy / "published.jsonl").unlink()  # a draft was never published
    report = copy / "2023/q3/170-bc-duk.md"
    text = report.read_text("utf-8").replace("edition: summary", "edition: full\ndraft: true", 1)
    report.write_text(text, "utf-8")
    return copy


def test_a_draft_of_the_full_text_needs_no_approval_yet(kho: Kho, drafted: Path) -> None:
    done = kho("check", "--content", drafted)
    assert (done.returncode, "KHO406" in done.stdout, "KHO404" in done.stdout) == (0, True, False)


def test_a_build_leaves_drafts_out_and_says_so(kho: Kho, drafted: Path, tmp_path: Path) -> None:
    done = kho("build", "--content", drafted, "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "1 bản nháp chưa đăng" in done.stdout
    assert not (tmp_path / "site/2023/q3/170-bc-duk").exists()
    assert "170-BC" not in (tmp_path / "site/du-lieu/bao-cao.json").read_text("utf-8")


def test_a_preview_shows_drafts_labelled(drafted: Path) -> None:
    prepared = prepare(drafted, None, Problems(), drafts=True)
    assert prepared is not None
    report = next(page for page in prepared.pages if page.kind is PageKind.REPORT)
    assert report.view.is_draft


def test_without_the_word_draft_a_full_text_needs_its_approval(kho: Kho, drafted: Path) -> None:
    report = drafted / "2023/q3/170-bc-duk.md"
    report.write_text(report.read_text("utf-8").replace("\ndraft: true", "", 1), "utf-8")
    done = kho("check", "--content", drafted)
    assert (done.returncode, "KHO404" in done.stdout) == (1, True)
