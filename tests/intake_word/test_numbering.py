"""Headings, lists and the numbers that Word makes itself."""

from __future__ import annotations

import pytest
from intake_word.reading import doubts, dropped, levels, read, texts
from intake_word.word_file import docx, heading_styles, numbering, p

PARTS = (("upperRoman", "%1-"), ("decimal", "%2."), ("lowerLetter", "%3)"), ("decimal", "%2.%4."))
DASHES = (("bullet", "-"), ("bullet", "+"))


def listed(*items: tuple[int, int, str], lists: tuple = (PARTS,), **more: object):
    body = "".join(p(text, item=(key, level)) for key, level, text in items)
    return read(docx(body, parts={"numbering": numbering(*lists, **more)}))


def test_numbers_are_written_as_word_prints_them():
    manuscript = listed(
        (1, 0, "Kết quả"), (1, 1, "Chính trị"), (1, 1, "Tư tưởng"), (1, 2, "Ưu điểm"),
        (1, 0, "Nhiệm vụ"), (1, 1, "Chính trị"),
    )  # fmt: skip
    assert texts(manuscript) == [
        "I- Kết quả", "1. Chính trị", "2. Tư tưởng", "a) Ưu điểm", "II- Nhiệm vụ", "1. Chính trị",
    ]  # fmt: skip


def test_a_number_may_repeat_the_level_above():
    manuscript = listed((1, 0, "A"), (1, 1, "B"), (1, 3, "C"), (1, 3, "D"))
    assert texts(manuscript)[2:] == ["1.1. C", "1.2. D"]


@pytest.mark.parametrize(
    ("form", "printed"),
    [("upperRoman", "II."), ("lowerRoman", "ii."), ("upperLetter", "B."), ("decimalZero", "02."),
     ("vietnameseCounting", "Hai."), ("khongCoThat", "2.")],
)  # fmt: skip
def test_forms_of_numbers(form: str, printed: str):
    manuscript = listed((1, 0, "Một"), (1, 0, "Hai"), lists=(((form, "%1."),),))
    assert texts(manuscript)[1] == f"{printed} Hai"


def test_words_of_a_number_are_printed_too():
    assert texts(listed((1, 0, "Kết quả"), lists=((("upperRoman", "Phần %1."),),))) == [
        "Phần I. Kết quả"
    ]


def test_bullets_become_levels_and_their_signs_are_accounted_for():
    manuscript = listed((1, 0, "Mở lớp"), (1, 1, "Lần một"), (1, 0, "Kết nạp"), lists=(DASHES,))
    assert levels(manuscript) == [(None, 0, "Mở lớp"), (None, 1, "Lần một"), (None, 0, "Kết nạp")]
    assert manuscript.source.text.splitlines() == ["- Mở lớp", "+ Lần một", "- Kết nạp"]


def test_plus_stands_under_dash_also_in_a_list_of_its_own():
    lists = ((("bullet", "-"),), (("bullet", "+"),))
    manuscript = listed((1, 0, "Mở lớp"), (2, 0, "Lần một"), (1, 0, "Kết nạp"), lists=lists)
    assert [bullet for _, bullet, _ in levels(manuscript)] == [0, 1, 0]


def test_bullets_of_a_picture_font_are_round():
    manuscript = listed((1, 0, "Mở lớp"), lists=((("bullet", "\uf0b7"),),))
    assert manuscript.source.text == "• Mở lớp\n"


def test_a_list_that_begins_again_says_so():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    one = (("decimal", "%1."),)
    manuscript = listed(
        (1, 0, "A"), (1, 0, "B"), (2, 0, "C"), lists=(one, one), overrides={2: again}
    )
    assert texts(manuscript) == ["1. A", "2. B", "5. C"]


def test_lists_of_one_pattern_count_together():
    shared = numbering(PARTS) + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = p("Một", item=(1, 0)) + p("Hai", item=(2, 0))
    assert texts(read(docx(body, parts={"numbering": shared}))) == ["I- Một", "II- Hai"]


def test_a_number_before_nothing_is_left_out_and_told():
    manuscript = listed((1, 0, "A"), (1, 0, ""), (1, 0, "C"))
    assert texts(manuscript) == ["I- A", "III- C"]
    assert dropped(manuscript) == {"số thứ tự của đoạn trống": "II-"}
    assert doubts(manuscript) == ["KHO729 Đã bỏ số thứ tự “II-” của một đoạn trống."]


def test_a_list_that_the_file_does_not_hold_prints_nothing():
    assert texts(read(docx(p("Đoạn", item=(9, 0))))) == ["Đoạn"]


def test_styled_headings_count_from_the_parts():
    body = p("I- Kết quả", style="Heading2") + p("1. Chính trị", style="Heading3") + p("Đoạn.")
    manuscript = read(docx(body, parts={"styles": heading_styles()}))
    assert [heading for heading, _, _ in levels(manuscript)] == [1, 2, None]


def test_style_ids_of_a_vietnamese_word_are_told_by_their_name():
    body = p("I- Kết quả", style="u1") + p("1. Chính trị", style="u2")
    manuscript = read(docx(body, parts={"styles": heading_styles(prefix="u")}))
    assert [heading for heading, _, _ in levels(manuscript)] == [1, 2]


def test_an_outline_level_makes_a_heading_and_the_title_above_all_is_none():
    def outlined(text: str, level: int) -> str:
        return p(text, properties=f'<w:outlineLvl w:val="{level}"/>')

    manuscript = read(docx(outlined("Báo cáo quý", 0) + outlined("I- A", 1) + outlined("II- B", 1)))
    assert [heading for heading, _, _ in levels(manuscript)] == [None, 1, 1]


def test_a_heading_numbered_by_its_style_has_its_number():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    manuscript = read(
        docx(p("Kết quả", style="Muc"), parts={"styles": styles, "numbering": numbering(PARTS)})
    )
    assert levels(manuscript) == [(1, None, "I- Kết quả")]


def test_styles_based_on_each_other_in_a_ring_end():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    assert texts(read(docx(p("Đoạn", style="A"), parts={"styles": styles}))) == ["Đoạn"]
