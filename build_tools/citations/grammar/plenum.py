"""Resolutions and conclusions of the Central Committee's plenums, known by plenum and term."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.form import (
    BLANK,
    GAP,
    JOINT,
    ORDINAL,
    ROMAN,
    mention,
    ordinal,
    spaced,
)
from build_tools.citations.grammar.short import FOLLOWS
from build_tools.citations.heads import Head, type_of
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int

_TYPES: Final = spaced("nghi quyet|ket luan")
_CENTRAL: Final = spaced("(?:ban chap hanh )?(?:trung uong|tw|t[.]u)(?: dang)?(?: cong san viet nam)?")
_FIGURE: Final = rf"(?:\d{{1,2}}\b|(?:{ORDINAL})\b)"
_LIMIT: Final = 12


class Plenum:
    """A plenum's resolution or conclusion; types, plenums and terms may each be several.

    ``Nghị quyết Trung ương 8 khóa XIII``, ``Nghị quyết Hội nghị lần thứ tám Ban Chấp hành
    Trung ương Đảng (khóa XI)``, ``Nghị quyết Trung ương 4, 5, 6 khóa XII``,
    ``Nghị quyết, Kết luận Hội nghị Trung ương 4 (khóa XI, XII, XIII)``: resolutions for XI
    and XII, a conclusion for XIII. The term belongs to the words, its bracket too, unless
    the bracket closes a list. A meeting without a type word is no document.
    """

    name = "named"
    _types = re.compile(rf"(?:(?:{BLANK},{BLANK}|{GAP}va{GAP}|{BLANK},{GAP}va{GAP})(?:{_TYPES})\b){{1,2}}")
    _kind = re.compile(_TYPES)
    _plenum = re.compile(
        rf"{GAP}(?:cua{GAP})?(?:hoi{GAP}nghi{GAP})?(?:"
        rf"{_CENTRAL}{GAP}(?:lan{GAP}thu{GAP})?(?P<number>{_FIGURE})"
        rf"|lan{GAP}thu{GAP}(?P<nth>{_FIGURE})(?:{BLANK},?{GAP}(?:cua{GAP})?(?P<whose>{_CENTRAL}))?)"
    )
    _also = re.compile(rf"{JOINT}(?P<item>(?P<number>\d{{1,2}}))(?!\d|[.%/-])")
    _term = re.compile(rf"(?:\^{{1,3}})?{BLANK},?{BLANK}(?P<open>\()?{BLANK}khoa{GAP}(?P<term>{ROMAN})")
    _next_term = re.compile(
        rf"(?P<close>\)?)(?:{JOINT})(?P<item>\(?(?:khoa{GAP})?(?P<term>{ROMAN}))"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """One citation for each document that the words name."""
        if head.type not in {"nghi-quyet", "ket-luan"} or not head.is_sure:
            return ()
        low = source.low
        kinds = [(head.start, head.end, head.type)]
        at = head.end
        if more := self._types.match(low, at):
            at = more.end()
            for found in self._kind.finditer(low, more.start(), at):
                kind = type_of(found[0])
                if kind is not None:
                    kinds.append((found.start(), found.end(), kind))
        match = self._plenum.match(low, at)
        if match is None:
            return ()
        first = ordinal(match["number"] or match["nth"])
        if first is None:
            return ()
        plenums = [(kinds[0][0], first, match.end())]
        while len(plenums) < _LIMIT and (also := self._also.match(low, plenums[-1][2])):
            plenums.append((also.start("item"), int(also["number"]), also.end()))
        term = self._term.match(low, plenums[-1][2])
        if term is None or not _is_roman(source, term):
            plenums = [item for item in plenums if FOLLOWS.match(low, item[2])] if match["number"] else []
            if match["whose"]:
                plenums = [(kinds[0][0], first, match.end())]
            return tuple(_one(source, s, e, kinds[-1][2], n, None, "list" if len(plenums) > 1 else "named")
                         for s, n, e in plenums)  # fmt: skip
        if len(plenums) > 1:
            return self._of_one_term(source, kinds[0][2], plenums, term)
        return self._of_terms(source, kinds, plenums[0][1], term)

    def _of_one_term(
        self, source: Source, kind: str, plenums: list[tuple[int, int, int]], term: re.Match[str]
    ) -> tuple[Mention, ...]:
        end = _closed(source, term)
        ends = [*(item[2] for item in plenums[:-1]), end]
        roman = term["term"].upper()
        return tuple(
            _one(source, start, stop, kind, number, roman, "list")
            for (start, number, _), stop in zip(plenums, ends, strict=True)
        )

    def _of_terms(
        self, source: Source, kinds: list[tuple[int, int, str]], number: int, term: re.Match[str]
    ) -> tuple[Mention, ...]:
        spans = [(kinds[0][0], term.end("term"), term["term"].upper())]
        while len(spans) < _LIMIT:
            following = self._next_term.match(source.low, spans[-1][1])
            if following is None or not _is_roman(source, following):
                break
            if following["close"]:
                spans[-1] = (spans[-1][0], following.end("close"), spans[-1][2])
            spans.append((following.start("item"), following.end("term"), following["term"].upper()))
        if len(spans) == 1:
            end = _closed(source, term)
            if len(kinds) == 1:
                return (_one(source, kinds[0][0], end, kinds[0][2], number, spans[0][2], "named"),)
            own = [(start, stop) for start, stop, _ in kinds[:-1]] + [(kinds[-1][0], end)]
            return tuple(
                _one(source, start, stop, kind, number, spans[0][2], "list")
                for (start, stop), (_, _, kind) in zip(own, kinds, strict=True)
            )
        if spans[-1][1] < len(source.low) and source.low[spans[-1][0]] == "(" == term["open"]:
            last = spans[-1]
            spans[-1] = (last[0], last[1] + (source.low[last[1]] == ")"), last[2])
        surplus = max(0, len(spans) - len(kinds))
        return tuple(
            _one(source, start, end, kinds[max(0, at - surplus)][2], number, roman, "list")
            for at, (start, end, roman) in enumerate(spans)
        )


def _is_roman(source: Source, match: re.Match[str]) -> bool:
    start, end = match.span("term")
    printed = source.text[start:end]
    return printed.isascii() and roman_to_int(printed) is not None and (
        printed.isupper() or source.is_unmarked
    )  # fmt: skip


def _closed(source: Source, term: re.Match[str]) -> int:
    end = term.end("term")
    return end + (term["open"] is not None and source.low[end : end + 1] == ")")


def _one(
    source: Source, start: int, end: int, kind: str, number: int, term: str | None, form: str
) -> Mention:
    code = DOCUMENT_TYPES[kind].code
    known = roman_to_int(term) if term else None
    named = f"{code}-tw{number}" + (f"-k{known}" if known else "")
    return mention(source, start, end, form, kind, NOTHING, term=term, named=named)
