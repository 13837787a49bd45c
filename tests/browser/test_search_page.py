"""The search page: what a result shows, where it leads, filters and order in the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from waiting import until

Make = Callable[..., Any]

NO_HIGHLIGHTS = "delete window.Highlight;"
MARKED = """
[...(globalThis.CSS?.highlights?.get("kho-tim") ?? [])].map(String)
  .concat([...document.querySelectorAll("mark.kho-tim")].map((mark) => mark.textContent))
"""


def results(page: Any) -> Any:
    found = page.locator("ol.results > li")
    found.first.wait_for()
    return found


def arrive(page: Any) -> None:
    """On the page a result leads to, with its words marked."""
    until(page, f"!/tim/.test(location.href) && ({MARKED}).length > 0")


def test_a_document_number_offers_the_document_first(sample_site: Path, reader_of: Make) -> None:
    found = results(reader_of(sample_site).open("tim-kiem/?q=05+ct+tw"))
    assert "Chỉ thị số 05-CT/TW" in found.first.inner_text()
    assert "Đúng số bạn tìm" in found.first.inner_text()
    assert found.count() > 1


def test_a_result_shows_quarter_part_and_area_and_the_marked_sentence(
    sample_site: Path, reader_of: Make
) -> None:
    first = results(
        reader_of(sample_site).open("tim-kiem/?q=dan+van+kheo&kind=section&area=dan-van")
    ).first
    steps = first.locator(".trail-step").all_inner_texts()
    assert steps[0].startswith("Quý ")
    assert steps[-2].startswith("Phần ")
    assert steps[-1] == "Dân vận và đoàn thể"
    assert first.locator("mark").first.inner_text().lower() == "dân vận khéo"


@pytest.mark.parametrize("script", ["", NO_HIGHLIGHTS], ids=["painted", "with mark elements"])
def test_a_result_leads_to_its_paragraph_and_marks_the_words_there(
    sample_site: Path, reader_of: Make, script: str
) -> None:
    reader = reader_of(sample_site)
    reader.page.add_init_script(script)
    page = reader.open("tim-kiem/?q=nha+tro+khong+tang+gia")
    plain = results(page).first.locator("a").get_attribute("href")
    page.locator("ol.results a").first.click()
    arrive(page)
    assert page.url == plain
    assert "Nhà trọ không tăng giá" in page.evaluate(MARKED)
    target = page.locator(":target")
    assert "Nhà trọ không tăng giá" in target.inner_text()
    assert target.evaluate("place => place.tagName") == "P"
    assert reader.complaints == []


def test_a_footnote_is_landed_on_and_marked(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=ke+hoach&kind=footnote")
    results(page).first.locator("a").click()
    arrive(page)
    assert page.locator(":target").get_attribute("id").startswith("fn-")
    assert {one.lower() for one in page.evaluate(MARKED)} == {"kế hoạch"}


def test_a_result_on_the_page_one_is_reading_is_marked_without_loading_it_anew(
    sample_site: Path, reader_of: Make
) -> None:
    reader = reader_of(sample_site)
    page = reader.open("tim-kiem/?q=nha+tro+khong+tang+gia")
    results(page).first.locator("a").click()
    arrive(page)
    loaded = [url for url in reader.requested if url.endswith("/")]
    page.evaluate("CSS.highlights.delete('kho-tim')")
    page.keyboard.press("/")
    page.locator("#__tim").fill("nha tro khong tang gia")
    page.get_by_role("option", name="Xem tất cả 1 kết quả").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    arrive(page)
    assert [url for url in reader.requested if url.endswith("/")] == loaded


def test_a_result_opened_in_a_new_tab_is_marked_too(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=nha+tro+khong+tang+gia")
    link = results(page).first.locator("a")
    plain = link.get_attribute("href")
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    tab = opened.value
    arrive(tab)
    assert link.get_attribute("href") == plain


def test_filters_and_order_are_in_the_address(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=đảng+viên&kind=section")
    results(page)
    page.get_by_label("Lĩnh vực").select_option("to-chuc-dang")
    page.wait_for_url("**area=to-chuc-dang**")
    page.get_by_label("Xếp theo").select_option("date")
    page.wait_for_url("**sort=date**")
    page.reload()
    found = results(page)
    steps = found.evaluate_all(
        "items => items.map((one) => one.querySelector('.trail-step').innerText)"
    )
    quarters = [step.removeprefix("Quý ").split("/") for step in steps]
    when = [(int(year), ["I", "II", "III", "IV"].index(quarter)) for quarter, year in quarters]
    assert when == sorted(when, reverse=True)
    assert len(set(when)) > 1
    page.get_by_role("button", name="Bỏ mọi bộ lọc").click()
    until(page, "!location.search.includes('area')")
    assert page.get_by_label("Xếp theo").input_value() == "date"


def test_a_likely_spelling_is_offered_and_can_be_taken(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=bản+tin+âm+thamh")
    results(page)
    page.get_by_role("button", name="bản tin âm tha").click()
    until(page, "!document.querySelector('.search-status').innerText.includes('Có phải')")
    assert "thamh" not in page.locator("#__tu").input_value()


def test_nothing_found_says_so_and_where_else_to_look(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=xqzwjk&year=2023")
    status = page.get_by_role("status")
    status.filter(has_text="trong phạm vi đã chọn").wait_for()
    page.get_by_role("button", name="Tìm trong toàn kho").click()
    status.filter(has_text="không có gì khớp").wait_for()
    assert status.get_by_role("link").all_inner_texts() == [
        "danh mục văn bản",
        "lĩnh vực",
        "bảng các quý",
    ]


def test_arrows_walk_through_the_results(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=dân+vận+khéo")
    links = results(page).locator(".result-title a")
    page.locator("#__tu").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert links.nth(1).evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator("#__tu").evaluate("field => field === document.activeElement")
