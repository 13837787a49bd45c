"""The archive by keyboard alone, in forced colours, without motion, at four times the size, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_kinds import every_kind, largest_of_each_kind
from playwright.sync_api import Page, expect

Make = Callable[..., Any]
REPORT = "2022/q2/35-bc-dukcq/"
MANY = 400

#: where the focus is, whether one sees that, and whether something lies over it
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const there = document.elementFromPoint(x, y);
  const isRinged = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const isInSight = y >= 0 && y <= innerHeight && there !== null && (one.contains(there) || there.contains(one));
  return { name: one.outerHTML.slice(0, 120), isRinged, isInSight };
}"""


def stops(page: Page, limit: int = MANY) -> Iterator[dict[str, Any]]:
    """Press Tab until the focus leaves the page; each stop on the way."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return
        yield stop


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on something that the selector names."""
    for _ in stops(page):
        if page.evaluate("(words) => document.activeElement.matches(words)", selector):
            return
    pytest.fail(f"Tab never comes to {selector}")


@pytest.fixture
def page(reader_of: Make, sample_site: Path) -> Page:
    found: Page = reader_of(sample_site).open(REPORT)
    return found


def test_the_first_stop_leads_past_the_menu_into_the_text(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.page') !== null")


def test_a_note_opens_and_closes_from_the_top_of_the_page(page: Page) -> None:
    tab_to(page, ".report-text .noteref a")
    page.keyboard.press("Enter")
    expect(page.locator(".side-note.is-lit")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#fnref-1 a")).to_be_focused()
    expect(page.locator(".side-notes a:not([tabindex='-1'])")).to_have_count(0)


def test_the_card_of_a_citation_opens_at_its_link_and_closes_with_escape(page: Page) -> None:
    tab_to(page, ".report-text a.cite")
    card = page.locator(".pop-card")
    expect(card).to_be_visible()
    cite = page.locator(":focus")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(cite).to_be_focused()


def test_the_card_to_cite_a_paragraph_opens_and_closes(page: Page) -> None:
    tab_to(page, ".report-text p > .permalink")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sao chép viện dẫn")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".pop-card")).to_have_count(0)
    expect(page.locator(".report-text p > .permalink").first).to_be_focused()


def test_search_from_any_place_and_back(page: Page) -> None:
    tab_to(page, ".report-text .noteref a")
    page.keyboard.press("/")
    page.keyboard.type("dang vien")
    expect(page.locator(".option").first).to_be_visible()
    page.keyboard.press("Escape")  # the list
    page.keyboard.press("Escape")  # the field
    expect(page.locator(".option").first).to_be_hidden()
    expect(page.locator("#fnref-1 a")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=dang+vien")
    tab_to(page, ".result a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text("Tìm kiếm")


@pytest.mark.parametrize(
    "settings", [{}, {"forced_colors": "active"}, {"width": 360}], ids=["plain", "forced", "phone"]
)
def test_one_always_sees_where_the_focus_is(
    settings: dict[str, Any], reader_of: Make, sample_site: Path
) -> None:
    reader = reader_of(sample_site, reduced_motion="reduce", **settings)
    kinds = largest_of_each_kind(sample_site)
    lost = []
    for address in (REPORT, "", kinds["directive"], kinds["search"]):
        found = list(stops(reader.open(address), 60))
        assert len(found) > 8
        lost += [stop["name"] for stop in found if not (stop["isRinged"] and stop["isInSight"])]
    assert lost == []


def test_who_asks_for_no_motion_gets_none(reader_of: Make, sample_site: Path) -> None:
    page = reader_of(sample_site, reduced_motion="reduce").open(REPORT)
    tab_to(page, ".report-text a.cite")
    expect(page.locator(".pop-card")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    page.locator(".report-aside a[href='#iii-6']").click()
    assert page.locator("#iii-6").evaluate(
        "(one) => Math.abs(one.getBoundingClientRect().top) < 60"
    )


def test_at_400_percent_nothing_scrolls_sideways_whatever_is_open(
    reader_of: Make, sample_site: Path
) -> None:
    """1280 px at 400 % are 320 CSS px (WCAG 1.4.10)."""
    reader = reader_of(sample_site, 320, device_scale_factor=4, reduced_motion="reduce")
    wide = {}
    for kind in every_kind(sample_site):
        if kind.name == "moved":
            continue  # leads on by itself
        reader.open(kind.address)
        kind.act(reader.page)
        wide[kind.name] = reader.page.evaluate("document.documentElement.scrollWidth")
    assert {kind: width for kind, width in wide.items() if width > 320} == {}


def test_without_scripts_everything_to_read_is_there(reader_of: Make, sample_site: Path) -> None:
    reader = reader_of(sample_site, java_script_enabled=False)
    kinds = largest_of_each_kind(sample_site)
    whole = {
        REPORT: [".report-text p[id]", ".notes li[id]", ".report-text a.cite", ".report-directives li"],
        kinds["directives"]: [".directives > li"],
        kinds["directive"]: [".quotes > li", ".chart svg"],
        kinds["area"]: [".page a"],
        kinds["issuer"]: [".page a"],
        kinds["quarter"]: [".card", ".directives > li"],
        "": [".grid td", ".directives > li"],
    }  # fmt: skip
    for address, parts in whole.items():
        page = reader.open(address)
        for part in parts:
            found = page.locator(part)
            seen = found.locator("visible=true")
            assert found.count() == seen.count() > 0, (address, part)
    for address in (kinds["search"], kinds["recognition"]):
        expect(reader.open(address).locator(".page noscript")).to_have_count(1)
