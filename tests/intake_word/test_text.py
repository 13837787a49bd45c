"""Paragraphs, runs and looks."""

from __future__ import annotations

import pytest
from intake_word.reading import doubts, dropped, levels, read, texts
from intake_word.word_file import docx, field, p, run, text_box

HIDDEN = "<w:vanish/>"
BOLD = "<w:b/>"
ITALIC = "<w:i/>"


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_runs_that_word_cut_a_word_into_are_one_word():
    assert texts(read(docx(p(run("Đảng "), run("b"), run("ộ Khối"))))) == ["Đảng bộ Khối"]


def test_each_paragraph_is_a_line_and_is_never_joined():
    manuscript = read(docx(p("nâng lên năng lực") + p("cạnh tranh cấp tỉnh")))
    assert texts(manuscript) == ["nâng lên năng lực", "cạnh tranh cấp tỉnh"]
    assert all(line.whole for line in manuscript.lines)


def test_letters_and_marks_kept_apart_are_composed():
    assert texts(read(docx(p("a\u0309nh hưởng")))) == ["ảnh hưởng"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>170</w:t><w:noBreakHyphen/><w:t>BC/ĐUK</w:t></w:r>", "170-BC/ĐUK"),
        ("<w:r><w:t>công</w:t><w:softHyphen/><w:t>tác</w:t></w:r>", "côngtác"),
        ('<w:smartTag w:uri="x" w:element="date">' + run("quý III") + "</w:smartTag>", "quý III"),
        ("<w:sdt><w:sdtContent>" + run("quý III") + "</w:sdtContent></w:sdt>", "quý III"),
        ('<w:fldSimple w:instr="REF so">' + run("quý III") + "</w:fldSimple>", "quý III"),
        (field("REF so \\h", "quý III"), "quý III"),
        ("<w:r><w:ruby><w:rt>" + run("x") + "</w:rt><w:rubyBase>" + run("chữ") + "</w:rubyBase></w:ruby></w:r>", "chữ"),
    ],
)  # fmt: skip
def test_what_word_wraps_around_text_is_looked_into(inside: str, text: str):
    assert texts(read(docx(p(inside)))) == [text]


def test_blanks_at_the_ends_of_a_run_count_only_where_word_keeps_them():
    inside = '<w:r><w:t> thu </w:t></w:r><w:r><w:t xml:space="preserve"> đạt</w:t></w:r>'
    assert texts(read(docx(p(inside)))) == ["thu đạt"]


def test_emphasis_inside_a_paragraph_is_kept():
    body = p(run("Có "), run("282", BOLD), run(" học viên, "), run("đạt 104,4%", ITALIC), run("."))
    assert texts(read(docx(body))) == ["Có **282** học viên, *đạt 104,4%*."]


def test_a_paragraph_bold_from_end_to_end_is_set_so_by_its_office():
    assert texts(read(docx(p(run("1. Công tác tuyên giáo", BOLD))))) == ["1. Công tác tuyên giáo"]


def test_emphasis_begins_after_the_bullet_and_ends_before_a_glued_letter():
    body = p(
        run("- Kết quả:", BOLD), run("đạt."), run(" Thu "), run("ngân sách ", ITALIC), run("tăng.")
    )
    assert texts(read(docx(body))) == ["- **Kết quả**:đạt. Thu *ngân sách* tăng."]


def test_place_and_date_in_italics_are_plain():
    line = "Lam Hải, ngày 21 tháng 3 năm 2022"
    assert texts(read(docx(p(run(line, ITALIC))))) == [line]


def test_capitals_that_word_only_shows_are_written_as_printed():
    assert texts(read(docx(p(run("báo cáo", "<w:caps/>"))))) == ["BÁO CÁO"]


def test_raised_digits_stay_raised():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert texts(read(docx(p(run("đạt 120 m"), run("2", raised))))) == ["đạt 120 m²"]


def test_bold_that_comes_with_the_style_is_no_emphasis():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = p(run("Toàn đoạn "), run("đậm", BOLD), style="Muc") + p(
        run("có "), run("nhấn", '<w:rStyle w:val="Manh"/>')
    )
    assert texts(read(docx(body, parts={"styles": styles}))) == ["Toàn đoạn đậm", "có **nhấn**"]


def test_line_ends_inside_a_paragraph_part_what_begins_a_block_of_its_own():
    br = "<w:r><w:br/></w:r>"
    body = p(run("ĐẢNG BỘ TỈNH"), br, run("ĐẢNG ỦY KHỐI"), br, run("Số 15-BC/ĐUK"))
    assert texts(read(docx(body))) == ["ĐẢNG BỘ TỈNH", "ĐẢNG ỦY KHỐI", "Số 15-BC/ĐUK"]
    body = p(run("- Mở lớp cho"), br, run("đảng viên mới"), br, run("- Kết nạp 12 đảng viên"))
    assert texts(read(docx(body))) == ["- Mở lớp cho đảng viên mới", "- Kết nạp 12 đảng viên"]


def test_rules_are_left_out():
    manuscript = read(docx(p("BÁO CÁO") + p("-------") + p("*")))
    assert texts(manuscript) == ["BÁO CÁO"]
    assert dropped(manuscript) == {"nét kẻ": "------- | *"}


def test_hidden_text_is_left_out_and_told():
    manuscript = read(docx(p(run("Đạt 104%"), run(" (số chưa duyệt)", HIDDEN))))
    assert texts(manuscript) == ["Đạt 104%"]
    assert dropped(manuscript) == {"chữ ẩn": "(số chưa duyệt)"}
    assert doubts(manuscript) == ["KHO727 Đã bỏ chữ ẩn, không hiện trên bản in: “(số chưa duyệt)”."]


def test_struck_out_text_is_kept_and_told():
    manuscript = read(docx(p(run("Đạt "), run("103%", "<w:strike/>"), run(" 104%"))))
    assert texts(manuscript) == ["Đạt 103% 104%"]
    assert doubts(manuscript) == ["KHO729 Chữ bị gạch ngang vẫn được giữ: “103%”."]


def test_a_text_box_comes_once_after_its_paragraph_and_is_told():
    manuscript = read(docx(p(run("Đoạn một."), text_box(p("Trong khung."))) + p("Đoạn hai.")))
    assert texts(manuscript) == ["Đoạn một.", "Trong khung.", "Đoạn hai."]
    assert doubts(manuscript) == [
        "KHO729 Chữ này nằm trong khung rời trên trang; đã đặt sau đoạn mà khung gắn vào."
    ]


def test_a_formula_is_written_on_one_line_and_told():
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    manuscript = read(docx(p(run("Tính theo "), formula)))
    assert texts(manuscript) == ["Tính theo a+b"]
    assert doubts(manuscript) == ["KHO729 Công thức được viết lại trên một dòng."]


def test_text_in_a_construct_nobody_knows_is_told_and_not_lost():
    manuscript = read(docx(p("Đoạn.") + "<w:khac><w:t>chữ lạ</w:t></w:khac>"))
    assert dropped(manuscript) == {"phần của Word mà bộ đọc không hiểu": "chữ lạ"}
    assert [doubt.severity.value for doubt in manuscript.doubts] == ["error"]


@pytest.mark.parametrize(
    ("name", "typed", "printed"),
    [
        (".VnTime", "§¶ng ñy khèi", "Đảng ủy khối"),
        (".VnTimeH", "B¸o c¸o quý", "BÁO CÁO QUÝ"),
        ("VNI-Times", "Ñaûng uûy khoái", "Đảng ủy khối"),
        ("Times New Roman", "Đảng ủy khối", "Đảng ủy khối"),
        (".VnTime", "Đảng ủy khối", "Đảng ủy khối"),
        (".VnTime", "\uf0a7\uf0b6ng", "Đảng"),
    ],
)
def test_old_vietnamese_fonts_are_told_by_their_name(name: str, typed: str, printed: str):
    manuscript = read(docx(p(run(typed, font(name)))))
    assert texts(manuscript) == [printed]
    assert len(doubts(manuscript)) == (typed != printed)


def test_an_old_font_named_by_the_style_counts_and_a_letter_may_cross_runs():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:rPr>{font('VNI-Times')}</w:rPr></w:style>"
    )
    body = p(run("Ña"), run("ûng uûy")) + p(run("Ñaûng boä"))
    manuscript = read(docx(body, parts={"styles": styles}))
    assert texts(manuscript) == ["Đảng ủy", "Đảng bộ"]
    assert len(doubts(manuscript)) == 1


@pytest.mark.parametrize(
    ("code", "name", "sign"),
    [
        ("F0B7", "Symbol", "•"),
        ("F0FC", "Wingdings", "✓"),
        ("00D7", "Arial", "×"),
        ("F0B3", "Symbol", "≥"),
    ],
)
def test_symbols_are_what_their_font_shows(code: str, name: str, sign: str):
    body = p(run("Đạt "), f'<w:r><w:sym w:char="{code}" w:font="{name}"/></w:r>', run(" 5"))
    assert texts(read(docx(body))) == [f"Đạt {sign} 5"]


def test_a_symbol_nobody_knows_is_a_doubt():
    manuscript = read(docx(p('<w:r><w:t>A</w:t><w:sym w:char="F0F1" w:font="Webdings"/></w:r>')))
    assert texts(manuscript) == ["A\ufffd"]
    assert doubts(manuscript) == ["KHO729 Không biết ký tự F0F1 của phông Webdings in ra gì."]


class TestFields:
    def test_page_numbers_are_left_out(self):
        manuscript = read(docx(p(field("PAGE", "3")) + p("Nội dung.")))
        assert texts(manuscript) == ["Nội dung."]
        assert dropped(manuscript) == {"số trang": "3"}

    def test_a_table_of_contents_is_left_out_over_all_its_paragraphs(self):
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        body = (
            p(begin, run("I- Kết quả"), field("PAGEREF x", "2"))
            + p(run("II- Nhiệm vụ"), end)
            + p("Sau.")
        )
        manuscript = read(docx(body))
        assert texts(manuscript) == ["Sau."]
        assert list(dropped(manuscript)) == ["mục lục do Word tạo"]

    def test_a_date_that_word_fills_in_is_kept_and_told(self):
        manuscript = read(docx(p(run("Ngày "), field("DATE \\@ dd/MM/yyyy", "21/3/2022"))))
        assert texts(manuscript) == ["Ngày 21/3/2022"]
        assert doubts(manuscript) == ["KHO729 “21/3/2022” do Word tự điền, đổi theo ngày mở tệp."]

    def test_a_field_that_never_ends_swallows_nothing_in_silence(self):
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        manuscript = read(docx(p(begin, run("chữ")) + p("nữa")))
        assert dropped(manuscript) == {"mã trường của Word, không in ra": "chữ | nữa"}


def test_heads_of_pages_and_comments_are_left_out_and_told():
    comment = (
        '<w:comment w:id="0" w:author="Lê Văn Thử"><w:p>'
        + run("Xem lại số này")
        + "</w:p></w:comment>"
    )
    manuscript = read(
        docx(
            p(run("Đạt 104%."), '<w:r><w:commentReference w:id="0"/></w:r>'),
            parts={"comments": comment},
            page_head=p(field("PAGE", "2")) + p("Số 15-BC/ĐUK"),
        )
    )
    assert texts(manuscript) == ["Đạt 104%."]
    assert dropped(manuscript) == {
        "lời bình bên lề": "Xem lại số này",
        "đầu trang, chân trang": "2 | Số 15-BC/ĐUK",
    }
    assert doubts(manuscript) == [
        "KHO727 Đã bỏ chữ ở đầu trang hoặc chân trang: “Số 15-BC/ĐUK”.",
        "KHO727 Đã bỏ lời bình của Lê Văn Thử bên lề: “Xem lại số này”.",
    ]


def test_paragraph_levels_are_empty_for_running_text():
    assert levels(read(docx(p("Đoạn.")))) == [(None, None, "Đoạn.")]
