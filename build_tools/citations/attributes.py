"""What stands right after an identifier: its date, its issuer, its term, its title.

Vietnamese papers cite ``số ký hiệu, ngày …, của <cơ quan> (khóa …) về …``; date, issuer
and term may change places, and the issuer is also written ``do <cơ quan> ban hành``. A
phrase belongs to the nearest identifier before it only. Phrases are read in plain text
(see ``source``), and kept as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from build_tools.citations.issuer_words import BODY, GAP
from build_tools.citations.source import Source
from build_tools.citations.titles import read_title
from build_tools.vietnamese import parse_date

_WINDOW: Final = 400
_FURTHEST: Final = 40  # the blanks and marks before ``của``, and the word
_LEAD: Final = r"(?:\^{1,3}|\[\^\d{1,3}\])?\s{0,4}"  # a note's mark may stand between

#: the first words of all phrases below; where none stands, no phrase can follow
_OPENING: Final = re.compile(
    r"(?:\^{1,3}|\[\^\d{1,3}\])?\s{0,4}+,?+\s{0,4}+[(\[]?+\s{0,4}+(?:(?P<word>ngay|nam|khoa|cua|do|cung|duoc|ban|de|ky|hoi|tai)\s|\d)"
)
_OF_DAY: Final = frozenset({"ngay", "cung", "duoc", "ban", "de", "ky"})
_OF_ISSUER: Final = frozenset({"cua", "do", "cung"})
_OF_MEETING: Final = frozenset({"hoi", "cua", "tai"})

_DATE: Final = re.compile(
    _LEAD
    + r",?\s{0,4}[(\[]?\s{0,4}(?:cung\s{1,3})?(?:(?:duoc\s{1,3})?(?:ban hanh|de|ky)\s{1,4})?ngay\s{1,4}"
    r"(?P<raw>\d{1,2}\s{0,2}[-/.]\s{0,2}\d{1,2}\s{0,2}[-/.]\s{0,2}\d{4}"
    r"|\d{1,2}\s{1,3}thang\s{1,3}\d{1,2}\s{1,3}nam\s{1,3}\d{4})(?!\d)[)\]]?"
)
#: the day without the word: ``(09/5/2020)``, ``, 15/11/2022``
_DAY_ALONE: Final = re.compile(
    _LEAD + r",?\s{0,4}[(\[]?\s{0,4}(?P<raw>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?![\d/-])[)\]]?"
)
_YEAR_ALONE: Final = re.compile(_LEAD + r"\(\s{0,2}(?P<year>(?:19|20)\d\d)\s{0,2}\)")
_YEAR: Final = re.compile(
    _LEAD + r",?\s{0,4}\(?nam\s{1,4}(?P<year>(?:19|20)\d\d)(?!\s{0,3}-\s{0,3}\d{4})(?!\d)\)?"
)
_TERM: Final = re.compile(
    _LEAD + r",?\s{0,4}\(?\s{0,3}[Kk](?:hoa|HOA)\s{1,4}(?P<term>[IVXLivxl]{1,6})\b\s{0,4}\)?"
)

_MEETING: Final = re.compile(
    r"\s{0,4},?\s{1,4}(?:(?:cua|tai)\s{1,4})?hoi\s{1,3}nghi\s{1,4}(?:trung\s{1,3}uong\s{1,4})?(?:lan\s{1,3}thu\s{1,4})?"
    r"[a-z0-9]{1,6}(?:,?\s{1,4}ban\s{1,3}chap\s{1,3}hanh\s{1,3}trung\s{1,3}uong(?:\s{1,3}dang)?)?"
    r"(?=\s{0,3},?\s{0,3}\(?\s{0,2}khoa\s)"
)

_ISSUER: Final = re.compile(
    _LEAD + rf",?\s{{0,4}}(?:(?:cung\s{{1,3}})?(?i:cua){GAP}(?P<of>{BODY})"
    rf"|do{GAP}(?P<by>{BODY}){GAP}ban hanh\b)"
)


@dataclass(slots=True)  # not frozen, as ``Head``
class Attributes:
    """The phrases after an identifier; ``date`` is None when the printed day cannot exist."""

    date: date | None = None
    date_raw: str | None = None
    year: int | None = None
    issuer: str | None = None
    term: str | None = None
    title: str | None = None


NOTHING: Final = Attributes()


def read_attributes(source: Source, start: int) -> Attributes:
    """Read the phrases that follow an identifier ending at ``start``.

    >>> read_attributes(Source("Chỉ thị số 17-CT/TW, ngày 21/10/2022 của Ban Bí thư"), 19).issuer
    'Ban Bí thư'
    """
    cased, low = source.cased, source.low
    raw = issuer = term = year = None
    position, opening = start, _OPENING.match(low, start)
    if opening and opening["word"] in _OF_MEETING and (meeting := _MEETING.match(low, start)):
        position = meeting.end()
        opening = _OPENING.match(low, position)
    while opening:
        word = opening["word"]
        if raw is None and (match := _day(low, position, word)):
            raw = source.text[slice(*match.span("raw"))]
            year = int(raw[-4:]) if raw[-4:-2] in {"19", "20"} else None
        elif raw is None and year is None and (match := _year(low, position, word)):
            year = int(match["year"])
        elif issuer is None and word in _OF_ISSUER and (match := _ISSUER.match(cased, position)):
            span = match.span("of") if match["of"] else match.span("by")
            issuer = _one_line(source.text[slice(*span)])
        elif term is None and word == "khoa" and (match := _TERM.match(cased, position)):
            if match["term"].isupper() or len(match["term"]) > 1:
                term = match["term"].upper()
        else:
            break
        position = match.end()
        opening = _OPENING.match(low, position)
    title = read_title(
        source.text, position, start + _WINDOW, is_dated=raw is not None or issuer is not None
    )
    if position == start and title is None:
        return NOTHING
    day = _read_day(raw) if raw and year else None
    return Attributes(day, raw, year, issuer, term, title)


def _day(low: str, position: int, word: str | None) -> re.Match[str] | None:
    """The day that begins here, with the word ``ngày`` or without it."""
    if word is None:
        return _DAY_ALONE.match(low, position)
    return _DATE.match(low, position) if word in _OF_DAY else None


def _year(low: str, position: int, word: str | None) -> re.Match[str] | None:
    """The year that begins here: ``năm 2021``, or ``(2021)``."""
    if word is None:
        return _YEAR_ALONE.match(low, position)
    return _YEAR.match(low, position) if word == "nam" else None


_ISSUED: Final = re.compile(
    r"(?:ngay|Ngay|NGAY)\s{1,3}(?P<raw>\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4})\s?,?\s{1,3}"
    rf"(?P<by>{BODY})(?:\s?\(?[Kk]hoa\s[IVXL]{{1,6}}\)?)?\s{{1,3}}(?:da\s)?(?:ky\s)?ban\s{{1,3}}hanh\s{{1,3}}\Z"
)


def read_issuer(source: Source, start: int) -> tuple[str, int] | None:
    """The body of ``của Bộ Chính trị`` that begins here, with its end."""
    if source.low.find("cua", start, start + _FURTHEST) < 0:
        return None
    match = _ISSUER.match(source.cased, start)
    if match is None or match["of"] is None:
        return None
    return _one_line(source.text[slice(*match.span("of"))]), match.end()


def read_before(source: Source, start: int) -> Attributes:
    """What a sentence tells in advance: ``Ngày 15/5/2016, Bộ Chính trị ban hành Chỉ thị …``."""
    before = source.low[max(0, start - 10) : start]
    if "hanh" not in before or before.split()[-2:] != ["ban", "hanh"]:
        return NOTHING
    match = _ISSUED.search(source.cased, max(0, start - 110), start)
    if match is None or source.cased.find("/", match.end("raw"), start) >= 0:
        return NOTHING
    raw = source.text[slice(*match.span("raw"))]
    issuer = _one_line(source.text[slice(*match.span("by"))])
    return Attributes(_read_day(raw), raw, int(raw[-4:]), issuer)


def with_missing(found: Attributes, before: Attributes) -> Attributes:
    """Fill what the words after an identifier left open."""
    return replace(
        found,
        date=before.date,
        date_raw=before.date_raw,
        year=found.year or before.year,
        issuer=before.issuer,
    )


@lru_cache(maxsize=4096)
def _read_day(raw: str) -> date | None:
    figures = re.findall(r"\d+", raw)
    return parse_date("/".join(figures))


def _one_line(words: str) -> str:
    return " ".join(words.split())
