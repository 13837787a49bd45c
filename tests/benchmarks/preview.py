"""How long from a save to the page: ``kho serve`` over a copy of a content folder.

Run by hand: ``.venv/bin/python tests/benchmarks/preview.py [content] [saves]``. A report is
saved again and again with a changed word; told are the seconds until the browser is told to
reload, until the new page has been sent, and until the problems of the save are known.
"""

from __future__ import annotations

import json
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def _events(address: str) -> Iterator[tuple[float, dict[str, object]]]:
    with urllib.request.urlopen(f"{address}__kho/luu", timeout=60) as stream:
        for line in stream:
            if line.startswith(b"data: "):
                yield time.perf_counter(), json.loads(line.removeprefix(b"data: "))


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _saves(
    address: str, report: Path, page: str, many: int
) -> Iterator[tuple[float, float, float]]:
    events = _events(address)
    pages = next(event for _, event in events if event["searchable"])["pages"]
    for at in range(many):
        text = report.read_text("utf-8")
        word = f"LẦN{at}"
        report.write_text(text.replace("Tuy nhiên,", f"Tuy nhiên, {word}", 1), "utf-8")
        saved = time.perf_counter()
        told = next(when for when, event in events if event["pages"] != pages)
        with urllib.request.urlopen(f"{address}{page}", timeout=60) as answer:
            assert word in answer.read().decode()
        shown = time.perf_counter()
        checked = next(when for when, _ in events)
        pages = next(event for _, event in events if event["searchable"])["pages"]
        yield told - saved, shown - saved, checked - saved


def main() -> None:
    """Time the saves and print the median and the slowest of each."""
    content = Path(sys.argv[1] if len(sys.argv) > 1 else PROJECT / "content")
    many = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy)
        report = next(
            path
            for path in sorted(copy.rglob("q?/*.md"))
            if "Tuy nhiên," in path.read_text("utf-8")
        )
        page = f"{report.relative_to(copy).with_suffix('').as_posix()}/"
        where = f"127.0.0.1:{_free_port()}"
        command = [
            sys.executable,
            "-m",
            "build_tools",
            "serve",
            "--content",
            copy,
            "--address",
            where,
        ]
        with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            began = time.perf_counter()
            next(line for line in server.stdout if line.startswith("Xem thử"))
            print(f"{content}: xem được sau {time.perf_counter() - began:.2f} giây")
            try:
                rows = list(_saves(f"http://{where}/", report, page, many))
            finally:
                server.terminate()
    for name, times in zip(
        ("báo tải lại", "trang mới", "biết lỗi"), zip(*rows, strict=True), strict=True
    ):
        print(f"  {name}: trung vị {statistics.median(times):.3f}, chậm nhất {max(times):.3f} giây")


if __name__ == "__main__":
    main()
