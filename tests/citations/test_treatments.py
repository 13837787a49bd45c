"""What a report does with a document it cites: the verb goes to the citation it governs."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from build_tools.citations.recognise import recognise
from build_tools.citations.treatment.governing import treatments
from build_tools.citations.treatment.words import VERBS
from build_tools.vietnamese import fold, nfc
from tests.citations.treatment_text import (
    DEVELOPMENT,
    GOLDEN,
    HELD_OUT,
    read,
    told_today,
    whole,
)

SET = list(read(DEVELOPMENT))
FLOOR = 0.98


@pytest.mark.parametrize(
    ("sentence", "told"), list(read(GOLDEN)), ids=lambda value: str(value)[:40]
)
def test_a_sentence_tells_exactly_these_verbs(sentence, told):
    assert told_today(sentence) == told


def test_the_golden_file_is_kept_as_the_code_would_write_it(golden):
    golden(GOLDEN, whole(GOLDEN))


def test_the_development_set_is_large_and_knows_silence():
    assert len(SET) >= 120
    verbs = Counter(verb for _, told in SET for _, verbs in told for verb in verbs)
    assert set(verbs) <= set(VERBS)
    assert sum(not verbs for _, told in SET for _, verbs in told) >= 30


def test_the_development_set_marks_what_is_recognised():
    for sentence, told in SET:
        assert [m.surface for m in recognise(sentence)] == [surface for surface, _ in told]


@pytest.mark.parametrize("path", [DEVELOPMENT, HELD_OUT], ids=lambda path: path.stem)
def test_precision_and_recall_stay_at_the_floor(path):
    right = found = marked = exact = citations = 0
    wrong = []
    sentences = list(read(path))
    for sentence, told in sentences:
        for (surface, want), (_, got) in zip(told, told_today(sentence), strict=True):
            right += len(set(want) & set(got))
            found += len(got)
            marked += len(want)
            exact += want == got
            citations += 1
            if want != got:
                wrong.append((sentence, surface, want, got))
    print(  # noqa: T201 - the figures are what the test is for
        f"{path.stem}: {len(sentences)} câu, {citations} viện dẫn: precision {right / found:.3f}, "
        f"recall {right / marked:.3f}, đúng cả bộ {exact / citations:.3f}"
    )
    assert min(right / found, right / marked, exact / citations) >= FLOOR, wrong


@pytest.mark.parametrize(("sentence", "told"), SET, ids=lambda value: str(value)[:40])
def test_a_sentence_before_and_one_after_change_nothing(sentence, told):
    text = f"Đã sơ kết, tổng kết đúng hạn. {sentence.rstrip('.')}. Tiếp tục kiểm tra, giám sát."
    mentions = recognise(text)
    assert list(treatments(text, mentions)) == [verbs for _, verbs in told]


def test_texts_without_marks_tell_the_same():
    for sentence, _ in SET:
        plain = unicodedata.normalize("NFC", fold(sentence))
        if [m.number for m in recognise(plain)] == [m.number for m in recognise(sentence)]:
            got = [verbs for _, verbs in told_today(plain)]
            assert got == [verbs for _, verbs in told_today(nfc(sentence))], plain


def test_a_text_without_citations_has_no_treatment():
    assert treatments("Quán triệt, triển khai các chỉ thị của Trung ương.", ()) == ()
