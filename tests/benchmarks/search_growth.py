"""What the first result costs as an archive grows: ``python -m tests.benchmarks.search_growth``.

Makes archives of more and more reports from the paragraphs of the sample, shuffled, with
other figures and with names that grow in number, indexes them without building pages, and
asks a few queries in Chromium with an empty cache. Prints bytes, requests and, for the
same queries asked again with other words, milliseconds at a quarter of the processor.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from build_tools.archive import Archive
from build_tools.gathering import read_archive
from build_tools.model import Passage, Report, Section
from build_tools.problems import Problems
from build_tools.quarter import Quarter
from build_tools.search.index import MODULE, browser_module, write_index
from tests.benchmarks.search import CONTENT, served

SIZES = (14, 200, 2000)
QUERIES = (
    "dang vien", "05 ct tw", "giải ngân vốn đầu tư công", "quy chế dân chủ",
    "kiem tra giam sat quy 2 2022", "UBKT", "bản tin âm thanh", "an sinh xã hội",
)  # fmt: skip
WARM = (
    "đảng viên mới", "kết nạp", "dân vận khéo", "sinh hoạt chi bộ", "22-QĐ/TW", "tổ chức đảng",
    "quy hoạch cán bộ", "lao động", "kỷ luật", "nghị quyết trung ương", "doanh nghiep", "cán bộ nữ",
)  # fmt: skip
SYLLABLES = [
    "An",
    "Bình",
    "Châu",
    "Đông",
    "Giang",
    "Hòa",
    "Khánh",
    "Long",
    "Minh",
    "Nam",
    "Phú",
    "Quang",
    "Sơn",
    "Tân",
    "Vĩnh",
    "Xuân",
    "Yên",
]

COLD = """
async (query) => {
  const start = performance.now();
  const { search } = await import(new URL("/search/kho-search.js", location).href);
  const { total } = await search(query);
  return [performance.now() - start, total];
}
"""
AGAIN = """
async (queries) => {
  const { search } = await import(new URL("/search/kho-search.js", location).href);
  const times = [];
  for (const round of [0, 1]) {
    for (const query of queries) {
      const start = performance.now();
      await search(query);
      if (round) times.push(performance.now() - start);
    }
  }
  return times;
}
"""


def grown(archive: Archive, size: int) -> Archive:
    """An archive of that many reports made from those of another."""
    if size <= len(archive.reports):
        return archive
    chance = random.Random(size)
    passages = [p for r in archive.reports for s in r.sections for p in s.passages[1:]]
    reports = tuple(_report(archive, number, passages, chance) for number in range(size))
    resolutions = {report.key: () for report in reports}
    return replace(archive, reports=reports, resolutions=resolutions, less={})


def _report(
    archive: Archive, number: int, passages: list[Passage], chance: random.Random
) -> Report:
    base = archive.reports[number % len(archive.reports)]
    year, quarter = 1960 + number // 32, number // 8 % 4 + 1
    address = f"{year}/q{quarter}/{number}-bc/"
    metadata = replace(base.metadata, quarter=Quarter(year, quarter), number=f"{number}-BC/ĐUKDN")
    sections = tuple(_section(section, passages, chance) for section in base.sections)
    return replace(base, address=address, metadata=metadata, sections=sections, citations=())


def _section(section: Section, passages: list[Passage], chance: random.Random) -> Section:
    kept = section.passages[:1]
    new = (
        replace(chance.choice(passages), text=_varied(chance.choice(passages).text, chance))
        for _ in section.passages[1:]
    )
    return replace(section, passages=(*kept, *new))


def _varied(text: str, chance: random.Random) -> str:
    other = re.sub(r"\d+", lambda match: str(chance.randrange(10 ** len(match[0]))), text)
    return f"{other} Xã {chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)}."


def measured(browser: Browser, home: str) -> Iterator[tuple[str, int, int, float, int]]:
    """Query, bytes, requests, milliseconds, number of results; each with an empty cache."""
    for query in QUERIES:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{home}404.html")
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[int] = []
        session.on(
            "Network.loadingFinished",
            lambda event, into=sizes: into.append(event["encodedDataLength"]),
        )
        took, total = page.evaluate(COLD, query)
        page.wait_for_timeout(200)
        yield query, int(sum(sizes)), len(sizes), took, total
        context.close()


def main() -> None:
    """Print a line a query and size."""
    sample = read_archive(CONTENT["sample"], Path("content"), Problems())
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for size in sizes:
            site = Path(folder) / str(size)
            records = write_index(grown(sample, size), site / "search" / "index")
            (site / "search" / MODULE).write_text(browser_module(), "utf-8")
            (site / "404.html").write_text("<!doctype html><title>404</title>", "utf-8")
            print(f"{size} reports, {records} records")
            with served(site) as home:
                for query, length, requests, took, total in measured(browser, home):
                    print(
                        f"  {query:32} {length:8} bytes {requests:3} requests {took:6.0f} ms {total:6} results"
                    )
                page = browser.new_page()
                page.goto(f"{home}404.html")
                session = page.context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                times = sorted(page.evaluate(AGAIN, list(WARM + QUERIES)))
                print(
                    f"  asked again, processor ÷ 4: p50 {times[len(times) // 2]:.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms"
                )
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
