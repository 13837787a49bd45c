"""Documents cited with number and symbol, behind their type word."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from build_tools.citations.attributes import (
    NOTHING,
    read_attributes,
    read_before,
    read_issuer,
    with_missing,
)
from build_tools.citations.grammar.form import (
    BLANK,
    FOLLOWS,
    GAP,
    JOINT,
    NUMBER_WORD,
    mention,
    spaced,
)
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.identifiers import split_symbol
from build_tools.model import Mention

_BODY: Final = r"(?:t[.][uw]\b|[a-z]{1,14}\d{0,2})"
_AFTER: Final = r"(?![\w/])"
PARTY_SYMBOL: Final = rf"[a-z]{{2,6}}{BLANK}/{BLANK}{_BODY}(?:-{_BODY}){{0,2}}"
STATE_SYMBOL: Final = rf"[a-z]{{1,6}}{BLANK}-{BLANK}{_BODY}(?:-{_BODY}){{0,3}}"
ASSEMBLY: Final = r"(?:ubtv)?qh\d\d?"
#: a number with its symbol, in the three ways of party, state and assembly
NUMBERED: Final = (
    rf"(?P<number>\d{{1,4}})(?:(?:{BLANK}-{BLANK}| {{0,2}})(?P<party>{PARTY_SYMBOL})"
    rf"|{BLANK}/{BLANK}(?:(?P<year>(?:19|20)\d\d){BLANK}/{BLANK})?"
    rf"(?:(?P<assembly>{ASSEMBLY})|(?P<state>{STATE_SYMBOL}))){_AFTER}"
)
#: where a symbol typed without marks lost the stroke of its Đ: ``QD/TW``, ``ND-CP``, ``DUK``
_LOST: Final = re.compile(
    r"(?<=^Q)D|(?<=^N)D(?=-)|(?<=^C)D(?=[-/])|^D(?=A/)|(?<=/)D(?=U)|(?<=H)D(?=ND)|(?<=BGD)D(?=T)|(?<=BL)D(?=TBXH)|(?<=BTC)D(?=U)"
)
_LONGEST_END: Final = 30  # ``số`` with its blanks, before a law's number
_OF_NOTICE: Final = " ket luan"
QUALIFIERS: Final = spaced(
    "chuyen de|lien tich|hanh dong|lam viec|cong tac|phoi hop|phoi hop cong tac|phoi hop hoat dong"
    "|lien nganh|kiem tra, giam sat|kiem tra|giam sat|chi dao|khan|hoa toc|thuc hien|trien khai"
    "|ket luan|tong the|toan khoa"
)


_BLANKS: Final = re.compile(r"\s+")
_CENTRAL: Final = re.compile(
    r"T\.?Ư(?![^\W\d_])|T\.W"
)  # TƯ is the Central Committee, TU a province
_DASH: Final = re.compile("[\u2010-\u2015\u2212]")


@lru_cache(maxsize=4096)
def normal_symbol(symbol: str) -> str:
    """A symbol as it should be printed: ``QÐ / TW`` (U+00D0) is ``QĐ/TW``.

    Lower case inside is kept, since it is part of the code (``TTr/TU``, ``QĐ-TTg``); a
    symbol all in lower case was typed in haste.

    >>> normal_symbol("QÐ / TW"), normal_symbol("NĐ\u2013CP"), normal_symbol("ct/tw")
    ('QĐ/TW', 'NĐ-CP', 'CT/TW')
    """
    unspaced = _CENTRAL.sub("TW", _BLANKS.sub("", symbol).replace("Ð", "Đ"))
    dashed = _DASH.sub("-", unspaced)
    return dashed.upper() if dashed.islower() else dashed


def symbol_in(source: Source, match: re.Match[str]) -> str:
    """The symbol of a match of ``NUMBERED``, as it should be printed."""
    group = "party" if match["party"] else "state" if match["state"] else "assembly"
    symbol = normal_symbol(source.text[slice(*match.span(group))])
    return _LOST.sub("Đ", symbol) if source.is_unmarked else symbol


def numbered(
    source: Source,
    start: int,
    kind: str,
    match: re.Match[str],
    *,
    form: str,
    title: str | None = None,
) -> Mention:
    """The mention from ``start`` to the end of a match of ``NUMBERED``."""
    found = read_attributes(source, match.end())
    if found.date_raw is None and found.issuer is None:
        before = read_before(source, start)
        found = found if before is NOTHING else with_missing(found, before)
    year = int(match["year"]) if match["year"] else None
    return mention(
        source, (start, match.end()), form, kind, found,
        number=int(match["number"]), symbol=symbol_in(source, match), year=year, title=title,
    )  # fmt: skip


class NumberAndSymbol:
    """A type word, number and symbol; years as state papers print them.

    ``Chỉ thị số 05-CT/TW``, ``Quy định 197-QĐ/TU``, ``Hướng dẫn số: 61-HD/BTCTU``,
    ``Chương trình hành động số 18-CTr/TU`` (Hướng dẫn 36-HD/VPTW, 2018, II.1.3);
    ``Nghị định số 30/2020/NĐ-CP``, ``Nghị quyết số 18/NQ-CP``, ``Thông tư liên tịch số
    01/2019/TTLT-BNV-BTC`` (Nghị định 30/2020/NĐ-CP, phụ lục I);
    ``Nghị quyết số 76/2022/QH15``, ``Pháp lệnh 02/2020/UBTVQH14``; in a bracket
    ``Nghị quyết (số 18-NQ/TW)``.
    """

    name = "full"
    types: frozenset[str] | None = None
    _pattern = re.compile(
        rf"(?:{GAP}(?P<also>{QUALIFIERS}))?(?:{GAP}{NUMBER_WORD}?|{BLANK}\({BLANK}{NUMBER_WORD}){NUMBERED}"
    )

    _more = re.compile(
        rf"{JOINT}(?P<item>{NUMBER_WORD}(?P<number>\d{{1,4}}))(?!\d|[./,]\d|\s?-\s?[a-z]|\s?/)"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The citation, unless the words between belong to another type; ``… và số 19`` too."""
        match = self._pattern.match(source.low, head.end)
        if match is None:
            return self._behind_issuer(source, head)
        if match["also"] and match["also"].startswith("ket"):
            code, _ = split_symbol(symbol_in(source, match), head.type)
            if code.startswith("kl"):  # “Thông báo Kết luận số 21-KL/TW” is the conclusion
                return ()
        first = numbered(source, head.start, head.type, match, form=self.name)
        more = self._more.match(source.low, match.end())
        if more is None or not FOLLOWS.match(source.low, more.end()):
            return (first,)
        found = read_attributes(source, more.end())
        span, number = more.span("item"), int(more["number"])
        second = mention(source, span, "list", head.type, found, number=number, symbol=first.symbol)
        return (first, second)

    _late = re.compile(rf"{BLANK},?{GAP}{NUMBER_WORD}{NUMBERED}")

    def _behind_issuer(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """``Chỉ thị của Thủ tướng Chính phủ số 16/CT-TTg``; ``Thông báo kết luận của … số …``."""
        low, at = source.low, head.end
        at += len(_OF_NOTICE) if low.startswith(f"{_OF_NOTICE} cua", at) else 0
        if not low.startswith(("cua", "\ncua"), at + 1):
            return ()
        issuer = read_issuer(source, at)
        match = self._late.match(source.low, issuer[1]) if issuer else None
        if issuer is None or match is None:
            return ()
        found = numbered(source, head.start, head.type, match, form=self.name)
        return (replace(found, issuer=issuer[0]),)


class LawWithNumber:
    """A law by its name and number.

    ``Luật Cán bộ, công chức số 22/2008/QH12``, ``Bộ luật Lao động số 45/2019/QH14``, ``Luật
    Đất đai (số 31/2024/QH15)``. One
    law's name never runs into the next law, except that of an amending one, which tells
    what it amends: ``Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công số 58/2024/QH15``.
    """

    name = "full"
    types = frozenset({"luat", "bo-luat", "phap-lenh"})
    _title = re.compile(r"\s{1,4}(?P<title>[^\s\d;.:()?][^\d;.:()?]{1,120})")
    _ends = re.compile(rf"\s{{1,4}}{NUMBER_WORD}?\Z")
    _number = re.compile(NUMBERED)
    _bracket = re.compile(rf"\({BLANK}{NUMBER_WORD}{NUMBERED}")
    _other = re.compile(rf"(?<!phap[ \n])\b(?:luat(?!{GAP}su\b)|phap{GAP}lenh)\b|\n\s{{0,3}}\n")
    _amending = re.compile(rf"sua{GAP}doi\b")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation; only laws and ordinances carry their name before the number."""
        name = self._title.match(source.low, head.end)
        if name is None:
            return ()
        start, end = name.span("title")
        match = self._bracket.match(source.low, end) or self._number.match(source.low, end)
        if match is None or not match["assembly"]:
            return ()
        word = self._ends.search(source.low, max(start, end - _LONGEST_END), end)
        end = word.start() if word else end
        amends = self._amending.match(source.low, start) is not None
        if word is None or not (amends or source.capital(start) or source.is_unmarked):
            return ()
        if not amends and self._other.search(source.low, start, end):
            return ()
        title = " ".join(source.text[start:end].split())
        return (numbered(source, head.start, head.type, match, form=self.name, title=title),)
