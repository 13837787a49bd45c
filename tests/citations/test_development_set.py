"""The development set, written before the forms were: what must never get worse."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from build_tools.citing import cite
from build_tools.vietnamese import nfc
from tests.citations.measuring import development, measure

ROWS = development()
FORMS = ("full", "list", "named", "short-def", "short-undef")
FLOOR = 0.99


@pytest.fixture(scope="module")
def scores():
    return measure((row["id"], row["text"], row["mentions"]) for row in ROWS)


def test_the_set_is_large_and_holds_every_form():
    forms = Counter(one["form"] for row in ROWS for one in row["mentions"])
    assert sum(forms.values()) >= 300
    assert len([row for row in ROWS if row["mentions"]]) >= 150
    assert len([row for row in ROWS if not row["mentions"]]) >= 100
    assert set(forms) == set(FORMS)


def test_the_set_agrees_with_itself():
    for row in ROWS:
        text, end = nfc(row["text"]), 0
        for one in row["mentions"]:
            assert one["start"] >= end
            assert text[one["start"] : one["end"]] == one["surface"]
            end = one["end"]


@pytest.mark.parametrize("form", ["all", *FORMS])
def test_spans_and_ids_stay_at_the_floor(scores, form):
    assert scores[form].exact[2] >= FLOOR, scores[form].faults
    assert scores[form].canonical[2] >= FLOOR, scores[form].faults


@pytest.mark.parametrize("row", [row for row in ROWS if not row["mentions"]], ids=lambda r: r["id"])
def test_nothing_is_cited_where_words_only_look_alike(row):
    assert [found["surface"] for found in cite(row["text"])] == []


@pytest.mark.parametrize("field", ["type", "number", "symbol", "year", "date", "term"])
def test_facts_are_read_as_they_were_marked(field):
    wrong = []
    for row in ROWS:
        found = {(one["start"], one["end"]): one for one in cite(row["text"])}
        for one in row["mentions"]:
            told = found.get((one["start"], one["end"]))
            if told is not None and told[field] != one[field]:
                wrong.append((row["id"], one["surface"], told[field], one[field]))
    assert len(wrong) <= len(ROWS) * (1 - FLOOR), wrong


def test_both_ways_of_writing_marks_give_the_same_citations():
    for row in ROWS:
        composed, decomposed = (unicodedata.normalize(way, row["text"]) for way in ("NFC", "NFD"))
        assert list(cite(composed)) == list(cite(decomposed))
