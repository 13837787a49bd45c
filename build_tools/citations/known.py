"""The documents of one number that registry and reports together know of.

Two papers may share type, number and body; what tells them apart is year, term and, for the
three bodies behind ``TW``, the name of the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Final, TypeAlias

from build_tools.citations.issuing import is_one_of_three, may_be_one
from build_tools.congresses import began_by, is_central, speaks_against, terms_of
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.registered import Directive
from build_tools.registry.registry import Registry
from build_tools.vietnamese import roman_to_int

TERM_YEARS: Final = 5
PLENUM: Final = re.compile(r"[a-z]+-tw\d+")
_YEARLY: Final = ("cp", "ttg", "qh", "ubtvqh", "ubnd", "hdnd")
_ASSEMBLY: Final = re.compile(r"(?:ubtv)?qh\d+")


#: citations of one number that tell no year, each with its id and the last day of its report
Undated: TypeAlias = Sequence[tuple[Mention, DirectiveId, date]]


class Fit(IntEnum):
    """Whether a citation can mean a document: no, nothing is proven, or nothing speaks against it."""

    NO = 0
    MAYBE = 1
    YES = 2


@dataclass(slots=True)
class Known:
    """One document, gathered from the registry's entry or from all citations with its year.

    ``entry`` is None while nobody has registered it; ``issuers`` are names as printed.
    What is gathered only grows with more citations, so that a citation once decided can
    become doubtful but never turn to another document.
    """

    id: DirectiveId
    entry: Directive | None = None
    year: int | None = None
    days: set[date] = field(default_factory=set)
    terms: set[int] = field(default_factory=set)
    issuers: set[str] = field(default_factory=set)

    @property
    def target(self) -> str:
        """The id under which the document has its page."""
        return self.entry.id if self.entry else str(self.id)

    def learn(self, mention: Mention) -> None:
        """Add what one citation of the document states."""
        if mention.date is not None and mention.date.year == self.year:
            self.days.add(mention.date)
        term = term_of(mention)
        if term is not None:
            self.terms.add(term)
        if mention.issuer is not None:
            self.issuers.add(mention.issuer)

    def add(self, told: Known) -> None:
        """Add to an entry what reports tell of its document, where the entry itself is silent."""
        if self.entry is not None and self.entry.date is None:
            self.days |= told.days
            self.terms |= told.terms

    def less(self) -> frozenset[str]:
        """The less precise ids that also name it: without year, and with each of its terms."""
        base = self.id.base
        if self.id.is_named:
            return less_of_plenum(str(self.id))
        terms = self.all_terms() if self.year is not None else ()
        named = {DirectiveId(base.code, base.number, base.org, term=term) for term in terms}
        return frozenset(map(str, {base, *named})) - {str(self.id)}

    def all_terms(self) -> frozenset[int]:
        """The terms stated for it, and those that its year or a day of it leaves no choice but."""
        found = set(self.terms)
        if is_central(self.id.org) and self.year is not None:
            for possible in (terms_of(self.year), *(terms_of(self.year, day) for day in self.days)):
                found |= possible if len(possible) == 1 else set()
        return frozenset(found)


def from_entry(entry: Directive, registry: Registry) -> list[Known]:
    """What the registry's entry says of a document, under each number that the entry gives it.

    The resolution of a plenum (``nq-tw4-k12``) may also have a number (``nq-04-tw-2016``).
    """
    ids = [DirectiveId.parse(name) for name in (entry.id, *entry.same_as)]
    issuer = registry.issuers.get(entry.issuer or "")
    found: dict[DirectiveId, Known] = {}
    for one in ids:
        known = found.setdefault(one.base, Known(one, entry))
        known.year = known.year or one.year
        known.terms |= {one.term} if one.term else set()
    for known in found.values():
        known.year = (entry.date.year if entry.date else entry.year) or known.year
        known.days |= {entry.date} if entry.date else set()
        known.issuers |= {issuer.name} if issuer else set()
        term = roman_to_int(entry.term) if entry.term else None
        known.terms |= {term} if term else set()
    return list(found.values())


def less_of_plenum(name: str) -> frozenset[str]:
    """A plenum's name without its term: ``nq-tw4`` for ``nq-tw4-k12``, else nothing."""
    plenum, divider, term = name.rpartition("-k")
    return frozenset({plenum} if divider and term.isdecimal() and PLENUM.fullmatch(plenum) else ())


def open_terms(undated: Undated, known: Sequence[Known]) -> list[Known]:
    """Documents of which reports tell only the term, and that are none of those known."""
    found: dict[int, Known] = {}
    for mention, one, _ in undated:
        if one.term is not None and not any(one.term in other.all_terms() for other in known):
            document = found.setdefault(one.term, Known(one, terms={one.term}))
            document.learn(mention)
    return list(found.values())


def with_year(found: DirectiveId, year: int | None) -> DirectiveId:
    """The id with a year in the place of a term."""
    return DirectiveId(found.code, found.number, found.org, year)


def term_of(mention: Mention) -> int | None:
    """The term a citation states, as a number."""
    return roman_to_int(mention.term) if mention.term else None


def fit(mention: Mention, known: Known, registry: Registry, latest: date, term: int | None) -> Fit:
    """Whether a citation without a year can mean a document, in a report of ``latest``.

    ``term`` is what the citation or the rest of its report tells.
    """
    if not _issued_by(known, latest):
        return Fit.NO
    if not same_body([mention.issuer] if mention.issuer else [], known.issuers, registry):
        return Fit.NO
    found = term_fit(term, known)
    if not within_reach(mention, known, latest):
        return Fit.NO
    if known.entry is not None:
        return found
    undated = known.year == latest.year and not known.days
    unsigned = is_one_of_three(mention.issuer) and not any(map(is_one_of_three, known.issuers))
    return min(found, Fit.MAYBE) if undated or unsigned else found


def _issued_by(known: Known, latest: date) -> bool:
    """Whether a document can have been issued by a day."""
    if known.year is None:
        open_ones = known.terms if is_central(known.id.org) else set()
        return not open_ones or any(began_by(term, latest) for term in open_ones)
    return known.year <= latest.year and (not known.days or min(known.days) <= latest)


def term_fit(term: int | None, known: Known) -> Fit:
    """Whether a document can be of a term; unknown terms exclude nothing and prove nothing."""
    if term is None:
        return Fit.YES
    stated = known.all_terms()
    if stated:
        return Fit.YES if term in stated else Fit.NO
    central = is_central(known.id.org) and known.year is not None
    return Fit.NO if central and speaks_against(term, known.year or 0) else Fit.MAYBE


def same_body(some: Iterable[str], others: Iterable[str], registry: Registry) -> bool:
    """Whether issuers as printed may be one body; a successor's name serves its predecessor."""
    pairs = [(one, other) for one in some for other in others]
    return not pairs or any(_one_body(one, other, registry) for one, other in pairs)


def _one_body(one: str, other: str, registry: Registry) -> bool:
    first, second = registry.issuer_called(one), registry.issuer_called(other)
    if first is None or second is None:
        told = is_one_of_three(one) and is_one_of_three(other)
        return not told or may_be_one(one, other)
    return registry.is_lineage(first, second)


def within_reach(mention: Mention, known: Known, latest: date) -> bool:
    """Whether a document's number can still be its own in a report of ``latest``.

    State numbers restart every year and those of local committees with each term of five
    years, so a bare number in a much later report is most likely a later paper. A law's
    number runs through its assembly's term, which is part of the symbol.
    """
    org = known.id.org or ""
    if known.year is None or known.id.is_named or is_central(org) or _ASSEMBLY.fullmatch(org):
        return True
    if "/" not in (mention.symbol or "/") or org.startswith(_YEARLY):
        return known.year >= latest.year - 1
    return known.year >= (latest.year - 1) // TERM_YEARS * TERM_YEARS
