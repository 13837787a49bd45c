"""Two more marked sets: one by a second person, one of wider forms; what must never get worse.

``second.jsonl`` was written by a person who did not know the code; ``wider.jsonl`` holds
examples and look-alikes of the forms that the second set showed to be missing, marked before
the code could read them.
"""

from __future__ import annotations

import pytest

from build_tools.citing import cite
from build_tools.vietnamese import nfc
from tests.citations.measuring import found_in, marked_texts, measure

SETS = {name: marked_texts(name) for name in ("second", "wider")}
FLOOR = 0.99
#: facts of citations found with the right span, as they were marked
FACTS = {"second": ("form", "type", "number", "symbol", "year", "issuer", "date", "term", "title"),
         "wider": ("form", "type", "number", "symbol", "year", "term")}  # fmt: skip
CLASSES = [
    (name, kind)
    for name, rows in SETS.items()
    for kind in sorted({row["kind"] for row in rows if row["mentions"]})
]


def of_kind(name, kind):
    return [(row["id"], row["text"], row["mentions"]) for row in SETS[name] if row["kind"] == kind]


@pytest.mark.parametrize("name", SETS)
def test_a_set_agrees_with_itself(name):
    for row in SETS[name]:
        text, end = nfc(row["text"]), 0
        for one in row["mentions"]:
            assert one["start"] >= end
            assert text[one["start"] : one["end"]] == one["surface"]
            end = one["end"]


def test_there_are_as_many_look_alikes_as_wider_forms():
    silent = [row for row in SETS["wider"] if not row["mentions"]]
    assert len(silent) >= 80
    assert len(SETS["wider"]) - len(silent) >= 80


@pytest.mark.parametrize(("name", "kind"), CLASSES)
def test_every_class_stays_at_its_floor(name, kind):
    score = measure(of_kind(name, kind))["all"]
    assert score.exact[2] >= FLOOR, score.faults
    assert score.canonical[2] >= FLOOR, score.faults


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_cited_where_words_only_look_alike(name):
    wrong = [
        (row["id"], found["surface"])
        for row in SETS[name]
        if not row["mentions"]
        for found in cite(row["text"])
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "field"), [(name, field) for name, fields in FACTS.items() for field in fields]
)
def test_facts_are_read_as_they_were_marked(name, field):
    wrong, read = [], 0
    for row in SETS[name]:
        found = found_in(row["text"], row["mentions"])
        for one in row["mentions"]:
            told = found.get((one["start"], one["end"]))
            if told is None or one["optional"] or field in one.get("unscored", ()):
                continue
            read += 1
            if told[field] != one[field]:
                wrong.append((row["id"], one["surface"], told[field], one[field]))
    assert len(wrong) <= read * (1 - FLOOR), wrong
