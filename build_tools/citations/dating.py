"""Years and terms: which of the documents that shared a number over time is meant.

The numbers of party papers restart with each committee term and those of state papers
each year (Hướng dẫn 36-HD/VPTW 2018, II.1.3; Nghị định 30/2020/NĐ-CP), so a number alone
names several documents over time.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.citations.issuing import may_be_one
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.vietnamese import roman_to_int


def dated(
    index: int, bases: Sequence[DirectiveId], fellows: Sequence[int], mentions: Sequence[Mention]
) -> DirectiveId:
    """Add the year or term that this mention or its fellows in the report state.

    ``fellows`` are the mentions of the same base, in order, this one among them.
    """
    base, mention = bases[index], mentions[index]
    if mention.year is not None:
        return _with(base, year=mention.year)
    alike = [(at, mentions[at]) for at in fellows if _may_be_one(mention, mentions[at])]
    years = {other.year for _, other in alike if other.year is not None}
    if len(years) == 1:
        return _with(base, year=years.pop())
    earlier = [other.year for at, other in alike if at < index and other.year is not None]
    if earlier:
        return _with(base, year=earlier[-1])
    if years:
        return base
    terms = {other.term for _, other in alike if other.term is not None}
    term = mention.term or (terms.pop() if len(terms) == 1 else None)
    return _with(base, term=roman_to_int(term) if term else None)


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one number may be of one paper: same term, same one of three bodies."""
    if None not in (one.term, other.term) and one.term != other.term:
        return False
    return may_be_one(one.issuer, other.issuer)


def _with(base: DirectiveId, year: int | None = None, term: int | None = None) -> DirectiveId:
    return DirectiveId(base.code, base.number, base.org, year, term)
