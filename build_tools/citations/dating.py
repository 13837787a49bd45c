"""Years and terms: which of the documents that shared a number over time is meant.

The numbers of party papers restart with each committee term and those of state papers
each year (Hướng dẫn 36-HD/VPTW 2018, II.1.3; Nghị định 30/2020/NĐ-CP), so a number alone
names several documents over time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.citations.issuing import may_be_one
from build_tools.congresses import speaks_against
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The years and terms that mentions of one number tell, with their places in order."""

    places: tuple[int, ...]
    years: tuple[int, ...]
    terms: frozenset[str]


def evidence(mention: Mention, fellows: Sequence[int], mentions: Sequence[Mention]) -> Evidence:
    """What ``fellows``, the mentions of the same base in order, say of a mention's paper."""
    alike = [(at, mentions[at]) for at in fellows if _may_be_one(mention, mentions[at])]
    told = [(at, other.year) for at, other in alike if other.year is not None]
    terms = frozenset(other.term for _, other in alike if other.term is not None)
    return Evidence(tuple(at for at, _ in told), tuple(year for _, year in told), terms)


def dated(index: int, base: DirectiveId, mention: Mention, known: Evidence) -> DirectiveId:
    """Add the year or term that this mention or its fellows in the report state."""
    if mention.year is not None:
        return _with(base, year=mention.year)
    if known.years:
        if len(set(known.years)) == 1:
            return _with(base, year=known.years[0])
        earlier = bisect_left(known.places, index)
        return _with(base, year=known.years[earlier - 1]) if earlier else base
    only = next(iter(known.terms)) if len(known.terms) == 1 else None
    term = mention.term or only
    return _with(base, term=roman_to_int(term) if term else None)


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one number may be of one paper: same term, same one of three bodies."""
    if None not in (one.term, other.term) and one.term != other.term:
        return False
    if _out_of_term(one, other) or _out_of_term(other, one):
        return False
    return may_be_one(one.issuer, other.issuer)


def _out_of_term(one: Mention, other: Mention) -> bool:
    """Whether a central paper of one's term cannot be of the other's year."""
    term = roman_to_int(one.term) if one.term else None
    if term is None or other.year is None or not (other.symbol or "").endswith("TW"):
        return False
    return speaks_against(term, other.year, other.date)


def _with(base: DirectiveId, year: int | None = None, term: int | None = None) -> DirectiveId:
    return DirectiveId(base.code, base.number, base.org, year, term)
