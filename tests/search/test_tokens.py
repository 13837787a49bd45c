"""How text is cut: spellings that mean the same become the same."""

from __future__ import annotations

import unicodedata

import pytest

from build_tools.search.tokens import plain, tokens


def folds(text: str) -> list[str]:
    return [token.fold for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng viên", "dang vien"),
        ("lý luận, kỷ luật, quý", "lí luận, kỉ luật, quí"),
        ("05-CT/TW", "5 ct tw"),
        ("Chỉ thị số 05", "chi thi 5"),
        ("CT 05", "ct05"),
        ("KL 01-KL/TW", "01-kl/tw"),
        ("Nghị định số 30/2020/NĐ-CP", "nghi dinh 30/2020/nd-cp"),
        ("15/5/2016", "15 tháng 5 năm 2016"),
        ("15-05-2016", "15.5.2016"),
        ("tháng 5/2023", "tháng 5 năm 2023"),
        ("quý III", "quy 3"),
        ("khóa XIII", "khoa 13"),
        ("10.213", "10213"),
    ],
)
def test_spellings_of_one_thing_fold_alike(one: str, other: str) -> None:
    assert folds(one) == folds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05-CT/TW", "05-CT/TU"),
        ("vi phạm", "6 phạm"),
        ("xi măng", "11 măng"),
        ("tay", "tai"),
        ("thúy", "thúi"),
        ("15/5/2016", "16/5/2016"),
    ],
)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert folds(one) != folds(other)


def test_marks_tell_words_apart_but_not_places_of_the_tone() -> None:
    marks = [token.marks for token in tokens("đảo đạo hoà hòa lí lý 05 5")]
    assert marks == ["dr", "dj", "f", "f", "s", "s", "o5", "5"]


def test_composed_and_decomposed_text_are_cut_alike() -> None:
    text = "Ủy ban Kiểm tra Đảng ủy Khối, ngày 04/5/2023"
    assert tokens(unicodedata.normalize("NFD", text)) == tokens(text)


def test_a_token_knows_where_it_stands() -> None:
    text = "Chỉ thị số 05-CT/TW của Bộ Chính trị"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Chỉ", "thị", "số 05-CT/TW", "của", "Bộ", "Chính", "trị",
    ]  # fmt: skip


def test_plain_text_keeps_its_length() -> None:
    text = "Đảng — ảnh 😀 ﬁ ß İ"
    assert len(plain(text)) == len(text)


def test_no_token_holds_what_closes_a_key(sample_archive) -> None:
    for report in sample_archive.reports:
        for section in report.sections:
            for token in tokens(f"{section.title} {section.text} 100 2020 v0 a0b"):
                assert "0" not in token.fold + token.marks
