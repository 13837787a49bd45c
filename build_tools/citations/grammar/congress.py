"""Resolutions of congresses, known by the congress and its ordinal or term of office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.bodies import read_committee, read_union
from build_tools.citations.grammar.form import (
    BLANK,
    GAP,
    ORDINAL,
    PERIOD,
    ROMAN,
    mention,
    ordinal,
    spaced,
)
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int

_NTH: Final = (
    rf"(?:(?:lan{GAP}thu{GAP})?(?P<nth>{ROMAN})"
    rf"|lan{GAP}thu{GAP}(?P<nth_word>\d{{1,2}}\b|(?:{ORDINAL})\b))"
)
_PARTY: Final = r"dang(?: cong san viet nam)?(?! bo\b| uy\b| cac\b| vien\b| cap\b)"
#: bodies of which there are so many that a small letter and a term of office name none
_MANY: Final = ("chi-bo", "xa", "phuong", "thi-tran", "co-so", "dang-bo")


@dataclass(slots=True)
class _Named:
    """What the words after ``Đại hội`` tell, in whatever order; ends are 0 where nothing was told."""

    number: int | None = None
    body: str | None = None
    period: str | None = None
    told: int = 0  # the end of number and body
    period_end: int = 0
    row: tuple[tuple[int, int, int], ...] = ()  # several ordinals of one body, with their places


class Congress:
    """A congress's resolution.

    ``Nghị quyết Đại hội XIII của Đảng``, ``Nghị quyết Đại hội đại biểu toàn quốc lần thứ
    XIII của Đảng``, ``Nghị quyết Đại hội XI Đảng bộ tỉnh``, ``Nghị quyết Đại hội đại biểu
    Đảng bộ huyện lần thứ XXIV``, ``Nghị quyết Đại hội XIII Công đoàn Việt Nam``. Without an
    ordinal the term of office tells which congress: ``Nghị quyết Đại hội Đảng bộ Khối,
    nhiệm kỳ 2020-2025``; ``nghị quyết đại hội đảng bộ các cấp`` names none.
    """

    name = "named"
    types = frozenset({"nghi-quyet"})
    _opening = re.compile(spaced(r" (?:cua )?(?:dai hoi|dh)(?: dai bieu)?(?: toan quoc)?\b"))
    _nth = re.compile(rf"{GAP}{_NTH}")
    _figure = re.compile(
        spaced(r" (?P<nth>\d{1,2})(?= (?:cua )?(?:dang|chi bo|cong doan|doan|hoi|mat tran)\b)")
    )
    _also = re.compile(rf"{BLANK},{BLANK}(?P<one>{ROMAN})|{GAP}va{GAP}(?P<other>{ROMAN})")
    _term = re.compile(rf"{BLANK},?{BLANK}\(?khoa{GAP}(?P<nth>{ROMAN})\)?")
    _nationwide = re.compile(spaced(r" toan quoc\b"))
    _of = re.compile(rf"{BLANK},?{GAP}(?:cua{GAP})?")
    _party = re.compile(spaced(_PARTY))
    _period = re.compile(rf"{BLANK},?{BLANK}\(?{PERIOD}")
    _unknown = re.compile(rf"{GAP}(?:cua\b|[A-Z])")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation, if the words tell which congress."""
        opening = self._opening.match(source.low, head.end)
        if opening is None or not head.is_sure:
            return ()
        told = self._told(source, opening.end())
        if told.body is None:
            if told.number is None or self._of_unknown(source, told.told):
                return ()
            told.body = "dang"
        end = told.told
        if told.number is None:
            if told.period is None or told.body == "dang" or self._of_many(source, head, told.body):
                return ()
            end = max(end, told.period_end)
        items = [(head.start, told.number, end)]
        if told.row:  # each ordinal by its own words, the body with the last
            last = told.row[-1]
            items = [(head.start, told.row[0][1], told.row[0][2]), *told.row[1:-1]]
            items.append((last[0], last[1], end))
        form = "list" if len(items) > 1 else self.name
        return tuple(
            mention(
                source, (start, stop), form, head.type, NOTHING,
                named=f"nq-dh{number or ''}-{told.body}", period=told.period,
            )
            for start, number, stop in items
        )  # fmt: skip

    def _told(self, source: Source, at: int) -> _Named:
        """Ordinal, body and term of office, which may change places."""
        told, before = _Named(), -1
        while at != before:
            before = at
            if told.number is None:
                told.number, at = self._ordinal(source, at, told.body)
                if told.number:
                    told.row = self._row(source, told.number, at)
                    told.told = at = told.row[-1][2] if told.row else at
            if told.body is None and (body := self._body(source, at)):
                told.body, at = body
                told.told = at
                if nationwide := self._nationwide.match(source.low, at):
                    at = nationwide.end()
            if told.period is None and (period := self._period.match(source.low, at)):
                told.period = f"{period['from']}-{period['to']}"
                told.period_end = at = period.end("to")
        return told

    def _row(self, source: Source, number: int, at: int) -> tuple[tuple[int, int, int], ...]:
        """``XII, XIII của Đảng``: the ordinals where more than one stands before their body."""
        row = [(0, number, at)]
        while also := self._also.match(source.low, row[-1][2]):
            group = "one" if also["one"] else "other"
            start, end = also.span(group)
            further = roman_to_int(also[group])
            if further is None or not source.text[start:end].isupper():
                break
            row.append((start, further, end))
        return tuple(row) if len(row) > 1 and self._body(source, row[-1][2]) else ()

    def _ordinal(self, source: Source, at: int, body: str | None) -> tuple[int | None, int]:
        if match := self._nth.match(source.low, at):
            number = roman_to_int(match["nth"]) if match["nth"] else ordinal(match["nth_word"])
            return (number, match.end()) if number else (None, at)
        if body is None and (figure := self._figure.match(source.low, at)):
            return int(figure["nth"]), figure.end("nth")
        if body and body != "dang" and (term := self._term.match(source.low, at)):
            number = roman_to_int(term["nth"])
            return (number, term.end()) if number else (None, at)
        return None, at

    def _body(self, source: Source, at: int) -> tuple[str, int] | None:
        of = self._of.match(source.low, at)
        if of is None:
            return None
        if party := self._party.match(source.low, of.end()):
            return "dang", party.end()
        return read_committee(source, of.end()) or read_union(source, of.end())

    def _of_unknown(self, source: Source, at: int) -> bool:
        """Whether a body follows that nobody here knows, so that it is not the Party's congress."""
        match = self._unknown.match(source.cased, at)
        return match is not None and not source.text[at : match.end() + 1].isupper()

    def _of_many(self, source: Source, head: Head, body: str) -> bool:
        """Whether a term of office leaves open which: ``các nghị quyết đại hội đảng bộ xã``."""
        if body == "co-so":
            return True
        words = source.text[head.start : head.start + 40]
        small = words.islower() and not source.is_unmarked
        return small and (body in _MANY or body.startswith(("cong-doan", "hoi-", "mat-tran")))
