"""Each directive with every place that cites it, and the index of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.pages.beside import Pairs, cited_beside, shared_sentences
from build_tools.pages.choices import Choice, choices, differences
from build_tools.pages.citation_form import Alias, aliases, citation_form
from build_tools.pages.directive_index import directive_index
from build_tools.pages.page import (
    HOME_LINK,
    UNKNOWN,
    DirectiveItem,
    Link,
    Page,
    PageKind,
    directive_name,
    term_words,
)
from build_tools.pages.quarter_chart import Chart, quarter_chart
from build_tools.pages.timeline import (
    QuarterBacklinks,
    TreatmentCount,
    timeline,
    treatment_counts,
)
from build_tools.registered import Directive, Source
from build_tools.vietnamese import format_date

INDEX_LINK = Link("Văn bản", addresses.DIRECTIVES)


@dataclass(frozen=True, slots=True)
class DirectiveView:
    """Everything a directive's page shows; unknown facts read ``không rõ``."""

    name: str
    type: str
    number: str
    issuer: Link | None
    issuer_words: tuple[str, ...]
    date: str
    term: str | None
    title: str | None
    note: str | None
    source: Source | None
    collective: bool
    is_registered: bool
    candidates: tuple[Choice, ...]
    differences: tuple[str, ...]
    citation: str | None
    aliases: tuple[Alias, ...]
    chart: Chart | None
    treatments: tuple[TreatmentCount, ...]
    beside: tuple[DirectiveItem, ...]
    quarters: tuple[QuarterBacklinks, ...]
    count: int
    reports: int


def directive_pages(archive: Archive) -> Iterator[Page]:
    """The index and one page for every directive, registered or only cited."""
    yield directive_index(archive)
    pairs = shared_sentences(archive)
    for directive in archive.directives.values():
        yield _page(archive, directive, pairs)


def _page(archive: Archive, directive: Directive, pairs: Pairs) -> Page:
    links = archive.backlinks.get(directive.id, ())
    name = directive_name(directive)
    issuer = archive.issuer(directive.issuer) if directive.issuer else None
    doubtful = (c for link in links for c in link.resolution.candidates)
    candidates = choices(archive, dict.fromkeys((*doubtful, *archive.namesakes(directive.id))))
    words = archive.issuer_words.get(directive.id, ())
    issued = f"năm {directive.year}" if directive.year else UNKNOWN
    view = DirectiveView(
        name=name,
        type=DOCUMENT_TYPES[directive.type].name,
        number=_number(directive),
        issuer=Link(issuer.name, addresses.issuer_address(issuer.id)) if issuer else None,
        issuer_words=words,
        date=format_date(directive.date) if directive.date else issued,
        term=term_words(directive.term),
        title=directive.title,
        note=directive.note,
        source=directive.source,
        collective=directive.collective,
        is_registered=archive.is_registered(directive.id),
        candidates=candidates,
        differences=differences(candidates),
        citation=None
        if candidates
        else citation_form(directive, (issuer.name,) if issuer else words),
        aliases=aliases(links),
        chart=quarter_chart(archive, Counter(link.report.metadata.quarter for link in links)),
        treatments=treatment_counts(links),
        beside=cited_beside(archive, directive.id, pairs),
        quarters=tuple(timeline(archive, links)),
        count=len(links),
        reports=len(archive.citing.get(directive.id, ())),
    )
    return Page(
        addresses.directive_address(directive.id),
        PageKind.DIRECTIVE,
        name,
        directive.title or f"{name}: các nơi viện dẫn trong kho.",
        (HOME_LINK, INDEX_LINK),
        view,
    )


def _number(directive: Directive) -> str:
    if directive.number is None:
        return "không có số"
    return directive_name(directive).partition(" số ")[2] or f"{directive.number:02d}"
