"""What every kind of page costs behind nginx: bytes, jumps, requests to others, refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from behind_nginx import served
from page_kinds import every_kind, largest_of_each_kind

FIRST_VISIT = 200_000
NEXT_PAGE = 40_000
SHIFT = 0.02
WATCH = """
  window.shift = 0;
  window.refused = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => {
    window.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
"""
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 150_000, "uploadThroughput": 50_000}


class Wire:
    """A browser that counts what comes over the wire, headers included."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.bytes = 0
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._count)
        page.add_init_script(WATCH)

    def _count(self, event: dict[str, Any]) -> None:
        self.bytes += round(event["encodedDataLength"])

    def cost_of(self, address: str) -> int:
        """Bytes fetched for this page, the files that it asks for later included."""
        self.bytes = 0
        self.page.goto(address, wait_until="networkidle")
        return self.bytes


@pytest.fixture(scope="module")
def home(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(sample_site, tmp_path_factory.mktemp("nginx")) as port:
        yield f"http://127.0.0.1:{port}/"


def test_the_longest_report_is_light_and_the_next_page_lighter(
    home: str, sample_site: Path, reader_at: Callable[..., Any]
) -> None:
    kinds = largest_of_each_kind(sample_site)
    wire = Wire(reader_at(home).page)
    first = wire.cost_of(home + kinds["report"])
    following = {
        kind: wire.cost_of(home + address) for kind, address in kinds.items() if kind != "moved"
    }
    assert 20_000 < first <= FIRST_VISIT
    search = following.pop("search")  # brings its engine, once
    assert search <= 150_000
    assert wire.cost_of(f"{home}tim-kiem/") <= NEXT_PAGE
    assert {kind: cost for kind, cost in following.items() if cost > NEXT_PAGE} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_on_a_slow_line_no_page_jumps_calls_out_or_is_refused_anything(
    width: int, home: str, sample_site: Path, reader_at: Callable[..., Any]
) -> None:
    reader = reader_at(home, width)
    wire = Wire(reader.page)
    wire.session.send("Network.emulateNetworkConditions", SLOW)
    jumps, refused = {}, {}
    for kind in every_kind(sample_site):
        if kind.name == "moved":
            continue  # leads on by itself
        reader.open(kind.address)
        kind.act(reader.page)
        reader.page.wait_for_timeout(50)
        jumps[kind.name] = reader.page.evaluate("window.shift")
        refused[kind.name] = reader.page.evaluate("window.refused")
    assert {kind: jump for kind, jump in jumps.items() if jump >= SHIFT} == {}
    assert {kind: what for kind, what in refused.items() if what} == {}
    assert (reader.complaints, reader.foreign) == ([], [])
