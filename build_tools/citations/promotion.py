"""Better ids for registered directives whose year the archive has learnt.

``nq-29-tw-k11`` becomes ``nq-29-tw-2013`` when a report prints the year and no other
document of that number can be the one the editors entered. The old id stays as another
name, so that its address leads on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from build_tools.citations.known import Fit, Known, from_entry, same_body, term_fit, within_reach
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.registered import Directive
from build_tools.registry.registry import Registry

Undated: TypeAlias = Sequence[tuple[Mention, DirectiveId, date]]


def promoted(
    registry: Registry,
    told: Mapping[DirectiveId, Mapping[int, Known]],
    undated: Mapping[DirectiveId, Undated],
) -> Registry:
    """The registry with every entry under the best id that is known of it.

    ``told`` are the documents whose year reports tell, ``undated`` the citations without
    a year, both by type, number and body.
    """
    better: dict[str, int] = {}
    groups: dict[DirectiveId, list[Known]] = {}
    for entry in registry.directives.values():
        for known in from_entry(entry, registry):
            if not known.id.is_named:
                groups.setdefault(known.id.base, []).append(known)
    for base, group in groups.items():
        better |= _years(group, told.get(base, {}), undated.get(base, ()), registry)
    entries = (_renamed(entry, better.get(entry.id)) for entry in registry.directives.values())
    return replace(registry, directives=MappingProxyType({entry.id: entry for entry in entries}))


def _years(
    group: Sequence[Known], told: Mapping[int, Known], undated: Undated, registry: Registry
) -> dict[str, int]:
    """The year to add to the id of each entry of one number that has none there."""
    own = {known.target: known.year for known in group if known.id.year is None and known.year}
    taken = [known.year for known in group if known.year]
    found = {key: year for key, year in own.items() if taken.count(year) == 1}
    open_years = [
        known
        for year, known in told.items()
        if year not in taken and str(known.id) not in registry.aliases
    ]
    undecided = [known for known in group if known.year is None]
    matches = {
        entry.target: [one for one in open_years if _may_be(entry, one, undated, registry)]
        for entry in undecided
    }
    for entry in undecided:
        fitting = matches[entry.target]
        if len(fitting) != 1 or _has_rival(entry, fitting[0], undated):
            continue
        if sum(fitting[0] in others for others in matches.values()) == 1 and fitting[0].year:
            found[entry.target] = fitting[0].year
    return {
        key: year
        for key, year in found.items()
        if str(_with_year(key, year)) not in registry.aliases
    }


def _may_be(entry: Known, known: Known, undated: Undated, registry: Registry) -> bool:
    """Whether nothing is open between an entry and the document of a year."""
    if any(term_fit(term, known) is not Fit.YES for term in entry.terms):
        return False
    if not same_body(entry.issuers, known.issuers, registry):
        return False
    return all(
        within_reach(mention, known, latest) for mention, one, latest in undated if one.is_bare
    )


def _has_rival(entry: Known, known: Known, undated: Undated) -> bool:
    """Whether reports cite the number of another term, which the entry may be as well."""
    terms = {one.term for _, one, _ in undated if one.term is not None}
    return not entry.terms and any(term_fit(term, known) is not Fit.YES for term in terms)


def _with_year(key: str, year: int) -> DirectiveId:
    base = DirectiveId.parse(key).base
    return DirectiveId(base.code, base.number, base.org, year)


def _renamed(entry: Directive, year: int | None) -> Directive:
    if year is None:
        return entry
    return replace(
        entry,
        id=str(_with_year(entry.id, year)),
        year=entry.year or year,
        same_as=(*entry.same_as, entry.id),
    )
