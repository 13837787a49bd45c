"""Letters made to deceive: seen by programs alone, in another order, or in another script."""

from __future__ import annotations

import pytest

from build_tools.problems import Problems
from tests.markdown.bodies import HEAD, read_body, read_bytes


def codes(body: str) -> list[tuple[str, int | None, int | None]]:
    _, problems = read_body(f"## I- Kết quả\n\n{body}\n")
    return [
        (one.code, one.place.line, one.place.column)
        for one in problems
        if one.code in {f"KHO{number}" for number in range(613, 617)}
    ]


@pytest.mark.parametrize(
    ("body", "code", "column"),
    [
        pytest.param("Chỉ thị\x08 số 05", "KHO613", 8, id="a backspace"),
        pytest.param("\x1b[2Jxóa", "KHO613", 1, id="an escape sequence for a terminal"),
        pytest.param("một\x0chai", "KHO613", 4, id="a form feed from OCR"),
        pytest.param("một\x85hai", "KHO613", 4, id="a next line"),
        pytest.param("một\ufffehai", "KHO613", 4, id="what is no character"),
        pytest.param("chi \u202e000.1\u202c đồng", "KHO614", 5, id="an override turns 1.000 round"),
        pytest.param("a\u2067b\u2069", "KHO614", 2, id="an isolate"),
        pytest.param("số 05-CT/\u200bTW", "KHO615", 10, id="a zero-width space in a number"),
        pytest.param("Đảng\u00ad ủy", "KHO615", 5, id="a soft hyphen"),
        pytest.param("mật\U000e0041", "KHO615", 4, id="a tag, which hides whole sentences"),
        pytest.param("số 05-CТ/TW", "KHO616", 7, id="a Russian letter in a number"),
        pytest.param("Κhối", "KHO616", 1, id="a Greek capital at the start of a word"),
    ],
)
def test_each_is_reported_where_it_first_stands(body, code, column):
    assert codes(body)[0] == (code, 10, column)


@pytest.mark.parametrize(
    "body",
    ["5µm, 10Ω, µg", "hệ số α và β", "xã Пушкин", "“Đảng viên” – 100%…", "a\tb", "😀"],
)
def test_sound_letters_are_left_alone(body):
    assert codes(body) == []


def test_a_flood_is_reported_once_with_its_count():
    _, problems = read_body("## I- Kết quả\n\n" + "a\u200b" * 5000 + "\n")
    (one,) = [one for one in problems if one.code == "KHO615"]
    assert "(có 5000 chỗ)" in one.message


def test_the_head_is_looked_at_too_and_each_fault_once():
    head = HEAD.replace("quý III", "quý\u202e III\x08")
    _, problems = read_bytes((head + "## I- Kết quả\n\nMột.\n").encode())
    assert sorted(one.code for one in problems) == ["KHO102", "KHO614"]


def test_errors_are_errors_and_warnings_do_not_stop():
    assert read_body("## I- Kết quả\n\nMột\x08.\n")[0] is None
    report, problems = read_body("## I- Kết quả\n\nMột\u202e.\n")
    assert report is not None
    assert isinstance(problems, Problems)
