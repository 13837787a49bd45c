"""The directives one report cites, as its page lists them and its citations' cards show them.

A card is made in the browser from the entry of this list, so the facts stand on the page
once, in plain sight, and a reader without JavaScript has them too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Resolution
from build_tools.pages.choices import Choice, choices
from build_tools.pages.page import directive_item, term_words


@dataclass(frozen=True, slots=True)
class CitedDirective:
    """One meaning of a report's citations, cited ``count`` times in it.

    ``total`` and ``reports`` count over the whole archive. ``called`` is the type of a
    document cited by its name alone, ``issuer_words`` what citations call an issuer that
    the registry does not know. ``choices`` is empty unless the meaning is ambiguous.
    """

    key: str
    address: str
    name: str
    called: str | None
    title: str | None
    issuer: str | None
    issuer_words: tuple[str, ...]
    date: str
    term: str | None
    is_registered: bool
    count: int
    total: int
    reports: int
    choices: tuple[Choice, ...]


def cited_directives(archive: Archive, found: Sequence[Resolution]) -> tuple[CitedDirective, ...]:
    """What a report's citations mean, by falling number of citations, then by id."""
    counts = Counter(found)
    return tuple(
        _cited(archive, resolution, key, counts[resolution])
        for resolution, key in entry_keys(found).items()
    )


def entry_keys(found: Sequence[Resolution]) -> dict[Resolution, str]:
    """The key of each meaning in the list: the directive's id, e.g. ``nq-18-tw``.

    One bare id may mean one of two in this sentence and one of three in the next, where
    another issuer or term is named; the rarer meanings are then ``nq-18-tw.2`` and so on.
    """
    ranked = sorted(
        Counter(found).items(), key=lambda pair: (-pair[1], pair[0].id, pair[0].candidates)
    )
    seen: Counter[str] = Counter()
    keys = {}
    for resolution, _ in ranked:
        seen[resolution.id] += 1
        nth = seen[resolution.id]
        keys[resolution] = resolution.id if nth == 1 else f"{resolution.id}.{nth}"
    return keys


def _cited(archive: Archive, resolution: Resolution, key: str, count: int) -> CitedDirective:
    directive = archive.directives[resolution.id]
    item = directive_item(archive, directive)
    return CitedDirective(
        key,
        addresses.directive_address(resolution.id),
        item.name,
        DOCUMENT_TYPES[directive.type].name if directive.number is None else None,
        item.title,
        item.issuer,
        archive.issuer_words[resolution.id] if item.issuer is None else (),
        item.date,
        term_words(directive.term),
        item.is_registered,
        count,
        item.count,
        len(archive.citing[resolution.id]),
        choices(archive, resolution.candidates),
    )
