"""The other forms, one golden file each: what is found, and where the code must stay silent."""

from __future__ import annotations

import pytest

from build_tools.citations.recognise import recognise
from tests.citations.golden_text import FULL, SILENT, described, expected, sentences, whole

FILES = sorted(set(FULL.parent.glob("*.txt")) - {FULL})
SENTENCES = [(path, sentence) for path in FILES for sentence in sentences(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_kept_as_the_code_would_write_it(golden, path):
    golden(path, whole(path))


@pytest.mark.parametrize(
    ("path", "sentence"), SENTENCES, ids=lambda value: getattr(value, "stem", value)
)
def test_a_sentence_holds_exactly_these_citations(path, sentence):
    assert described(sentence) == expected(path, sentence)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_form_has_sentences_that_are_none(path):
    assert [line for line in sentences(path) if expected(path, line) == [SILENT]]


@pytest.mark.parametrize(
    ("path", "sentence"), SENTENCES, ids=lambda value: getattr(value, "stem", value)
)
def test_what_stands_around_a_citation_changes_nothing_in_it(path, sentence):  # noqa: ARG001
    around = [
        mention.surface
        for mention in recognise(f"Trong quý, theo {sentence}\n\nTuy nhiên còn chậm.")
    ]
    assert around == [mention.surface for mention in recognise(sentence)]
