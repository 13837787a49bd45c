"""Suggestions under every search field: keys, announcements, memory, and no jump of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from waiting import until

Make = Callable[..., Any]

REPORT = "2023/q3/118-bc-dukcq/"
NO_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new Error("switched off"); } });
"""


def options(page: Any) -> Any:
    return page.locator("[role=option]:visible")


def active_option(page: Any) -> str | None:
    """The text of the option that a screen reader is led to."""
    text: str | None = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent"
    )
    return text


def test_nothing_is_fetched_before_a_field_is_focused(sample_site: Path, reader_of: Make) -> None:
    reader = reader_of(sample_site)
    page = reader.open("")
    page.wait_for_timeout(300)
    before = [url for url in reader.requested if "search" in url]
    with page.expect_request(lambda request: "catalogue" in request.url):
        page.locator("#__tim-lon").click()
    assert (before, reader.complaints) == ([], [])


def test_a_key_opens_search_where_one_reads_and_escape_goes_back(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open(REPORT)
    for key in ("/", "Control+k"):
        link = page.locator(".report-text a.cite").last
        link.focus()
        page.wait_for_timeout(150)
        where = page.evaluate("[scrollY, document.documentElement.scrollHeight]")
        page.keyboard.press(key)
        page.keyboard.type("dân vận")
        options(page).first.wait_for()
        box = page.locator("#__tim").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 100
        assert page.evaluate("[scrollY, document.documentElement.scrollHeight]") == where
        page.keyboard.press("Escape")
        assert options(page).count() == 0
        assert page.locator("#__tim").input_value() == "dân vận"
        page.keyboard.press("Escape")
        assert link.evaluate("link => link === document.activeElement")
        assert page.evaluate("scrollY") == where[0]


def test_arrows_choose_and_enter_lands_on_the_marked_words(
    sample_site: Path, reader_of: Make
) -> None:
    reader = reader_of(sample_site)
    page = reader.open("van-ban/")
    page.keyboard.press("/")
    page.keyboard.type("nha tro khong tang gia")
    options(page).first.wait_for()
    field = page.get_by_role("combobox", name="Từ cần tìm")
    assert field.get_attribute("aria-expanded") == "true"
    assert active_option(page) is None
    page.keyboard.press("ArrowUp")
    assert (active_option(page) or "").startswith("Xem tất cả")
    page.keyboard.press("ArrowDown")
    assert active_option(page) is None
    page.keyboard.press("ArrowDown")
    assert "Nhà trọ không tăng giá" in (active_option(page) or "")
    page.keyboard.press("Enter")
    until(page, "CSS.highlights.has('kho-tim')")
    marked = page.evaluate("[...CSS.highlights.get('kho-tim')].map(String)")
    assert "Nhà trọ không tăng giá" in marked
    assert "nhà trọ không tăng giá" in page.locator(":target").inner_text().lower()
    assert "tim=" not in page.url
    assert (reader.complaints, reader.foreign) == ([], [])


def test_what_is_offered_is_announced(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("")
    page.locator("#__tim-lon").click()
    page.keyboard.type("dân vận khéo")
    options(page).first.wait_for()
    said = page.get_by_role("status").filter(has_text="gợi ý")
    assert "mũi tên" in said.inner_text()
    page.locator("#__tim-lon").fill("xqzwjk")
    page.get_by_role("status").filter(has_text="Không có gợi ý").wait_for()
    assert page.locator("#__tim-lon").get_attribute("aria-expanded") == "false"


def test_the_last_words_win_though_earlier_ones_are_answered_later(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open("")
    page.locator("#__tim-lon").click()
    page.keyboard.type("nhà trọ")
    options(page).first.wait_for()
    held: list[Any] = []
    holding = True
    page.route("**/texts/**", lambda route: held.append(route) if holding else route.continue_())
    page.locator("#__tim-lon").fill("bản tin âm thanh")
    while not held:
        page.wait_for_timeout(50)
    holding = False
    page.locator("#__tim-lon").fill("05 ct tw")
    options(page).filter(has_text="Chỉ thị số 05-CT/TW").first.wait_for()
    for route in held:
        route.continue_()
    page.wait_for_timeout(400)
    assert "05-CT/TW" in options(page).first.inner_text()
    assert "05 ct tw" in options(page).last.inner_text()


def test_what_was_searched_is_kept_on_the_device_and_can_be_forgotten(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open("")
    page.locator("#__tim-lon").fill("dân vận khéo")
    page.keyboard.press("Enter")
    page.locator("ol.results > li").first.wait_for()
    page.goto(page.url.split("tim-kiem")[0])
    page.locator("#__tim-lon").click()
    options(page).first.wait_for()
    assert options(page).all_inner_texts() == ["dân vận khéo"]
    page.get_by_role("button", name="Xóa những lần tìm").click()
    assert page.evaluate("localStorage.getItem('kho-da-tim')") is None
    assert options(page).count() == 0


def test_without_storage_nothing_is_kept_and_all_else_works(
    sample_site: Path, reader_of: Make
) -> None:
    reader = reader_of(sample_site)
    reader.page.add_init_script(NO_STORAGE)
    page = reader.open("")
    page.locator("#__tim-lon").fill("dân vận khéo")
    options(page).first.wait_for()
    page.keyboard.press("Enter")
    page.locator("ol.results > li").first.wait_for()
    assert reader.complaints == []


def test_on_the_narrowest_screen_nothing_jumps_or_sticks_out(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site, 320).open(REPORT)
    heading = page.get_by_role("heading", level=1)
    before = heading.bounding_box()
    page.locator("#__tim").click()
    page.keyboard.type("dân vận khéo")
    options(page).first.wait_for()
    assert heading.bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_the_field_is_a_plain_form(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site, java_script_enabled=False).open("van-ban/")
    page.locator("#__tim").fill("dân vận")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
