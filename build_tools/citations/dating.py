"""Years and terms: which of the documents that shared a number over time is meant.

The numbers of party papers restart with each committee term and those of state papers
each year (Hướng dẫn 36-HD/VPTW 2018, II.1.3; Nghị định 30/2020/NĐ-CP), so a number alone
names several documents over time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.citations.agreeing import Agreeing, Facts
from build_tools.citations.issuing import body_facts
from build_tools.citations.order import Stretch
from build_tools.congresses import is_central, speaks_against
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int


@dataclass(frozen=True, slots=True)
class _Told:
    """The years and terms that some mentions tell; ``places`` are those of the years, in order."""

    places: Sequence[int]
    years: frozenset[int]
    terms: frozenset[str]


class Evidence:
    """What a paper tells of the years and terms of one number."""

    def __init__(self, fellows: Sequence[int], mentions: Sequence[Mention]) -> None:
        """``fellows`` are the mentions of the number, in order."""
        self._mentions = mentions
        facts = {at: _facts(mentions[at]) for at in fellows if _tells(mentions[at])}
        self._agreeing = Agreeing(facts, gather=self._told) if facts else None
        self._told_to: dict[Facts, list[_Told]] = {}

    def dated(self, index: int, base: DirectiveId) -> DirectiveId:
        """Add the year or term that this mention or its fellows in the paper state.

        Fellows are mentions that may be of one paper: same term, same one of three bodies, and
        for a central paper no year outside its term.
        """
        mention = self._mentions[index]
        if mention.year is not None:
            return _with(base, year=mention.year)
        if self._agreeing is None:
            return base
        told = self._fellows(mention, self._agreeing, central=is_central(base.org))
        years = {year for one in told for year in one.years}
        if len(years) == 1:
            return _with(base, year=years.pop())
        if years:
            before = Stretch(0, index, back=True)
            earlier = [at for one in told if (at := before.nearest(one.places)) is not None]
            return _with(base, year=self._mentions[max(earlier)].year) if earlier else base
        terms = {term for one in told for term in one.terms}
        term = mention.term or (terms.pop() if len(terms) == 1 else None)
        return _with(base, term=roman_to_int(term) if term else None)

    def _fellows(
        self, mention: Mention, agreeing: Agreeing[_Told], *, central: bool
    ) -> list[_Told]:
        facts = _facts(mention)
        if facts not in self._told_to:
            found = agreeing.with_facts(facts)
            term = roman_to_int(mention.term) if mention.term and central else None
            self._told_to[facts] = found if term is None else [self._of(term, one) for one in found]
        return self._told_to[facts]

    def _of(self, term: int, told: _Told) -> _Told:
        """What is told of papers that can be of a term."""
        kept = [at for at in told.places if self._can_be_of(term, self._mentions[at])]
        years = frozenset(self._mentions[at].year or 0 for at in kept)
        return _Told(kept, years, told.terms)

    @staticmethod
    def _can_be_of(term: int, mention: Mention) -> bool:
        return mention.year is None or not speaks_against(term, mention.year, mention.date)

    def _told(self, group: Sequence[int]) -> _Told:
        with_year = [at for at in group if self._mentions[at].year is not None]
        years = frozenset(self._mentions[at].year or 0 for at in with_year)
        terms = frozenset(self._mentions[at].term or "" for at in group) - {""}
        return _Told(with_year, years, terms)


def _tells(mention: Mention) -> bool:
    return mention.year is not None or mention.term is not None


def _facts(mention: Mention) -> Facts:
    return (mention.term, *body_facts(mention.issuer))


def _with(base: DirectiveId, year: int | None = None, term: int | None = None) -> DirectiveId:
    return DirectiveId(base.code, base.number, base.org, year, term)
