"""Resolution over the whole archive: what one report tells of a document serves the others.

A year that one report prints improves the bare number in another, where nothing else that
registry and reports know of could be meant. All of it is drawn from sets, so the order of
files and entries cannot matter. Where two documents fit, the citation stays on the address
that both share, with its candidates; it never moves from one document to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from build_tools.citations.known import (
    PLENUM,
    Fit,
    Known,
    fit,
    from_entry,
    less_of_plenum,
    open_terms,
    term_of,
)
from build_tools.citations.promotion import promoted
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention, Resolution
from build_tools.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Paper:
    """The citations of one report with the ids that it alone gives them.

    ``latest`` is a day after which no document cited here can have been issued.
    """

    mentions: Sequence[Mention]
    found: Sequence[DirectiveId]
    latest: date

    def citations(self) -> Iterator[tuple[Mention, DirectiveId]]:
        """Every citation that has a number, with its id."""
        pairs = zip(self.mentions, self.found, strict=True)
        return ((mention, one) for mention, one in pairs if not one.is_named)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the archive knows together: entries under their best ids, and every resolution.

    ``less`` are the less precise ids of each document: ``nq-29-tw`` of ``nq-29-tw-2013``.
    """

    registry: Registry
    resolutions: tuple[tuple[Resolution, ...], ...]
    less: Mapping[str, frozenset[str]]


def learn(papers: Sequence[Paper], registry: Registry) -> Learnt:
    """Resolve every citation of all papers; entries whose year is learnt get a better id."""
    told, undated = _told(papers), _undated(papers)
    best = promoted(registry, told, undated)
    documents = _Documents(best, told, undated)
    resolutions = tuple(
        tuple(
            documents.meant(one, mention, paper.latest)
            for mention, one in zip(paper.mentions, paper.found, strict=True)
        )
        for paper in papers
    )
    return Learnt(
        best,
        resolutions,
        documents.less(papers, {one.id for paper in resolutions for one in paper}),
    )


def _undated(
    papers: Iterable[Paper],
) -> dict[DirectiveId, list[tuple[Mention, DirectiveId, date]]]:
    """Every citation without a year, by type, number and body."""
    found: defaultdict[DirectiveId, list[tuple[Mention, DirectiveId, date]]] = defaultdict(list)
    for paper in papers:
        for mention, one in paper.citations():
            if one.year is None:
                found[one.base].append((mention, one, paper.latest))
    return dict(found)


def _told(papers: Iterable[Paper]) -> dict[DirectiveId, dict[int, Known]]:
    """The documents whose year some report tells, by type, number and body."""
    found: defaultdict[DirectiveId, dict[int, Known]] = defaultdict(dict)
    for paper in papers:
        for mention, one in paper.citations():
            if one.year is not None and one.org is not None:
                known = found[one.base].setdefault(one.year, Known(one, year=one.year))
                known.learn(mention)
    return dict(found)


class _Documents:
    """All documents known of each number."""

    def __init__(
        self,
        registry: Registry,
        told: dict[DirectiveId, dict[int, Known]],
        undated: dict[DirectiveId, list[tuple[Mention, DirectiveId, date]]],
    ) -> None:
        self.registry = registry
        self.known: defaultdict[DirectiveId, list[Known]] = defaultdict(list)
        for entry in registry.directives.values():
            for known in from_entry(entry, registry):
                self.known[known.id.base].append(known)
        for base, by_year in told.items():
            entered = {known.year: known for known in self.known[base] if known.year}
            for year, known in by_year.items():
                if year in entered:
                    entered[year].add(known)
                elif str(known.id) not in registry.aliases:
                    self.known[base].append(known)
        for base, cited in undated.items():
            self.known[base].extend(open_terms(cited, self.known[base]))
        self.by_number: defaultdict[tuple[str, int], list[Known]] = defaultdict(list)
        for base, found in self.known.items():
            if not base.is_named:
                self.by_number[base.code, base.number].extend(found)

    def less(self, papers: Sequence[Paper], pages: Collection[str]) -> dict[str, frozenset[str]]:
        """The less precise ids of every document; those without a body only where cited.

        ``pages`` are the ids to which citations were resolved.
        """
        found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for known in (one for group in self.known.values() for one in group):
            found[known.target] |= known.less()
        for one in {one for paper in papers for one in paper.found}:
            if one.is_named:
                name = self.registry.aliases.get(str(one), str(one))
                found[name] |= less_of_plenum(str(one))
                continue
            if one.term is not None and str(one) in pages:
                found[str(one)] |= {str(one.base)}
            if one.org is None:
                for known in self.by_number.get((one.code, one.number), []):
                    found[known.target] |= {str(one.base)} - {known.target}
        return dict(found)

    def meant(self, found: DirectiveId, mention: Mention, latest: date) -> Resolution:
        """The document a citation means, or the candidates, or its own id where none is known."""
        text = str(found)
        if found.is_named:
            return self._named(text, mention, latest)
        if found.year is not None:
            return Resolution(self._of_year(found))
        if found.org is None:
            known = self.by_number.get((found.code, found.number), [])
        else:
            known = self.known.get(found.base, [])
        fits = {one.target: self._fit(found, mention, one, latest) for one in known}
        sure = sorted(target for target, fits_so in fits.items() if fits_so is Fit.YES)
        ids = sorted(target for target, fits_so in fits.items() if fits_so)
        if sure == [text] and found.term is not None:
            return Resolution(text)  # its term says which; only its year is not known
        if len(ids) == 1:
            entered = ids[0] in self.registry.directives
            return Resolution(ids[0] if sure and (found.org or entered) else text)
        return Resolution(text, candidates=tuple(one for one in ids if one != text))

    def _fit(self, found: DirectiveId, mention: Mention, known: Known, latest: date) -> Fit:
        """A term that the rest of the paper tells counts like one of the citation's own."""
        term = found.term or term_of(mention)
        if found.term is not None and known.id.term == found.term:
            return Fit.YES
        return fit(mention, known, self.registry, latest, term)

    def _of_year(self, found: DirectiveId) -> str:
        text = self.registry.aliases.get(str(found), str(found))
        if text in self.registry.directives:
            return text
        entered = [
            one for one in self.known.get(found.base, []) if one.entry and one.year == found.year
        ]
        return entered[0].target if len(entered) == 1 else text

    def _named(self, text: str, mention: Mention, latest: date) -> Resolution:
        """A plenum of any term may be each registered one: ``Nghị quyết Trung ương 4``."""
        text = self.registry.aliases.get(text, text)
        if text in self.registry.directives or not PLENUM.fullmatch(text):
            return Resolution(text)
        fitting = sorted(
            key
            for key in self.registry.directives
            if key.startswith(f"{text}-k")
            and fit(
                mention,
                self.known[DirectiveId(name=key)][0],
                self.registry,
                latest,
                term_of(mention),
            )
        )
        if len(fitting) == 1:
            return Resolution(fitting[0])
        return Resolution(text, candidates=tuple(fitting))
