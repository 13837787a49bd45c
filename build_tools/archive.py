"""The whole archive in memory: every report, indexed, with every citation resolved.

Immutable once built. Pages, checks, search and data files read from it and never from
files; whatever would make two pages share an address is a problem found here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from build_tools import addresses
from build_tools.beside import FileBeside
from build_tools.citations.treatment.governing import treatments_of
from build_tools.congresses import is_central, speaks_against
from build_tools.identifiers import DirectiveId, plenum_name
from build_tools.ledger import EMPTY, Ledger
from build_tools.model import Citation, Mention, Report, Resolution, Section
from build_tools.namesakes import namesakes, shared
from build_tools.quarter import Quarter
from build_tools.registered import Area, Directive, Issuer
from build_tools.registry.registry import Registry
from build_tools.vietnamese import int_to_roman, roman_to_int

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Backlink:
    """A citation seen from its directive (nơi viện dẫn).

    ``treatment`` are the verbs that govern it, ``("quán triệt", "triển khai")``; empty
    where the sentence is not clear.
    """

    report: Report
    citation: Citation
    resolution: Resolution
    treatment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that has moved; stable addresses never die."""

    origin: str
    target: str


@dataclass(frozen=True)
class Archive:
    """Every report with what connects them; ``resolutions`` run parallel to citations.

    ``held_back`` are drafts that were read but are not part of this archive; ``less`` are
    the less precise ids of each directive; ``ledger`` tells what was published before, ``beside`` what lies beside
    the reports.
    """

    registry: Registry
    reports: tuple[Report, ...]
    resolutions: Mapping[str, tuple[Resolution, ...]]
    held_back: tuple[Report, ...] = ()
    less: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ledger: Ledger = EMPTY
    beside: Mapping[str, FileBeside] = field(default_factory=dict)

    @cached_property
    def by_address(self) -> dict[str, Report]:
        """Each report by the address of its page."""
        return {report.address: report for report in self.reports}

    @cached_property
    def by_quarter(self) -> dict[Quarter, tuple[Report, ...]]:
        """Reports of each quarter that has any, oldest quarter first."""
        return _grouped((report.metadata.quarter, report) for report in self.reports)

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that have reports, oldest first."""
        return tuple(self.by_quarter)

    @cached_property
    def by_issuer(self) -> dict[str, tuple[Report, ...]]:
        """Reports of each issuer, oldest first."""
        return _grouped((report.metadata.issuer, report) for report in self.reports)

    @cached_property
    def by_area(self) -> dict[str, tuple[tuple[Report, Section], ...]]:
        """Sections of each area of work, oldest report first."""
        return _grouped(
            (section.area, (report, section))
            for report in self.reports
            for section in report.sections
            if section.area is not None
        )

    @cached_property
    def backlinks(self) -> dict[str, tuple[Backlink, ...]]:
        """Where each directive is cited, in order of quarter and place."""
        return _grouped(
            (resolution.id, Backlink(report, citation, resolution, treatment))
            for report in self.reports
            for citation, resolution, treatment in zip(
                report.citations,
                self.resolutions[report.key],
                self.treatments[report.key],
                strict=True,
            )
        )

    @cached_property
    def citing(self) -> dict[str, tuple[Report, ...]]:
        """The reports that cite each directive, each report once, oldest first."""
        return {
            directive_id: tuple({link.report.address: link.report for link in links}.values())
            for directive_id, links in self.backlinks.items()
        }

    @cached_property
    def issuer_words(self) -> dict[str, tuple[str, ...]]:
        """What citations of each directive call its issuer, in the order of first use."""
        return {
            directive_id: tuple(
                dict.fromkeys(w for link in links if (w := link.citation.mention.issuer))
            )
            for directive_id, links in self.backlinks.items()
        }

    @cached_property
    def in_doubt(self) -> frozenset[str]:
        """The ids that some citation leaves ambiguous."""
        return frozenset(
            resolution.id
            for found in self.resolutions.values()
            for resolution in found
            if resolution.is_ambiguous
        )

    @cached_property
    def treatments(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """What each report does with what it cites, parallel to its citations."""
        return {report.key: treatments_of(report.citations) for report in self.reports}

    @cached_property
    def directives(self) -> dict[str, Directive]:
        """Every directive that has a page: registered, only cited, or a number that several share."""
        shared_numbers = {
            less: shared(less, tuple(self._named[one] for one in ids))
            for less, ids in self._namesakes.items()
            if len(ids) > 1
        }
        return dict(sorted({**shared_numbers, **self._named}.items()))

    @cached_property
    def _named(self) -> dict[str, Directive]:
        """Directives that the registry or a citation names, whether or not they are decided."""
        seen = {
            directive_id: _seen_directive(directive_id, links, self.registry)
            for directive_id, links in self.backlinks.items()
            if directive_id not in self.registry.directives
        }
        return {**self.registry.directives, **seen}

    @cached_property
    def _documents(self) -> dict[str, Directive]:
        """Those of them that are one document each."""
        return {
            key: directive
            for key, directive in self._named.items()
            if key in self.registry.directives
            or not any(link.resolution.is_ambiguous for link in self.backlinks[key])
        }

    @cached_property
    def _namesakes(self) -> dict[str, tuple[str, ...]]:
        return namesakes(self.less)

    def namesakes(self, directive_id: str) -> tuple[str, ...]:
        """The other documents that an id without year or term can mean, for its page to list."""
        return tuple(one for one in self._namesakes.get(directive_id, ()) if one != directive_id)

    @cached_property
    def unregistered(self) -> tuple[Directive, ...]:
        """Documents that reports cite and nobody has entered; what is in doubt is none."""
        return tuple(
            directive
            for key, directive in sorted(self._documents.items())
            if key not in self.registry.directives
        )

    def is_registered(self, directive_id: str) -> bool:
        """Whether editors have entered the directive in the registry."""
        return directive_id in self.registry.directives

    def issuer(self, issuer_id: str) -> Issuer:
        """A registered issuer; every report's issuer is one."""
        return self.registry.issuers[issuer_id]

    def area(self, area_id: str) -> Area:
        """A registered area."""
        return next(area for area in self.registry.areas if area.id == area_id)

    def gaps(self, quarter: Quarter) -> tuple[Issuer, ...]:
        """Issuers with reports both before and after a quarter but none in it."""
        present = {report.metadata.issuer for report in self.by_quarter.get(quarter, ())}
        return tuple(
            self.issuer(issuer)
            for issuer, reports in sorted(self.by_issuer.items())
            if issuer not in present
            and reports[0].metadata.quarter < quarter < reports[-1].metadata.quarter
        )

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        """Old addresses of reports, other ids of directives, less precise ids of one document.

        A less precise id that several directives share has a page of its own, which lists them.
        """
        moved = [
            Redirect(old, report.address)
            for report in self.reports
            for old in report.metadata.old_addresses
        ]
        known = {less: ids[0] for less, ids in self._namesakes.items()} | self.registry.aliases
        moved.extend(
            Redirect(addresses.directive_address(other), addresses.directive_address(directive))
            for other, directive in sorted(known.items())
            if other not in self.directives
        )
        return tuple(moved)


def _seen_directive(
    directive_id: str, links: tuple[Backlink, ...], registry: Registry
) -> Directive:
    """What the reports themselves say of a directive nobody has registered."""
    mentions = [link.citation.mention for link in links]
    parsed = DirectiveId.parse(directive_id)
    names = [mention.issuer for mention in mentions if mention.issuer]
    issuers = {registry.issuer_called(name) for name in names}
    day = _only({mention.date for mention in mentions if mention.date})
    return Directive(
        id=directive_id,
        type=mentions[0].type,
        called=_called(parsed, mentions),
        number=_first_number(mentions),
        symbol=_first(mention.symbol for mention in mentions),
        issuer=issuers.pop() if len(issuers) == 1 else None,
        date=day,
        year=parsed.year,
        term=_term(parsed, mentions, day),
        title=_longest_title(mentions),
        same_as=(),
        collective=False,
        source=None,
        note=None,
    )


def _term(parsed: DirectiveId, mentions: Iterable[Mention], day: date | None) -> str | None:
    """The term of office where all agree and the year does not speak against it."""
    if parsed.term is not None:
        return int_to_roman(parsed.term)
    terms = {mention.term for mention in mentions if mention.term}
    term = terms.pop() if len(terms) == 1 else None
    number = roman_to_int(term) if term else None
    if number and parsed.year and is_central(parsed.org):
        return None if speaks_against(number, parsed.year, day) else term
    return term


def _called(parsed: DirectiveId, mentions: Iterable[Mention]) -> str | None:
    """What a document known by name is called, in full words where a report writes them."""
    if not parsed.is_named:
        return None
    whole = [mention for mention in mentions if mention.form == "named"]
    return " ".join(whole[0].surface.split()) if whole else plenum_name(str(parsed))


def _first_number(mentions: Iterable[Mention]) -> int | None:
    return next((mention.number for mention in mentions if mention.number is not None), None)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _only(values: set[date]) -> date | None:
    return values.pop() if len(values) == 1 else None


def _longest_title(mentions: Iterable[Mention]) -> str | None:
    titles = [mention.title for mention in mentions if mention.title]
    return max(titles, key=len, default=None)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
