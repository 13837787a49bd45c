"""Several numbers behind one type word, of which only the last has the symbol, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from build_tools.citations.attributes import NOTHING, read_attributes
from build_tools.citations.grammar.form import (
    BLANK,
    FOLLOWS,
    GAP,
    JOINT,
    NUMBER_WORD,
    mention,
)
from build_tools.citations.grammar.numbered import NUMBERED, numbered
from build_tools.citations.grammar.short import ALWAYS_NOUNS, NUMBERED_TYPES
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.model import Mention

_PLURAL: Final = re.compile(r"\b(?:cac|nhung|hai|ba|bon)\s{1,3}\Z")
_LONGEST: Final = 20
_HIGHEST: Final = 1899  # above it stand years


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    number: int
    end: int


class NumbersOfOneSymbol:
    """Several numbers, of which only the last has the symbol, or none has one.

    ``Nghị quyết số 18, 19-NQ/TW``, ``các Kết luận số 01, 14 và 21-KL/TW``,
    ``Nghị quyết từ số 18-NQ/TW đến số 21-NQ/TW``, ``Nghị quyết 18, 19``. Each number is a
    citation of its own: the first from the type word, the others by their own words.
    """

    name = "list"
    types = NUMBERED_TYPES
    _first = re.compile(
        rf"{GAP}(?P<from>tu{GAP})?(?P<so>{NUMBER_WORD})?(?P<number>\d{{1,4}})(?![\d.%])"
    )
    #: a day of its own in brackets, between one number and the next
    _own_day = rf"(?:{BLANK}\({BLANK}ngay{GAP}\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}{BLANK}\))?"
    _next = re.compile(rf"{_own_day}{JOINT}(?P<item>{NUMBER_WORD}?(?P<number>\d{{1,4}}))(?![\d.%])")
    _tail = re.compile(rf"{_own_day}{JOINT}(?P<item>{NUMBER_WORD}?{NUMBERED})")
    _ranged = re.compile(rf"{GAP}tu{GAP}{NUMBER_WORD}?{NUMBERED}")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The citations of the row, in order."""
        if not head.is_sure:
            return ()
        first = self._first.match(source.low, head.end)
        if first is None:
            return ()
        if first["from"] and (ranged := self._ranged.match(source.low, head.end)):
            return (numbered(source, head.start, head.type, ranged, form=self.name),)
        if not (first["so"] or source.capital(head.start) or source.is_unmarked):
            return ()
        items = [_Item(head.start, int(first["number"]), first.end("number"))]
        tail = self._tail.match(source.low, items[-1].end)
        while tail is None and len(items) < _LONGEST:
            following = self._next.match(source.low, items[-1].end)
            if following is None:
                break
            items.append(_Item(following.start("item"), int(following["number"]), following.end()))
            tail = self._tail.match(source.low, items[-1].end)
        if tail is not None:
            last = numbered(source, tail.start("item"), head.type, tail, form=self.name)
            return (*_without_symbol(source, head, items, last), last)
        is_sure = bool(first["so"]) or head.type in ALWAYS_NOUNS
        is_sure = (
            is_sure or _PLURAL.search(source.low, max(0, head.start - 8), head.start) is not None
        )
        return tuple(self._plain(source, head, items)) if is_sure else ()

    def _plain(self, source: Source, head: Head, items: list[_Item]) -> Iterator[Mention]:
        """Numbers without any symbol: only where nothing else can be meant."""
        sure = [item for item in items if FOLLOWS.match(source.low, item.end)]
        if len(items) < 2 or sure != items:  # noqa: PLR2004
            return
        if any(item.number > _HIGHEST for item in items):
            return
        found = read_attributes(source, items[-1].end)
        for item in items:
            yield mention(
                source, (item.start, item.end), self.name, head.type, found, number=item.number
            )


def _without_symbol(
    source: Source, head: Head, items: list[_Item], last: Mention
) -> Iterator[Mention]:
    """Items that take symbol, issuer, year and term from the tail of their row."""
    for item in items:
        own = read_attributes(source, item.end)
        found = (
            own
            if own.date_raw and source.low[item.end : item.end + 4].lstrip()[:1] == "("
            else NOTHING
        )
        yield mention(
            source, (item.start, item.end), "list", head.type, found,
            number=item.number, symbol=last.symbol, year=found.year or last.year, issuer=last.issuer, term=last.term,
        )  # fmt: skip
