"""A report as one reads it: notes beside their line, links to a place, the place one has reached."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from waiting import until

Make = Callable[..., Any]
REPORT = "2022/q2/35-bc-dukcq/"
SUMMARY = "2023/q3/118-bc-dukcq/"
CITED = (
    "Báo cáo số 35-BC/ĐUKCQ, ngày 17/6/2022, quý II/2022, của Đảng ủy Khối các Cơ quan tỉnh Lam Hải"
)
SHIFTS = """
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def page(reader_of: Make, sample_site: Path) -> Page:
    found: Page = reader_of(sample_site).open(REPORT)
    return found


@pytest.fixture
def phone(reader_of: Make, sample_site: Path) -> Page:
    found: Page = reader_of(sample_site, 360, has_touch=True, is_mobile=True).open(REPORT)
    return found


def note_of(page: Page, number: int) -> Locator:
    return page.locator(f".side-note[aria-label='Chú thích {number}']")


def mark_of(page: Page, number: int) -> Locator:
    return page.locator(f"#fnref-{number} a")


def boxes(page: Page) -> list[dict[str, float]]:
    found = [one.bounding_box() for one in page.locator(".side-note").all()]
    return [box for box in found if box]


def in_the_middle(element: Locator) -> None:
    element.evaluate("(one) => one.scrollIntoView({ block: 'center', behavior: 'instant' })")


# Notes beside their line


def test_every_note_stands_beside_the_line_of_its_mark(page: Page) -> None:
    assert page.locator(".side-number").all_inner_texts() == [str(n) for n in range(1, 16)]
    for number in range(1, 16):
        mark, note = mark_of(page, number).bounding_box(), note_of(page, number).bounding_box()
        assert mark
        assert note
        assert note["x"] > mark["x"]
        assert -12 <= note["y"] - mark["y"] < 120


@pytest.mark.parametrize("width", [1200, 1280, 1600])
def test_no_note_lies_over_another_and_none_beyond_the_window(
    width: int, reader_of: Make, real_site: Path
) -> None:
    page: Page = reader_of(real_site, width).open("2023/q3/170-bc-duk/")
    placed = boxes(page)
    assert len(placed) == 24
    for above, below in pairwise(placed):
        assert above["y"] + above["height"] < below["y"]
    assert all(box["x"] + box["width"] <= width for box in placed)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def crowd(page: Page) -> None:
    """Put the marks of notes 1 to 4 into one line, and make note 2 long."""
    page.add_init_script(
        """document.addEventListener("readystatechange", () => {
          if (document.readyState !== "interactive") return; // before any module runs
          const first = document.getElementById("fnref-1");
          for (const number of [4, 3, 2]) first.after(document.getElementById(`fnref-${number}`));
          const long = document.querySelector("#fn-2 .note-body p");
          long.textContent = Array(40).fill(long.textContent).join(" ");
        });"""
    )
    page.reload()


def test_notes_of_one_line_stand_one_below_the_other_and_the_long_one_is_cut(page: Page) -> None:
    crowd(page)
    assert len({round((mark_of(page, n).bounding_box() or {})["y"]) for n in (1, 2, 3, 4)}) == 1
    for above, below in pairwise(boxes(page)):
        assert above["y"] + above["height"] < below["y"]
    more = note_of(page, 2).locator(".side-more")
    expect(more).to_have_text("Đọc tiếp")
    cut = note_of(page, 2).bounding_box()
    more.click()
    whole = note_of(page, 2).bounding_box()
    assert cut
    assert whole
    assert whole["height"] > 3 * cut["height"]
    expect(more).to_have_text("Thu gọn")
    for above, below in pairwise(boxes(page)):
        assert above["y"] + above["height"] < below["y"]


def test_a_click_on_a_mark_leaves_the_reader_where_he_is(page: Page) -> None:
    mark = mark_of(page, 3)
    in_the_middle(mark)
    before = page.evaluate("scrollY")
    mark.click()
    expect(note_of(page, 3)).to_be_focused()
    expect(note_of(page, 3)).to_have_class(re.compile("is-lit"))
    assert page.evaluate("scrollY") == before
    assert page.url.endswith(REPORT)
    expect(page.locator(".pop-card")).to_have_count(0)


def test_keys_go_into_a_note_through_its_links_and_on_in_the_text(page: Page) -> None:
    mark = mark_of(page, 3)
    mark.focus()
    page.keyboard.press("Enter")
    expect(note_of(page, 3)).to_be_focused()
    page.keyboard.press("Tab")
    expect(note_of(page, 3).locator(".side-number")).to_be_focused()
    for cite in note_of(page, 3).locator("a.cite").all():
        page.keyboard.press("Tab")
        expect(cite).to_be_focused()
        expect(page.locator(".pop-card")).to_be_visible()
    if (less := note_of(page, 3).locator(".side-more")).is_visible():
        page.keyboard.press("Tab")
        expect(less).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#i-1-p9 + * , [href='#i-1-p10']").last).to_be_focused()


def test_escape_leads_back_from_a_note_to_its_mark(page: Page) -> None:
    mark_of(page, 3).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(mark_of(page, 3)).to_be_focused()


def test_a_citation_in_a_note_beside_the_text_has_its_card(page: Page) -> None:
    cite = note_of(page, 3).locator("a.cite").first
    in_the_middle(cite)
    cite.hover()
    expect(page.locator(".pop-card")).to_contain_text("30/2020/NĐ-CP")


def test_ears_hear_each_note_once_until_they_come_to_it(page: Page) -> None:
    expect(page.get_by_role("note", name="Chú thích 3")).to_have_count(0)
    expect(page.locator(".side-notes a:not([tabindex='-1'])")).to_have_count(0)
    mark_of(page, 3).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("note", name="Chú thích 3")).to_have_count(1)
    mark_of(page, 4).focus()
    expect(page.get_by_role("note", name="Chú thích 3")).to_have_count(0)


@pytest.mark.parametrize("settings", [{"width": 1000}, {"java_script_enabled": False}])
def test_without_room_or_javascript_there_is_no_column(
    settings: dict[str, Any], reader_of: Make, sample_site: Path
) -> None:
    page: Page = reader_of(sample_site, **settings).open(REPORT)
    expect(page.locator(".side-notes")).to_be_hidden()
    expect(page.locator("#fn-3")).to_be_visible()


def test_a_page_opened_as_a_file_keeps_no_empty_column(reader_of: Make, sample_site: Path) -> None:
    page: Page = reader_of(sample_site).page
    page.goto((sample_site / REPORT / "index.html").as_uri())
    expect(page.locator(".report-text")).to_be_visible()
    expect(page.locator(".side-notes")).to_be_hidden()


def test_the_column_is_not_printed(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".side-notes")).to_be_hidden()
    expect(page.locator(".progress")).to_be_hidden()


# Links to a place


def test_a_paragraph_shows_its_link_when_the_pointer_comes_near(page: Page) -> None:
    paragraph = page.locator("#i-1-p5")
    link = paragraph.locator(".permalink")
    page.mouse.move(1, 1)
    expect(link).to_have_css("opacity", "0")
    paragraph.hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(1, 1)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_have_css("opacity", "1")


def test_every_paragraph_has_its_link_and_fingers_see_it(phone: Page) -> None:
    paragraphs = phone.locator(".report-text p[id]")
    links = phone.locator(".report-text p[id] > .permalink")
    assert paragraphs.count() == links.count() > 50
    assert links.first.evaluate("(a) => getComputedStyle(a).opacity") == "1"


def test_the_card_of_a_paragraph_says_how_it_is_cited(page: Page) -> None:
    page.locator("#i-4-p3").hover()
    page.locator("#i-4-p3 > .permalink").click()
    address = page.url.partition("#")[0] + "#i-4-p3"
    expect(page.locator(".pop-card .citing-text")).to_have_text(
        f"{CITED}, mục I.4, đoạn 3 ({address})"
    )
    assert page.url == address
    page.locator("#i-4-p3 > .permalink").click()
    expect(page.locator(".pop-card")).to_have_count(0)


def test_copying_puts_the_citation_or_the_address_on_the_clipboard(
    reader_of: Make, sample_site: Path
) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    page: Page = reader_of(sample_site, permissions=permissions).open(REPORT)
    link = page.locator("#i-4 > .doc-heading > .permalink")
    link.focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Sao chép viện dẫn")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".pop-card [role=status]")).to_have_text("Đã sao chép.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{CITED}, mục I.4 ({page.url})"
    page.get_by_role("button", name="Sao chép liên kết").click()
    until(page, "navigator.clipboard.readText().then((text) => text.startsWith('http'))")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{REPORT}#i-4")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_citation_of_a_summary_says_that_it_is_one(reader_of: Make, sample_site: Path) -> None:
    page: Page = reader_of(sample_site).open(SUMMARY)
    page.locator("#i-1-p1 > .permalink").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pop-card .citing-text")).to_contain_text(", bản tóm tắt của kho, mục I.1")


def test_a_finger_opens_the_card_of_a_paragraph(phone: Page) -> None:
    phone.locator("#i-4-p3 > .permalink").tap()
    expect(phone.locator(".pop-card")).to_contain_text("mục I.4, đoạn 3")
    phone.get_by_role("button", name="Đóng").tap()
    expect(phone.locator(".pop-card")).to_have_count(0)


def test_a_copied_paragraph_holds_no_sign_and_no_note(page: Page) -> None:
    chosen = page.evaluate(
        """() => {
          const range = document.createRange();
          range.setStartBefore(document.getElementById("i-1-p9"));
          range.setEndAfter(document.getElementById("i-1-p10"));
          getSelection().addRange(range);
          return getSelection().toString();
        }"""
    )
    assert "¶" not in chosen
    assert "07 cơ quan thực hiện tốt" not in chosen


@pytest.mark.parametrize("anchor", ["i-4-p3", "i-4", "fn-3", "noi-nhan"])
@pytest.mark.parametrize(
    "settings", [{}, {"reduced_motion": "reduce"}, {"forced_colors": "active"}]
)
def test_where_a_link_has_led_is_marked(
    settings: dict[str, str], anchor: str, reader_of: Make, sample_site: Path
) -> None:
    reader = reader_of(sample_site, **settings)
    plain: Page = reader.open(REPORT)
    selector = f"#{anchor} > .doc-heading" if anchor == "i-4" else f"#{anchor}"
    look = (
        "(one) => { const s = getComputedStyle(one); return [s.backgroundColor, s.outlineStyle]; }"
    )
    before = plain.locator(selector).evaluate(look)
    page: Page = reader.open(f"{REPORT}#{anchor}")
    page.reload()
    after = page.locator(selector).evaluate(look)
    assert after[1] == "solid" if "forced_colors" in settings else after[0] != before[0]


def test_on_a_phone_the_bar_of_contents_does_not_cover_where_a_link_has_led(
    reader_of: Make, sample_site: Path
) -> None:
    page: Page = reader_of(sample_site, 360, has_touch=True).open(f"{REPORT}#i-4-p3")
    bar = page.locator(".report-toc").bounding_box()
    paragraph = page.locator("#i-4-p3").bounding_box()
    assert bar
    assert paragraph
    assert bar["y"] + bar["height"] <= paragraph["y"]


# Where one is


def test_the_contents_mark_the_place_and_keep_it_in_sight(page: Page) -> None:
    current = page.locator(".report-aside a[aria-current='location']")
    for anchor, words in (
        ("i-2", "2. Công tác giáo dục"),
        ("iii-6", "6."),
        ("i-7", "7. Công tác dân vận"),
    ):
        page.locator(f"#{anchor}").evaluate("(one) => one.scrollIntoView()")
        expect(current).to_have_count(1)
        expect(current).to_contain_text(words)
        expect(current).to_have_attribute("href", f"#{anchor}")
        expect(current).to_be_in_viewport()


def test_on_a_phone_the_bar_says_the_place_and_opens_the_contents_over_the_text(
    phone: Page,
) -> None:
    phone.locator("#i-5").evaluate("(one) => one.scrollIntoView()")
    bar = phone.locator(".report-toc")
    expect(bar.locator(".toc-here")).to_contain_text("I.5. Công tác tổ chức cán bộ")
    before = phone.locator("#i-5-p1").bounding_box()
    phone.touchscreen.tap(100, 28)  # no scrolling into sight beforehand
    assert phone.locator("#i-5-p1").bounding_box() == before
    bar.get_by_role("link", name="7. Công tác dân vận").first.tap()
    phone.wait_for_url("**#i-7")
    expect(bar.get_by_role("navigation")).to_be_hidden()
    expect(phone.locator("#i-7 h3")).to_be_in_viewport()


def test_the_line_at_the_top_grows_from_nothing_to_the_whole_width(page: Page) -> None:
    width = "(line) => Math.round(line.getBoundingClientRect().width)"
    line = page.locator(".progress")
    assert line.evaluate(width) == 0
    page.locator(".doc-end").evaluate("(one) => one.scrollIntoView({ block: 'end' })")
    whole = page.evaluate(
        "document.querySelector('.site-header').clientWidth"
    )  # less a scroll bar's place
    whole = page.evaluate(
        "document.querySelector('.site-header').clientWidth"
    )  # less a scroll bar's place
    until(page, f"document.querySelector('.progress').getBoundingClientRect().width > {whole - 10}")
    assert line.bounding_box() == {"x": 0, "y": 0, "width": whole, "height": 3}


def test_the_limitations_are_a_list_and_lead_to_each_other(page: Page) -> None:
    limits = page.locator(".report-aside .toc-limits")
    limits.locator("summary").click()
    assert limits.locator("a").count() == page.locator(".report-text .limitation").count() == 7
    limits.get_by_role("link", name="I.3.").click()
    expect(page.locator(".limitation:target")).to_be_in_viewport()
    page.locator("#i-3 .area-tag").get_by_role("link", name="mục I.4 ›").click()
    expect(page.locator("#i-4 .limitation:target")).to_be_in_viewport()
    page.locator("#i-4 .area-tag").get_by_role("link", name="‹ mục I.3").click()
    expect(page.locator("#i-3 .limitation:target")).to_be_in_viewport()


def test_a_section_leads_to_the_same_area_in_the_quarters_beside(page: Page) -> None:
    page.locator("#i-4 .area-tag").get_by_role("link", name="Quý III/2022 ›").click()
    assert re.search(r"2022/q3/51-bc-dukcq/#i-\d", page.url)
    heading = page.locator(".doc-section:target .doc-heading")
    expect(heading).to_contain_text(re.compile("tổ chức cơ sở đảng|đảng viên"))


# How it fits


@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_a_line_has_60_to_75_letters_in_our_serif_and_in_the_systems(
    width: int, reader_of: Make, real_site: Path
) -> None:
    page: Page = reader_of(real_site, width).open("2023/q3/170-bc-duk/")
    letters = """async (family) => {
      document.documentElement.style.setProperty("--serif", family);
      await Promise.all([...document.fonts].map((face) => face.load()));
      const long = [...document.querySelectorAll(".report-text > section > p[id]")].map((one) => ({
        letters: one.innerText.length,
        lines: Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)),
      })).filter(({ lines }) => lines > 3);
      const total = (name) => long.reduce((sum, one) => sum + one[name], 0);
      return total("letters") / (total("lines") - long.length / 2); // the last line is half full
    }"""
    for family in ('"Kho Serif"', '"Liberation Serif", "Times New Roman"'):
        assert 60 <= page.evaluate(letters, family) <= 75


def test_letters_follow_the_size_that_the_browser_is_set_to(
    reader_of: Make, real_site: Path
) -> None:
    page: Page = reader_of(real_site).open("2023/q3/170-bc-duk/")
    size = "parseFloat(getComputedStyle(document.querySelector('.report-text p')).fontSize)"
    before = page.evaluate(size)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 24}})
    page.reload()
    assert page.evaluate(size) == pytest.approx(1.5 * before)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_the_page_opens_and_is_read(
    width: int, reader_of: Make, sample_site: Path
) -> None:
    reader = reader_of(sample_site, width)
    reader.page.add_init_script(SHIFTS)
    page: Page = reader.open(REPORT)
    for _ in range(20):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(30)
    assert page.evaluate("window.shift") < 0.02


def test_letters_twice_as_large_at_320_px_fit_the_window(
    reader_of: Make, sample_site: Path
) -> None:
    page: Page = reader_of(sample_site, 320).open(REPORT)
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_first_visit_weighs_at_most_200_kb(reader_of: Make, sample_site: Path) -> None:
    reader = reader_of(sample_site)
    reader.open(REPORT)
    reader.page.wait_for_load_state("networkidle")
    paths = {url.removeprefix(reader.home).partition("?")[0] for url in reader.requested}
    files = [sample_site / path / ("index.html" if path.endswith("/") else "") for path in paths]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 200_000
    assert (reader.complaints, reader.foreign) == ([], [])
