"""Places where lines were joined across a page's end or a blank line, looked at twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.folding import goes_on, hangs
from build_tools.intake.signs import SIGN, without_signs
from build_tools.intake.source import Gap, Line
from build_tools.intake.syllables import is_syllable, words_of


def doubt_joints(groups: Sequence[Sequence[Line]]) -> Iterator[Doubt]:
    """Words that a line's end may have cut, and joins across pages without proof."""
    for lines in groups:
        for above, below in pairwise(lines):
            if (word := _broken_word(above, below)) is not None:
                yield warning(
                    "KHO709",
                    below.text.start,
                    f"{word[0]} {word[1]}",
                    f"Chữ có thể bị cắt đôi ở cuối dòng: “{word[0]}” + “{word[1]}”.",
                    f"Nếu bản in là “{word[0]}{word[1]}” thì viết liền.",
                )
            elif below.gap is Gap.PAGE and not _surely_goes_on(above, below):
                yield warning(
                    "KHO710",
                    below.text.start,
                    below.text.text[:60],
                    "Đoạn này được nối với trang trước, dù mở đầu bằng chữ hoa hoặc chữ số.",
                    "Đối chiếu bản in: nếu là đoạn mới thì tách bằng một dòng trống.",
                )


def _surely_goes_on(above: Line, below: Line) -> bool:
    """A small letter goes on with a sentence, and so does anything after “và” or a comma."""
    return hangs(without_signs(above.text.text)) or goes_on(below.text.text)


def _broken_word(above: Line, below: Line) -> tuple[str, str] | None:
    """Two halves that are one syllable together, and not two syllables apart."""
    before, after = without_signs(above.text.text), without_signs(below.text.text)
    if SIGN.match(above.text.text[-1:]) or not before[-1:].isalpha() or not after[:1].islower():
        return None
    left, right = words_of(before)[-1], words_of(after)[0]
    if is_syllable(left) and is_syllable(right):
        return None
    return (left, right) if is_syllable(left + right) else None
