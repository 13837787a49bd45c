"""Citations with a number: what is found in a sentence, and where the code must stay silent.

The sentences and their citations stand in ``tests/fixtures/citations/full.txt``.
"""

from __future__ import annotations

import pytest

from build_tools.citations.recognise import recognise
from build_tools.identifiers import DOCUMENT_TYPES
from tests.citations.golden_text import FULL, SILENT, described, expected, sentences, whole

SENTENCES = sentences(FULL)


def test_the_file_is_kept_as_the_code_would_write_it(golden):
    golden(FULL, whole(FULL))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_holds_exactly_these_citations(sentence):
    assert described(sentence) == expected(FULL, sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_spans_are_disjoint_in_order_and_exactly_the_words(sentence):
    end = 0
    for mention in recognise(sentence):
        assert mention.start >= end
        assert sentence[mention.start : mention.end] == mention.surface
        end = mention.end


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_stands_around_a_citation_changes_nothing_in_it(sentence):
    around = f"Trong quý, {sentence} Tuy nhiên còn chậm."
    surfaces = [mention.surface for mention in recognise(sentence)]
    assert [mention.surface for mention in recognise(around)] == surfaces


def test_there_are_enough_sentences_of_either_kind():
    silent = [sentence for sentence in SENTENCES if expected(FULL, sentence) == [SILENT]]
    assert len(SENTENCES) >= 90
    assert len(silent) >= 18
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize("kind", DOCUMENT_TYPES.values(), ids=lambda kind: kind.slug)
def test_every_type_word_is_recognised_before_a_party_number(kind):
    (mention,) = recognise(f"theo {kind.name} số 12-XY/TU.")
    assert (mention.type, mention.number, mention.symbol) == (kind.slug, 12, "XY/TU")
