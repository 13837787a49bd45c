"""What the archive knows of written Vietnamese: marks, tone placement, numerals, dates.

Everything here is pure text to text and knows nothing of reports.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Final

_ROMAN_VALUES: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

CAPITALS: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"  # for a regular expression's class

_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")
_DATE: Final = re.compile(r"(\d{1,2})\s*[/\-.–]\s*(\d{1,2})\s*[/\-.–]\s*(\d{4})")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…;])[”\"’)]*\s+(?=[“\"‘(]?[^\W\d_a-z])")

_OLD_TONE: Final = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD_TONE_AT_END: Final = re.compile(
    r"(?<![qQ])(" + "|".join(_OLD_TONE) + r")(?![^\W\d_])", re.IGNORECASE
)


def nfc(text: str) -> str:
    """Compose letters and marks, the one form in which the archive keeps text.

    >>> len("đảng") == len(nfc("đảng"))
    True
    """
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Drop case, marks and the stroke of đ, so that texts compare as readers type them.

    Unicode decomposes ``ả`` but not ``đ``, hence the explicit replacement
    (Unicode 15, UnicodeData: U+0111 has no decomposition).

    >>> fold("Đảng ủy Khối")
    'dang uy khoi'
    """
    lowered = text.casefold().replace("đ", "d").replace("ð", "d")  # Ð U+00D0 is typed for Đ
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Make an address part: ASCII lower case, everything else one hyphen.

    >>> slug("170-BC/ĐUK")
    '170-bc-duk'
    """
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def unify_tone_placement(text: str) -> str:
    """Write ``hoà, thuý`` as ``hòa, thúy``; both are correct, headings mix them.

    Only an open syllable differs (``hoàn`` stays), and ``qu`` is a consonant (``quý`` stays).

    >>> unify_tone_placement("hàng hoá, uỷ ban, quý III")
    'hàng hóa, ủy ban, quý III'
    """

    def replace(match: re.Match[str]) -> str:
        pair = match[0]
        new = _OLD_TONE[pair.lower()]
        return "".join(
            letter.upper() if old.isupper() else letter
            for old, letter in zip(pair, new, strict=True)
        )

    return _OLD_TONE_AT_END.sub(replace, nfc(text))


@lru_cache(maxsize=1024)
def roman_to_int(numeral: str) -> int | None:
    """Read a Roman numeral as printed in parts and terms; None when it is not one.

    >>> roman_to_int("XIII"), roman_to_int("IIX")
    (13, None)
    """
    rest, total = numeral.upper(), 0
    for value, letters in _ROMAN_VALUES:
        while rest.startswith(letters):
            rest, total = rest[len(letters) :], total + value
    return total if not rest and total and int_to_roman(total) == numeral.upper() else None


def int_to_roman(number: int) -> str:
    """Write a positive number (at most 3999) as quarters and terms are written.

    >>> int_to_roman(4)
    'IV'
    """
    numeral = ""
    for value, letters in _ROMAN_VALUES:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def parse_date(text: str) -> date | None:
    """Read a day as Vietnamese papers print it; None when no such day exists.

    >>> parse_date("04/5/2023"), parse_date("0/6/2013")
    (datetime.date(2023, 5, 4), None)
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def format_date(day: date) -> str:
    """Write a day the way the reports do, padded below ten except the month above two.

    >>> format_date(date(2023, 5, 4))
    '04/5/2023'
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)  # noqa: PLR2004 - 36-HD/VPTW
    return f"{day.day:02d}/{month}/{day.year}"


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Split a paragraph into sentences, as ``(start, end)`` offsets.

    A full stop inside a number (``10.213``) has no blank after it, and a sentence
    begins with a capital; a semicolon that begins a capitalised clause counts, because
    official sentences run for half a page.

    >>> [("Mở 03 lớp. Có 282 học viên.")[a:b] for a, b in sentence_spans("Mở 03 lớp. Có 282 học viên.")]
    ['Mở 03 lớp.', 'Có 282 học viên.']
    """
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if not text[match.end()].islower():
            spans.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    spans.append((start, len(text)))
    return spans
