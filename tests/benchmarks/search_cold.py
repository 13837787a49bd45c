"""What a reader on a slow phone waits for: ``python -m tests.benchmarks.search_cold SITE [SITE …]``.

For each built site in turn, and again, an empty cache, 1.6 Mbps, 150 ms a round trip and a
quarter of the processor: the home page is opened, the search box focused, a query put into
it, and the time taken until its first suggestion is drawn. Beside the time stands what no
browser could be faster than: the bytes at that rate, and a round trip for every request that
could be sent only after another was answered. ``warm`` is a further query a letter at a time.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.search import served

RATE = 200_000  # bytes a second: 1.6 Mbps
ROUND_TRIP = 0.15  # seconds
QUERIES = ("dang vien", "05 ct tw", "quy chế dân chủ", "UBKT", "bản tin âm thanh")
WARM = ("đảng viên mới", "kết nạp", "dân vận khéo", "sinh hoạt chi bộ", "22-QĐ/TW", "tổ chức đảng")

#: milliseconds from the focus to the first suggestion
BOX = """
async (query) => {
  const field = [...document.querySelectorAll("form[data-suggest] input[type=search]")].find((one) => one.checkVisibility());
  const start = performance.now();
  field.focus();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!field.form.querySelector("[role=option]")) await new Promise(requestAnimationFrame);
  return [start, performance.now() - start];
}
"""
#: milliseconds of the module alone, by its contract
MODULE = """
async (query) => {
  const start = performance.now();
  const { search } = await import(new URL("/search/kho-search.js", location).href);
  await search(query);
  return [start, performance.now() - start];
}
"""
WARM_TIMES = """
async (queries) => {
  const { search } = await import(new URL("/search/kho-search.js", location).href);
  const times = [];
  for (const query of queries) {
    for (let end = 2; end <= query.length; end += 1) {
      await search(query.slice(0, end));
      const start = performance.now();
      await search(query.slice(0, end));
      times.push(performance.now() - start);
    }
  }
  return times;
}
"""
WATERFALL = """
(start) => performance.getEntriesByType("resource").filter((one) => one.startTime >= start - 1)
  .map((one) => [one.name.replace(location.origin, ""), one.startTime - start, one.responseEnd - start])
"""


def measured(browser: Browser, home: str, script: str, query: str) -> dict[str, Any]:
    """One query with an empty cache: milliseconds, bytes with and without the page, requests."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    slow(session)
    page.goto(home, wait_until="networkidle")
    before = sum(sizes)
    start, took = page.evaluate(script, query)
    waterfall = page.evaluate(WATERFALL, start)
    page.wait_for_timeout(300)
    context.close()
    length = int(sum(sizes) - before)
    chain = steps(waterfall)
    return {
        "query": query,
        "took": took,
        "bytes": length,
        "page": int(before),
        "requests": len(waterfall),
        "steps": chain,
        "floor": 1000 * (length / RATE + chain * ROUND_TRIP),
        "waterfall": waterfall,
    }


def slow(session: Any) -> None:
    """The line and the processor of a slow phone."""
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 1000 * ROUND_TRIP,
            "downloadThroughput": RATE,
            "uploadThroughput": RATE,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def steps(waterfall: list[tuple[str, float, float]]) -> int:
    """The longest chain of requests, each begun after the one before was answered."""
    longest: list[int] = []
    for _, start, _ in waterfall:
        before = [
            longest[at] for at, (_, _, end) in enumerate(waterfall[: len(longest)]) if end <= start
        ]
        longest.append(1 + max(before, default=0))
    return max(longest, default=0)


def warm(page: Page) -> list[float]:
    """Milliseconds of queries whose files are there, at a quarter of the processor."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return sorted(page.evaluate(WARM_TIMES, list(WARM)))


def main() -> None:
    """Print a line a query and site, the sites by turns."""
    sites = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, script in (("box", BOX), ("module", MODULE)):
            for query in QUERIES:
                for site in sites:
                    with served(site) as home:
                        found = [measured(browser, home, script, query) for _ in range(5)]
                    one = found[0]
                    times = [each["took"] for each in found]
                    print(
                        f"{name:6} {query:18} {site.name:10} {statistics.median(times):5.0f} ms, least {min(times):5.0f} ms, floor {one['floor']:5.0f} ms"
                        f"  {one['bytes']:7} bytes (page {one['page']}) {one['requests']:3} requests in {one['steps']} steps"
                    )
                    if "--waterfall" in sys.argv:
                        for path, start, end in one["waterfall"]:
                            print(f"         {start:6.0f} {end:6.0f} {path}")
        for site in sites:
            with served(site) as home:
                page = browser.new_page()
                page.goto(home)
                times = warm(page)
                page.close()
            p95 = times[int(len(times) * 0.95)]
            print(f"warm   {site.name:10} p50 {times[len(times) // 2]:.1f} ms, p95 {p95:.1f} ms")
        browser.close()


if __name__ == "__main__":
    main()
