"""Better ids for registered directives whose year the archive has learnt.

``nq-29-tw-k11`` becomes ``nq-29-tw-2013`` when a report prints the year and no other
document of that number can be the one the editors entered. The old id stays as another
name, so that its address leads on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from build_tools.citations.known import (
    Fit,
    Known,
    Undated,
    from_entry,
    open_terms,
    same_body,
    term_fit,
    with_year,
    within_reach,
)
from build_tools.identifiers import DirectiveId
from build_tools.registered import Directive
from build_tools.registry.registry import Registry
from build_tools.vietnamese import int_to_roman


def promoted(
    registry: Registry,
    told: Mapping[DirectiveId, Mapping[int, Known]],
    undated: Mapping[DirectiveId, Undated],
) -> Registry:
    """The registry with every entry under the best id that is known of it.

    ``told`` are the documents whose year reports tell, ``undated`` the citations without
    a year, both by type, number and body.
    """
    better: dict[str, DirectiveId] = {}
    groups: dict[DirectiveId, list[Known]] = {}
    for entry in registry.directives.values():
        for known in from_entry(entry, registry):
            if not known.id.is_named:
                groups.setdefault(known.id.base, []).append(known)
    for base, group in groups.items():
        found = _better(group, told.get(base, {}), undated.get(base, ()), registry)
        better |= {
            key: one
            for key, one in found.items()
            if not DirectiveId.parse(key).is_named and str(one) not in registry.aliases
        }
    entries = (_renamed(entry, better.get(entry.id)) for entry in registry.directives.values())
    return replace(registry, directives=MappingProxyType({entry.id: entry for entry in entries}))


def _better(
    group: Sequence[Known], told: Mapping[int, Known], undated: Undated, registry: Registry
) -> dict[str, DirectiveId]:
    """The better id of each entry of one number, where the entry or the reports tell one."""
    own = {known.target: known for known in group if known.id.year is None and known.year}
    taken = [known.year for known in group if known.year]
    found = {
        key: with_year(known.id, known.year)
        for key, known in own.items()
        if known.year is not None and taken.count(known.year) == 1
    }
    years = [
        known
        for year, known in told.items()
        if year not in taken and str(known.id) not in registry.aliases
    ]
    options = [*years, *open_terms(undated, [*group, *years])]
    undecided = [known for known in group if known.year is None]
    matches = {
        entry.target: [one for one in options if _may_be(entry, one, undated, registry)]
        for entry in undecided
    }
    for key, fitting in matches.items():
        if len(fitting) == 1 and sum(fitting[0] in others for others in matches.values()) == 1:
            found[key] = fitting[0].id
    return found


def _may_be(entry: Known, known: Known, undated: Undated, registry: Registry) -> bool:
    """Whether nothing is open between an entry and a document that reports tell of."""
    if any(term_fit(term, known) is not Fit.YES for term in entry.terms):
        return False
    if not same_body(entry.issuers, known.issuers, registry):
        return False
    return all(
        within_reach(mention, known, latest) for mention, one, latest in undated if one.is_bare
    )


def _renamed(entry: Directive, better: DirectiveId | None) -> Directive:
    if better is None:
        return entry
    return replace(
        entry,
        id=str(better),
        year=entry.year or better.year,
        term=entry.term or (int_to_roman(better.term) if better.term else None),
        same_as=(*entry.same_as, entry.id),
    )
