"""Written Vietnamese: marks, tone placement, numerals, dates, sentences."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from build_tools.vietnamese import (
    fold,
    format_date,
    int_to_roman,
    nfc,
    parse_date,
    roman_to_int,
    sentence_spans,
    slug,
    unify_tone_placement,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đảng ủy Khối", "dang uy khoi"),
        ("ĐẢNG ỦY KHỐI", "dang uy khoi"),
        ("đường, đỏ, ĐỔI", "duong, do, doi"),
        ("nghị quyết số 05", "nghi quyet so 05"),
        ("ươ ưa ơn ăn ân ê ô", "uo ua on an an e o"),
        ("", ""),
    ],
)
def test_folding_gives_what_readers_type_without_marks(written, folded):
    assert fold(written) == folded
    assert fold(unicodedata.normalize("NFD", written)) == folded


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("170-BC/ĐUK", "170-bc-duk"),
        ("  Quý III / 2023  ", "quy-iii-2023"),
        ("Đảng ủy Khối các Cơ quan - Doanh nghiệp", "dang-uy-khoi-cac-co-quan-doanh-nghiep"),
        ("…!?", ""),
    ],
)
def test_a_slug_is_ascii_words_and_single_hyphens(written, expected):
    assert slug(written) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà thuý uỷ", "hòa thúy ủy"),
        ("HOÀ, Uỷ ban", "HÒA, Ủy ban"),
        ("hoàn, thuyền, toán", "hoàn, thuyền, toán"),
        ("quý III, quỹ, quỷ", "quý III, quỹ, quỷ"),
        ("xã hội hoá.", "xã hội hóa."),
        ("hòa ủy", "hòa ủy"),
    ],
)
def test_tone_marks_move_only_in_open_syllables(old, new):
    assert unify_tone_placement(old) == new


@pytest.mark.parametrize("number", [1, 4, 5, 9, 11, 13, 14, 40, 90, 400, 1994, 3999])
def test_roman_numerals_read_back_as_written(number):
    assert roman_to_int(int_to_roman(number)) == number


@pytest.mark.parametrize(
    ("numeral", "number"), [("XIII", 13), ("xi", 11), ("IX", 9), ("MCMXC", 1990)]
)
def test_roman_numerals_as_printed(numeral, number):
    assert roman_to_int(numeral) == number


@pytest.mark.parametrize("text", ["", "IIX", "IIII", "VX", "A", "12", "X I", "Đ"])
def test_what_is_no_roman_numeral_reads_as_none(text):
    assert roman_to_int(text) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("04/5/2023", date(2023, 5, 4)),
        ("6-7-2018", date(2018, 7, 6)),
        ("14-02-2023", date(2023, 2, 14)),
        ("14.02.2023", date(2023, 2, 14)),
        (" 25 / 5 / 2023 ", date(2023, 5, 25)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_days_as_papers_print_them(printed, day):
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    "printed", ["0/6/2013", "30/02/2023", "29/02/2023", "31/4/2023", "1/13/2023", "2/9", "2023-05-04", "quý III"]
)  # fmt: skip
def test_a_day_that_cannot_be_is_none_and_never_guessed(printed):
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2023, 5, 4), "04/5/2023"),
        (date(2019, 1, 7), "07/01/2019"),
        (date(2023, 2, 14), "14/02/2023"),
        (date(2023, 10, 2), "02/10/2023"),
    ],
)
def test_days_are_written_as_the_reports_write_them(day, printed):
    assert format_date(day) == printed
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mở 03 lớp.", "Có 282 học viên."],
        ["Doanh thu 10.213 tỷ đồng; lợi nhuận 3.100 tỷ đồng."],
        ["Thực hiện nghiêm;", "Đảng ủy Khối chỉ đạo."],
        ["Gọi là “chi bộ bốn tốt.”", "Kết quả khá."],
        ["Thăm hỏi, tặng quà…", "Tổng kinh phí 180 triệu đồng."],
        ["Xong chưa?", "“Đã xong!”", "Tốt."],
        ["ngày 04.5.2023 của Ban Bí thư"],
        [""],
    ],
)
def test_a_paragraph_divides_into_sentences(sentences):
    text = " ".join(sentences)
    assert [text[a:b] for a, b in sentence_spans(text)] == sentences


def test_composing_leaves_composed_letters_alone():
    text = "Đảng ủy Khối, ngày 04/5/2023"
    assert nfc(unicodedata.normalize("NFD", text)) == text == nfc(text)
