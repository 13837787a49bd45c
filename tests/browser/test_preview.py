"""``kho serve`` in the browser: a save is on the page, and so is what is wrong with it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

PROJECT = Path(__file__).parents[2]
REPORT = "2023/q3/170-bc-duk"

Make = Callable[..., Any]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A report of a served copy of the content, and the address of the preview."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "build_tools", "serve", "--content", tmp_path / "content"]
    with subprocess.Popen(
        [*command, "--address", where],
        cwd=PROJECT,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdout
        try:
            assert any(line.startswith("Xem thử: http") for line in server.stdout)
            yield tmp_path / "content" / f"{REPORT}.md", f"http://{where}/"
        finally:
            server.terminate()


def test_saves_and_problems_come_to_the_page_by_themselves(
    served: tuple[Path, str], reader_at: Make
) -> None:
    report, address = served
    reader = reader_at(address)
    page = reader.open(f"{REPORT}/")
    panel = page.locator(".kho-preview")
    good = report.read_text("utf-8")

    report.write_text(good.replace("Tuy nhiên,", "Tuy nhiên, CHỮ VỪA LƯU,", 1), "utf-8")
    expect(page.locator(".report-text")).to_contain_text("CHỮ VỪA LƯU", timeout=30_000)

    faulty = good.replace("[^3]:", "[^33]: CHỮ HỎNG", 1)
    report.write_text(faulty, "utf-8")
    expect(panel).to_contain_text("trang đang hiện bản tốt gần nhất", timeout=30_000)
    error = panel.locator("li.error", has_text="KHO202")
    line = next(at for at, text in enumerate(faulty.split("\n"), 1) if "[^3]" in text)
    expect(error).to_contain_text(f"{REPORT}.md:{line}:")
    expect(error).to_contain_text("Cách sửa:")
    expect(error.locator("pre")).to_contain_text("^")
    expect(page.locator(".report-text")).to_contain_text("CHỮ VỪA LƯU")

    report.write_text(good, "utf-8")
    expect(panel.locator("li.error")).to_have_count(0, timeout=30_000)
    expect(page.locator(".report-text")).not_to_contain_text("CHỮ VỪA LƯU")
    reader.open("tim-kiem/?q=dang+vien")
    expect(page.locator("ol.results > li").first).to_be_visible(timeout=30_000)
    assert (reader.complaints, reader.foreign) == ([], [])
