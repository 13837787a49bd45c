"""Every kind of page in a real browser: it fits, it is quiet, and it keeps to itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Any]
SITES = ["real_site", "sample_site"]
WIDTHS = [320, 360, 1280]


def one_page_of_each_kind(site: Path) -> dict[str, str]:
    pages = json.loads((site / "manifest.json").read_text("utf-8"))["pages"]
    return {
        kind: max(addresses, key=lambda a: (site / a / "index.html").stat().st_size)
        for kind, addresses in pages.items()
        if addresses and kind != "moved"
    }


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("built", SITES)
def test_no_page_scrolls_sideways_or_complains_or_calls_out(
    built: str, width: int, reader_of: Make, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(built)
    reader = reader_of(site, width)
    too_wide = []
    for kind, address in one_page_of_each_kind(site).items():
        page = reader.open(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(kind)
    assert (too_wide, reader.complaints, reader.foreign) == ([], [], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_readers_light_or_dark(
    real_site: Path, scheme: str, reader_of: Make
) -> None:
    page = reader_of(real_site, color_scheme=scheme).open("")
    red, green, blue = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    assert (red + green + blue > 600) == (scheme == "light")


def test_the_language_of_every_page_is_vietnamese(real_site: Path, reader_of: Make) -> None:
    reader = reader_of(real_site)
    for address in one_page_of_each_kind(real_site).values():
        assert reader.open(address).evaluate("document.documentElement.lang") == "vi"


def test_without_javascript_a_footnote_leads_there_and_back(
    real_site: Path, reader_of: Make
) -> None:
    page = reader_of(real_site, java_script_enabled=False).open("2023/q3/170-bc-duk/")
    page.locator("#fnref-16 a").click()
    assert page.url.endswith("#fn-16")
    page.locator("#fn-16 a[role=doc-backlink]").first.click()
    assert page.url.endswith("#fnref-16")


def test_all_24_notes_have_a_mark_and_a_way_back(real_site: Path, reader_of: Make) -> None:
    page = reader_of(real_site, java_script_enabled=False).open("2023/q3/170-bc-duk/")
    marks = page.locator("a[role=doc-noteref]")
    backs = page.locator("a[role=doc-backlink]")
    assert (marks.count(), backs.count()) == (24, 24)


def test_a_citation_leads_to_its_directive_and_back_to_the_very_paragraph(
    real_site: Path, reader_of: Make
) -> None:
    page = reader_of(real_site).open("2023/q3/170-bc-duk/")
    page.locator("#fn-1 a.cite").first.click()
    assert page.url.endswith("/van-ban/ct-21-tw-2023/")
    page.locator("a[href$='170-bc-duk/#fn-1']").first.click()
    assert page.url.endswith("/2023/q3/170-bc-duk/#fn-1")
    assert page.locator("#fn-1").is_visible()


def test_a_redirect_takes_the_reader_on(real_site: Path, reader_of: Make) -> None:
    page = reader_of(real_site).open("van-ban/ct-21-tw/")
    page.wait_for_url("**/van-ban/ct-21-tw-2023/")


def test_the_text_is_whole_without_javascript(real_site: Path, reader_of: Make) -> None:
    page = reader_of(real_site, java_script_enabled=False).open("2023/q3/170-bc-duk/")
    assert page.locator("#i-4-p3").is_visible()
    assert page.locator("#fn-24").is_visible()
    assert page.get_by_role("link", name="Văn bản").first.is_visible()


def test_the_site_works_under_a_sub_path(real_site: Path, tmp_path: Path, reader_of: Make) -> None:
    (tmp_path / "kho").symlink_to(real_site)
    reader = reader_of(tmp_path, path="kho/")
    page = reader.open("2023/q3/170-bc-duk/")
    page.locator("#fn-1 a.cite").first.click()
    assert page.url == f"{reader.home}van-ban/ct-21-tw-2023/"
    page = reader.open("tim-kiem/?q=ngân+sách")
    page.get_by_role("listitem").filter(has_text="ngân sách").first.wait_for()
    assert (reader.complaints, reader.foreign) == ([], [])
