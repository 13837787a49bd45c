"""Resolution over the whole archive: what one report tells of a document serves the others.

A year that one report prints improves the bare number in another, where nothing else that
registry and reports know of could be meant. All of it is drawn from sets, so the order of
files and entries cannot matter. Where two documents fit, the citation stays on the address
that both share, with its candidates; it never moves from one document to another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from build_tools.citations.known import Fit, Known, fit, from_entry, term_of
from build_tools.citations.promotion import promoted
from build_tools.identifiers import DirectiveId
from build_tools.model import Mention, Resolution
from build_tools.registry.registry import Registry

_PLENUM: Final = re.compile(r"[a-z]+-tw\d+")


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
    """What the archive knows together: entries under their best ids, and every resolution."""

    registry: Registry
    resolutions: tuple[tuple[Resolution, ...], ...]


def learn(papers: Sequence[Paper], registry: Registry) -> Learnt:
    """Resolve every citation of all papers; entries whose year is learnt get a better id."""
    told = _told(papers)
    best = promoted(registry, told, papers_of_numbers(papers))
    documents = _Documents(best, told, papers)
    return Learnt(
        best,
        tuple(
            tuple(
                documents.meant(one, mention, paper.latest)
                for mention, one in zip(paper.mentions, paper.found, strict=True)
            )
            for paper in papers
        ),
    )


def papers_of_numbers(
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
        papers: Sequence[Paper],
    ) -> None:
        self.registry = registry
        self.known: defaultdict[DirectiveId, list[Known]] = defaultdict(list)
        for entry in registry.directives.values():
            for known in from_entry(entry, registry):
                self.known[known.id.base].append(known)
        for base, by_year in told.items():
            years = {known.year for known in self.known[base]}
            self.known[base] += [
                known
                for year, known in by_year.items()
                if year not in years and str(known.id) not in registry.aliases
            ]
        for base, cited in papers_of_numbers(papers).items():
            terms = {one.term: mention for mention, one, _ in cited if one.term is not None}
            self.known[base] += [
                Known(DirectiveId(base.code, base.number, base.org, term=term), terms={term})
                for term, mention in terms.items()
                if not any(self._of_term(term, known) for known in self.known[base])
            ]
        self.by_number: defaultdict[tuple[str, int], list[Known]] = defaultdict(list)
        for base, found in self.known.items():
            self.by_number[base.code, base.number] += found

    @staticmethod
    def _of_term(term: int, known: Known) -> bool:
        return term in known.all_terms() or (
            known.entry is not None and known.year is None and not known.terms
        )

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
        ids = sorted(target for target, fits_so in fits.items() if fits_so)
        if len(ids) == 1:
            is_told = fits[ids[0]] is Fit.YES
            entered = ids[0] in self.registry.directives
            return Resolution(ids[0] if is_told and (found.org or entered) else text)
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
        if text in self.registry.directives or not _PLENUM.fullmatch(text):
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
