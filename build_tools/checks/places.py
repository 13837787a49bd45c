"""Where a citation stands in its report file, for the caret under it."""

from __future__ import annotations

from build_tools.archive import Backlink
from build_tools.markdown.spans import place_of
from build_tools.problems import Place
from build_tools.registered import Directive


def cited_at(link: Backlink) -> Place:
    """The place of a citation's own words."""
    mention = link.citation.mention
    return place_of(link.report.path, link.citation.passage, mention.start, mention.end)


def entered_at(entry: Directive, key: str) -> Place | None:
    """The place of a fact in the registry's entry, or of the entry itself."""
    return entry.places.get(key) or entry.places.get("id")
