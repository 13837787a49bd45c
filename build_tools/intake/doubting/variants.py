"""Two spellings of one phrase that differ by a mark: one of them was misread.

OCR loses marks (``khối`` → ``khôi``), and mostly both are words, so no dictionary sees
it. But an official text repeats itself: where equal words stand around two syllables
that differ only by marks, one of the two is suspect. What proves it, inside the document
alone:

* a wide frame: four equal words around the place;
* a close frame of two words, where the twin is many times more frequent;
* a bound word: ``tượng`` follows ``đối`` always, but for the places with ``đổi``;
* a pair proved in one place is suspect in every close frame that knows both spellings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.draft import Draft
from build_tools.intake.source import Traced
from build_tools.vietnamese import fold, unify_tone_placement

TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_WIDE: Final = ((2, 2), (4, 0), (0, 4), (3, 1), (1, 3))
_CLOSE: Final = ((2, 0), (0, 2), (1, 1))
_BOUND: Final = ((0, 1), (1, 0))
_TIMES: Final = 5
_OFTEN: Final = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place, as compared: small letters, one way of placing tones."""

    text: str
    printed: str
    at: int


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word, its twin in the same frame, and where and how often the twin stands there."""

    word: Word
    twin: Word
    times: int


Frame: TypeAlias = tuple[int, tuple[str, ...], tuple[str, ...]]
Frames: TypeAlias = dict[Frame, list[Word]]


def doubt_variants(draft: Draft) -> Iterator[Doubt]:
    """Words whose twin in the same frame differs by marks alone."""
    texts = [_words(piece) for piece in draft.texts]
    for one in suspects(texts):
        yield _doubt(one, draft)


def suspects(texts: Sequence[Sequence[Word]]) -> Iterator[Suspect]:
    """Suspect words of one or more texts; ``Word.at`` tells them apart."""
    totals = Counter(word.text for words in texts for word in words)
    unsure = _spelled_twice(totals)
    close = _twins(_frames(texts, _CLOSE, unsure))
    wide = [
        found for twins in _twins(_frames(texts, _WIDE, unsure)) for found in _rarer(twins, totals)
    ]
    proved = {(one.word.text, one.twin.text) for one in wide}
    found = [
        *wide,
        *(one for twins in close for one in _outnumbered(twins)),
        *(one for twins in _bound(_frames(texts, _BOUND, totals)) for one in _rarer(twins, totals)),
        *(
            one
            for twins in close
            for one in _rarer(twins, totals)
            if (one.word.text, one.twin.text) in proved
        ),
    ]
    told: set[int] = set()
    for one in found:
        if one.word.at not in told:
            told.add(one.word.at)
            yield one


def words_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The words of a text, as compared and as they stand."""
    for match in TOKEN.finditer(text):
        yield _compared(match[0]), match


@lru_cache(maxsize=1 << 14)
def _compared(word: str) -> str:
    return unify_tone_placement(word.lower())


def _words(piece: Traced) -> list[Word]:
    return [
        Word(text, match[0], piece[match.start() : match.end()].start)
        for text, match in words_in(piece.text)
    ]


def _spelled_twice(totals: Counter[str]) -> set[str]:
    """Words that have a twin anywhere; no others can be suspect."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for text in totals:
        by_letters[_letters(text)].append(text)
    return {text for group in by_letters.values() if len(group) > 1 for text in group}


def _frames(
    texts: Iterable[Sequence[Word]], shapes: tuple[tuple[int, int], ...], among: Container[str]
) -> Frames:
    """Words by the words around them, as many on the left and right as each shape says."""
    frames: Frames = defaultdict(list)
    for words in texts:
        tokens = tuple(word.text for word in words)
        runs = _runs(tokens)
        for at, word in enumerate(words):
            if word.text not in among or not word.text.isalpha():
                continue
            before, after = runs[at]
            for shape, (left, right) in enumerate(shapes):
                if left <= before and right <= after:
                    frame = (shape, tokens[at - left : at], tokens[at + 1 : at + 1 + right])
                    frames[frame].append(word)
    return frames


def _runs(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """How many words stand on each side of each token before a sign or the end."""
    before, after = [0] * len(tokens), [0] * len(tokens)
    for at in range(1, len(tokens)):
        before[at] = before[at - 1] + 1 if tokens[at - 1].isalnum() else 0
        mirror = len(tokens) - 1 - at
        after[mirror] = after[mirror + 1] + 1 if tokens[mirror + 1].isalnum() else 0
    return list(zip(before, after, strict=True))


def _twins(frames: Frames) -> list[list[Word]]:
    """Groups of words in one frame that differ by marks alone."""
    groups: list[list[Word]] = []
    for words in frames.values():
        if len(words) == 1 or len({word.text for word in words}) == 1:
            continue
        by_letters: dict[str, list[Word]] = defaultdict(list)
        for word in words:
            by_letters[_letters(word.text)].append(word)
        groups += [group for group in by_letters.values() if len({one.text for one in group}) > 1]
    return groups


def _bound(frames: Frames) -> list[list[Word]]:
    """Groups whose frame holds nothing else: the neighbour occurs only beside these."""
    return [
        words
        for words in frames.values()
        if len(words) > _OFTEN
        and len({one.text for one in words}) > 1
        and len({_letters(one.text) for one in words}) == 1
    ]


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> str:
    return fold(word)


def _rarer(twins: list[Word], totals: Counter[str]) -> Iterator[Suspect]:
    """Every word whose twin the document as a whole uses more."""
    counts = Counter(word.text for word in twins)
    best = max(twins, key=lambda word: totals[word.text])
    for word in twins:
        if word.text != best.text:
            yield Suspect(word, best, counts[best.text])


def _outnumbered(twins: list[Word]) -> Iterator[Suspect]:
    """Every word whose twin stands in this very frame many times more often."""
    counts = Counter(word.text for word in twins)
    (text, times), *_ = counts.most_common(1)
    twin = next(word for word in twins if word.text == text)
    for word in twins:
        if times >= _OFTEN and times >= _TIMES * counts[word.text]:
            yield Suspect(word, twin, times)


def _doubt(one: Suspect, draft: Draft) -> Doubt:
    return warning(
        "KHO706",
        one.word.at,
        one.word.printed,
        f"“{one.word.printed}” ở đây, “{one.twin.printed}” ở dòng {draft.source.line_of(one.twin.at)} "
        "giữa cùng những chữ ấy.",
        "Đối chiếu cả hai chỗ với bản in: hai chữ chỉ khác dấu, có thể máy đọc nhầm một chỗ.",
    )
