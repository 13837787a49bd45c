"""An examination: texts by a third person, which nobody who changes the grammar looks at.

The floors are those that the archive promises its readers. When one breaks, find the class
of writing in the other sets and mend it there; reading the faults here would spend the set.
"""

from __future__ import annotations

from collections import Counter

import pytest

from build_tools.citing import cite
from tests.citations.measuring import marked_texts, measure

ROWS = marked_texts("unseen")
FORMS = ("full", "list", "named", "short-def", "short-undef")


@pytest.fixture(scope="module")
def scores():
    return measure((row["id"], row["text"], row["mentions"]) for row in ROWS)


def test_it_is_large_enough_to_tell():
    forms = Counter(one["form"] for row in ROWS for one in row["mentions"])
    assert sum(forms.values()) >= 500
    assert min(forms[form] for form in FORMS) >= 25
    assert sum(not row["mentions"] for row in ROWS) >= 130


def test_spans_and_ids_as_promised(scores):
    assert scores["all"].exact[2] >= 0.97
    assert scores["all"].canonical[2] >= 0.96


@pytest.mark.parametrize("form", FORMS)
def test_no_form_is_weak(scores, form):
    marked = scores[form].marked
    assert scores[form].right / marked >= 0.90
    assert scores[form].identified / marked >= 0.90


def test_at_most_one_link_in_a_hundred_is_wrong(scores):
    wrong = scores["all"].found - scores["all"].identified
    assert wrong / scores["all"].found <= 0.01


def test_look_alikes_stay_silent():
    silent = [row["text"] for row in ROWS if not row["mentions"]]
    assert sum(any(cite(text)) for text in silent) / len(silent) <= 0.02
