"""YAML as an editor means it: text stays text, and nothing expands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from build_tools.problems import Problems
from build_tools.strict_yaml import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    Items,
    Mapping,
    Node,
    Text,
    read_yaml,
)


def plain(node: Node | None) -> object:
    """A node as nested Python values, every scalar a string."""
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node.value if node is not None else None


def read(text: str) -> tuple[Node | None, Problems]:
    problems = Problems()
    return read_yaml(text, "a.yml", problems), problems


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 012", {"a": "012"}),
        ("a: no", {"a": "no"}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 2023-02-30", {"a": "2023-02-30"}),
        ("a: null", {"a": "null"}),
        ("a:", {"a": ""}),
        ("a: 'null'", {"a": "null"}),
        ("12: x", {"12": "x"}),
        ("a: [1, 'two', {b: c}]", {"a": ["1", "two", {"b": "c"}]}),
        ("a: # ghi chú\n  - b # ghi chú\n", {"a": ["b"]}),
        ('a: "Tình hình: quý III"', {"a": "Tình hình: quý III"}),
        ("a: |\n  một\n  hai\n", {"a": "một\nhai\n"}),
        ("- a\n- b", ["a", "b"]),
        ("chữ", "chữ"),
        ("# chỉ có ghi chú", None),
        ("", None),
        ("\ufeffa: b", {"a": "b"}),
    ],
)
def test_values_stay_the_characters_of_the_file(text, value):
    node, problems = read(text)
    assert plain(node) == value
    assert len(problems) == 0


@pytest.mark.parametrize(
    ("text", "is_null"),
    [
        ("null", True),
        ("~", True),
        ("Null", True),
        ("'null'", False),
        ('""', False),
        ("không", False),
    ],
)
def test_null_is_a_word_without_quotes(text, is_null):
    node, _ = read(text)
    assert isinstance(node, Text)
    assert node.is_null is is_null


@pytest.mark.parametrize(
    "value",
    ["no", "Yes", "OFF", "n", "012", "0x1F", "1e3", "12:30", "1_000", ".5e1", ".inf", "-017"],
)
def test_words_that_yaml_would_change_are_known_as_traps(value):
    node, _ = read(value)
    assert isinstance(node, Text)
    assert node.is_trap
    quoted, _ = read(f'"{value}"')
    assert isinstance(quoted, Text)
    assert not quoted.is_trap


@pytest.mark.parametrize(
    "value", ["12", "12-BC/ĐUK", "2023-10-02", "3.14", "0", "nó", "on top", "12 giờ 30"]
)
def test_other_words_are_no_traps(value):
    node, _ = read(value)
    assert isinstance(node, Text)
    assert not node.is_trap


def test_a_bomb_of_aliases_is_refused_before_it_expands():
    letters = "abcdefghijklmnop"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise(letters)]
    node, problems = read("\n".join(lines))
    assert node is None
    assert {problem.code for problem in problems} == {"KHO103"}
    assert len(problems) == len(letters) + 9 * (len(letters) - 1)


def test_an_alias_that_contains_itself_is_refused():
    node, problems = read("a: &a [*a]")
    assert node is None
    assert [problem.code for problem in problems] == ["KHO103", "KHO103"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 5_000, 100_000])
def test_deep_nesting_is_refused_at_the_first_level_too_many(opening, closing, depth):
    node, problems = read(opening * depth + "x" + closing * depth)
    assert node is None
    assert [problem.code for problem in problems] == ["KHO103"]


def test_nesting_up_to_the_limit_is_read():
    node, problems = read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert node is not None
    assert len(problems) == 0


def test_a_huge_text_is_refused_without_being_parsed():
    node, problems = read("a: " + "x" * MAX_CHARACTERS)
    assert node is None
    assert [problem.code for problem in problems] == ["KHO107"]


def test_a_large_text_below_the_limit_is_read():
    node, _ = read("a: " + "x" * (MAX_CHARACTERS - 3))
    assert plain(node) == {"a": "x" * (MAX_CHARACTERS - 3)}


def test_lines_are_counted_from_where_the_yaml_begins_in_the_file():
    problems = Problems()
    node = read_yaml("a: b\nc: [x", "a.md", problems, first_line=2)
    assert node is None
    (problem,) = problems
    assert (problem.place.line, problem.place.column, problem.place.source) == (3, 4, "c: [x")


def test_a_fault_at_the_end_of_the_file_is_shown_on_the_last_line_that_has_words():
    node, problems = read("a: b\nc: [\n")
    assert node is None
    (problem,) = problems
    assert (problem.place.line, problem.place.column, problem.place.source) == (2, 5, "c: [")


def test_columns_count_letters_not_bytes():
    node, problems = read("tên: Đảng ủy Khối\x07")
    assert node is None
    (problem,) = problems
    assert (problem.place.line, problem.place.column) == (1, 18)


def test_every_place_covers_exactly_the_words_it_is_about():
    node, _ = read("đầu: 'Đảng ủy'\nsau: [một, hai]\nhộp:\n  trong: x\n")
    assert isinstance(node, Mapping)
    shown = {}
    for key, value in node.entries:
        place = value.place
        assert place.source is not None
        assert place.column is not None
        shown[key.value] = place.source[place.column - 1 : place.column - 1 + place.length]
    assert shown == {"đầu": "'Đảng ủy'", "sau": "[một, hai]", "hộp": "trong: x"}


def test_equal_keys_keep_the_first_and_report_the_second():
    node, problems = read("a: 1\nb: 2\na: 3\n")
    assert plain(node) == {"a": "1", "b": "2"}
    assert [(problem.code, problem.place.line) for problem in problems] == [("KHO105", 3)]


def test_equal_keys_are_found_though_spelled_with_other_quotes():
    _, problems = read("a: 1\n'a': 3\n")
    assert [problem.code for problem in problems] == ["KHO105"]
