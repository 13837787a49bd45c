"""``mkdocs.yml`` alone is enough: ``mkdocs build --strict`` and a preview that follows saves."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
REPORT = "2023/q3/170-bc-duk"
PATIENCE = 40


def test_mkdocs_build_strict_makes_the_whole_site(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"],
        cwd=PROJECT,
        env={**os.environ, "KHO_REPO_URL": "https://github.com/to-chuc/kho"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = (tmp_path / "site" / REPORT / "index.html").read_text("utf-8")
    assert f'href="https://github.com/to-chuc/kho/edit/main/content/{REPORT}.md"' in report
    assert (tmp_path / "site" / "search" / "index" / "catalogue.kho").is_file()


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact; fails when it does not come about."""
    deadline = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < deadline, "không thấy điều chờ đợi"
        time.sleep(0.2)


class Preview:
    def __init__(self, content: Path, port: int) -> None:
        self.report = content / f"{REPORT}.md"
        self.address = f"http://127.0.0.1:{port}/{REPORT}/"

    def shows(self, words: str) -> bool:
        try:
            with urllib.request.urlopen(self.address, timeout=20) as answer:
                return words in answer.read().decode()
        except OSError:
            return False

    def save(self, old: str, new: str) -> None:
        text = self.report.read_text("utf-8")
        assert old in text
        self.report.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(params=["kho", "mkdocs"])
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Preview]:
    project = tmp_path / "project"
    project.mkdir()
    shutil.copytree(PROJECT / "content", project / "content")
    (project / "content" / "published.jsonl").unlink()  # what is not published yet may change
    shutil.copytree(PROJECT / "overrides", project / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = f"127.0.0.1:{port}"
    command = {
        "kho": [sys.executable, "-m", "build_tools", "serve", "--address", where],
        "mkdocs": [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", where],
    }[request.param]
    with subprocess.Popen(
        command,
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            yield Preview(project / "content", port)
        finally:
            server.terminate()


def test_a_saved_report_is_shown_and_a_faulty_save_keeps_the_last_good_page(
    preview: Preview,
) -> None:
    until(lambda: preview.shows("fn-24"))
    preview.save("Tuy nhiên,", "Tuy nhiên, CHỮ VỪA LƯU,")
    until(lambda: preview.shows("CHỮ VỪA LƯU"))
    preview.save("[^3]:", "[^33]: CHỮ HỎNG")
    time.sleep(2)
    assert preview.shows("CHỮ VỪA LƯU")
    assert not preview.shows("CHỮ HỎNG")
    preview.save("[^33]: CHỮ HỎNG", "[^3]: CHỮ ĐÃ SỬA")
    until(lambda: preview.shows("CHỮ ĐÃ SỬA"))
