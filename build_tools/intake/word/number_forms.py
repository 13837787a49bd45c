"""Numbers as Word prints them before a paragraph or a note."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from build_tools.vietnamese import int_to_roman

_VIETNAMESE: Final = (
    "không",
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
)
_LETTERS: Final = 26
_ROMAN_LIMIT: Final = 4000


def _roman(count: int) -> str:
    return int_to_roman(count) if 0 < count < _ROMAN_LIMIT else str(count)


def _letter(count: int) -> str:
    """Word goes on with aa, bb after z."""
    return (
        chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1) if count > 0 else "0"
    )


def _star(count: int) -> str:
    return "*†‡§"[(count - 1) % 4] * ((count - 1) // 4 + 1) if count > 0 else ""


def _word(count: int) -> str:
    return _VIETNAMESE[count].capitalize() if 0 <= count < len(_VIETNAMESE) else str(count)


_FORMS: Final[MappingProxyType[str, Callable[[int], str]]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda count: f"{count:02d}",
        "upperRoman": _roman,
        "lowerRoman": lambda count: _roman(count).lower(),
        "upperLetter": lambda count: _letter(count).upper(),
        "lowerLetter": _letter,
        "chicago": _star,
        "numberInDash": lambda count: f"- {count} -",
        "cardinalText": _word,
        "vietnameseCounting": _word,
        "none": lambda _: "",
        "bullet": lambda _: "",
    }
)


def printed(count: int, form: str) -> str:
    """A number in one of Word's forms; a form that is not known prints digits.

    >>> printed(4, "upperRoman"), printed(2, "lowerLetter"), printed(7, "decimalZero")
    ('IV', 'b', '07')
    """
    return _FORMS.get(form, str)(count)
