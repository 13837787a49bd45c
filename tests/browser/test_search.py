"""Search as a reader meets it, and the function behind it as its contract says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

Make = Callable[..., Any]

ASK = """
async ([query, options]) => {
  const { search } = await import(new URL("search/kho-search.js", document.baseURI).href);
  return await search(query, options);
}
"""


@pytest.fixture
def ask(reader_of: Make, sample_site: Path) -> Callable[..., list[dict[str, Any]]]:
    reader = reader_of(sample_site)
    page = reader.open("")

    def run(query: str, **options: object) -> list[dict[str, Any]]:
        results: list[dict[str, Any]] = page.evaluate(ASK, [query, options])["results"]
        assert all(result["url"].startswith(reader.home) for result in results)
        return [{**result, "url": result["url"].removeprefix(reader.home)} for result in results]

    return run


def test_a_result_has_exactly_what_the_contract_names(
    ask: Callable[..., list[dict[str, Any]]],
) -> None:
    found = ask("chi bộ", limit=5)
    assert len(found) == 5
    for result in found:
        assert {"url", "title", "excerpt", "kind", "report", "unit"} <= result.keys()
        assert result["kind"] in {"section", "footnote", "directive", "report"}
        if result["kind"] in {"section", "footnote"}:
            assert result["url"] == f"{result['report']}/#{result['unit']}"


def test_footnotes_sections_and_directives_are_found(
    ask: Callable[..., list[dict[str, Any]]],
) -> None:
    for kind in ("section", "footnote", "directive", "report"):
        assert ask("Đảng", filters={"kind": kind}, limit=3), kind


@pytest.mark.parametrize(
    ("name", "value", "matches"),
    [
        ("year", "2022", lambda r: r["report"].startswith("2022/")),
        ("quarter", "4", lambda r: "/q4/" in r["report"]),
        ("issuer", "duk-doanh-nghiep-lam-hai", lambda r: r["report"].endswith("dukdn")),
    ],
)
def test_filters_keep_only_what_they_name(
    ask: Callable[..., list[dict[str, Any]]],
    name: str,
    value: str,
    matches: Callable[[dict[str, Any]], bool],
) -> None:
    found = ask("đảng viên", filters={name: value, "kind": "section"}, limit=50)
    assert found
    assert all(map(matches, found))


@pytest.mark.parametrize(
    ("typed", "first"),
    [("05 ct tw", "Chỉ thị số 05-CT/TW"), ("qd 22", "Quy định số 22-QĐ/TW")],
)
def test_a_document_number_finds_its_directive_first(
    ask: Callable[..., list[dict[str, Any]]], typed: str, first: str
) -> None:
    assert ask(typed)[0]["title"] == first


def test_words_without_marks_find_what_words_with_marks_find(
    ask: Callable[..., list[dict[str, Any]]],
) -> None:
    assert {r["url"] for r in ask("dang vien", limit=500)} >= {
        r["url"] for r in ask("đảng viên", limit=500)
    }


def test_the_words_of_a_quoted_phrase_are_found(ask: Callable[..., list[dict[str, Any]]]) -> None:
    found = ask('"dân vận khéo"', limit=500)
    assert found
    assert {r["url"] for r in found} == {r["url"] for r in ask("dân vận khéo", limit=500)}


def test_nonsense_finds_nothing(ask: Callable[..., list[dict[str, Any]]]) -> None:
    assert ask("xqzwjk") == []


def test_the_header_search_leads_to_results_with_the_words_in_the_address(
    real_site: Path, reader_of: Make
) -> None:
    reader = reader_of(real_site)
    page = reader.open("van-ban/")
    page.keyboard.press("/")
    page.keyboard.type("chi bộ bốn tốt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?**")
    assert parse_qs(urlsplit(page.url).query)["q"] == ["chi bộ bốn tốt"]
    hit = page.locator("ol.results a[href*='170-bc-duk/#']").first
    hit.wait_for()
    hit.click()
    page.wait_for_url("**/2023/q3/170-bc-duk/**")
    assert "chi bộ" in page.locator(":target").inner_text().lower()
    assert (reader.complaints, reader.foreign) == ([], [])


def test_a_filter_is_kept_in_the_address_and_survives_a_reload(
    sample_site: Path, reader_of: Make
) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=đảng+viên&year=2022")
    page.locator("ol.results > li").first.wait_for()
    page.get_by_label("Quý").select_option("1")
    page.wait_for_url("**quarter=1**")
    page.reload()
    page.locator("ol.results > li").first.wait_for()
    links = page.locator("ol.results a").evaluate_all("links => links.map(a => a.href)")
    assert links
    assert all("/2022/q1/" in link for link in links)


def test_no_result_is_said_with_the_next_step(real_site: Path, reader_of: Make) -> None:
    page = reader_of(real_site).open("tim-kiem/?q=xqzwjk")
    status = page.get_by_role("status")
    status.filter(has_text="Không").wait_for()


def test_nothing_of_the_index_is_loaded_before_it_is_wanted(
    real_site: Path, reader_of: Make
) -> None:
    reader = reader_of(real_site)
    reader.open("2023/q3/170-bc-duk/")
    reader.page.wait_for_timeout(300)
    assert [url for url in reader.requested if "search/" in url] == []


def test_the_same_marks_count(ask: Callable[..., list[dict[str, Any]]]) -> None:
    assert ask("đạo", limit=3)
    assert ask("đảo", limit=3) == []


def test_hits_are_marked_though_the_query_had_no_marks(
    ask: Callable[..., list[dict[str, Any]]],
) -> None:
    excerpt = ask("nha tro khong tang gia", limit=1)[0]["excerpt"]
    assert "<mark>Nhà trọ không tăng giá</mark>" in excerpt


def test_a_result_says_quarter_report_part_and_area(
    ask: Callable[..., list[dict[str, Any]]],
) -> None:
    found = ask("quy chế dân chủ", filters={"kind": "section", "area": "dan-van"}, limit=1)[0]
    assert found["trail"].count(" › ") == 3
    assert found["trail"].endswith("› Dân vận và đoàn thể")
    assert found["passage"].startswith(f"{found['unit']}-")


def test_a_slip_of_one_letter_is_mended_and_said(sample_site: Path, reader_of: Make) -> None:
    page = reader_of(sample_site).open("tim-kiem/?q=bản+tin+âm+thamh")
    page.locator("ol.results > li").first.wait_for()
    assert "Đây là" in page.get_by_role("status").inner_text()


def test_works_under_a_sub_path_and_a_strict_policy(
    sample_site: Path, reader_of: Make, tmp_path: Path
) -> None:
    (tmp_path / "kho").symlink_to(sample_site)
    reader = reader_of(tmp_path, path="kho/")
    policy = "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"

    def strict(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": policy}
        )

    reader.page.route("**/tim-kiem/**", strict)
    page = reader.open("tim-kiem/?q=dang+vien")
    page.locator("ol.results > li").first.wait_for()
    href = page.locator("ol.results a").first.get_attribute("href")
    assert href is not None
    assert href.startswith(reader.home)
    assert reader.foreign == []
    assert [one for one in reader.complaints if "script" in one.lower()] == []


def test_an_index_that_cannot_be_fetched_is_said_and_can_be_tried_again(
    sample_site: Path, reader_of: Make
) -> None:
    reader = reader_of(sample_site)
    reader.page.route("**/catalogue.kho", lambda route: route.abort())
    page = reader.open("tim-kiem/?q=dang+vien")
    status = page.get_by_role("status").filter(has_text="Không tải được")
    status.wait_for()
    reader.page.unroute("**/catalogue.kho")
    page.get_by_role("button", name="thử lại").click()
    page.locator("ol.results > li").first.wait_for()
