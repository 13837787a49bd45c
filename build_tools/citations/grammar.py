"""The forms in which a report cites a directive, one small class each.

A form finds spans and reads what the words themselves state; which document is meant is
decided elsewhere. A new form is a new class in ``FORMS`` with real examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Protocol

from build_tools.citations.attributes import read_attributes
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention
from build_tools.vietnamese import CAPITALS, nfc

DASH: Final = r"[-\u2010-\u2015\u2212]"
_TYPE_BY_NAME: Final = {kind.name.casefold(): kind.slug for kind in DOCUMENT_TYPES.values()}
TYPE_WORDS: Final = "|".join(
    name.replace(" ", r"\s+") for name in sorted(_TYPE_BY_NAME, key=len, reverse=True)
)
_UPPER: Final = r"[A-ZĐÐƯƠÂÊÔĂ]"
_BODY: Final = rf"{_UPPER}[A-ZĐÐƯƠÂÊÔĂa-zđ]*\d{{0,2}}"
PARTY_SYMBOL: Final = rf"{_UPPER}[A-ZĐÐƯa-z]{{1,5}}\s?/\s?{_BODY}(?:{DASH}{_BODY})?"
STATE_SYMBOL: Final = rf"{_UPPER}[A-ZĐÐƯa-z]{{0,5}}\s?{DASH}\s?{_BODY}(?:{DASH}{_BODY})?"
_NAME_LETTER: Final = r"(?:(?!\b(?:Luật|Bộ\s+luật|Pháp\s+lệnh)\b)[^\d;.:()])"
_LAW_NAME: Final = (
    rf"(?P<title>(?-i:[{CAPITALS}]){_NAME_LETTER}{{1,80}}?|sửa\s+đổi[^\d;.:()]{{1,120}}?)"
)


class Form(Protocol):
    """A way of citing; ``name`` goes into the data, ``find`` yields spans in order."""

    name: str

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention of this form; offsets are code points into ``text`` (NFC)."""


def normal_symbol(symbol: str) -> str:
    """A symbol as it should be printed: ``QÐ / TW`` (U+00D0) is ``QĐ/TW``.

    Lower case inside is kept, since it is part of the code (``TTr/TU``, ``QĐ-TTg``); a
    symbol all in lower case was typed in haste.

    >>> normal_symbol("QÐ / TW"), normal_symbol("NĐ\u2013CP"), normal_symbol("ct/tw")
    ('QĐ/TW', 'NĐ-CP', 'CT/TW')
    """
    unspaced = re.sub(r"\s+", "", symbol).replace("Ð", "Đ")
    dashed = re.sub(DASH, "-", unspaced)
    return dashed.upper() if dashed.islower() else dashed


def type_of(words: str) -> str:
    """The slug of a type word: ``Chỉ  thị`` is ``chi-thi``."""
    return _TYPE_BY_NAME[" ".join(nfc(words).split()).casefold()]


class PartyIdentifier:
    """A type word with a party number and symbol.

    ``Chỉ thị số 05-CT/TW``, ``Quy định 197-QĐ/TU ngày 06-5-2021``,
    ``Hướng dẫn số 61-HD/BTCTU``, ``Quy chế số 01-QCTC/TW``, ``Kế hoạch số 88-KH/ĐUK``
    (Hướng dẫn 36-HD/VPTW, 2018, II.1.3).
    """

    name = "full"
    _pattern = re.compile(
        rf"(?<!\w)(?P<type>{TYPE_WORDS})\s+(?:số\s*:?\s*)?"
        rf"(?P<number>\d{{1,4}})\s?{DASH}\s?(?P<symbol>{PARTY_SYMBOL})(?!\w)",
        re.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention of this form."""
        for match in self._pattern.finditer(text):
            yield _mention(match, text, self.name)


class StateIdentifier:
    """A type word with a state number, its year and symbol.

    ``Nghị định số 30/2020/NĐ-CP``, ``Thông tư 26/2020/TT-BTTTT``,
    ``Quyết định số 15/2022/QĐ-UBND``, ``Nghị quyết số 18/NQ-CP``,
    ``Thông tư liên tịch số 01/2019/TTLT-BNV-BTC``
    (Nghị định 30/2020/NĐ-CP, phụ lục I).
    """

    name = "full"
    _pattern = re.compile(
        rf"(?<!\w)(?P<type>{TYPE_WORDS})\s+(?:liên\s+tịch\s+)?(?:số\s*:?\s*)?"
        rf"(?P<number>\d{{1,4}})\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?"
        rf"(?P<symbol>{STATE_SYMBOL})(?!\w)",
        re.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention of this form."""
        for match in self._pattern.finditer(text):
            yield _mention(match, text, self.name)


class LawIdentifier:
    """A law with its name, number, year and the assembly that passed it.

    ``Luật Cán bộ, công chức số 22/2008/QH12``, ``Bộ luật Lao động số 45/2019/QH14``,
    ``Nghị quyết số 76/2022/QH15``, ``Pháp lệnh số 02/2020/UBTVQH14``. One law's name never
    runs into the next law, except that of an amending one, which tells what it amends.
    """

    name = "full"
    _pattern = re.compile(
        rf"(?<!\w)(?P<type>{TYPE_WORDS})(?:(?<=luật|lệnh)\s+{_LAW_NAME})?\s+(?:số\s*:?\s*)?"
        r"(?P<number>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?"
        r"(?P<symbol>(?:UBTV)?QH\d\d?)(?!\w)",
        re.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention of this form; only laws carry their name before the number."""
        for match in self._pattern.finditer(text):
            yield _mention(match, text, self.name)


FORMS: Final[tuple[Form, ...]] = (PartyIdentifier(), StateIdentifier(), LawIdentifier())


def _mention(match: re.Match[str], text: str, form: str) -> Mention:
    groups = match.groupdict()
    attributes = read_attributes(text, match.end())
    year = int(groups["year"]) if groups.get("year") else None
    if year is None and attributes.date is not None:
        year = attributes.date.year
    return Mention(
        start=match.start(),
        end=match.end(),
        surface=match[0],
        form=form,
        type=type_of(groups["type"]),
        number=int(groups["number"]),
        year=year if year is not None else attributes.year,
        symbol=normal_symbol(groups["symbol"]),
        issuer=attributes.issuer,
        date=attributes.date,
        date_raw=attributes.date_raw,
        term=attributes.term,
        title=groups.get("title") or attributes.title,
    )
