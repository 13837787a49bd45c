"""Text to tokens: what is compared when one searches.

A token has two forms. ``fold`` is how careless fingers type it: no marks, ``y`` as ``i``
where both are written, numbers without leading zeros, a document number in one shape
whatever its spelling. ``marks`` are the marks alone, ``d`` for the bar, ``h`` and
``w`` for the shape of vowels, then the tone, so that ``hòa`` and ``hoà`` agree but ``đảo`` and
``đạo`` do not; of a number, the digits as printed.

The browser cuts queries by the same rules (``browser/tokens.js``); a test holds both to
the same answers over many texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from build_tools.search.tables import COUNTED, PATTERNS, ROMAN_AFTER, TYPE_WORDS
from build_tools.vietnamese import nfc, roman_to_int

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SCANNER: Final = re.compile(
    "|".join(f"(?P<r{at}>{rule})" for at, (_, rule) in enumerate(PATTERNS))
)
#: by the number of its outer group, the rule that matched and the numbers of its inner groups
_RULES: Final = {
    first: (rule, range(first + 1, first + 1 + re.compile(pattern).groups))
    for at, (rule, pattern) in enumerate(PATTERNS)
    for first in (_SCANNER.groupindex[f"r{at}"],)
}
_SHAPES: Final = {"\u0302": "h", "\u0306": "w", "\u031b": "w"}
_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_CONSONANTS: Final = frozenset("bcdghklmnpqrstvx")
_ROMAN: Final = re.compile("[ivx]{1,6}")
_ROMAN_WORDS: Final = frozenset(("i", "v", "x", "vi", "xi", "xx"))
_LAST_QUARTER: Final = 4
_COUNTED: Final = re.compile(COUNTED)
_FRACTION: Final = re.compile("[0-9]+(?:[.,][0-9]{3})*[.,](?:[0-9]{1,2}|[0-9]{4,})")


class Token(NamedTuple):
    """One piece of a text with its span; see the module for ``fold`` and ``marks``.

    Ten thousands are made of every report, and a named tuple is made in a third of the time.

    ``kind`` is ``word``, ``number``, ``day`` or ``document``; the ``fold`` of a document
    without office ends open, e.g. ``v5zctz`` for ``Chỉ thị 05``, a prefix of ``v5zctztw``.
    """

    fold: str
    marks: str
    kind: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens.

    >>> [token.fold for token in tokens("Chỉ thị số 05-CT/TW, ngày 15/5/2016")]
    ['chi', 'thi', 'v5zctztw', 'ngay', 'do515', '2o16']
    >>> [token.marks for token in tokens("đảng viên, lý luận, hoà, 05")]
    ['dr', 'h', 's', 'hj', 'f', 'o5']
    """
    text = nfc(text)
    letters = plain(text)
    found: list[Token] = []
    for match in _SCANNER.finditer(letters):
        rule, inner = _RULES[match.lastindex or 0]
        if rule == "word":
            start, end = match.span()
            fold, marks = _word(text[start:end])
            token = Token(fold, marks, "word", start, end)
            before = found[-1].fold if found else ""
            if fold[0] in "ivx" and (value := _roman(token, text, before)):
                _join(found, Token(value, value, "number", start, end), letters)
            else:
                found.append(token)
        else:
            for token in _read(rule, [match[number] for number in inner], match):
                _join(found, token, letters)
    return found


def plain(text: str) -> str:
    """Lower-case ASCII, one character for each of the text, so that offsets agree.

    >>> plain("Đảng ủy – 05")
    'dang uy - 05'
    """
    return text.translate(_PLAIN)


class _PlainLetters(dict[int, str]):
    """Letters as they are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain_letter(chr(code))
        return self[code]


_PLAIN: Final = _PlainLetters()


def _plain_letter(letter: str) -> str:
    if letter in _DASHES:
        return "-"
    base = "".join(
        part
        for part in unicodedata.normalize("NFD", letter.lower())
        if not unicodedata.combining(part)
    )
    base = base.replace("đ", "d").replace("ð", "d")
    return base if len(base) == 1 and " " <= base <= "~" else " "


def _read(rule: str, groups: list[str | None], match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span()
    one, two, three = (*groups, None, None, None)[:3]
    whole = match[0]
    if rule in {"date", "day", "slashed"} and not _is_day(one, two):
        yield from _numbers(whole, start)
    elif rule == "date":
        yield Token(_day(one, two), "", "day", start, end)
        yield _number(three or "", end - 4)
    elif rule in {"day", "slashed"}:
        yield Token(_day(one, two), "", "day", start, end)
    elif rule == "month":
        month = f"m{int(one or 0):02d}".replace("0", "o")
        yield Token(month, "", "day", start, end - 4)
        yield _number(whole[-4:], end - 4)
    elif rule == "law":
        yield _document(one, "luat", three, start, end)
    elif rule == "state":
        yield _document(one, three, groups[3] if len(groups) > 3 else None, start, end)  # noqa: PLR2004 - its fourth group
        yield _number(two or "", start + len(one or "") + 1)
    elif rule == "symbol":
        yield _document(one, two, three, start, end)
    elif rule == "coded":
        yield _document(two, one, three, start, end)
    else:
        yield _number(whole, start)


def _is_day(day: str | None, month: str | None) -> bool:
    return 1 <= int(day or 0) <= 31 and 1 <= int(month or 0) <= 12  # noqa: PLR2004 - days, months


def _day(day: str | None, month: str | None) -> str:
    return f"d{int(month or 0):02d}{int(day or 0):02d}".replace("0", "o")


def _numbers(text: str, start: int) -> Iterator[Token]:
    for match in re.finditer(r"[0-9]+", text):
        yield _number(match[0], start + match.start())


def _number(printed: str, start: int) -> Token:
    """Digits without their dots; 0 is written ``o``, since 0 closes a token in the index.

    What ends a fraction in zeros says no more: 92,50 is 92.5, but 1.500 is not 1.5.
    """
    digits = re.sub("[^0-9]", "", printed)
    value = re.sub("[^0-9]", "", printed.rstrip("0")) if _FRACTION.fullmatch(printed) else digits
    return Token(
        (value.lstrip("0") or "0").replace("0", "o"),
        digits.replace("0", "o"),
        "number",
        start,
        start + len(printed),
    )


def _document(number: str | None, code: str | None, org: str | None, start: int, end: int) -> Token:
    digits = ((number or "").lstrip("0") or "0").replace("0", "o")
    office = (org or "").replace("0", "o")
    return Token(f"v{digits}z{code}z{office}", "", "document", start, end)


@cache
def _word(printed: str) -> tuple[str, str]:
    """Letters and marks of a word; a text has few different ones."""
    return _one_i(plain(printed).replace("0", "o")), _marks(printed.lower())


def _one_i(letters: str) -> str:
    """``ly`` as ``li``, ``quy`` as ``qui``: spellings that differ from house to house."""
    if letters.startswith("quy"):
        return f"qui{letters[3:]}"
    if letters.endswith("y") and (len(letters) == 1 or letters[-2] in _CONSONANTS):
        return f"{letters[:-1]}i"
    return letters


def _marks(printed: str) -> str:
    shapes, tone = "", ""
    for letter in printed:
        if letter in "đð":
            shapes += "d"
        for part in unicodedata.normalize("NFD", letter):
            shapes += _SHAPES.get(part, "")
            tone = _TONES.get(part, tone)
    return shapes + tone


def _join(found: list[Token], token: Token, letters: str) -> None:
    """Add a token that is no word, read together with those before it."""
    before = found[-1].fold if found else ""
    if token.kind in {"number", "document"} and before == "so":
        token = token._replace(start=found.pop().start)
        before = found[-1].fold if found else ""
    if token.kind == "document" and before == token.fold.split("z")[1]:
        token = token._replace(start=found.pop().start)
    if token.kind == "number" and found and len(token.fold) < 5:  # noqa: PLR2004 - none has five digits
        pair = " ".join(one.fold for one in found[-2:])
        code = _TYPES.get(pair) or (_TYPES.get(before) if before in _TYPES else None)
        if code and not _is_year(token.fold) and not _COUNTED.match(letters, token.end):
            token = token._replace(fold=f"v{token.fold}z{code}z", marks="", kind="document")
    found.append(token)


def _is_year(fold: str) -> bool:
    return len(fold) == 4 and fold[:2] in {"19", "2o"}  # noqa: PLR2004 - of a year


def _roman(token: Token, text: str, before: str) -> str | None:
    if token.marks or not _ROMAN.fullmatch(token.fold):
        return None
    value = roman_to_int(token.fold)
    if value is None or (before == "qui" and value > _LAST_QUARTER):
        return None
    printed = text[token.start : token.end]
    if before in _TRIGGERS or (printed.isupper() and token.fold not in _ROMAN_WORDS):
        return str(value).replace("0", "o")
    return None


def _folded_words(words: str) -> str:
    return " ".join(map(_one_i, words.split()))


_TYPES: Final = {_folded_words(words): code for words, code in TYPE_WORDS.items()}
_TRIGGERS: Final = frozenset(map(_folded_words, ROMAN_AFTER))
