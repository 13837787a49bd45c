"""Verbs of treatment in any text: one set a citation, from the known verbs, never a fault."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.citations.recognise import recognise
from build_tools.citations.treatment.governing import treatments
from build_tools.citations.treatment.words import VERBS
from build_tools.vietnamese import nfc
from tests.property.words_of_reports import texts

MODEST = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
PIECES = st.sampled_from(
    [*VERBS, ", ", "; ", " và ", " cùng ", " được ", " chưa ", " theo ", " việc ", " về ", ". ",
     " các ", "Chỉ thị số 05-CT/TW", "Kết luận số 01-KL/TW", ", ngày 18/5/2021", " của Bộ Chính trị",
     " (khóa XII)", " “", "” ", ": ", "\n\n", " 10 năm ", " Việc "]
)  # fmt: skip
SENTENCES = st.lists(PIECES, max_size=30).map(" ".join)


@MODEST
@given(SENTENCES | texts.map(nfc))
def test_every_citation_has_its_own_set_of_known_verbs(text):
    mentions = recognise(text)
    told = treatments(text, mentions)
    assert len(told) == len(mentions)
    for verbs in told:
        assert set(verbs) <= set(VERBS)
        assert len(set(verbs)) == len(verbs)


@MODEST
@given(SENTENCES)
def test_an_earlier_paragraph_tells_nothing_of_a_later_one(text):
    alone = treatments(text, recognise(text))
    before = "Quán triệt Nghị quyết số 35-NQ/TW.\n\n"
    both = before + text
    mentions = recognise(both)
    if len(mentions) == len(alone) + 1:
        assert treatments(both, mentions)[1:] == alone


@MODEST
@given(SENTENCES)
def test_only_verbs_that_are_written_are_told(text):
    for verbs in treatments(text, recognise(text)):
        assert all(verb in text for verb in verbs)
