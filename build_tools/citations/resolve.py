"""Which directive a mention means: an id, the registered document behind it, or neither.

The numbers of party papers restart with each committee term and those of state papers
each year (Hướng dẫn 36-HD/VPTW 2018, II.1.3; Nghị định 30/2020/NĐ-CP), so a number alone
names several documents over time. Year and term are taken from the mention, then from
other mentions of the same number in the same report, then from the registry; where more
than one document remains, the citation stays ambiguous with its candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from build_tools.identifiers import DirectiveId, split_symbol
from build_tools.model import Mention, Resolution
from build_tools.registered import Directive
from build_tools.registry.registry import Registry
from build_tools.vietnamese import roman_to_int

NUMBER_WITHOUT_BODY: Final = None


def base_id(mention: Mention) -> DirectiveId:
    """The id of a mention without year and term: ``Chỉ thị số 05-CT/TW`` is ``ct-05-tw``."""
    number = mention.number or 0
    if mention.symbol is None:
        return DirectiveId(mention.type, number, NUMBER_WITHOUT_BODY)
    code, org = split_symbol(mention.symbol, mention.type)
    return DirectiveId(code, number, org)


def resolve_report(
    mentions: Sequence[Mention], registry: Registry, latest: date
) -> tuple[Resolution, ...]:
    """Resolve the mentions of one report, in reading order.

    ``latest`` is a day after which no document cited here can have been issued.
    """
    bases = [base_id(mention) for mention in mentions]
    return tuple(
        _registered(_dated(index, bases, mentions), mentions[index], registry, latest)
        for index in range(len(mentions))
    )


def _dated(index: int, bases: Sequence[DirectiveId], mentions: Sequence[Mention]) -> DirectiveId:
    """Add the year or term that this mention or its fellows in the report state."""
    base, mention = bases[index], mentions[index]
    if mention.year is not None:
        return _with(base, year=mention.year)
    fellows = [
        (position, other)
        for position, other in enumerate(mentions)
        if bases[position] == base and _same_term(mention, other)
    ]
    years = {other.year for _, other in fellows if other.year is not None}
    if len(years) == 1:
        return _with(base, year=years.pop())
    earlier = [other.year for at, other in fellows if at < index and other.year is not None]
    if earlier:
        return _with(base, year=earlier[-1])
    if years:
        return base
    terms = {other.term for _, other in fellows if other.term is not None}
    term = mention.term or (terms.pop() if len(terms) == 1 else None)
    return _with(base, term=roman_to_int(term) if term else None)


def _same_term(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one number may be of one term; another term, another paper."""
    return None in {one.term, other.term} or one.term == other.term


def _with(base: DirectiveId, year: int | None = None, term: int | None = None) -> DirectiveId:
    return DirectiveId(base.code, base.number, base.org, year, term)


def _registered(
    found: DirectiveId, mention: Mention, registry: Registry, latest: date
) -> Resolution:
    """Prefer the registry's document where exactly one can be meant."""
    text = str(found)
    text = registry.aliases.get(text, text)
    if text in registry.directives:
        return Resolution(text)
    fitting = tuple(
        directive.id
        for directive in registry.by_base.get(str(found.base), ())
        if _may_be(directive, found, mention, registry, latest)
    )
    if len(fitting) == 1:
        return Resolution(fitting[0])
    if fitting:
        return Resolution(str(found.base), candidates=fitting)
    return Resolution(text)


def _may_be(
    directive: Directive, found: DirectiveId, mention: Mention, registry: Registry, latest: date
) -> bool:
    """Whether nothing that is known of the registered document speaks against it."""
    known = DirectiveId.parse(directive.id)
    year = directive.date.year if directive.date else (directive.year or known.year)
    if None not in (found.year, year) and found.year != year:
        return False
    if year is not None and year > latest.year:
        return False
    if directive.date is not None and directive.date > latest:
        return False
    term = directive.term and roman_to_int(directive.term)
    if found.term is not None and term and found.term != term:
        return False
    issuer = registry.issuer_called(mention.issuer) if mention.issuer else None
    return None in (issuer, directive.issuer) or issuer == directive.issuer
