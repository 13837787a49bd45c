"""Citations of texts made to confuse: sound in every way, and found as a plain reader would.

The same texts, for minutes and with the clock running: ``tests/benchmarks/fuzz_citations.py``.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.citations.agreeing import Agreeing
from build_tools.citations.definitions import defined
from build_tools.citations.order import Aside, ReadingOrder
from build_tools.citations.recognise import recognise
from build_tools.citations.source import Source, plain
from build_tools.model import Mention
from tests.benchmarks.fuzz_citations import sound, written
from tests.benchmarks.hostile_citations import hostile

MODEST = settings(max_examples=150, deadline=None, derandomize=True)


@pytest.mark.parametrize("seed", range(80))
def test_a_text_from_the_fuzz_is_sound(seed):
    assert sound(written(random.Random(seed))) is None


@pytest.mark.parametrize(("name", "text"), [pytest.param(*one, id=one[0]) for one in hostile(1000)])
def test_a_hostile_text_is_sound(name, text):
    assert sound(text) is None, name


FACT = st.none() | st.integers(1, 3)
FACTS = st.tuples(FACT, FACT, FACT)


@MODEST
@given(st.lists(FACTS, max_size=20), FACTS)
def test_those_that_agree_are_those_that_state_nothing_else(stated, asked):
    groups = Agreeing(dict(enumerate(stated)), gather=list).with_facts(asked)
    wanted = [
        at
        for at, facts in enumerate(stated)
        if all(None in pair or pair[0] == pair[1] for pair in zip(facts, asked, strict=True))
    ]
    assert sorted(at for group in groups for at in group) == wanted


@MODEST
@given(st.sets(st.integers(0, 19)), st.integers(0, 19), st.data())
def test_the_nearest_is_the_first_that_a_reader_meets(among, index, data):
    among = sorted(among - {index})
    parts = data.draw(st.lists(st.integers(0, 2), min_size=len(among), max_size=len(among)))
    groups = [
        [at for at, part in zip(among, parts, strict=True) if part == one] for one in range(3)
    ]
    first, mark = index // 5 * 5, data.draw(st.integers(0, 20))
    sentence = range(max(0, mark - 2), min(20, mark + 2))
    aside = Aside(first, first + 5, sentence, mark)
    in_turn = [
        *range(index - 1, first - 1, -1),
        *(at for at in reversed(sentence) if at < mark),
        *(at for at in sentence if at >= mark),
        *range(mark - 1, -1, -1),
        *range(mark + 1, 20),
        mark,
    ]
    met = next((at for at in in_turn if at in among), None)
    assert ReadingOrder(20, (aside,)).nearest(index, groups) == met
    met = next((at for at in [*range(index - 1, -1, -1), *range(index, 20)] if at in among), None)
    assert ReadingOrder(20).nearest(index, groups) == met


def test_of_two_defined_names_that_meet_the_first_defined_stays():
    text = (
        "Quy định 58-QĐ/TW (gọi tắt là Quy định nêu gương) và Quy định 59-QĐ/TW"
        " (gọi tắt là Quy định nêu gương cán bộ). Quy định nêu gương cán bộ; Quy định nêu gương."
    )
    names = [one.surface for one in recognise(text) if one.form == "short-def"]
    assert names == ["Quy định nêu gương"] * 4


def test_a_name_for_nothing_that_was_cited_is_none():
    text = "(gọi tắt là Quy định nêu gương). Quy định nêu gương"
    assert defined(Source(text), []) == []
    cited = Mention(0, 0, "", "full", "quy-dinh")
    far = "x" * 700 + text
    assert defined(Source(far), [cited]) == [cited]


@pytest.mark.parametrize(("between", "is_near"), [(599, True), (600, False)])
def test_a_name_belongs_to_a_citation_that_ends_at_most_so_far_before(between, is_near):
    words = " (gọi tắt là ".rjust(between, "x")
    text = f"Quy định 58-QĐ/TW, {words[2:]}Quy định nêu gương)"
    names = [one.surface for one in recognise(text) if one.form == "short-def"]
    assert names == ["Quy định nêu gương"] * is_near


def test_every_character_of_unicode_has_one_plain_letter():
    everything = "".join(map(chr, range(0x110000)))
    written_plain = plain(everything)
    assert len(written_plain) == len(everything)
    assert plain("Ưu tiên 😀 – ‑ ²\u00a0Ð\ud800") == "Uu tien ? - - ^ D?"
    assert all(plain(everything[at]) == written_plain[at] for at in range(0x3000))
