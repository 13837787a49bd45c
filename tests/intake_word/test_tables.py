"""Tables of figures, and tables that only set the head of a letter."""

from __future__ import annotations

from intake_word.reading import doubts, read, rows, texts
from intake_word.word_file import cell, docx, p, table


def test_rows_and_cells_are_kept():
    manuscript = read(docx(p("Kết quả:") + table(("Nhóm", "Thu"), ("Thủy sản", "1.735"))))
    assert rows(manuscript) == [["Nhóm", "Thu"], ["Thủy sản", "1.735"]]


def test_paragraphs_of_a_cell_are_one_text():
    manuscript = read(docx(table((cell("Doanh thu", "(tỷ đồng)"), "5"), ("A", "6"))))
    assert rows(manuscript)[0] == ["Doanh thu (tỷ đồng)", "5"]


def test_merged_cells_leave_blanks_and_are_told():
    wide = cell("Quý I", properties='<w:gridSpan w:val="2"/>')
    down = cell("Thu", properties='<w:vMerge w:val="restart"/>')
    below = cell("", properties="<w:vMerge/>")
    manuscript = read(docx(table((down, wide), (below, "Số", "Tỷ lệ"), ("A", "1", "2"))))
    assert rows(manuscript) == [["Thu", "Quý I", ""], ["", "Số", "Tỷ lệ"], ["A", "1", "2"]]
    assert [doubt[:6] for doubt in doubts(manuscript)] == ["KHO729"]


def test_short_rows_are_filled_up():
    assert rows(read(docx(table(("A", "B"), ("C",), ("D", "E"))))) == [
        ["A", "B"],
        ["C", ""],
        ["D", "E"],
    ]


def test_a_table_inside_a_cell_keeps_its_text_and_is_told():
    manuscript = read(docx(table((cell(p("Ngoài"), table(("Trong", "5"))), "X"), ("A", "B"))))
    assert rows(manuscript)[0] == ["Ngoài Trong 5", "X"]
    assert len(doubts(manuscript)) == 1


def test_the_head_of_a_letter_is_read_column_by_column():
    left = cell("ĐẢNG BỘ TỈNH LAM HẢI", "ĐẢNG ỦY KHỐI", "*", "Số 15-BC/ĐUK")
    right = cell("ĐẢNG CỘNG SẢN VIỆT NAM", "Lam Hải, ngày 21 tháng 3 năm 2022")
    assert texts(read(docx(table((left, right))))) == [
        "ĐẢNG BỘ TỈNH LAM HẢI", "ĐẢNG ỦY KHỐI", "Số 15-BC/ĐUK",
        "ĐẢNG CỘNG SẢN VIỆT NAM", "Lam Hải, ngày 21 tháng 3 năm 2022",
    ]  # fmt: skip


def test_the_signature_is_read_column_by_column():
    left = cell("Nơi nhận:", "- Tỉnh ủy,", "- Lưu Văn phòng.")
    right = cell("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Thị Ví Dụ")
    assert texts(read(docx(table((left, right)))))[3:] == [
        "T/M BAN THƯỜNG VỤ",
        "BÍ THƯ",
        "Trần Thị Ví Dụ",
    ]


def test_a_frame_around_text_is_no_table():
    manuscript = read(docx(table(("Đóng khung.",))))
    assert rows(manuscript) == []
    assert texts(manuscript) == ["Đóng khung."]


def test_an_empty_table_is_nothing():
    assert read(docx(p("A") + table(("", ""), ("", "")))).lines[-1].text.text == "A"
