"""Bold and italics of Word as signs that Markdown can hold.

Emphasis is what stands out: a paragraph bold from end to end is set so by its office and
says nothing. Markdown also wants emphasis to begin and end at a letter, away from the
number or bullet that opens a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from build_tools.intake.folding import is_upper
from build_tools.intake.openings import bullet_of, numbers_of
from build_tools.intake.signs import BOLD_OFF, BOLD_ON, ITALIC_OFF, ITALIC_ON, SIGN
from build_tools.intake.source import EMPTY, NOWHERE, Traced

_DATE_LINE: Final = re.compile(r"ngày[\s\d.…]+tháng[\s\d.…]+năm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """One character, where it stood, and how it is set."""

    sign: str
    origin: int
    bold: bool
    italic: bool

    @property
    def set(self) -> tuple[bool, bool]:
        """How it is set."""
        return self.bold, self.italic


def signed(letters: Sequence[Letter], *, plain: bool = False) -> Traced:
    """Letters as text with signs of emphasis; ``plain`` leaves them out.

    >>> words = [Letter(sign, at, False, at > 3) for at, sign in enumerate("đạt vượt")]
    >>> len(signed(words)) - len(words)
    2
    """
    letters = _stripped(letters)
    if plain or not letters:
        return _traced(letters)
    text = "".join(letter.sign for letter in letters)
    letters = _without_whole(letters, text)
    letters = _from_first_word(letters, text)
    letters = _at_letters(letters)
    return _with_signs(letters)


def _stripped(letters: Sequence[Letter]) -> list[Letter]:
    first, last = 0, len(letters)
    while first < last and letters[first].sign.isspace():
        first += 1
    while last > first and letters[last - 1].sign.isspace():
        last -= 1
    return list(letters[first:last])


def _without_whole(letters: list[Letter], text: str) -> list[Letter]:
    """Drop what the whole paragraph shares: always bold; italics where a head line is set so."""
    shown = [letter for letter in letters if not letter.sign.isspace()]
    bold = not all(letter.bold for letter in shown)
    italic = not (all(letter.italic for letter in shown) and _is_label(text))
    return [
        replace(letter, bold=letter.bold and bold, italic=letter.italic and italic)
        for letter in letters
    ]


def _is_label(text: str) -> bool:
    """Place and date, “Nơi nhận:”, a heading: lines set in italics as a whole by custom."""
    return (
        _DATE_LINE.search(text) is not None
        or text.lower().startswith("nơi nhận")
        or is_upper(text)
        or bool(numbers_of(text))
    )


def _from_first_word(letters: list[Letter], text: str) -> list[Letter]:
    """Emphasis begins after the bullet or number that opens a line."""
    bullet = bullet_of(text)
    end = bullet[1] if bullet else max((number.length for number in numbers_of(text)), default=0)
    opening = [replace(letter, bold=False, italic=False) for letter in letters[:end]]
    return [*opening, *letters[end:]]


def _at_letters(letters: list[Letter]) -> list[Letter]:
    """Shrink each emphasised stretch until it begins and ends where Markdown allows."""
    result = list(letters)
    start = 0
    while start < len(result):
        end = start
        while end < len(result) and result[end].set == result[start].set:
            end += 1
        if any(result[start].set):
            first, last = _narrowed(result, start, end)
            if start and any(result[start - 1].set) and first == start:
                last = first  # two kinds of emphasis that touch cannot be told apart in Markdown
            for at in (*range(start, first), *range(last, end)):
                result[at] = replace(result[at], bold=False, italic=False)
        start = end
    return result


def _narrowed(letters: Sequence[Letter], start: int, end: int) -> tuple[int, int]:
    """The part of ``start:end`` whose ends are flanked as CommonMark 0.31, 6.2 demands."""
    before = letters[start - 1].sign if start else " "
    after = letters[end].sign if end < len(letters) else " "
    while start < end and not _may_edge(letters[start].sign, before):
        before = letters[start].sign
        start += 1
    while end > start and not _may_edge(letters[end - 1].sign, after):
        after = letters[end - 1].sign
        end -= 1
    return start, end


def _may_edge(inside: str, outside: str) -> bool:
    """Whether emphasis may have its edge between two characters."""
    if inside.isspace() or SIGN.match(inside):
        return False
    return inside.isalnum() or not (outside.isalnum() or SIGN.match(outside))


def _with_signs(letters: Sequence[Letter]) -> Traced:
    text: list[str] = []
    origin: list[int] = []

    def put(sign: str, offset: int = NOWHERE) -> None:
        text.append(sign)
        origin.append(offset)

    bold = italic = False
    for letter in (*letters, Letter("", NOWHERE, bold=False, italic=False)):
        if letter.set != (bold, italic):
            for is_open, sign in ((italic, ITALIC_OFF), (bold, BOLD_OFF)):
                if is_open:
                    put(sign)
            bold, italic = letter.set
            for is_open, sign in ((bold, BOLD_ON), (italic, ITALIC_ON)):
                if is_open:
                    put(sign)
        if letter.sign:
            put(letter.sign, letter.origin)
    return Traced("".join(text), tuple(origin))


def _traced(letters: Sequence[Letter]) -> Traced:
    if not letters:
        return EMPTY
    return Traced("".join(one.sign for one in letters), tuple(one.origin for one in letters))
