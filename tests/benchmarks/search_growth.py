"""What the first result costs as an archive grows: ``python -m tests.benchmarks.search_growth``.

Makes archives of more and more reports from the paragraphs of the sample, shuffled, with
other figures and with names that grow in number, indexes them without building pages, and
asks a few queries in Chromium with an empty cache on a slow line. Prints bytes, requests,
milliseconds and, for the same queries asked again with other words, milliseconds at a
quarter of the processor. ``2000/500 2000/200`` compares ways to cut the archive into shards.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
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
from build_tools.search.shards import REPORTS_IN_A_SHARD, shards_of
from tests.benchmarks.corpus import SYLLABLES
from tests.benchmarks.search import CONTENT, served
from tests.benchmarks.search_cold import RATE, ROUND_TRIP, WATERFALL, slow, steps

QUERIES = (
    "dang vien", "05 ct tw", "giải ngân vốn đầu tư công", "quy chế dân chủ",
    "kiem tra giam sat quy 2 2022", "UBKT", "bản tin âm thanh", "an sinh xã hội",
)  # fmt: skip
WARM = (
    "đảng viên mới", "kết nạp", "dân vận khéo", "sinh hoạt chi bộ", "22-QĐ/TW", "tổ chức đảng",
    "quy hoạch cán bộ", "lao động", "kỷ luật", "nghị quyết trung ương", "doanh nghiep", "cán bộ nữ",
)  # fmt: skip

COLD = """
async (query) => {
  const start = performance.now();
  const { search } = await import(new URL("/search/kho-search.js", location).href);
  const { results } = await search(query);
  const took = performance.now() - start;
  return [start, took, results.map(({ url }) => new URL(url).pathname + new URL(url).hash)];
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


def measured(browser: Browser, home: str) -> Iterator[tuple[str, int, int, int, float, list[str]]]:
    """Query, bytes, requests, steps, milliseconds, the first results; each with an empty cache."""
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
        slow(session)
        start, took, urls = page.evaluate(COLD, query)
        waterfall = page.evaluate(WATERFALL, start)
        page.wait_for_timeout(200)
        yield query, int(sum(sizes)), len(sizes), steps(waterfall), took, urls
        context.close()


def written(archive: Archive, site: Path, size: int) -> int:
    """Write the index and a page to ask from; prints what it took."""
    start = time.perf_counter()
    count = len(shards_of(archive, size))
    records = write_index(archive, site / "search" / "index", size=size)
    took = time.perf_counter() - start
    own, workers = (
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    files = [path for path in site.rglob("*") if path.is_file()]
    whole = sum(path.stat().st_size for path in files) / 1e6
    (site / "search" / MODULE).write_text(browser_module(), "utf-8")
    (site / "404.html").write_text("<!doctype html><title>404</title>", "utf-8")
    catalogue = (site / "search" / "index" / "catalogue.kho").stat().st_size
    print(
        f"{len(archive.reports)} reports, {records} records, {count} shards: {took:.0f} s, "
        f"at most {own} MB here and {workers} MB in a worker, {len(files)} files, {whole:.1f} MB, "
        f"catalogue {catalogue} bytes",
        flush=True,
    )
    return records


def main() -> None:
    """Print a line a query, for each number of reports, or ``reports/reports in a shard``."""
    sample = read_archive(CONTENT["sample"], Path("content"), Problems())
    wanted = sys.argv[1:] or ["14", "200", "2000"]
    answers: dict[int, list[list[str]]] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for name in wanted:
            size, _, shard = name.partition("/")
            site = Path(folder) / name.replace("/", "-")
            written(grown(sample, int(size)), site, int(shard or REPORTS_IN_A_SHARD))
            with served(site) as home:
                found = []
                for query, length, requests, chain, took, urls in measured(browser, home):
                    floor = 1000 * (length / RATE + chain * ROUND_TRIP)
                    print(
                        f"  {query:30} {length:7} bytes {requests:3} requests in {chain} steps: "
                        f"{took:5.0f} ms, floor {floor:5.0f} ms"
                    )
                    found.append(urls)
                if answers.setdefault(int(size), found) != found:
                    print("  other answers than before")
                page = browser.new_page()
                page.goto(f"{home}404.html")
                session = page.context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                times = sorted(page.evaluate(AGAIN, list(WARM + QUERIES)))
                print(
                    f"  asked again, processor ÷ 4: p50 {times[len(times) // 2]:.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms",
                    flush=True,
                )
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
