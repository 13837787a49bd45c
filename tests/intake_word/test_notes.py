"""Footnotes and endnotes."""

from __future__ import annotations

from intake_word.reading import doubts, dropped, notes, read, texts
from intake_word.word_file import docx, mark, note, p, run

RAISED = '<w:vertAlign w:val="superscript"/>'
SEPARATOR = (
    '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)


def test_footnotes_keep_their_number_their_place_and_their_text():
    body = p(run("Thực hiện"), mark(7), run(" đạt"), mark(3), run("."))
    found = SEPARATOR + note(3, "Số liệu năm 2022.") + note(7, "Kế hoạch số 12.", "Đoạn sau.")
    manuscript = read(docx(body, parts={"footnotes": found}))
    assert texts(manuscript) == ["Thực hiện[^1] đạt[^2]."]
    assert notes(manuscript) == {"1": ["Kế hoạch số 12.", "Đoạn sau."], "2": ["Số liệu năm 2022."]}


def test_the_numbers_that_word_prints_are_in_the_source():
    manuscript = read(docx(p(run("Đạt"), mark(1)), parts={"footnotes": note(1, "Số liệu.")}))
    assert manuscript.source.text == "Đạt1\n1 Số liệu.\n"


def test_endnotes_alone_are_numbered_from_one_although_word_prints_roman():
    body = p(run("Đạt"), mark(1, "endnote"))
    manuscript = read(docx(body, parts={"endnotes": note(1, "Số liệu.", kind="endnote")}))
    assert notes(manuscript) == {"1": ["Số liệu."]}
    assert doubts(manuscript) == [
        "KHO729 Chú thích in là “i” được ghi số 1: một báo cáo chỉ có một dãy số chú thích."
    ]


def test_endnotes_go_on_after_footnotes():
    body = p(run("A"), mark(1, "endnote"), run(" B"), mark(1))
    found = {"footnotes": note(1, "Cuối trang."), "endnotes": note(1, "Cuối bài.", kind="endnote")}
    manuscript = read(docx(body, parts=found))
    assert texts(manuscript) == ["A[^2] B[^1]"]
    assert notes(manuscript) == {"1": ["Cuối trang."], "2": ["Cuối bài."]}


def test_a_star_typed_as_mark_stays_a_star_and_is_not_read_twice():
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    found = (
        '<w:footnote w:id="1"><w:p>'
        + run("* Số ước tính.")
        + "</w:p></w:footnote>"
        + note(2, "Hai.")
    )
    manuscript = read(docx(p(run("Đạt"), star, run(" và"), mark(2)), parts={"footnotes": found}))
    assert texts(manuscript) == ["Đạt[^*] và[^1]"]
    assert notes(manuscript) == {"*": ["Số ước tính."], "1": ["Hai."]}


def test_a_star_on_every_page_is_a_star_once_and_then_a_number():
    def star(number: int) -> str:
        return (
            f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>*</w:t></w:r>'
        )

    found = "".join(
        f'<w:footnote w:id="{at}"><w:p>' + run(f"* Lời {at}.") + "</w:p></w:footnote>"
        for at in (1, 2)
    )
    manuscript = read(docx(p(run("A"), star(1), run(" B"), star(2)), parts={"footnotes": found}))
    assert texts(manuscript) == ["A[^*] B[^1]"]
    assert notes(manuscript) == {"*": ["Lời 1."], "1": ["Lời 2."]}
    assert len(doubts(manuscript)) == 1


def test_numbers_begin_where_the_document_says():
    settings = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'
    found = {"footnotes": note(1, "Năm.") + note(2, "Sáu."), "settings": settings}
    manuscript = read(docx(p(run("A"), mark(1), run(" B"), mark(2)), parts=found))
    assert list(notes(manuscript)) == ["5", "6"]


def test_a_note_without_a_mark_is_left_out_and_told():
    found = note(1, "Có dấu.") + note(2, "Không dấu.")
    manuscript = read(docx(p(run("A"), mark(1)), parts={"footnotes": found}))
    assert notes(manuscript) == {"1": ["Có dấu."]}
    assert "Không dấu." in dropped(manuscript)["chú thích không có dấu, Word không in"]


def test_notes_may_stand_in_tables_and_headings_and_hold_emphasis():
    found = (
        '<w:footnote w:id="1"><w:p>'
        + run("Theo ")
        + run("Báo Ví Dụ", "<w:i/>")
        + "</w:p></w:footnote>"
    )
    body = f"<w:tbl><w:tr><w:tc>{p(run('Thu'), mark(1))}</w:tc><w:tc>{p('5')}</w:tc></w:tr>" * 1
    body += f"<w:tr><w:tc>{p('Chi')}</w:tc><w:tc>{p('6')}</w:tc></w:tr></w:tbl>"
    manuscript = read(docx(body, parts={"footnotes": found}))
    assert texts(manuscript)[0].startswith("Thu[^1]")
    assert notes(manuscript) == {"1": ["Theo *Báo Ví Dụ*"]}


def test_notes_typed_by_hand_are_found_like_those_of_a_scan():
    body = (
        p(
            run("Mở lớp bồi dưỡng"),
            run("1", RAISED),
            run(" cho đảng viên"),
            run("2", RAISED),
            run("."),
        )
        + p("Kết nạp 12 đảng viên.")
        + p(run("1", RAISED), run(" Lớp mở ngày 12/5/2022."))
        + p(run("2", RAISED), run(" Gồm 45 người."))
    )
    manuscript = read(docx(body))
    assert texts(manuscript)[0] == "Mở lớp bồi dưỡng[^1] cho đảng viên[^2]."
    assert notes(manuscript) == {"1": ["Lớp mở ngày 12/5/2022."], "2": ["Gồm 45 người."]}
