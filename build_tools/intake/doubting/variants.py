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
from itertools import pairwise
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
    """A word as compared (small letters, one way of placing tones), and where it stands.

    ``piece`` is the index of its text, ``at`` its index among the words of that text.
    """

    text: str
    piece: int
    at: int


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word, its twin in the same frame, and how often the twin stands there."""

    word: Word
    twin: Word
    times: int


Texts: TypeAlias = Sequence[Sequence[str]]
Frame: TypeAlias = tuple[int, tuple[str, ...], tuple[str, ...]]
Frames: TypeAlias = dict[Frame, list[Word]]


def doubt_variants(draft: Draft) -> Iterator[Doubt]:
    """Words whose twin in the same frame differs by marks alone."""
    pieces = tuple(draft.texts)
    matches = [words_in(piece.text) for piece in pieces]

    def place(word: Word) -> Traced:
        match = matches[word.piece][word.at]
        return pieces[word.piece][match.start() : match.end()]

    for one in suspects([compared(found) for found in matches]):
        yield _doubt(place(one.word), place(one.twin), draft)


def suspects(texts: Texts) -> Iterator[Suspect]:
    """Suspect words of one or more texts, each text as its words in order."""
    totals = Counter(word for words in texts for word in words)
    words = _candidates(texts, _spelled_twice(totals))
    close = _twins(_frames(texts, _CLOSE, words))
    wide = [
        found for twins in _twins(_frames(texts, _WIDE, words)) for found in _rarer(twins, totals)
    ]
    proved = {(one.word.text, one.twin.text) for one in wide}
    bound = _bound(_frames(texts, _BOUND, words), texts)
    found = [
        *wide,
        *(one for twins in close for one in _outnumbered(twins)),
        *(one for twins in bound for one in _rarer(twins, totals)),
        *(
            one
            for twins in close
            for one in _rarer(twins, totals)
            if (one.word.text, one.twin.text) in proved
        ),
    ]
    told: set[Word] = set()
    for one in found:
        if one.word not in told:
            told.add(one.word)
            yield one


def words_in(text: str) -> list[re.Match[str]]:
    """The words and signs of a text as they stand."""
    return list(TOKEN.finditer(text))


def compared(found: Iterable[re.Match[str]]) -> list[str]:
    """The same words as they are compared."""
    return [_compared(match[0]) for match in found]


@lru_cache(maxsize=1 << 14)
def _compared(word: str) -> str:
    return unify_tone_placement(word.lower())


def _spelled_twice(totals: Counter[str]) -> set[str]:
    """Words that have a twin anywhere; no others can be suspect."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for text in totals:
        if text.isalpha():
            by_letters[_letters(text)].append(text)
    return {text for group in by_letters.values() if len(group) > 1 for text in group}


def _candidates(texts: Texts, unsure: Container[str]) -> list[Word]:
    """Words that have a twin beside an equal neighbour; every frame holds one neighbour at least.

    Most words fall out here, at the price of two look-ups each.
    """
    first: dict[tuple[bool, str, str], str] = {}
    mixed: set[tuple[bool, str, str]] = set()
    beside: list[tuple[int, int, tuple[bool, str, str]]] = []
    for piece, words in enumerate(texts):
        for at, (left, right) in enumerate(pairwise(words)):
            if right in unsure and left.isalnum():
                key = (True, left, _letters(right))
                if first.setdefault(key, right) != right:
                    mixed.add(key)
                beside.append((piece, at + 1, key))
            if left in unsure and right.isalnum():
                key = (False, right, _letters(left))
                if first.setdefault(key, left) != left:
                    mixed.add(key)
                beside.append((piece, at, key))
    found = {(piece, at) for piece, at, key in beside if key in mixed}
    return [Word(texts[piece][at], piece, at) for piece, at in sorted(found)]


def _frames(texts: Texts, shapes: tuple[tuple[int, int], ...], among: Iterable[Word]) -> Frames:
    """Words by the words around them, as many on the left and right as each shape says."""
    frames: Frames = defaultdict(list)
    for word in among:
        words, at = texts[word.piece], word.at
        for shape, (left, right) in enumerate(shapes):
            before, after = (
                tuple(words[max(0, at - left) : at]),
                tuple(words[at + 1 : at + 1 + right]),
            )
            if len(before) == left and len(after) == right and "".join((*before, *after)).isalnum():
                frames[shape, before, after].append(word)
    return frames


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


def _bound(frames: Frames, texts: Texts) -> list[list[Word]]:
    """Groups whose frame holds nothing else: the neighbour occurs only beside these."""
    groups = {
        frame: words
        for frame, words in frames.items()
        if len(words) > _OFTEN
        and len({one.text for one in words}) > 1
        and len({_letters(one.text) for one in words}) == 1
    }
    before = {left for _, (left, *_), _ in (frame for frame in groups if frame[1])}
    after = {right for _, _, (right, *_) in (frame for frame in groups if frame[2])}
    beside: dict[Frame, int] = defaultdict(int)
    for words in texts:
        for left, right in pairwise(words):
            if left in before and right.isalpha():
                beside[1, (left,), ()] += 1
            if right in after and left.isalpha():
                beside[0, (), (right,)] += 1
    return [words for frame, words in groups.items() if beside[frame] == len(words)]


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


def _doubt(word: Traced, twin: Traced, draft: Draft) -> Doubt:
    return warning(
        "KHO706",
        word.start,
        word.text,
        f"“{word.text}” ở đây, “{twin.text}” ở dòng {draft.source.line_of(twin.start)} "
        "giữa cùng những chữ ấy.",
        "Đối chiếu cả hai chỗ với bản in: hai chữ chỉ khác dấu, có thể máy đọc nhầm một chỗ.",
    )
