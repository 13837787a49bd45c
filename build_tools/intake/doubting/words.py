"""Words that cannot be Vietnamese (``ngôanh``), by the rules of the syllable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.draft import Draft
from build_tools.intake.syllables import is_marked, is_syllable

_TOKEN: Final = re.compile(r"[^\W_]+")
_OFTEN: Final = 3


def doubt_words(draft: Draft) -> Iterator[Doubt]:
    """Marked words outside the tables, unless the text uses them again and again."""
    pieces = tuple(draft.texts)
    for at, match in wrong_words([piece.text for piece in pieces]):
        yield warning(
            "KHO705",
            pieces[at][match.start() : match.end()].start,
            match[0],
            f"“{match[0]}” không phải là một tiếng trong tiếng Việt.",
            "Đối chiếu bản in; tên riêng, tiếng dân tộc thì để như vậy.",
        )


def wrong_words(texts: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Each such word with the index of its text."""
    each = [_TOKEN.findall(text.lower()) for text in texts]
    counts = Counter(chain.from_iterable(each))
    rare = {word for word, times in counts.items() if times < _OFTEN and _is_no_syllable(word)}
    if not rare:
        return
    for at, words in enumerate(each):
        if rare.isdisjoint(words):
            continue
        for match in _TOKEN.finditer(texts[at]):
            if match[0].lower() in rare and _is_wrong(match[0], texts[at], match):
                yield at, match


@lru_cache(maxsize=1 << 14)
def _is_no_syllable(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and is_marked(word) and not is_syllable(word)


def _is_wrong(word: str, text: str, match: re.Match[str]) -> bool:
    if word.isupper():
        return _has_tone(word)
    if word[0].isupper() and any(letter.isupper() for letter in word[1:]):
        return False
    return not _is_name(word, text, match)


def _has_tone(word: str) -> bool:
    """Capitals without a tone are an abbreviation (``ĐUK``), with one a word (``ĐẢNG``)."""
    return any(
        letter in "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ" for letter in word
    )


def _is_name(word: str, text: str, match: re.Match[str]) -> bool:
    """A capital in the middle of a sentence: ``Đắk``, ``Krông`` are no slips."""
    before = text[: match.start()].rstrip()
    return word[0].isupper() and bool(before) and before[-1] not in '.!?:“"('
