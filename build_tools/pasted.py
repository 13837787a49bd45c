"""Any text beside the archive: its citations, and what the archive knows of each document.

The page that recognises a pasted text runs this module in the browser, translated, so it
keeps to the Python that ``browser_grammar`` knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from build_tools.citations.learning import Paper, learn
from build_tools.citing import identified, row
from build_tools.identifiers import DirectiveId
from build_tools.model import Resolution
from build_tools.registry.registry import Registry

CITED: Final = "cited"
KNOWN: Final = "known"
AMBIGUOUS: Final = "ambiguous"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True)
class Holdings:
    """What the archive has: the registry, and how often each document with a page is cited."""

    registry: Registry
    counts: Mapping[str, int]

    @cached_property
    def by_base(self) -> dict[str, list[str]]:
        """The documents that share type, number and body, by their bare id."""
        groups: dict[str, list[str]] = {}
        for known in self.counts:
            groups.setdefault(str(DirectiveId.parse(known).base), []).append(known)
        return groups

    def state(self, found: Resolution) -> tuple[str, tuple[str, ...]]:
        """What a document is to the archive, with the choices where it may be several."""
        if found.candidates:
            return AMBIGUOUS, found.candidates
        if self.counts.get(found.id, 0) > 0:
            return CITED, ()
        if found.id in self.registry.directives:
            return KNOWN, ()
        choices = self._alike(found.id)
        return (AMBIGUOUS if choices else UNKNOWN), choices

    def _alike(self, text: str) -> tuple[str, ...]:
        """Documents of the same number, where the text or the archive lacks the year."""
        found = DirectiveId.parse(text)
        fellows = self.by_base.get(str(found.base), [])
        return tuple(one for one in fellows if found.is_bare or DirectiveId.parse(one).is_bare)


def pasted(text: str, holdings: Holdings, latest: date) -> Iterator[dict[str, Any]]:
    """The rows of ``kho cite``, each with ``id``, ``state`` and ``choices`` of the archive.

    ``latest`` is a day after which no cited document can have been issued.
    """
    registry = holdings.registry
    pairs = list(identified(text, registry.home))
    paper = Paper([mention for mention, _ in pairs], [one for _, one in pairs], latest)
    meant = learn([paper], registry).resolutions[0]
    for (mention, directive), found in zip(pairs, meant, strict=True):
        state, choices = holdings.state(found)
        told = row(mention, str(directive))
        told.update({"id": found.id, "state": state, "choices": choices})
        yield told
