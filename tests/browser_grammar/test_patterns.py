"""Patterns of Python written for JavaScript, and those that are refused."""

from __future__ import annotations

import re

import pytest

from build_tools.browser_grammar.letters import any_case
from build_tools.browser_grammar.refusals import UntranslatableError
from build_tools.browser_grammar.regexes import translated


@pytest.mark.parametrize(
    ("pattern", "flags", "source"),
    [
        ("(?P<year>20[0-9]{2})", 0, "(?<year>20[0-9]{2})"),
        (r"a\Z", 0, "a(?![^])"),
        (r"\Aa", 0, "(?<![^])a"),
        ("^a$", 0, r"(?<![^])a(?=\n?(?![^]))"),
        ("^a$", re.MULTILINE, r"(?<![^\n])a(?![^\n])"),
        (".", 0, r"[^\n]"),
        (".", re.DOTALL, "[^]"),
        ("(?i:cua) (?i:(?-i:A)b)", 0, "(?:[Cc][Uu][Aa]) (?:(?:A)[Bb])"),
        (r"[^\W\d_]", re.ASCII, r"(?![0-9_])[\w]"),
        (r"[\Wa]", re.ASCII, r"(?:[a]|[^\w])"),
        (r"\bso\b", re.ASCII, r"\bso\b"),
        ("a{,3}", 0, "a{0,3}"),
        ("a{b", 0, r"a\{b"),
        ("a++b", 0, r"(?:(?=(?<a$1>a+))\k<a$1>)b"),
        ("(?>ab|a)c", 0, r"(?:(?=(?<a$1>ab|a))\k<a$1>)c"),
        ("x(?#note)y", 0, "xy"),
        ("[]/-]", 0, r"[\]\/\-]"),
    ],
)
def test_a_pattern_and_its_equal(pattern, flags, source):
    assert translated(pattern, flags).source == source


def test_groups_keep_pythons_numbers_when_atomic_matching_adds_one():
    made = translated("(?P<one>a)b++(?P<two>c)")
    assert (made.places, made.names) == ((1, 3), {"one": 1, "two": 2})


@pytest.mark.parametrize(
    ("pattern", "flags", "said"),
    [
        ("(a)*", 0, "a group inside a repetition"),
        (r"(a)\1", 0, r"“\1”"),
        ("(?P<q>a)(?P=q)", 0, "“(?P="),
        ("(a)?(?(1)b|c)", 0, "“(?(1)”"),
        ("a b", re.VERBOSE, "flags of the pattern"),
        ("😀", 0, "U+1F600"),
        ("(?>(a)b)", 0, "a group inside atomic matching"),
    ],
)
def test_what_has_no_equal_is_refused_with_its_place_in_the_pattern(pattern, flags, said):
    with pytest.raises(UntranslatableError, match=re.escape(said)) as refusal:
        translated(pattern, flags)
    assert repr(pattern) in str(refusal.value)


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyzđêơưàạừ")
def test_ignoring_case_means_the_same_letters_as_in_python(letter):
    every = "".join(map(chr, range(0xD800)))
    assert any_case(letter) == "".join(re.findall(letter, every, re.IGNORECASE))
