"""Letters that look like others: ``Ð`` for ``Đ``, Cyrillic ``а``, ``O5`` for ``05``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.draft import Draft
from build_tools.intake.source import NOWHERE, Traced

_ALIKE: Final = {"Ð": "Đ", "ð": "đ", "ø": "o", "ß": "B", "þ": "p", "Þ": "P", "ı": "i", "ƒ": "f"}
_WORD: Final = re.compile(r"[^\W_]+")
_MIXED: Final = re.compile(r"[OolI|]\d+|\d+[Ool|]\d*|\d+I\d+")
_UNREADABLE: Final = "\ufffd"
_ENOUGH: Final = 200
_MARKED_SHARE: Final = 0.02


def doubt_letters(draft: Draft) -> Iterator[Doubt]:
    """Foreign letters, digits mixed with letters, characters that could not be read."""
    for piece in draft.texts:
        for match in _WORD.finditer(piece.text):
            foreign = sorted({letter for letter in match[0] if _is_foreign(letter)})
            if foreign:
                yield _foreign(piece, match, foreign)
            elif _MIXED.fullmatch(match[0]):
                yield warning(
                    "KHO708",
                    piece[match.start() : match.end()].start,
                    match[0],
                    f"Chữ số lẫn chữ cái: “{match[0]}”.",
                    "Đối chiếu bản in: máy hay nhầm O với 0, l và I với 1.",
                )
        at = piece.text.find(_UNREADABLE)
        if at >= 0:
            yield warning(
                "KHO707",
                piece[at:].start,
                _UNREADABLE,
                "Có ký tự mà tệp nguồn đã làm hỏng (hiện thành �).",
                "Gõ lại chữ ấy theo bản in.",
            )
    yield from _without_marks(draft)


def _is_foreign(letter: str) -> bool:
    """A letter that Vietnamese does not have, and that looks like one it has."""
    if letter in _ALIKE:
        return True
    return (
        letter.isalpha()
        and ord(letter) > 0x24F  # noqa: PLR2004 - the end of Latin Extended-B
        and not unicodedata.name(letter, "").startswith("LATIN")
    )


def _foreign(piece: Traced, match: re.Match[str], foreign: list[str]) -> Doubt:
    shown = ", ".join(
        f"{letter} (U+{ord(letter):04X})"
        + (f" thay cho {_ALIKE[letter]}" if letter in _ALIKE else "")
        for letter in foreign
    )
    return warning(
        "KHO707",
        piece[match.start() : match.end()].start,
        match[0],
        f"Chữ “{match[0]}” có chữ cái không phải tiếng Việt: {shown}.",
        "Gõ lại chữ ấy bằng bàn phím tiếng Việt, nếu không thì tìm kiếm và viện dẫn không thấy.",
    )


def _without_marks(draft: Draft) -> Iterator[Doubt]:
    letters = marked = 0
    for piece in draft.texts:
        for letter in piece.text:
            letters += letter.isalpha()
            marked += letter.isalpha() and ord(letter) > 0x7F  # noqa: PLR2004 - the end of ASCII
    if letters >= _ENOUGH and marked < letters * _MARKED_SHARE:
        yield warning(
            "KHO712",
            NOWHERE,
            "",
            "Chữ trong tệp không có dấu tiếng Việt; đã giữ nguyên.",
            "Nhận dạng lại bản quét với tùy chọn tiếng Việt, hoặc gõ lại dấu theo bản in.",
        )
