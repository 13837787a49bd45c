"""The edition for a stick: opened by file://, with working links, cards, filters and search."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from waiting import until

Make = Callable[..., Any]

ONLINE = """
async (query) => {
  const { search } = await import(new URL("search/kho-search.js", document.baseURI).href);
  return (await search(query, { limit: 8 })).results;
}
"""
OFFLINE = "async (query) => (await kho['kho-search'].search(query, { limit: 8 })).results"


@pytest.fixture(scope="module")
def built(kho: Make, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The edition and what the build said."""
    site = tmp_path_factory.mktemp("offline") / "kho mang đi"  # a name as people give them
    content = project / "tests" / "sample" / "content"
    done = kho(
        "build", "--offline", "--content", content, "--site", site,
        KHO_REPO_URL="https://github.com/to-chuc/kho",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return site, done.stdout


@pytest.fixture
def stick(built: Any, reader_at: Make) -> Any:
    return reader_at(built[0].as_uri() + "/")


def test_the_build_says_how_large_it_is_and_how_to_open_it(built: Any) -> None:
    assert "Bản mang đi:" in built[1]
    assert "MB (tìm kiếm" in built[1]
    assert "index.html" in built[1]


def test_it_is_verified_like_any_site(built: Any, kho: Make) -> None:
    assert kho("verify", built[0]).returncode == 0


def test_nothing_on_a_stick_leads_to_the_repository(built: Any) -> None:
    pages = list(built[0].rglob("*.html"))
    assert pages
    assert not [page for page in pages if "to-chuc/kho" in page.read_text("utf-8")]


def test_a_script_of_the_index_that_was_cut_off_is_found(
    built: Any, kho: Make, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", built[0], copy], check=True)
    parts = next((copy / "search" / "index" / "shards").glob("*/parts/*.js"))
    parts.write_bytes(parts.read_bytes()[:-1000])
    done = kho("verify", copy)
    assert (done.returncode, "KHO508" in done.stdout) == (1, True)


def test_links_lead_from_page_to_page(stick: Any) -> None:
    page = stick.open("index.html")
    page.get_by_role("link", name="Văn bản", exact=True).first.click()
    page.wait_for_url("**/van-ban/index.html")
    page.get_by_role("link", name="Chỉ thị số 05-CT/TW").first.click()
    page.wait_for_url("**/van-ban/ct-05-tw-2016/index.html")
    page.locator(".page a[href*='-bc-duk'][href*='index.html']:visible").first.click()
    page.locator(".report-text").wait_for()
    assert (stick.complaints, stick.foreign) == ([], [])


def test_words_and_numbers_are_found(stick: Any) -> None:
    page = stick.open("index.html")
    page.locator("#__tim-lon").fill("dang vien")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/index.html?q=dang+vien")
    page.locator("ol.results > li").first.wait_for()
    assert page.locator("ol.results mark").first.inner_text().lower() == "đảng viên"
    page.locator("#__tu").fill("05 ct tw")
    page.locator("ol.results > li.is-named").wait_for()
    assert "Chỉ thị số 05-CT/TW" in page.locator("ol.results > li").first.inner_text()
    assert (stick.complaints, stick.foreign) == ([], [])


def test_a_note_is_landed_on_with_its_words_marked(stick: Any) -> None:
    page = stick.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("ke hoach")
    page.locator("[role=option]").first.wait_for()
    page.goto(stick.home + "tim-kiem/index.html?q=ke+hoach&kind=footnote")
    page.locator("ol.results a").first.click()
    page.wait_for_url("**/index.html#fn-*")
    marked = until(page, "[...(CSS.highlights.get('kho-tim') ?? [])].map(String)")
    assert {one.lower() for one in marked} == {"kế hoạch"}
    assert page.locator(":target .note-body").is_visible()
    assert (stick.complaints, stick.foreign) == ([], [])


@pytest.mark.parametrize(
    "query",
    ["dang vien", "05 ct tw", '"dân vận khéo"', "BTV", "quý 3/2023", "bản tin âm thamh", "xqzwjk"],
)
def test_the_answers_are_those_of_the_web(
    stick: Any, sample_site: Path, reader_of: Make, query: str
) -> None:
    web = reader_of(sample_site)
    there = web.open("").evaluate(ONLINE, query)
    page = stick.open("tim-kiem/index.html")
    until(page, "Boolean(globalThis.kho?.['kho-search'])")
    here = page.evaluate(OFFLINE, query)
    for result in there:
        address, sharp, unit = result["url"].removeprefix(web.home).partition("#")
        result["url"] = f"{stick.home}{address}index.html{sharp}{unit}"
    assert here == there


def test_cards_and_filters_work(stick: Any) -> None:
    page = stick.open("2023/q3/118-bc-dukcq/index.html")
    page.locator(".report-text a.cite").first.hover()
    page.get_by_role("group", name="Văn bản được viện dẫn").wait_for()
    assert page.locator(".side-notes > *").first.is_visible()
    page = stick.open("van-ban/index.html")
    page.get_by_label("Loại", exact=True).select_option(index=1)
    assert "type=" in page.url
    assert stick.complaints == []
