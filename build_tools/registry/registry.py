"""The registry in memory, looked up by id, by name and by heading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from build_tools.identifiers import DirectiveId
from build_tools.places import province_in
from build_tools.registered import ArchiveProfile, Area, Directive, Issuer
from build_tools.vietnamese import nfc, unify_tone_placement


@dataclass(frozen=True)
class Registry:
    """Everything the editors have established, looked up by id."""

    profile: ArchiveProfile
    issuers: MappingProxyType[str, Issuer]
    areas: tuple[Area, ...]
    directives: MappingProxyType[str, Directive]

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Every other id of a registered directive, with the id its page stands under."""
        return {
            other: directive.id
            for directive in self.directives.values()
            for other in directive.same_as
        }

    @cached_property
    def by_base(self) -> dict[str, tuple[Directive, ...]]:
        """Registered directives that share type, number and body, by their bare id."""
        groups: dict[str, list[Directive]] = {}
        for directive in self.directives.values():
            base = DirectiveId.parse(directive.id).base
            groups.setdefault(str(base), []).append(directive)
        return {base: tuple(group) for base, group in groups.items()}

    @cached_property
    def by_number(self) -> dict[tuple[str, int], tuple[Directive, ...]]:
        """Registered directives by type and number alone, whatever body issued them."""
        groups: dict[tuple[str, int], list[Directive]] = {}
        for directive in self.directives.values():
            known = DirectiveId.parse(directive.id)
            if not known.is_named:
                groups.setdefault((known.code, known.number), []).append(directive)
        return {number: tuple(group) for number, group in groups.items()}

    @cached_property
    def home(self) -> frozenset[str]:
        """The provinces of the registered issuers, whose papers need no place in their id."""
        places = (province_in(issuer.name) for issuer in self.issuers.values())
        return frozenset(place for place in places if place)

    @cached_property
    def _issuer_names(self) -> dict[str, str]:
        return {
            _comparable(name): issuer.id
            for issuer in reversed(tuple(self.issuers.values()))
            for name in (*issuer.aliases, issuer.short, issuer.name)
            if name
        }

    def issuer_called(self, name: str) -> str | None:
        """The id of the issuer that is written so, by name, short name or alias."""
        return self._issuer_names.get(_comparable(name))

    def is_lineage(self, one: str, other: str) -> bool:
        """Whether two issuers are one body over time: the same, or one succeeds the other."""
        return other in self._successors(one) or one in self._successors(other)

    def _successors(self, issuer: str) -> set[str]:
        """An issuer with all that succeed it, by either side's word."""
        found, open_ones = {issuer}, [issuer]
        while open_ones:
            last = open_ones.pop()
            after = {one.id for one in self.issuers.values() if last in (one.predecessors or ())}
            if last in self.issuers:
                after |= set(self.issuers[last].successors or ())
            open_ones.extend(after - found)
            found |= after
        return found

    @cached_property
    def _heading_aliases(self) -> tuple[tuple[str, str], ...]:
        pairs = ((_comparable(alias), area.id) for area in self.areas for alias in area.aliases)
        return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))

    def area_of_heading(self, heading: str) -> str | None:
        """The area whose longest alias the heading contains, e.g. ``chinh-tri``."""
        comparable = _comparable(heading)
        return next((area for alias, area in self._heading_aliases if alias in comparable), None)


def _comparable(text: str) -> str:
    return " ".join(unify_tone_placement(nfc(text)).casefold().split())
