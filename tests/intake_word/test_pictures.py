"""Pictures are kept, named and described by a person."""

from __future__ import annotations

from intake_word.reading import doubts, read, texts
from intake_word.word_file import PNG, docx, drawing, p, run

CHART = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData "
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>'
)


def with_picture(
    content: bytes, name: str = "media/image1.png", described: str = "", times: int = 1
) -> bytes:
    body = "".join(p(run("Xem "), drawing("rId9", described)) for _ in range(times))
    return docx(body, relationships=[("rId9", "image", name)], media={name: content})


def test_a_picture_stands_where_it_stood_and_asks_for_a_description():
    manuscript = read(with_picture(PNG, described="Biểu đồ thu ngân sách"))
    assert texts(manuscript) == ["Xem [hình]"]
    assert [(one.number, one.ending, one.content) for one in manuscript.pictures] == [
        (1, "png", PNG)
    ]
    (doubt,) = manuscript.doubts
    assert doubt.message == "Hình 1 cần lời mô tả cho người không nhìn thấy hình."
    assert "Biểu đồ thu ngân sách" in doubt.hint


def test_a_picture_shown_twice_is_kept_once():
    assert len(read(with_picture(PNG, times=2)).pictures) == 1


def test_a_picture_that_a_page_cannot_show_is_told():
    manuscript = read(with_picture(b"\x01\x00\x00\x00emf", "media/image1.emf"))
    assert manuscript.pictures == ()
    assert [doubt.severity.value for doubt in manuscript.doubts] == ["error"]


def test_a_picture_that_is_really_a_program_is_not_kept():
    assert read(with_picture(b"<svg onload='x'>")).pictures == ()


def test_a_chart_is_told():
    assert doubts(read(docx(p(run("Thu"), CHART)))) == ["KHO728 Biểu đồ không chuyển sang được."]
