"""Entries for the registry, proposed from what the reports say: ``kho registry``.

Only facts that stand in a report are proposed, and only where all reports agree; an editor
reads each entry before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_tools.archive import Archive
from build_tools.registered import Directive

DIRECTIVES: Final = "directives.yml"
_ABOUT: Final = re.compile(r"^(?:về\s+việc|về|việc)\s+", re.IGNORECASE)
_PLACES_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A directive nobody has registered: its facts, where it is cited, and what disagrees."""

    directive: Directive
    places: tuple[str, ...]
    dates: tuple[str, ...]

    @property
    def entry(self) -> str:
        """The entry as it goes into ``directives.yml``, with its places as a comment."""
        one = self.directive
        title = _ABOUT.sub("", one.title) if one.title else None
        lines = [f"- id: {one.id}", f"  type: {one.type}"]
        facts = (
            ("called", _quoted(one.called)),
            ("number", one.number),
            ("symbol", _quoted(one.symbol)),
            ("issuer", one.issuer),
            ("date", one.date.isoformat() if one.date else "null"),
            ("year", one.year if one.date is None else None),
            ("term", one.term),
            ("title", _quoted(title) or "null"),
        )
        lines += [f"  {key}: {value}" for key, value in facts if value is not None]
        shown = ", ".join(self.places[:_PLACES_SHOWN])
        more = len(self.places) - _PLACES_SHOWN
        lines.append(f"  # viện dẫn ở {shown}" + (f" và {more} nơi nữa" if more > 0 else ""))
        if len(self.dates) > 1:
            lines.append(f"  # các báo cáo ghi ngày khác nhau: {', '.join(self.dates)}")
        return "\n".join(lines) + "\n"


def proposals(archive: Archive) -> Iterator[Proposal]:
    """Every cited directive without an entry, by id; ambiguous citations propose nothing."""
    for directive in archive.unregistered:
        links = archive.backlinks[directive.id]
        places = (f"{one.report.path}:{one.citation.passage.line}" for one in links)
        dates = {one.citation.mention.date_raw for one in links} - {None}
        yield Proposal(directive, tuple(dict.fromkeys(places)), tuple(sorted(filter(None, dates))))


def write(found: tuple[Proposal, ...], content: Path) -> Path:
    """Append the entries to the registry's file, behind what editors wrote."""
    path = content / "registry" / DIRECTIVES
    before = path.read_text("utf-8") if path.is_file() else ""
    entries = "\n".join(one.entry for one in found)
    path.write_text(f"{before.rstrip()}\n\n{entries}" if before.strip() else entries, "utf-8")
    return path


def _quoted(words: str | None) -> str | None:
    """A YAML text without escapes, which the registry refuses; None when quotes forbid it."""
    if not words:
        return None
    one_line = " ".join(words.split())
    if '"' not in one_line and "\\" not in one_line:
        return f'"{one_line}"'
    return f"'{one_line}'" if "'" not in one_line else None
