"""The list of directives filters in the address; a directive's citation can be copied."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Make = Callable[..., Any]
INDEX = "van-ban/"
ITEMS = ".directives > li:visible"


def names(page: Page) -> list[str]:
    return page.locator(f"{ITEMS} .directive-name").all_text_contents()


def status(page: Page) -> str:
    return page.locator("[data-filter-status]").inner_text()


def counts(page: Page) -> list[int]:
    return [int(n) for n in page.locator(f"{ITEMS} .directive-count .number").all_text_contents()]


@pytest.fixture
def index(sample_site: Path, reader_of: Make) -> Page:
    page = reader_of(sample_site).open(INDEX)
    expect(page.locator("#__loc-van-ban")).to_be_visible()
    return page


def total(page: Page) -> int:
    return page.locator(".directives > li").count()


def test_without_javascript_the_list_is_whole_and_grouped_with_links(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site, java_script_enabled=False).open(f"{INDEX}?type=chi-thi")
    assert page.locator("#__loc-van-ban").is_hidden()
    assert page.locator(ITEMS).count() == total(page) > 50
    page.locator(".jump a", has_text="Chỉ thị").click()
    assert page.url.endswith("#chi-thi")
    assert page.locator("#chi-thi h2").inner_text() == "Chỉ thị"


def test_a_filter_leaves_what_fits_says_how_many_and_stands_in_the_address(index: Page) -> None:
    whole = total(index)
    assert status(index) == f"Đang xem cả {whole} văn bản."
    index.select_option("[name=type]", "chi-thi")
    assert index.url.endswith("/van-ban/?type=chi-thi")
    assert {name.split(" số ")[0] for name in names(index)} == {"Chỉ thị"}
    assert status(index) == f"Đang xem {len(names(index))} trong {whole} văn bản."
    index.select_option("[name=issuer]", "bo-chinh-tri")
    assert names(index) == ["Chỉ thị số 05-CT/TW"]
    assert index.url.endswith("?type=chi-thi&issuer=bo-chinh-tri")


def test_an_address_opens_with_its_filters_and_the_back_button_walks_them(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open(f"{INDEX}?year=2022&sort=cited")
    expect(page.locator("[name=year]")).to_have_value("2022")
    asked = names(page)
    assert 0 < len(asked) < total(page)
    page.select_option("[name=cited]", "5")
    fewer = names(page)
    assert len(fewer) < len(asked)
    page.go_back()
    expect(page.locator("[name=cited]")).to_have_value("")
    assert names(page) == asked
    page.go_forward()
    assert names(page) == fewer
    page.reload()
    expect(page.locator("[name=cited]")).to_have_value("5")
    assert names(page) == fewer


def test_a_directive_and_back_leads_to_the_filtered_list(index: Page) -> None:
    index.select_option("[name=type]", "ket-luan")
    shown = names(index)
    index.locator(f"{ITEMS} a").first.click()
    index.wait_for_url("**/van-ban/kl-*/")
    index.go_back()
    expect(index.locator("[name=type]")).to_have_value("ket-luan")
    assert names(index) == shown


@pytest.mark.parametrize("typed", ["05 ct tw", "05-CT/TW", "5ct/tw", "chi thi 05 ct-tw"])
def test_a_number_is_found_however_it_is_typed(index: Page, typed: str) -> None:
    index.fill("#__loc-q", typed)
    expect(index.locator("[data-filter-status]")).to_contain_text("Đang xem 2 trong")
    assert names(index) == ["Chỉ thị số 05-CT/TW", "Kết luận số 01-KL/TW"]  # it continues the other
    assert "q=" in index.url


@pytest.mark.parametrize("typed", ["dan chu o co so", "DÂN CHỦ ở cơ sở", "dân chủ cơ s"])
def test_words_are_found_with_and_without_marks(index: Page, typed: str) -> None:
    index.fill("#__loc-q", typed)
    expect(index.locator("[data-filter-status]")).to_contain_text("Đang xem 2 trong")
    assert set(names(index)) == {"Luật số 10/2022/QH15", "Nghị định số 59/2023/NĐ-CP"}


def test_a_figure_is_not_the_beginning_of_another(index: Page) -> None:
    index.fill("#__loc-q", "nq 1 tw")
    expect(index.locator("[data-filter-empty]")).to_be_visible()


def test_orders_put_the_list_in_their_order_and_back(index: Page) -> None:
    by_type = names(index)
    index.select_option("[name=sort]", "cited")
    assert counts(index) == sorted(counts(index), reverse=True)
    assert sorted(names(index)) == sorted(by_type)
    expect(index.locator(".jump")).to_be_hidden()
    index.select_option("[name=sort]", "date")
    days = index.locator(ITEMS).evaluate_all("all => all.map(one => one.dataset.day)")
    assert days == sorted(days, reverse=True)
    index.select_option("[name=sort]", "number")
    figures = index.locator(ITEMS).evaluate_all("all => all.map(one => +one.dataset.number)")
    numbered = [figure for figure in figures if figure]
    assert numbered == sorted(numbered)
    assert figures[len(numbered) :] == [0] * (len(figures) - len(numbered))
    index.select_option("[name=sort]", "")
    assert names(index) == by_type


def test_nothing_found_says_so_and_clearing_brings_everything_back(index: Page) -> None:
    index.select_option("[name=type]", "luat")
    index.fill("#__loc-q", "không có văn bản nào như thế")
    expect(index.locator("[data-filter-empty]")).to_be_visible()
    assert status(index).startswith("Đang xem 0 trong")
    index.get_by_role("button", name="Xóa lọc").click()
    assert status(index) == f"Đang xem cả {total(index)} văn bản."
    assert index.url.endswith("/van-ban/")
    expect(index.locator("#__loc-q")).to_be_focused()
    expect(index.locator("[data-filter-clear]")).to_be_hidden()
    expect(index.locator("[data-filter-empty]")).to_be_hidden()


def test_values_the_list_does_not_know_are_left_out(sample_site: Path, reader_of: Make) -> None:
    reader = reader_of(sample_site)
    page = reader.open(f"{INDEX}?type=khong-co&sort=%3Cb%3E&year=1")
    assert status(page) == f"Đang xem cả {total(page)} văn bản."
    assert reader.complaints == []


def test_links_to_types_count_what_is_left(index: Page) -> None:
    index.select_option("[name=cited]", "5")
    for link in index.locator(".jump a:visible").all():
        text = link.inner_text()
        target = link.get_attribute("href") or ""
        left = index.locator(f"{target} .directives > li:visible").count()
        assert left == int(re.findall(r"\d+", text)[-1]) > 0


def test_everything_is_reached_by_keyboard(index: Page) -> None:
    index.locator("#__loc-q").focus()
    reached = []
    for _ in range(6):
        reached.append(index.evaluate("document.activeElement.name"))
        index.keyboard.press("Tab")
    assert reached[:6] == ["q", "type", "issuer", "year", "cited", "sort"]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_filtered_list_never_scrolls_sideways(
    sample_site: Path, width: int, reader_of: Make
) -> None:
    page = reader_of(sample_site, width).open(f"{INDEX}?q=chỉ&sort=cited")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


DIRECTIVE = "van-ban/nq-35-tw-2018/"
FORM = (
    "Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị khóa XII về tăng cường bảo vệ nền "
    "tảng tư tưởng của Đảng, đấu tranh phản bác các quan điểm sai trái, thù địch trong tình hình mới"
)


def test_the_button_copies_the_citation(sample_site: Path, reader_of: Make) -> None:
    reader = reader_of(sample_site, permissions=["clipboard-read", "clipboard-write"])
    page = reader.open(DIRECTIVE)
    page.get_by_role("button", name="Sao chép").click()
    expect(page.locator("[data-copy-status]")).to_have_text("Đã sao chép.")
    assert page.evaluate("navigator.clipboard.readText()") == FORM
    assert reader.complaints == []


def test_where_there_is_no_clipboard_the_words_are_selected(
    sample_site: Path, reader_of: Make
) -> None:
    reader = reader_of(sample_site)
    reader.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = reader.open(DIRECTIVE)
    page.get_by_role("button", name="Sao chép").click()
    expect(page.locator("[data-copy-status]")).to_contain_text("Ctrl+C")
    assert page.evaluate("getSelection().toString()") == FORM


def test_without_javascript_the_citation_is_plain_text_and_no_button_shows(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site, java_script_enabled=False).open(DIRECTIVE)
    assert page.locator("#__cach-ghi").inner_text() == FORM
    assert page.locator("[data-copy]").is_hidden()


def test_the_table_behind_the_chart_leads_to_the_quarter(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open(DIRECTIVE)
    page.get_by_text("Số liệu từng quý").click()
    rows = page.locator(".chart-table tbody tr")
    assert rows.count() == 8
    page.locator(".chart-table a").first.click()
    assert page.url.endswith("#2022-q2")
    assert page.locator("li.moment:target h3").is_visible()


def test_the_chart_reads_as_one_picture_with_its_sentence(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open(DIRECTIVE)
    picture = page.get_by_role("img", name=re.compile(r"lần viện dẫn trong \d quý"))
    assert picture.count() == 1
    assert page.locator("[style]").count() == 0


def test_an_area_beside_a_sentence_leads_to_its_page(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open(DIRECTIVE)
    page.locator(".timeline a[href*='linh-vuc/']").first.click()
    page.wait_for_url("**/linh-vuc/tu-tuong/")
