"""What an editor saved, whatever program saved it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from build_tools.files import MAX_BYTES, read_text
from build_tools.problem_text import as_text
from build_tools.problems import Problem, Problems

WORDS = "---\ntitle: Đảng ủy Khối\n---\n\nCấp ủy cơ sở lãnh đạo.\n"


@pytest.fixture
def read(tmp_path: Path):
    """Read bytes as a file; gives the text and what was found."""

    def read_bytes(raw: bytes) -> tuple[str | None, list[Problem]]:
        path = tmp_path / "a.md"
        path.write_bytes(raw)
        problems = Problems()
        return read_text(path, "content/a.md", problems), list(problems)

    return read_bytes


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(WORDS.encode(), id="as it should be"),
        pytest.param(b"\xef\xbb\xbf" + WORDS.encode(), id="with a byte order mark"),
        pytest.param(WORDS.replace("\n", "\r\n").encode(), id="with the line ends of Windows"),
        pytest.param(WORDS.replace("\n", "\r").encode(), id="with the line ends of old Macs"),
        pytest.param(unicodedata.normalize("NFD", WORDS).encode(), id="with marks as letters of their own"),
    ],
)  # fmt: skip
def test_every_way_of_saving_gives_the_same_text(read, raw):
    assert read(raw) == (WORDS, [])


def test_an_empty_file_is_an_empty_text(read):
    assert read(b"") == ("", [])


@pytest.mark.parametrize(
    ("raw", "code", "line", "column"),
    [
        pytest.param("a\nĐảng".encode("windows-1258", "replace"), "KHO602", 2, 1, id="windows-1258"),
        pytest.param("a\nĐảng uỷ\n".encode("utf-16"), "KHO602", 1, 1, id="utf-16 with its mark"),
        pytest.param("a\nb".encode("utf-16-le"), "KHO603", 1, None, id="utf-16 of plain letters"),
        pytest.param("Đả\nĐảng".encode()[:-3], "KHO602", 2, 2, id="cut off inside a letter"),
        pytest.param("đ\nđđ\xff".encode("latin-1", "replace"), "KHO602", 2, 3, id="latin-1"),
        pytest.param(b"a\nb\x00c", "KHO603", 2, None, id="a NUL"),
        pytest.param(b"\xff", "KHO602", 1, 1, id="one wrong byte"),
        pytest.param(b"a\n\xc4", "KHO602", 2, 1, id="cut off at the first letter of a line"),
        pytest.param(b"a\r\rb\xff\n", "KHO602", 3, 2, id="old Mac line ends before the fault"),
        pytest.param(b"a\x0bb\x0cc\n\xff!", "KHO602", 2, 1, id="vertical tabs are no lines"),
        pytest.param(b"\xed\xa0\x80", "KHO602", 1, 1, id="half of a surrogate pair"),
    ],
)  # fmt: skip
def test_what_is_no_utf8_is_reported_where_it_begins(read, raw, code, line, column):
    text, (problem,) = read(raw)
    assert text is None
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)
    assert as_text(problem)


def test_a_file_that_was_cut_off_is_told_from_a_wrong_encoding(read):
    _, (cut,) = read("Đảng ủ".encode()[:-1])
    _, (wrong,) = read(b"\xd0\xe4ng")
    assert "bị cắt giữa chừng" in cut.message
    assert "không phải mã UTF-8" in wrong.message
    assert "Notepad" in wrong.hint


def test_a_missing_file_is_a_problem_with_its_name(tmp_path):
    problems = Problems()
    assert read_text(tmp_path / "none.md", "content/none.md", problems) is None
    (problem,) = problems
    assert (problem.code, problem.place.path) == ("KHO601", "content/none.md")


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path):
    problems = Problems()
    assert read_text(tmp_path, "content", problems) is None
    assert [problem.code for problem in problems] == ["KHO601"]


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    problems = Problems()
    assert read_text(path, "content/a.md", problems) is None
    (problem,) = problems
    assert problem.code == "KHO604"
    assert "5 MB" in problem.message


def test_a_file_of_exactly_the_limit_is_read(read):
    text, found = read(b"x" * MAX_BYTES)
    assert text is not None
    assert len(text) == MAX_BYTES
    assert found == []
