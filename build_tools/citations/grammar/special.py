"""Numbers and types in unusual dress: a letter in the number, an office for a symbol, types in a row."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.attributes import read_attributes
from build_tools.citations.grammar.form import BLANK, GAP, JOINT, NUMBER_WORD, mention, spaced
from build_tools.citations.grammar.numbered import (
    NUMBERED,
    PARTY_SYMBOL,
    STATE_SYMBOL,
    normal_symbol,
    numbered,
    symbol_in,
)
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId, split_symbol
from build_tools.model import Mention

_PARTY: Final = ("nghi-quyet", "chi-thi", "ket-luan", "quy-dinh", "quyet-dinh", "huong-dan",
                 "ke-hoach", "thong-bao", "chuong-trinh")  # fmt: skip
_WORDS: Final = spaced("|".join(kind.replace("-", " ") for kind in _PARTY))


class OfficeLetter:
    """An official letter whose symbol is its office alone.

    ``Công văn số 1889/UBND``, ``Công văn 415/SNV``; the office is in capitals.
    """

    name = "full"
    types = frozenset({"cong-van"})
    _pattern = re.compile(
        rf"{GAP}{NUMBER_WORD}?(?P<number>\d{{1,5}}){BLANK}/{BLANK}(?P<office>[a-z]{{2,10}})(?![\w/-])"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        match = self._pattern.match(source.low, head.end)
        if match is None or not source.cased[slice(*match.span("office"))].isupper():
            return ()
        symbol = normal_symbol(source.text[slice(*match.span("office"))])
        found = read_attributes(source, match.end())
        span, number = (head.start, match.end()), int(match["number"])
        return (mention(source, span, self.name, head.type, found, number=number, symbol=symbol),)


class NumberWithLetter:
    """A number with a letter, which is another document than the number alone.

    ``Nghị quyết số 30a/2008/NQ-CP``, ``Kế hoạch số 15A-KH/HU``. Ids keep the letter:
    ``nq-30a-cp-2008``.
    """

    name = "full"
    types: frozenset[str] | None = None
    _pattern = re.compile(
        rf"{GAP}{NUMBER_WORD}?(?P<number>\d{{1,4}})(?P<letter>[a-e])"
        rf"(?:{BLANK}-{BLANK}(?P<party>{PARTY_SYMBOL})"
        rf"|{BLANK}/{BLANK}(?:(?P<year>(?:19|20)\d\d){BLANK}/{BLANK})?(?P<state>{STATE_SYMBOL}))(?![\w/])"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        match = self._pattern.match(source.low, head.end)
        if match is None:
            return ()
        group = "party" if match["party"] else "state"
        symbol = normal_symbol(source.text[slice(*match.span(group))])
        found = read_attributes(source, match.end())
        year = int(match["year"]) if match["year"] else found.year
        code, org = split_symbol(symbol, head.type)
        plain = str(DirectiveId(code, int(match["number"]), org, year))
        named = plain.replace(
            f"-{int(match['number']):02d}-", f"-{int(match['number']):02d}{match['letter']}-", 1
        )
        return (
            mention(
                source, (head.start, match.end()), self.name, head.type, found,
                number=int(match["number"]), symbol=symbol, year=year, named=named,
            ),
        )  # fmt: skip


class TypesInRow:
    """Types named together before their numbers.

    ``Nghị quyết, Kết luận số 18-NQ/TW, 21-KL/TW``: the first citation runs from the first
    type word through the number that is of its type; the other numbers are items of the list.
    """

    name = "list"
    types = frozenset(_PARTY)
    _pattern = re.compile(rf"(?:{JOINT}(?:{_WORDS})\b){{1,3}}{GAP}{NUMBER_WORD}?{NUMBERED}")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The first citation."""
        if not head.is_sure or not source.low.startswith((",", " va", "\nva"), head.end):
            return ()
        match = self._pattern.match(source.low, head.end)
        if match is None:
            return ()
        code, _ = split_symbol(symbol_in(source, match), head.type)
        if code != DOCUMENT_TYPES[head.type].code:
            return ()
        return (numbered(source, head.start, head.type, match, form=self.name),)
