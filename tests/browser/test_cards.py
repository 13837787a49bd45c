"""The cards of citations and footnote marks, as eyes, fingers, keys and screen readers meet them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

Make = Callable[..., Any]
REPORT = "2022/q2/35-bc-dukcq/"
KNOWN = ".report-text a.cite[href$='/nq-09-tu-2021/']"
UNREGISTERED = ".report-text a.cite[href$='/luat-29-qh14-2018/']"
AMBIGUOUS = ".report-text a.cite-ambiguous"
MARK = "#fnref-11 a"
RECTANGLES = """
() => [...document.querySelectorAll(".report :is(a, p, li, h3):not(.pop-card *)")].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x, y, width, height];
})
"""


@pytest.fixture
def page(reader_of: Make, sample_site: Path) -> Page:
    found: Page = reader_of(sample_site).open(REPORT)
    return found


@pytest.fixture
def phone(reader_of: Make, sample_site: Path) -> Page:
    found: Page = reader_of(sample_site, 360, has_touch=True, is_mobile=True).open(REPORT)
    return found


@pytest.fixture
def narrow(reader_of: Make, sample_site: Path) -> Page:
    """A window without room for notes beside the text."""
    found: Page = reader_of(sample_site, 1000).open(REPORT)
    return found


def card_of(page: Page) -> Locator:
    return page.locator(".pop-card")


def focus_by_key(page: Page, link: Locator) -> None:
    """Come to a link as the Tab key does: from the link or button before it."""
    link.evaluate(
        """(link) => {
          const all = [...document.querySelectorAll("a, button, summary, [tabindex='0']")];
          const seen = all.filter((one) => one.tabIndex >= 0 && one.checkVisibility());
          seen[seen.indexOf(link) - 1].focus({ preventScroll: true });
        }"""
    )
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


def rest_on(page: Page, words: Locator) -> None:
    words.scroll_into_view_if_needed()
    page.mouse.move(1, 1)
    words.hover()


def test_a_pointer_that_rests_on_a_citation_gets_its_facts(page: Page) -> None:
    rest_on(page, page.locator(KNOWN).first)
    card = card_of(page)
    expect(card).to_be_visible()
    for fact in (
        "Nghị quyết số 09-NQ/TU",
        "chuyển đổi số tỉnh Lam Hải đến năm 2025",
        "Tỉnh ủy Lam Hải",
        "ngày ban hành: 30/9/2021",
    ):
        expect(card).to_contain_text(fact)
    assert re.search(r"Cả kho viện dẫn \d+ lần, trong \d+ báo cáo", card.inner_text())
    card.get_by_role("link", name="Mở trang văn bản").click()
    assert page.url.endswith("/van-ban/nq-09-tu-2021/")


def test_a_pointer_that_only_passes_opens_nothing(page: Page) -> None:
    page.evaluate(
        """() => {
          window.cards = 0;
          const count = () => { window.cards += document.querySelectorAll(".pop-card").length; };
          new MutationObserver(count).observe(document, { childList: true, subtree: true });
        }"""
    )
    rest_on(page, page.locator(KNOWN).first)
    page.mouse.move(1, 1)
    page.wait_for_timeout(600)
    assert page.evaluate("window.cards") == 0


def test_the_card_stays_while_the_pointer_is_in_it_and_goes_when_it_leaves(page: Page) -> None:
    rest_on(page, page.locator(KNOWN).first)
    card_of(page).get_by_text("Cả kho viện dẫn").hover()
    page.wait_for_timeout(700)
    expect(card_of(page)).to_be_visible()
    page.mouse.move(1, 1)
    expect(card_of(page)).to_have_count(0)


def test_there_is_one_card_at_a_time(page: Page) -> None:
    rest_on(page, page.locator(KNOWN).first)
    expect(card_of(page)).to_contain_text("09-NQ/TU")
    focus_by_key(page, page.locator(UNREGISTERED).first)
    expect(card_of(page)).to_have_count(1)
    expect(card_of(page)).to_contain_text("29/2018/QH14")


def test_no_line_of_the_page_moves(narrow: Page) -> None:
    for selector in (KNOWN, AMBIGUOUS, MARK):
        link = narrow.locator(selector).first
        link.scroll_into_view_if_needed()
        link.evaluate("(link) => scrollBy(0, link.getBoundingClientRect().top - 300)")
        before = narrow.evaluate(RECTANGLES)
        focus_by_key(narrow, link)
        expect(card_of(narrow)).to_be_visible()
        assert narrow.evaluate(RECTANGLES) == before
        narrow.keyboard.press("Escape")


def test_keys_open_the_card_and_enter_goes_where_the_citation_goes(page: Page) -> None:
    link = page.locator(KNOWN).first
    focus_by_key(page, link)
    expect(card_of(page)).to_be_visible()
    expect(link).to_have_accessible_description(re.compile(r"Tỉnh ủy Lam Hải.*30/9/2021"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/nq-09-tu-2021/")


def test_tab_goes_on_from_a_clear_citation_to_the_next_link_of_the_text(page: Page) -> None:
    link = page.locator(KNOWN).first
    focus_by_key(page, link)
    page.keyboard.press("Tab")
    expect(page.locator(UNREGISTERED).first).to_be_focused()
    expect(card_of(page)).to_contain_text("29/2018/QH14")


def test_tab_goes_through_the_choices_of_an_ambiguous_citation_and_on(page: Page) -> None:
    focus_by_key(page, page.locator(AMBIGUOUS).first)
    choices = card_of(page).locator(".choices a")
    assert choices.all_inner_texts() == [
        "Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
        "Nghị quyết số 18-NQ/TW, ngày 16/6/2022",
    ]
    page.keyboard.press("Tab")
    expect(choices.nth(0)).to_be_focused()
    page.keyboard.press("Tab")
    expect(choices.nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".report-text a.cite[href$='/nq-19-tw-2017/']").first).to_be_focused()
    expect(card_of(page)).to_have_count(1)
    expect(card_of(page)).to_contain_text("19-NQ/TW")


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    link = page.locator(AMBIGUOUS).first
    focus_by_key(page, link)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(card_of(page)).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None


def test_escape_closes_a_card_under_a_resting_pointer(page: Page) -> None:
    rest_on(page, page.locator(KNOWN).first)
    expect(card_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    expect(card_of(page)).to_have_count(0)


def test_a_candidate_leads_to_its_own_page(page: Page) -> None:
    rest_on(page, page.locator(AMBIGUOUS).first)
    card_of(page).get_by_role("link", name="ngày 16/6/2022").click()
    assert page.url.endswith("/van-ban/nq-18-tw-2022/")


def test_a_tap_opens_a_second_tap_follows(phone: Page) -> None:
    link = phone.locator(KNOWN).first
    link.tap()
    expect(card_of(phone)).to_contain_text("chuyển đổi số")
    assert phone.url.endswith(REPORT)
    link.tap()
    phone.wait_for_url("**/van-ban/nq-09-tu-2021/")


def test_a_tap_elsewhere_or_on_the_cross_closes(phone: Page) -> None:
    link = phone.locator(KNOWN).first
    link.tap()
    card_of(phone).get_by_role("button", name="Đóng").tap()
    expect(card_of(phone)).to_have_count(0)
    link.tap()
    expect(card_of(phone)).to_be_visible()
    phone.touchscreen.tap(180, 20)
    expect(card_of(phone)).to_have_count(0)
    assert phone.url.endswith(REPORT)


def test_on_a_phone_the_way_on_is_a_tap_away(phone: Page) -> None:
    phone.locator(AMBIGUOUS).first.tap()
    card_of(phone).get_by_role("link", name="So sánh các văn bản này").tap()
    phone.wait_for_url("**/van-ban/nq-18-tw/")


def test_on_a_phone_a_tap_on_a_mark_opens_its_note_and_a_second_closes_it(phone: Page) -> None:
    mark = phone.locator(MARK)
    mark.tap()
    expect(card_of(phone)).to_contain_text("Chú thích 11")
    expect(card_of(phone)).to_contain_text("tổ chức, quản lý đơn vị sự nghiệp công lập")
    mark.tap()
    expect(card_of(phone)).to_have_count(0)
    mark.tap()
    phone.keyboard.press("Escape")
    expect(card_of(phone)).to_have_count(0)
    assert phone.url.endswith(REPORT)


def test_on_a_phone_the_note_leads_on_to_its_citations_and_to_the_list(phone: Page) -> None:
    phone.locator(MARK).tap()
    note = phone.get_by_role("group", name="Chú thích")
    note.locator("a.cite").nth(1).tap()
    expect(card_of(phone)).to_have_count(2)
    expect(card_of(phone).nth(1)).to_contain_text("19-NQ/TW")
    phone.keyboard.press("Escape")
    note.get_by_role("link", name="Đến danh sách chú thích").tap()
    phone.wait_for_url("**#fn-11")


def test_a_click_keeps_the_note_open_and_a_second_closes_it(narrow: Page) -> None:
    mark = narrow.locator(MARK)
    rest_on(narrow, mark)
    expect(card_of(narrow)).to_be_visible()
    mark.click()
    narrow.mouse.move(1, 1)
    narrow.wait_for_timeout(700)
    expect(card_of(narrow)).to_be_visible()
    mark.click()
    expect(card_of(narrow)).to_have_count(0)


def test_enter_on_a_mark_goes_to_the_note_at_the_end(narrow: Page) -> None:
    focus_by_key(narrow, narrow.locator(MARK))
    narrow.keyboard.press("Enter")
    narrow.wait_for_url("**#fn-11")


def test_a_citation_inside_the_card_of_a_note_has_its_card_too(narrow: Page) -> None:
    rest_on(narrow, narrow.locator(MARK))
    note = narrow.get_by_role("group", name="Chú thích")
    expect(note).to_contain_text("tổ chức, quản lý đơn vị sự nghiệp công lập")
    note.locator("a.cite").first.hover()
    directive = narrow.get_by_role("group", name="Văn bản được viện dẫn")
    expect(directive.locator(".choices a")).to_have_count(2)
    directive.get_by_role("link", name="ngày 25/10/2017").hover()
    narrow.wait_for_timeout(600)
    expect(card_of(narrow)).to_have_count(2)
    narrow.keyboard.press("Escape")
    expect(card_of(narrow)).to_have_count(1)
    narrow.keyboard.press("Escape")
    expect(card_of(narrow)).to_have_count(0)


def test_keys_reach_the_citations_of_a_note_through_its_mark(narrow: Page) -> None:
    mark = narrow.locator(MARK)
    focus_by_key(narrow, mark)
    narrow.keyboard.press("Tab")
    expect(card_of(narrow)).to_have_count(2)
    narrow.keyboard.press("Tab")
    expect(card_of(narrow).locator(".choices a").first).to_be_focused()
    narrow.keyboard.press("Escape")
    narrow.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(card_of(narrow)).to_have_count(0)


def test_a_citation_among_the_notes_at_the_end_has_its_card(page: Page) -> None:
    rest_on(page, page.locator("#fn-11 a.cite").nth(1))
    expect(card_of(page)).to_contain_text("19-NQ/TW")


def test_ears_hear_which_citations_are_unclear_or_unregistered(page: Page) -> None:
    expect(page.locator(AMBIGUOUS).first).to_have_accessible_name(
        "Nghị quyết số 18-NQ/TW (chưa rõ là văn bản nào)"
    )
    expect(page.locator(UNREGISTERED).first).to_have_accessible_name(
        re.compile(r"29/2018/QH14 \(chưa có trong danh mục\)$")
    )
    expect(page.locator(KNOWN).first).to_have_accessible_name("Nghị quyết số 09-NQ/TU")


def test_without_colour_the_three_kinds_differ_by_their_line(page: Page) -> None:
    style = "(link) => getComputedStyle(link).textDecorationStyle"
    found = [page.locator(s).first.evaluate(style) for s in (KNOWN, UNREGISTERED, AMBIGUOUS)]
    assert found == ["solid", "dashed", "dotted"]


def test_an_unregistered_directive_says_what_is_not_known(page: Page) -> None:
    rest_on(page, page.locator(UNREGISTERED).first)
    for said in ("chưa có trong danh mục", "Theo lời viện dẫn", "cơ quan: không rõ"):
        expect(card_of(page)).to_contain_text(said)


@pytest.mark.parametrize("selector", [KNOWN, AMBIGUOUS])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_card_fits_the_window_and_leaves_its_words_in_sight(
    width: int, selector: str, sample_site: Path, reader_of: Make
) -> None:
    page: Page = reader_of(sample_site, width).open(REPORT)
    link = page.locator(selector).first
    for offset in (40, 400, 780):
        link.evaluate("(a, y) => scrollBy(0, a.getBoundingClientRect().bottom - y)", offset)
        focus_by_key(page, link)
        card, words = card_of(page).bounding_box(), link.bounding_box()
        assert card
        assert words
        assert card["x"] >= 0
        assert card["x"] + card["width"] <= width
        assert card["y"] >= 0
        assert card["y"] + card["height"] <= 800
        assert words["y"] >= card["y"] + card["height"] or words["y"] + words["height"] <= card["y"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Escape")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_card_follows_light_and_dark(scheme: str, sample_site: Path, reader_of: Make) -> None:
    page: Page = reader_of(sample_site, color_scheme=scheme).open(REPORT)
    focus_by_key(page, page.locator(KNOWN).first)
    red, green, blue = card_of(page).evaluate(
        "(card) => getComputedStyle(card).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    assert (red + green + blue > 600) == (scheme == "light")


def test_a_card_is_never_printed(page: Page) -> None:
    focus_by_key(page, page.locator(KNOWN).first)
    expect(card_of(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(card_of(page)).to_be_hidden()


def test_without_javascript_a_citation_is_a_link_and_the_choice_a_page(
    sample_site: Path, reader_of: Make
) -> None:
    page: Page = reader_of(sample_site, java_script_enabled=False).open(REPORT)
    entry = page.locator("#__vb-nq-18-tw")
    assert entry.locator(".choices a").count() == 2
    page.locator(AMBIGUOUS).first.click()
    page.wait_for_url("**/van-ban/nq-18-tw/")
    choice = page.locator(".candidates")
    expect(choice).to_contain_text("khác nhau ở ngày ban hành, nhiệm kỳ và trích yếu")
    first, second = choice.locator(".comparison > li").all()
    expect(first).to_contain_text("25/10/2017")
    expect(first.get_by_role("link", name="Báo cáo số 139-BC/ĐUKCQ, Quý IV/2023")).to_be_visible()
    expect(second).to_contain_text("khóa XIII")
    second.get_by_role("heading").get_by_role("link").click()
    page.wait_for_url("**/van-ban/nq-18-tw-2022/")


def test_a_browser_without_popovers_keeps_the_plain_links(
    sample_site: Path, reader_of: Make
) -> None:
    reader = reader_of(sample_site)
    reader.page.add_init_script("delete HTMLElement.prototype.popover")
    page: Page = reader.open(REPORT)
    rest_on(page, page.locator(KNOWN).first)
    page.wait_for_timeout(600)
    expect(card_of(page)).to_have_count(0)
    page.locator(KNOWN).first.click()
    page.wait_for_url("**/van-ban/nq-09-tu-2021/")
    assert reader.complaints == []
