"""Everything in a text that could be a footnote mark or begin a note.

Offices and OCR write the same mark in many ways: ``¹``, ``(1)``, ``[1]``, ``1)`` or, where
the raised digit came down, a bare ``1`` glued to a word. Here they are only found; which
of them are marks is proved by their sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from build_tools.intake.folding import ends_sentence, flat
from build_tools.intake.letterhead import is_tail_opening
from build_tools.intake.source import Gap, Line

RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED: Final = str.maketrans(RAISED, "0123456789")
_BEFORE: Final = (
    r"(?:(?<=[^\W\d_])|(?<=[”\"’»)%])|(?<=[^\W\d_][.,;:?!])|(?<=[”\"’»)%][.,;:])"
    r"|(?<=[^\d.,](?:19|20)\d\d))"
)
SUPERSCRIPT: Final = "superscript"
BARE: Final = "bare"
TAIL: Final = "tail"
DOT: Final = "dot"
_TITLE: Final = re.compile(r"(?:chu thich|ghi chu|chu giai)\s*[:.]?")
STRONG: Final = (SUPERSCRIPT, "raised", "bracket", "paren")
_MARKS: Final = MappingProxyType(
    {
        SUPERSCRIPT: re.compile(rf"[({{\[]?(?P<number>[{RAISED}]{{1,3}})[)}}\]]?"),
        "bracket": re.compile(r"\[\^?(?P<number>[1-9]\d{0,2})\](?!:)"),
        "raised": re.compile(r"(?:<sup>|(?<!\[)\$?\^\{?)\(?(?P<number>[1-9]\d{0,2})\)?(?:</sup>|\}?\$?)"),
        "paren": re.compile(r"\((?P<number>[1-9]\d{0,2})\)"),
        "close": re.compile(_BEFORE + r"(?P<number>[1-9]\d{0,2})\)"),
        BARE: re.compile(_BEFORE + r"(?P<number>[1-9]\d{0,2})(?![\w%°])(?![.,/\-–]\d)"),
        "spaced": re.compile(r"(?<=[^\W\d_] )(?P<number>[1-9]\d{0,2})(?=[.,;:)”\"]?(?:\s|$))(?=[.,;:)”\"]|$)"),
    }
)  # fmt: skip
_STARTS: Final = MappingProxyType(
    {
        SUPERSCRIPT: re.compile(rf"[(\[]?(?P<number>[{RAISED}]{{1,3}})[)\].:]?\s*"),
        "bracket": re.compile(r"\[\^?(?P<number>[1-9]\d{0,2})\][:.]?\s*"),
        "raised": re.compile(
            r"(?:<sup>|\$?\^\{?)\(?(?P<number>[1-9]\d{0,2})\)?(?:</sup>|\}?\$?)[:.]?\s*"
        ),
        "paren": re.compile(r"\((?P<number>[1-9]\d{0,2})\)[:.]?\s*"),
        "close": re.compile(r"(?P<number>[1-9]\d{0,2})\)\s*(?=\S)"),
        BARE: re.compile(r"(?P<number>[1-9]\d{0,2})(?:\s+(?=[\w“\"‘(])|(?=[^\W\d_]|[“\"‘(]))"),
        DOT: re.compile(r"(?P<number>[1-9]\d{0,2})\.\s+(?=\S)"),
    }
)
_UNIT: Final = re.compile(r"(?:^|[\W\d])[kcdm]?m$")
_POWERS: Final = (2, 3)


@dataclass(frozen=True, slots=True)
class NoteSign:
    """One candidate: ``number`` at ``line`` (an index), columns ``start:end``.

    ``end`` takes in the blanks after the sign where a note begins. ``glued`` tells that no
    blank stands before a mark, or that the line above a note does not run on into it.
    """

    number: int
    style: str
    line: int
    start: int
    end: int
    glued: bool = True

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands in reading order."""
        return (self.line, self.start)


def find_marks(lines: Sequence[Line]) -> tuple[NoteSign, ...]:
    """Every candidate mark, in reading order; a line's first characters are no mark."""
    return tuple(
        sorted(
            (mark for at, line in enumerate(lines) for mark in _marks_of(at, line.text.text)),
            key=lambda mark: mark.position,
        )
    )


def find_tails(lines: Sequence[Line], number: int) -> tuple[NoteSign, ...]:
    """Figures that end in a number: ``cảnh cáo 0113`` may be ``01`` with mark 13."""
    tail = re.compile(rf"(?<=[\d]){number}(?=[.,;:)]?(?:\s|$))")
    return tuple(
        NoteSign(number, TAIL, at, match.start(), match.end())
        for at, line in enumerate(lines)
        for match in tail.finditer(line.text.text)
    )


def _marks_of(at: int, text: str) -> Iterator[NoteSign]:
    for style, pattern in _MARKS.items():
        for match in pattern.finditer(text):
            start = match.start()
            if start == 0 or (style == SUPERSCRIPT and _is_power(text, match)):
                continue
            number = int(match["number"].translate(_LOWERED))
            if number:
                glued = style != "spaced" and not text[start - 1].isspace()
                yield NoteSign(number, style, at, start, match.end(), glued)


def _is_power(text: str, match: re.Match[str]) -> bool:
    """``m²`` and ``km²`` are areas, not notes."""
    number = int(match["number"].translate(_LOWERED))
    return number in _POWERS and bool(_UNIT.search(text[: match.start()].lower()))


def find_starts(lines: Sequence[Line]) -> tuple[NoteSign, ...]:
    """Every line that could begin a note, in reading order.

    ``1.`` begins headings; it is a note only after the letter's end or under “Chú thích”.
    """
    end = next((at for at, line in enumerate(lines) if _ends_body(line.text.text)), len(lines))
    return tuple(
        NoteSign(number, style, at, 0, match.end(), _stands_apart(lines, at))
        for at, line in enumerate(lines)
        for style, pattern in _STARTS.items()
        if (style != DOT or at > end)
        and (match := pattern.match(line.text.text))
        and (number := int(match["number"].translate(_LOWERED)))
        and match.end() < len(line.text)
    )


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above ends, so that this one is not merely wrapped before a figure."""
    return at == 0 or lines[at].gap is not Gap.NONE or ends_sentence(lines[at - 1].text.text)


def is_title_of_notes(text: str) -> bool:
    """Whether a line only names the notes under it.

    >>> is_title_of_notes("Chú thích:"), is_title_of_notes("Chú thích 3 của Ban")
    (True, False)
    """
    return bool(_TITLE.fullmatch(flat(text)))


def _ends_body(text: str) -> bool:
    return is_title_of_notes(text) or is_tail_opening(text)
