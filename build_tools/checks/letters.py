"""Words that cannot be Vietnamese, and words whose twin in the same phrase differs by a mark.

The import doubts the same things while a paper is being read; here they are looked for in
what editors typed or pasted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.slips import is_known
from build_tools.intake.doubting.variants import Suspect, Word, compared, suspects, words_in
from build_tools.intake.doubting.words import wrong_words
from build_tools.intake.syllables import is_syllable
from build_tools.model import Report

_EVERYDAY: Final = frozenset(
    "có cơ các cấp của cho chỗ và về là với đã được đến để do từ tự trong theo tại còn con này những".split()  # noqa: SIM905
)
_COMPOUNDS: Final = ("cộng tác", "khôi phục sản", "đổi mới", "cộng đồng", "tổ công tác")
_HINT: Final = re.compile(r"\d[Ool]|[Ool]\d|[^\W\d_][01]")
_MIXED: Final = re.compile(
    r"(?<![\w.,])(?:(?P<figures>(?!O[23](?![\d/])|I\d)(?=[\dOol]*\d)(?=[\dOol]*[Ool])[\dOol]{2,})"
    r"|(?P<word>[^\W\d_]+[01][^\W\d_]+|[^\W\d_]{2,}0))(?!\w)"
)
_LETTERS_OF_A_WORD: Final = 2
_CURE: Final = "Đối chiếu bản in; tên riêng, tiếng dân tộc, hoặc bản in đúng như vậy thì để."


def no_syllables(report: Report) -> Iterator[Finding]:
    """``ngôanh``, ``luãt``: no syllable of the language."""
    pieces = list(passages(report))
    for at, match in wrong_words([printed(passage.text) for passage in pieces]):
        yield Finding(
            "KHO243",
            report,
            Spot(pieces[at], match.start(), match.end()),
            f"“{match[0]}” không phải là một tiếng trong tiếng Việt.",
            _CURE,
        )


def digits_in_words(report: Report) -> Iterator[Finding]:
    """``ngày l5``, ``O5/3/2020``, ``kh0a``: a letter read for a digit, or a digit for a letter."""
    for passage in passages(report):
        text = printed(passage.text)
        for match in _MIXED.finditer(text) if _HINT.search(text) else ():
            if match["figures"] or _would_be_word(match["word"]):
                yield Finding(
                    "KHO243",
                    report,
                    Spot(passage, match.start(), match.end()),
                    f"“{match[0]}” lẫn chữ với số: chữ O, l và số 0, 1 dễ đọc nhầm.",
                    _CURE,
                )


def _would_be_word(word: str) -> bool:
    """Whether a syllable stands here once its digit is read as a letter: ``kh0a``, not ``A1``."""
    if word.upper() == word or sum(letter.isalpha() for letter in word) < _LETTERS_OF_A_WORD:
        return False
    return any(is_syllable(re.sub("[01]", letter, word)) for letter in "oôơli")


def _is_right(one: Suspect, spot: Spot) -> bool:
    """Whether both words are everyday words, or the suspect stands in a word of its own."""
    if {one.word.text, one.twin.text} & _EVERYDAY:
        return True
    following = printed(spot.passage.text)[spot.start : spot.start + 16].casefold()
    return following.startswith(_COMPOUNDS)


def twins(report: Report) -> Iterator[Finding]:
    """``đổi tượng`` here and ``đối tượng`` there, between the same words."""
    pieces = list(passages(report))
    matches = [words_in(printed(passage.text)) for passage in pieces]

    def spot_of(word: Word) -> Spot:
        match = matches[word.piece][word.at]
        return Spot(pieces[word.piece], match.start(), match.end())

    for one in suspects([compared(found) for found in matches]):
        spot, twin = spot_of(one.word), spot_of(one.twin)
        if _is_right(one, spot) or is_known(printed(spot.passage.text), spot.start):
            continue
        yield Finding(
            "KHO242",
            report,
            spot,
            f"“{spot.words}” ở đây, “{twin.words}” ở dòng {twin.passage.line} giữa cùng những chữ ấy.",
            "Đối chiếu cả hai chỗ với bản in: hai chữ chỉ khác dấu, có thể máy đọc nhầm một chỗ.",
        )
