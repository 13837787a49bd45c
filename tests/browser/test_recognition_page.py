"""A pasted text on the page: what is recognised, what is said of it, what leaves the page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_tools.archive import Archive
from build_tools.citing import FIELDS, cite
from build_tools.pasted import Holdings, pasted

Make = Callable[..., Any]
ADDRESS = "van-ban/nhan-ra/"
TEXT = "Chỉ thị số 05-CT/TW; Kế hoạch số 999-KH/XYZ; quán triệt Chỉ thị 05 😀 và Điều lệ Đảng."
RECOGNISE = """
async (texts) => {
  const { recognise } = await import(new URL("cite/kho-cite.js", document.baseURI).href);
  const told = [];
  for (const text of texts) told.push((await recognise(text)).rows);
  return told;
}
"""


@pytest.fixture
def opened(sample_site: Path, reader_of: Make) -> Any:
    reader = reader_of(sample_site, accept_downloads=True)
    reader.open(ADDRESS)
    return reader


def recognised(page: Any, text: str) -> None:
    page.get_by_label("Văn bản cần xem").fill(text)
    page.get_by_role("button", name="Nhận ra", exact=True).click()
    page.get_by_role("status").filter(has_text="viện dẫn").wait_for()


def test_every_document_is_listed_with_what_the_archive_knows(opened):
    page = opened.page
    recognised(page, TEXT)
    assert page.get_by_role("status").inner_text() == (
        "Nhận ra 4 viện dẫn của 3 văn bản: 2 có trong kho, 1 kho chưa có."
    )
    cited, unknown, _ = page.locator("[data-paste-list] > li").all()
    assert (
        cited.get_by_role("link", name="Chỉ thị số 05-CT/TW")
        .get_attribute("href")
        .endswith("/van-ban/ct-05-tw-2016/")
    )
    assert "viện dẫn 27 lần" in cited.inner_text()
    assert "2 chỗ" in cited.inner_text()
    assert "không có nghĩa là văn bản không tồn tại" in unknown.inner_text()
    assert (opened.complaints, opened.foreign) == ([], [])


def test_the_marked_text_is_the_text_and_its_marks_lead_to_the_list(opened):
    page = opened.page
    recognised(page, f"Mở đầu.\n\n{TEXT}\nHết.")
    marked = page.locator("[data-paste-text]")
    assert marked.evaluate("box => box.textContent") == f"Mở đầu.\n\n{TEXT}\nHết."
    links = marked.locator("a")
    assert links.all_inner_texts()[2] == "Chỉ thị 05"
    links.nth(1).click()
    assert "999-KH/XYZ" in page.locator("li:target").inner_text()
    page.locator("li:target .paste-places a").first.click()
    assert page.locator("a:target").inner_text() == "Kế hoạch số 999-KH/XYZ"


def test_the_text_stays_on_the_device(opened):
    recognised(opened.page, TEXT)
    asked = [url.removeprefix(opened.home) for url in opened.requested]
    assert {name for name in asked if name.startswith("cite/")} == {
        "cite/citations.js", "cite/danh-muc.json", "cite/kho-cite.js", "cite/python.js", "cite/worker.js",
    }  # fmt: skip
    assert not [name for name in asked if "999" in name]
    assert opened.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("address", ["", "van-ban/", "tim-kiem/", "2022/q1/"])
def test_no_other_page_loads_any_of_it(sample_site: Path, reader_of: Make, address: str):
    reader = reader_of(sample_site)
    reader.open(address).wait_for_timeout(200)
    assert [url for url in reader.requested if "/cite/" in url or "recognise" in url] == []


def test_the_page_says_what_python_says_of_every_sample_report(
    opened, sample: Path, sample_archive: Archive
):
    texts = [file.read_text("utf-8") for file in sorted(sample.rglob("*.md"))]
    counts = {key: len(sample_archive.backlinks.get(key, ())) for key in sample_archive.directives}
    holdings = Holdings(sample_archive.registry, counts)
    rows = 0
    for text, told in zip(texts, opened.open("").evaluate(RECOGNISE, texts), strict=True):
        expected = [
            dict(row, choices=[*row["choices"]]) for row in pasted(text, holdings, date.max)
        ]
        assert [
            {key: row[key] for key in (*FIELDS, "id", "state", "choices")} for row in told
        ] == expected
        rows += len(expected)
    assert rows > 200


def test_what_is_downloaded_has_the_fields_of_kho_cite(opened):
    page = opened.page
    recognised(page, TEXT)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải JSON").click()
    rows = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert rows == list(cite(TEXT))
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải CSV").click()
    told = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(told, newline="")))
    assert [row["canonical"] for row in table] == [row["canonical"] for row in rows]
    assert tuple(table[0]) == FIELDS


def test_the_list_can_be_copied(sample_site: Path, reader_of: Make):
    reader = reader_of(sample_site, permissions=["clipboard-read", "clipboard-write"])
    page = reader.open(ADDRESS)
    recognised(page, TEXT)
    page.get_by_role("button", name="Chép danh sách").click()
    page.get_by_role("status").filter(has_text="Đã chép 3 văn bản.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0] == "- Chỉ thị số 05-CT/TW (có trong kho, 2 lần)"
    assert copied[1] == "- Kế hoạch số 999-KH/XYZ (kho chưa có)"


def test_only_one_state_can_be_shown(opened):
    page = opened.page
    recognised(page, TEXT)
    page.get_by_label("Kho chưa có").check()
    shown = page.locator("[data-paste-list] > li:visible")
    assert shown.count() == 1
    assert "999-KH/XYZ" in shown.inner_text()


def test_the_keyboard_is_enough(opened):
    page = opened.page
    field = page.get_by_label("Văn bản cần xem")
    field.focus()
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Control+Enter")
    page.get_by_role("status").filter(has_text="4 viện dẫn").wait_for()
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Xóa"
    page.keyboard.press("Enter")
    assert page.locator("[data-paste-result]").is_hidden()
    assert field.input_value() == ""
    assert page.evaluate("document.activeElement.id") == "__chu"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bao-cao.md", TEXT.encode(), "Nhận ra 4 viện dẫn"),
        ("dai.txt", (TEXT + "\n").encode() * 4000, "Nhận ra 16.000 viện dẫn của 3 văn bản"),
        ("bao-cao.docx", b"PK", "chỉ đọc tệp chữ .txt hoặc .md"),
        ("cu.txt", "Chỉ thị".encode("utf-16"), "không ở dạng UTF-8"),
        ("lon.txt", b"x" * 5_000_001, "lớn quá"),
    ],
)
def test_a_file_is_read_or_refused_with_its_reason(opened, name, content, said):
    page = opened.page
    file = {"name": name, "mimeType": "", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("status").filter(has_text=said).wait_for()


def test_a_text_without_citations_and_an_empty_one_are_answered(opened):
    page = opened.page
    recognised(page, "Hôm nay trời đẹp.")
    assert "Không nhận ra viện dẫn nào" in page.get_by_role("status").inner_text()
    page.get_by_label("Văn bản cần xem").fill("  ")
    page.get_by_role("button", name="Nhận ra", exact=True).click()
    page.get_by_role("status").filter(has_text="Chưa có chữ nào").wait_for()


def test_a_browser_without_module_workers_reads_in_the_page(sample_site: Path, reader_of: Make):
    reader = reader_of(sample_site)
    reader.page.add_init_script(
        "window.Worker = class { constructor() { throw new TypeError(); } };"
    )
    page = reader.open(ADDRESS)
    recognised(page, TEXT)
    assert page.locator("[data-paste-list] > li").count() == 3


def test_without_javascript_the_page_says_so_and_leads_on(sample_site: Path, reader_of: Make):
    page = reader_of(sample_site, java_script_enabled=False).open(ADDRESS)
    assert page.locator("[data-paste]").is_hidden()
    assert "cần JavaScript" in page.locator("noscript").inner_text()
    assert page.get_by_role("link", name="danh mục văn bản").is_visible()


def test_it_works_under_a_sub_path(sample_site: Path, reader_of: Make):
    reader = reader_of(sample_site.parent, path=f"{sample_site.name}/")
    page = reader.open(ADDRESS)
    recognised(page, TEXT)
    link = page.locator("[data-paste-list] .paste-name").first
    link.click()
    page.wait_for_url("**/van-ban/ct-05-tw-2016/")
    assert (reader.complaints, reader.foreign) == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answer_fits_the_narrowest_screen(sample_site: Path, reader_of: Make, scheme: str):
    page = reader_of(sample_site, 320, color_scheme=scheme).open(ADDRESS)
    recognised(page, TEXT)
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_the_page_is_linked_from_the_index_and_the_search_help(sample_site: Path, reader_of: Make):
    reader = reader_of(sample_site)
    for address in ("van-ban/", "tim-kiem/"):
        link = reader.open(address).get_by_role("link", name="án vào để nhận ra các viện dẫn")
        link.click()
        reader.page.wait_for_url(f"**/{ADDRESS}")
