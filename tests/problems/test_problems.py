"""A problem as a person, a program and a code host read it."""

from __future__ import annotations

import json

import pytest

from build_tools.problem_text import as_text, github_report, json_report, summary, text_report
from build_tools.problems import WINDOW, Place, Problems, Severity, excerpt

PATH = "content/2023/q3/170-bc-duk.md"


def caret_column(shown: str) -> int:
    """The screen column of the caret, counted from the end of the gutter."""
    return shown.splitlines()[1].index("^") - shown.splitlines()[1].index("|") - 2


@pytest.mark.parametrize(
    ("source", "column", "length", "caret", "marker"),
    [
        pytest.param("quarter: 2023-Q5", 10, 7, 9, "^~~~~~~", id="under the whole value"),
        pytest.param("quarter: 2023-Q5", 1, 1, 0, "^", id="at the start of the line"),
        pytest.param("\tdate: x", 2, 4, 4, "^~~~", id="after a tab, which fills four columns"),
        pytest.param("a\tdate: x", 3, 4, 4, "^~~~", id="a tab stops at the next fourth column"),
        pytest.param("tie\u0302\u0301ng: x", 8, 1, 5, "^", id="marks of their own take no width"),
        pytest.param("đảng: x", 7, 1, 6, "^", id="composed letters take one column each"),
        pytest.param("abc", 2, 99, 1, "^~", id="the run stops at the end of the line"),
        pytest.param("abc", 4, 1, 3, "^", id="one past the end, where something is missing"),
    ],
)
def test_the_caret_stands_under_the_fault(source, column, length, caret, marker):
    shown = excerpt(Place(PATH, 7, column, source, length))
    assert shown is not None
    assert caret_column(shown) == caret
    assert shown.splitlines()[1].strip(" |") == marker


def test_the_gutter_shows_the_line_number_and_widens_with_it():
    assert excerpt(Place(PATH, 1234, 1, "x")) == "1234 | x\n     | ^"


def test_without_a_column_the_line_is_shown_alone():
    assert excerpt(Place(PATH, 3, None, "title: x")) == "3 | title: x"


@pytest.mark.parametrize("place", [Place(PATH), Place(PATH, 3), Place(PATH, 3, 4)])
def test_without_the_source_line_nothing_is_drawn(place):
    assert excerpt(place) is None


@pytest.mark.parametrize("column", [1, 44, 45, 46, 500, 950, 1000])
def test_a_paragraph_of_one_long_line_is_cut_to_a_window_with_the_fault_in_it(column):
    source = "".join(chr(ord("a") + index % 26) for index in range(1000))
    shown = excerpt(Place(PATH, 7, column, source, 3))
    assert shown is not None
    line, pointer = shown.splitlines()
    assert line[pointer.index("^")] == source[column - 1]
    assert len(line) <= len("7 | ") + WINDOW + 2


@pytest.fixture
def found() -> Problems:
    problems = Problems()
    problems.warning("KHO210", Place("b.md", 4, 2), "hai", "sửa hai")
    problems.error("KHO202", Place("a.md", 9, 1, "x[^2]", 4), "một", "sửa một")
    problems.error("KHO111", Place("a.md", 9), "ba", "sửa ba")
    problems.error("KHO606", Place("a.md"), "bốn", "sửa bốn")
    problems.error("KHO101", Place("a.md", 9, 1), "năm", "sửa năm")
    problems.error("KHO106", Place("a.md", 10), "sáu", "sửa sáu")
    return problems


def test_problems_come_by_file_then_line_then_column_then_code(found):
    assert [problem.message for problem in found] == ["bốn", "ba", "năm", "một", "sáu", "hai"]


def test_errors_and_warnings_are_counted_apart(found):
    assert (found.errors, found.warnings, len(found), found.has_errors) == (5, 1, 6, True)


def test_warnings_alone_do_not_stop_the_build():
    problems = Problems()
    problems.warning("KHO210", Place("b.md"), "x", "y")
    assert not problems.has_errors


def test_a_text_report_ends_with_the_count(found):
    assert text_report(found).splitlines()[-1] == "5 lỗi, 1 cảnh báo."


def test_a_clean_run_says_so():
    assert text_report(Problems()) == summary(Problems()) == "Không có lỗi."


def test_one_problem_reads_place_message_line_caret_and_cure(found):
    problem = next(p for p in found if p.code == "KHO202")
    assert as_text(problem) == (
        "a.md:9:1: lỗi KHO202: một\n    9 | x[^2]\n      | ^~~~\n    Cách sửa: sửa một"
    )


def test_json_has_exactly_the_promised_keys_in_the_promised_order(found):
    rows = json.loads(json_report(found))
    keys = ["code", "severity", "path", "line", "column", "message", "hint"]
    assert [list(row) for row in rows] == [keys] * 6


def test_json_says_null_where_no_line_or_column_is_known(found):
    row = json.loads(json_report(found))[0]
    assert (row["path"], row["line"], row["column"]) == ("a.md", None, None)
    assert {row["severity"] for row in json.loads(json_report(found))} == set(Severity)


def test_json_keeps_vietnamese_readable(found):
    assert "sửa một" in json_report(found)


def test_json_of_a_clean_run_is_an_empty_list():
    assert json.loads(json_report(Problems())) == []


def test_an_annotation_names_file_line_column_and_code(found):
    assert github_report(found).splitlines()[2] == (
        "::error file=a.md,line=9,col=1,title=KHO101::năm sửa năm"
    )


def test_an_annotation_leaves_out_what_is_not_known(found):
    assert github_report(found).splitlines()[0] == "::error file=a.md,title=KHO606::bốn sửa bốn"


def test_an_annotation_escapes_what_would_end_it_early():
    problems = Problems()
    problems.warning("KHO210", Place("a,b:c%.md", 1), "50%\r\n::error::x", "y, z: w")
    assert github_report(problems) == (
        "::warning file=a%2Cb%3Ac%25.md,line=1,title=KHO210::50%25%0D%0A::error::x y, z: w"
    )


@pytest.fixture
def contradiction() -> Problems:
    problems = Problems()
    place, other = Place("a.md", 9, 1, "ngày 15/5", 4), Place("registry/d.yml", 3, 7, "date: x")
    problems.warning("KHO305", place, "hai ngày", "đối chiếu", beside=other)
    return problems


def test_a_contradiction_shows_both_places_to_people(contradiction):
    (problem,) = contradiction
    assert as_text(problem) == (
        "a.md:9:1: cảnh báo KHO305: hai ngày\n    9 | ngày 15/5\n      | ^~~~\n"
        "    Chỗ kia: registry/d.yml:3:7\n    3 | date: x\n      |       ^\n"
        "    Cách sửa: đối chiếu"
    )


def test_programs_find_the_other_place_behind_the_promised_keys(contradiction):
    (row,) = json.loads(json_report(contradiction))
    assert list(row)[-1] == "beside"
    assert row["beside"] == {"path": "registry/d.yml", "line": 3, "column": 7}


def test_an_annotation_names_the_other_place_in_its_words(contradiction):
    assert github_report(contradiction) == (
        "::warning file=a.md,line=9,col=1,title=KHO305::"
        "hai ngày Chỗ kia: registry/d.yml:3:7. đối chiếu"
    )
