"""Resolutions and conclusions of the Central Committee's plenums, known by plenum and term."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.form import (
    BLANK,
    FOLLOWS,
    GAP,
    JOINT,
    ORDINAL,
    ROMAN,
    mention,
    ordinal,
    spaced,
)
from build_tools.citations.heads import Head, type_of
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int

_TYPES: Final = spaced("nghi quyet|ket luan")
_CENTRAL: Final = spaced(
    "(?:(?:ban chap hanh|bch) )?(?:trung uong|tw|t[.]u)(?: dang)?(?: cong san viet nam)?"
)
_FIGURE: Final = rf"(?:\d{{1,2}}\b|(?:{ORDINAL})\b)"
_LIMIT: Final = 12


@dataclass(frozen=True, slots=True)
class _Item:
    """A plenum (or a term of one) with its own words; ``term`` is empty where none is told."""

    start: int
    end: int
    number: int
    term: str = ""


class Plenum:
    """A plenum's resolution or conclusion; types, plenums and terms may each be several.

    ``Nghị quyết Trung ương 8 khóa XIII``, ``Nghị quyết Hội nghị lần thứ tám Ban Chấp hành
    Trung ương Đảng (khóa XI)``, ``Nghị quyết Trung ương 4, 5, 6 khóa XII``,
    ``Nghị quyết, Kết luận Hội nghị Trung ương 4 (khóa XI, XII, XIII)``: resolutions for XI
    and XII, a conclusion for XIII. The term belongs to the words, its bracket too, unless
    the bracket closes a list. ``Nghị quyết TW4 (khóa XII)`` is the same in haste. A meeting
    without a type word is no document.
    """

    name = "named"
    types = frozenset({"nghi-quyet", "ket-luan"})
    _types = re.compile(
        rf"(?:(?:{BLANK},{BLANK}|{GAP}va{GAP}|{BLANK},{GAP}va{GAP})(?:{_TYPES})\b){{1,2}}"
    )
    _kind = re.compile(_TYPES)
    _plenum = re.compile(
        rf"{BLANK}(?:cua{GAP})?(?:hoi{GAP}nghi{GAP})?(?:"
        rf"(?:{_CENTRAL}{GAP}(?:lan{GAP}(?:thu{GAP})?)?|tw|t[.]u|(?P<short>tu){GAP}?)(?P<number>{_FIGURE})"
        rf"|lan{GAP}thu{GAP}(?P<nth>{_FIGURE})(?:{BLANK},?{GAP}(?:cua{GAP})?(?P<whose>{_CENTRAL}))?)"
    )
    _also = re.compile(
        rf"{JOINT}(?P<item>(?:(?:hoi{GAP}nghi{GAP})?trung{GAP}uong{GAP})?(?P<number>\d{{1,2}}))"
        r"(?!\d|[.%/-])"
    )
    _further = re.compile(
        rf"{JOINT}(?P<item>(?:hoi{GAP}nghi{GAP})?trung{GAP}uong{GAP}(?P<number>\d{{1,2}}))(?!\d|[.%/-])"
    )
    _term = re.compile(
        rf"(?:\^{{1,3}})?{BLANK},?{BLANK}(?P<open>\()?{BLANK}(?:cac{GAP})?khoa{GAP}(?P<term>{ROMAN})"
    )
    _next_term = re.compile(rf"\)?(?P<joint>{JOINT})(?P<item>\(?(?:khoa{GAP})?(?P<term>{ROMAN}))")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """One citation for each document that the words name."""
        if not head.is_sure:
            return ()
        kinds, at = self._kinds(source, head)
        match = self._plenum.match(source.low, at)
        number = ordinal(match["number"] or match["nth"]) if match else None
        if match is None or number is None:
            return ()
        if match["short"] and source.text[slice(*match.span("short"))] != "TƯ":
            return ()  # “từ 4”, “tư” are other words
        items = self._items(source, _Item(head.start, match.end(), number))
        if not items[-1].term and not match["whose"]:
            items = [
                item for item in items if match["number"] and FOLLOWS.match(source.low, item.end)
            ]
        return _with_kinds(source, kinds, items)

    def _kinds(self, source: Source, head: Head) -> tuple[list[Head], int]:
        """The coordinated types: ``Nghị quyết, Kết luận``."""
        kinds = [head]
        more = self._types.match(source.low, head.end)
        if more is None:
            return kinds, head.end
        for found in self._kind.finditer(source.low, more.start(), more.end()):
            kind = type_of(found[0])
            if kind is not None:
                kinds.append(Head(found.start(), found.end(), kind, is_sure=True))
        return kinds, more.end()

    def _items(self, source: Source, first: _Item) -> list[_Item]:
        """The plenums with their terms, as far as the list goes."""
        done: list[_Item] = []
        item: _Item | None = first
        while item is not None and len(done) < _LIMIT:
            row = [item]
            while len(row) < _LIMIT and (also := self._also.match(source.low, row[-1].end)):
                row.append(_Item(also.start("item"), also.end(), int(also["number"])))
            done.extend(self._terms(source, row))
            further = self._further.match(source.low, done[-1].end) if done[-1].term else None
            item = further and _Item(further.start("item"), further.end(), int(further["number"]))
        return done

    def _terms(self, source: Source, row: list[_Item]) -> list[_Item]:
        """Give a row its term, or the one plenum of a row its several terms."""
        match = self._term.match(source.low, row[-1].end)
        if match is None or not _is_roman(source, match):
            return row
        term, last = match["term"].upper(), row[-1]
        end = match.end("term")
        following = self._next_term.match(source.low, end) if len(row) == 1 else None
        if following is None or not _is_roman(source, following):
            end += match["open"] is not None and source.low[end : end + 1] == ")"
            return [replace(one, term=term) for one in (*row[:-1], replace(last, end=end))]
        end += source.low[end] == ")"
        terms = [replace(last, end=end, term=term)]
        while following is not None and _is_roman(source, following) and len(terms) < _LIMIT:
            end = following.end("term")
            end += following["item"].startswith("(") and source.low[end : end + 1] == ")"
            terms.append(
                _Item(following.start("item"), end, last.number, following["term"].upper())
            )
            following = self._next_term.match(source.low, end)
        return terms


def _with_kinds(source: Source, kinds: list[Head], items: list[_Item]) -> tuple[Mention, ...]:
    """Distribute the types over the items: the last types to the last items."""
    if len(items) == 1 and len(kinds) > 1:  # “Nghị quyết, Kết luận Hội nghị Trung ương 4 khóa XII”
        only = items[0]
        items = [replace(only, start=kind.start, end=kind.end) for kind in kinds]
        items[-1] = replace(items[-1], end=only.end)
    surplus = max(0, len(items) - len(kinds))
    form = "list" if len(items) > 1 else "named"
    return tuple(
        _mention(source, kinds[max(0, at - surplus)].type, item, form)
        for at, item in enumerate(items)
    )


def _is_roman(source: Source, match: re.Match[str]) -> bool:
    printed = source.text[slice(*match.span("term"))]
    is_number = printed.isascii() and roman_to_int(printed) is not None
    return is_number and (printed.isupper() or source.is_unmarked)


def _mention(source: Source, kind: str, item: _Item, form: str) -> Mention:
    known = roman_to_int(item.term)
    named = f"{DOCUMENT_TYPES[kind].code}-tw{item.number}" + (f"-k{known}" if known else "")
    span = (item.start, item.end)
    return mention(source, span, form, kind, NOTHING, term=item.term or None, named=named)
