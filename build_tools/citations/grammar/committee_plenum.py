"""Resolutions and conclusions of a local committee's plenums, known by plenum and term."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.bodies import body_slug, read_committee
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
from build_tools.citations.grammar.standing import committee_code
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int, slug

_NTH: Final = rf"lan{GAP}thu{GAP}(?P<number>\d{{1,2}}\b|(?:{ORDINAL})\b)"
#: committees of which a report's home has one
_ALONE: Final = frozenset({"", "tinh", "thanh-pho", "huyen", "quan", "thi-xa", "khoi"})


class CommitteePlenum:
    """The paper of a local committee's plenum, where its term or term of office is told.

    ``Nghị quyết Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh khóa XI``, ``Kết luận Hội nghị
    Tỉnh ủy lần thứ mười (khóa XI)``. Without the term it is one of several: ``Nghị quyết Hội
    nghị lần thứ mười Ban Chấp hành Đảng bộ Khối``.
    """

    name = "named"
    types = frozenset({"nghi-quyet", "ket-luan"})
    _opening = re.compile(spaced(" (?:cua )?hoi nghi "))
    _nth = re.compile(_NTH)
    _before = re.compile(rf"{BLANK},?{GAP}{_NTH}")
    _of = re.compile(rf"{BLANK},?{GAP}(?:cua{GAP})?")
    _board = re.compile(spaced("(?:ban chap hanh|bch) "))
    _office = re.compile(spaced("(?:tinh|thanh|huyen|quan|thi) uy"))
    _ends = re.compile(
        rf"{BLANK},?{BLANK}\(?(?:khoa{GAP}(?P<term>{ROMAN})|{PERIOD})(?P<closed>\))?"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        opening = self._opening.match(source.low, head.end) if head.is_sure else None
        if opening is None:
            return ()
        at = opening.end()
        if nth := self._nth.match(source.low, at):
            of = self._of.match(source.low, nth.end())
            at = of.end() if of else at
        start, at = at, self._body(source, at)
        if at > start and nth is None and (nth := self._before.match(source.low, at)):
            whose, at = source.text[start:at], nth.end()
        else:
            whose = source.text[start:at]
        ends = self._ends.match(source.low, at) if nth and whose else None
        number = ordinal(nth["number"]) if nth else None
        if ends is None or number is None:
            return ()
        known = roman_to_int(ends["term"]) if ends["term"] else None
        which = f"k{known}" if known else f"{ends['from']}-{ends['to']}"
        code = f"{committee_code(whose)}{number}{_whose_place(whose)}"
        named = f"{DOCUMENT_TYPES[head.type].code}-{code}-{which}"
        found = mention(
            source, (head.start, ends.end()), self.name, head.type, NOTHING,
            named=named, term=ends["term"] and ends["term"].upper(),
        )  # fmt: skip
        return (found,) if ends["term"] is None or known else ()

    def _body(self, source: Source, at: int) -> int:
        """Where the name of the committee ends."""
        board = self._board.match(source.low, at)
        start = board.end() if board else at
        committee = read_committee(source, start)
        if committee is not None:
            return committee[1]
        office = self._office.match(source.low, start)
        return office.end() if office else at


def _whose_place(whose: str) -> str:
    """What tells one district's committee from another's: nothing for ``Đảng bộ huyện`` alone."""
    _, divider, rest = slug(whose).partition("dang-bo-")
    place = body_slug(rest) if divider else ""
    return "" if place in _ALONE else f"-{place}"
