"""Words that cannot be Vietnamese (``ngôanh``), by the rules of the syllable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.draft import Draft
from build_tools.intake.source import Traced
from build_tools.intake.syllables import is_marked, is_syllable

_TOKEN: Final = re.compile(r"[^\W_]+")
_OFTEN: Final = 3


def doubt_words(draft: Draft) -> Iterator[Doubt]:
    """Marked words outside the tables, unless the text uses them again and again."""
    found = [(piece, match) for piece in draft.texts for match in _TOKEN.finditer(piece.text)]
    counts = Counter(match[0].lower() for _, match in found)
    for piece, match in found:
        word = match[0]
        if counts[word.lower()] < _OFTEN and _is_wrong(word, piece, match):
            yield warning(
                "KHO705",
                piece[match.start() : match.end()].start,
                word,
                f"“{word}” không phải là một tiếng trong tiếng Việt.",
                "Đối chiếu bản in; tên riêng, tiếng dân tộc thì để như vậy.",
            )


def _is_wrong(word: str, piece: Traced, match: re.Match[str]) -> bool:
    if len(word) < 2 or not word.isalpha() or not is_marked(word) or is_syllable(word):  # noqa: PLR2004 - ``đ`` is the currency
        return False
    if word.isupper():
        return _has_tone(word)
    if word[0].isupper() and any(letter.isupper() for letter in word[1:]):
        return False
    return not _is_name(word, piece, match)


def _has_tone(word: str) -> bool:
    """Capitals without a tone are an abbreviation (``ĐUK``), with one a word (``ĐẢNG``)."""
    return any(
        letter in "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ" for letter in word
    )


def _is_name(word: str, piece: Traced, match: re.Match[str]) -> bool:
    """A capital in the middle of a sentence: ``Đắk``, ``Krông`` are no slips."""
    before = piece.text[: match.start()].rstrip()
    return word[0].isupper() and bool(before) and before[-1] not in '.!?:“"('
