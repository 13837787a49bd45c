"""Whatever stands in a file, reading ends, and every fault has its place in that file."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_tools.files import MAX_BYTES
from build_tools.front_matter import read_metadata, split
from build_tools.problem_text import github_report, json_report, text_report
from build_tools.problems import Place, Problem, Problems, Severity, excerpt
from build_tools.strict_yaml import read_yaml
from tests.markdown.bodies import HEAD, read_body, read_bytes
from tests.property.words_of_reports import texts

MODEST = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
YAML_PIECES = st.sampled_from(
    ["title", ": ", "\n", "- ", "  ", "[", "]", "{", "}", "&a", "*a", "!!x", '"', "'", "|", ">", "#", "---",
     "...", "%", "@", "`", "null", "012", "no", "2023-Q3", "đ", "\t", "\x85", "\u2028", "\x07", ",", "? ", "<<"]
)  # fmt: skip


def lines_of(raw: bytes) -> list[str]:
    """The lines of a file as an editor sees them, as far as they can be decoded."""
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return re.split(r"\r\n|\r|\n", unicodedata.normalize("NFC", text))


def assert_within(problems: Problems, lines: list[str]) -> None:
    for problem in problems:
        place = problem.place
        if place.line is not None:
            assert 1 <= place.line <= len(lines)
            if place.source is not None and problem.code != "KHO602":
                assert place.source == lines[place.line - 1]
            if place.column is not None:
                width = max(len(place.source or ""), len(lines[place.line - 1]))
                assert 1 <= place.column <= width + 1
    assert text_report(problems)
    assert json_report(problems)
    assert github_report(problems) or not len(problems)


@MODEST
@given(texts)
@example("[^1]: [^1]")
@example("[^1]: a[^2]\n\n[^2]: b[^1]")
@example("- # x\n\n[^1]:\n    - # y[^1]")
@example("|a|\n|-|\n|Tuy nhiên[^1]|\n\n[^1]: |a|")
@example("> Tuy nhiên\n\n<x\n\n[x]: y\n[^x]")
def test_a_body_of_any_text_is_read_to_the_end(body):
    report, problems = read_body(body)
    assert (report is None) is problems.has_errors
    assert_within(problems, lines_of((HEAD + body).encode()))


@MODEST
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=60).map(HEAD.encode().__add__)))
@example(b"\xef\xbb\xbf---\n---\n")
@example(HEAD.encode() + b"\xff\xfe")
@example(HEAD.encode("utf-16"))
def test_a_file_of_any_bytes_is_read_to_the_end(raw):
    report, problems = read_bytes(raw)
    assert (report is None) is problems.has_errors
    assert_within(problems, lines_of(raw))
    assert len(raw) < MAX_BYTES


@MODEST
@given(texts)
def test_both_ways_of_writing_marks_give_the_same_report(body):
    composed = read_body(unicodedata.normalize("NFC", body))
    decomposed = read_body(unicodedata.normalize("NFD", body))
    assert composed[0] == decomposed[0]
    assert list(composed[1]) == list(decomposed[1])


@MODEST
@given(st.lists(YAML_PIECES, max_size=40).map("".join))
@example("a: &a [*a, *a]")
@example("? ? ? a")
@example("'")
@example("\ud800")
def test_yaml_of_any_shape_is_read_or_refused_with_a_place(text):
    problems = Problems()
    node = read_yaml(text, "a.yml", problems)
    assert (
        node is None
        or not problems.has_errors
        or {p.code for p in problems} <= {"KHO104", "KHO105"}
    )
    assert_within(problems, text.split("\n"))


@MODEST
@given(st.lists(YAML_PIECES, max_size=40).map("".join))
def test_a_head_of_any_shape_is_typed_or_refused_with_a_place(head):
    text = f"---\n{head}\n---\n"
    problems = Problems()
    parts = split(text, "a.md", problems)
    assert parts is not None
    metadata = read_metadata(parts, "a.md", problems)
    assert (metadata is None) is problems.has_errors
    assert_within(problems, text.split("\n"))


@MODEST
@given(st.text(max_size=250), st.integers(1, 260), st.integers(1, 300))
def test_a_caret_can_be_drawn_under_any_place(source, column, length):
    place = Place("a.md", 7, min(column, len(source) + 1), source, length)
    shown = excerpt(place)
    assert shown is not None
    assert "^" in shown.split("\n")[-1]
    problem = Problem("KHO101", Severity.ERROR, place, source, source)
    problems = Problems([problem])
    assert len(github_report(problems).split("\n")) == 1
