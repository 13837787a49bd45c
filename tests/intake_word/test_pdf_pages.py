"""Words at their places on a page, read as lines."""

from __future__ import annotations

from build_tools.intake.word.pdf_pages import pages_as_text


def words(*placed: tuple[float, float, str, float]) -> bytes:
    """A page of words: left, bottom, text, height; a letter is five points wide."""
    inside = "".join(
        f'<word xMin="{left}" xMax="{left + 5 * len(text)}" yMin="{bottom - height}" yMax="{bottom}">{text}</word>'
        for left, bottom, text, height in placed
    )
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body><doc><page>{inside}</page></doc></body></html>'.encode()


def line(text: str, bottom: float, left: float = 50.0) -> list[tuple[float, float, str, float]]:
    placed = []
    for word in text.split():
        placed.append((left, bottom, word, 12.0))
        left += 5 * len(word) + 3
    return placed


def test_words_at_one_height_are_a_line_and_a_page_ends_with_a_form_feed():
    assert (
        pages_as_text(words(*line("Kết nạp 12", 100), *line("đảng viên.", 114)))
        == "Kết nạp 12\nđảng viên.\n\f"
    )


def test_small_digits_are_raised_and_glued():
    small = (105.0, 94.0, "3", 7.0)
    assert (
        pages_as_text(words(*line("đảng viên.", 100), small, *line("Kết nạp", 114)))
        == "đảng viên.³\nKết nạp\n\f"
    )


def test_columns_stay_apart():
    page = words(*line("ĐẢNG BỘ", 100), *line("ĐẢNG CỘNG SẢN", 100, 300.0), *line("Số 15", 114))
    assert str(pages_as_text(page)).splitlines()[0].split("   ")[0] == "ĐẢNG BỘ"


def test_a_wide_gap_between_lines_is_a_blank_line():
    assert pages_as_text(words(*line("Một", 100), *line("Hai", 130))) == "Một\n\nHai\n\f"


def test_a_number_set_apart_by_a_tab_is_no_column():
    page = words((50, 100, "1.", 12), (80, 100, "Chính", 12), (108, 100, "trị", 12))
    assert pages_as_text(page) == "1. Chính trị\n\f"


def test_pieces_of_a_word_from_two_fonts_are_one_word():
    page = words((50, 100, "K", 12), (55, 100, "Ế", 12), (60, 100, "T", 12), (68, 100, "QUẢ", 12))
    assert pages_as_text(page) == "KẾT QUẢ\n\f"


def test_what_is_not_whole_xml_is_left_to_the_plain_text():
    assert pages_as_text(b"<html>\x01") is None
