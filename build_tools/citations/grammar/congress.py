"""Resolutions of congresses, known by the congress and its ordinal or term of office."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.attributes import NOTHING
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
from build_tools.places import province_in
from build_tools.vietnamese import roman_to_int, slug

_NTH: Final = (
    rf"(?:(?:lan{GAP}thu{GAP})?(?P<nth>{ROMAN})"
    rf"|lan{GAP}thu{GAP}(?P<nth_word>\d{{1,2}}\b|(?:{ORDINAL})\b))"
)
_PARTY: Final = r"dang(?: cong san viet nam)?(?! bo\b| uy\b| cac\b| vien\b| cap\b)"
_PROPER: Final = rf"(?:{GAP}[A-Z][A-Za-z]{{0,14}})"
_OFFICES: Final = r"(?i:co quan|doanh nghiep|dan chinh dang|kinh te|cac co quan)"
_COMMITTEE: Final = spaced(
    rf"(?i:dang bo) (?:(?i:tinh)(?!{GAP}uy){_PROPER}{{0,4}}"
    rf"|(?i:khoi)(?: {_OFFICES}(?:{BLANK}(?:-|va|,){BLANK}{_OFFICES})?)?(?:(?i: tinh\b){_PROPER}{{0,4}})?"
    rf"|(?i:thanh pho|huyen|thi xa|quan|xa|phuong|dac khu){_PROPER}{{1,4}}"
    rf"|(?!(?i:cac|co so|cap|bo phan)\b)[A-Z][^.,;:()\d\n]{{1,50}}?(?={BLANK},?{BLANK}(?i:nhiem ky|lan thu)\b)"
    rf"|(?!(?i:cac|co so|cap|bo phan)\b)[A-Z][A-Za-z]{{0,14}}{_PROPER}{{0,5}})\b"
)


class Congress:
    """A congress's resolution.

    ``Nghị quyết Đại hội XIII của Đảng``, ``Nghị quyết Đại hội đại biểu toàn quốc lần thứ
    XIII của Đảng``, ``Nghị quyết Đại hội XI Đảng bộ tỉnh``, ``Nghị quyết Đại hội đại biểu
    Đảng bộ tỉnh lần thứ XI``. Without an ordinal the term of office tells which congress:
    ``Nghị quyết Đại hội Đảng bộ Khối, nhiệm kỳ 2020-2025``; ``nghị quyết đại hội đảng bộ
    các cấp`` names none.
    """

    name = "named"
    types = frozenset({"nghi-quyet"})
    _opening = re.compile(spaced(r" dai hoi(?: dai bieu)?(?: toan quoc)?"))
    _nth = re.compile(rf"{GAP}{_NTH}")
    _nationwide = re.compile(spaced(r" toan quoc"))
    _of = re.compile(rf"{BLANK},?{GAP}(?:cua{GAP})?")
    _party = re.compile(spaced(_PARTY))
    _committee = re.compile(_COMMITTEE)
    _period = re.compile(rf"{BLANK},?{BLANK}\(?{PERIOD}")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation, if the words tell which congress."""
        opening = self._opening.match(source.low, head.end)
        if opening is None or not head.is_sure:
            return ()
        number, end = self._ordinal(source, opening.end())
        body, end = self._body(source, end)
        if number is None and body is not None:
            if nationwide := self._nationwide.match(source.low, end):
                end = nationwide.end()
            number, end = self._ordinal(source, end)
        if body is None:
            if number is None:
                return ()
            body = "dang"
        period = self._period.match(source.low, end)
        years = f"{period['from']}-{period['to']}" if period else None
        if number is None:
            if period is None or body == "dang":
                return ()
            end = period.end("to")
        named = f"nq-dh{number or ''}-{body}"
        found = mention(
            source, (head.start, end), self.name, head.type, NOTHING, named=named, period=years
        )
        return (found,)

    def _ordinal(self, source: Source, at: int) -> tuple[int | None, int]:
        match = self._nth.match(source.low, at)
        if match is None:
            return None, at
        number = roman_to_int(match["nth"]) if match["nth"] else ordinal(match["nth_word"])
        return (number, match.end()) if number else (None, at)

    def _body(self, source: Source, at: int) -> tuple[str | None, int]:
        of = self._of.match(source.low, at)
        if of is None:
            return None, at
        if party := self._party.match(source.low, of.end()):
            return "dang", party.end()
        if committee := self._committee.match(source.cased, of.end()):
            return body_slug(source.text[committee.start() : committee.end()]), committee.end()
        return None, at


def body_slug(words: str) -> str:
    """The part of an id for a party committee: ``Đảng bộ Khối`` is ``khoi``.

    >>> body_slug("Đảng bộ tỉnh"), body_slug("Đảng bộ tỉnh Hậu Giang"), body_slug("Đảng bộ Sở Y tế")
    ('tinh', 'tinh-hau-giang', 'so-y-te')
    """
    rest = slug(words).removeprefix("dang-bo-")
    if rest.startswith("khoi"):
        return "khoi"
    if rest.startswith("tinh"):
        place = province_in(words)
        return f"tinh-{place}" if place else "tinh"
    return rest
