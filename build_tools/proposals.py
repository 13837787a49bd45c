"""Entries for the registry, proposed from what the reports say: ``kho registry``.

Only facts that stand in a report are proposed, and only where all reports agree; what
disagrees, or may run on into the report's own sentence, is shown as a comment. An editor
reads each entry before it is kept. Once written, an entry keeps its address alive whatever
becomes of the reports, and its source stays empty until an editor has looked one up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_tools.archive import Archive, Backlink
from build_tools.model import Mention, PassageKind
from build_tools.registered import Directive
from build_tools.registry.insertion import Renaming, inserted, renamed
from build_tools.vietnamese import fold, format_date

DIRECTIVES: Final = "directives.yml"
_ABOUT: Final = re.compile(r"^(?:về\s+việc|về|việc)\s+", re.IGNORECASE)
_QUOTES: Final = "“”\"'‘’"
_PLACES_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A directive nobody has registered: its facts, where it is cited, and what disagrees."""

    directive: Directive
    title: str | None
    places: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def entry(self) -> str:
        """The entry as it goes into ``directives.yml``, with its places as a comment."""
        one = self.directive
        lines = [f"- id: {one.id}", f"  type: {one.type}"]
        facts = (
            ("called", _quoted(one.called)),
            ("number", one.number),
            ("symbol", _quoted(one.symbol)),
            ("issuer", one.issuer),
            ("date", one.date.isoformat() if one.date else "null"),
            ("year", one.year if one.date is None else None),
            ("term", one.term),
            ("title", _quoted(self.title) or "null"),
            ("source", "null"),
        )
        lines += [f"  {key}: {value}" for key, value in facts if value is not None]
        shown = ", ".join(self.places[:_PLACES_SHOWN])
        more = len(self.places) - _PLACES_SHOWN
        lines.append(f"  # viện dẫn ở {shown}" + (f" và {more} nơi nữa" if more > 0 else ""))
        lines += [f"  # {remark}" for remark in self.remarks]
        return "\n".join(lines) + "\n"


def proposals(archive: Archive) -> Iterator[Proposal]:
    """Every cited directive without an entry, by id; ambiguous citations propose nothing."""
    for directive in archive.unregistered:
        links = archive.backlinks[directive.id]
        places = (f"{one.report.path}:{one.citation.passage.line}" for one in links)
        titles = _titles(links)
        title = titles[0] if titles else None
        yield Proposal(
            directive,
            _ABOUT.sub("", title) if title else None,
            tuple(dict.fromkeys(places)),
            tuple(_remarks(directive, links, title)),
        )


def renamings(archive: Archive) -> tuple[Renaming, ...]:
    """Entries whose year the reports have told, so that they belong under a better id."""
    found = []
    for directive in archive.registry.directives.values():
        place = directive.places.get("id")
        old = directive.same_as[-1] if directive.same_as else None
        if place is None or place.source is None or place.column is None or old is None:
            continue
        written = place.source[place.column - 1 :][: place.length].strip("\"'")
        if written != directive.id:
            found.append(Renaming(written, directive.id, place, directive.places.get("same_as")))
    return tuple(found)


def write(found: Sequence[Proposal], better: Sequence[Renaming], content: Path) -> Path:
    """Put entries and better ids into the registry's file; the rest of it stays as it is."""
    path = content / "registry" / DIRECTIVES
    raw = path.read_bytes().decode("utf-8") if path.is_file() else ""
    line_end = "\r\n" if "\r\n" in raw else "\n"
    text = renamed(raw.replace("\r\n", "\n"), better)
    text = inserted(text, [(one.directive.id, one.entry) for one in found])
    path.write_bytes(text.replace("\n", line_end).encode("utf-8"))
    return path


def _titles(links: Sequence[Backlink]) -> list[str]:
    """Titles whose end is certain, longest first: a law's, quoted, the end of a note, said twice."""
    told = [(link, title) for link in links if (title := link.citation.mention.title)]
    said = [(link.report.key, fold(title)) for link, title in told]
    certain = [
        title
        for link, title in told
        if _ends(link, title) or len({key for key, other in said if other == fold(title)}) > 1
    ]
    return sorted(certain, key=lambda title: (-len(title), title))


def _ends(link: Backlink, title: str) -> bool:
    passage = link.citation.passage
    if title in link.citation.mention.surface:
        return True  # the name of a law
    start = passage.text.find(title, link.citation.mention.end)
    if start < 0:
        return False
    words = _ABOUT.sub("", title)
    if words[:1] in _QUOTES or passage.text[start - 1 : start] in tuple(_QUOTES):
        return True
    rest = passage.text[start + len(title) :].strip(" .;)”")
    return passage.kind is PassageKind.FOOTNOTE and not rest


def _remarks(directive: Directive, links: Sequence[Backlink], title: str | None) -> Iterator[str]:
    """What an editor has to decide: facts on which the reports disagree, an uncertain title."""
    dates = _by_place(links, lambda one: format_date(one.date) if one.date else None)
    if len(dates) > 1:
        yield f"các báo cáo ghi ngày khác nhau: {_listed(dates)}"
    issuers = _by_place(links, lambda one: one.issuer)
    if directive.issuer is None and issuers:
        what = "khác nhau" if len(issuers) > 1 else "chưa có trong issuers.yml"
        yield f"cơ quan {what}: {_listed(issuers)}"
    types = _by_place(links, lambda one: one.type)
    if len(types) > 1:
        yield f"các báo cáo ghi loại khác nhau: {_listed(types)}"
    terms = _by_place(links, lambda one: one.term)
    if len(terms) > 1:
        yield f"các báo cáo ghi khóa khác nhau: {_listed(terms)}"
    told = _by_place(links, lambda one: one.title)
    rest = {words: at for words, at in told.items() if words != title}
    if rest and (title is None or len(rest) > 1):
        yield f"trích yếu cần đối chiếu, báo cáo viết: {_listed(rest)}"


def _by_place(links: Sequence[Backlink], fact: Callable[[Mention], str | None]) -> dict[str, str]:
    """Every value of a fact with the first place that states it."""
    found: dict[str, str] = {}
    for link in links:
        value = fact(link.citation.mention)
        if value is not None:
            place = f"{link.report.path}:{link.citation.passage.line}"
            found.setdefault(" ".join(value.split()), place)
    return found


def _listed(values: dict[str, str]) -> str:
    return "; ".join(f"{value} ({place})" for value, place in values.items())


def _quoted(words: str | None) -> str | None:
    """A YAML text without escapes, which the registry refuses; None when quotes forbid it."""
    if not words:
        return None
    one_line = " ".join(words.split())
    if '"' not in one_line and "\\" not in one_line:
        return f'"{one_line}"'
    return f"'{one_line}'" if "'" not in one_line else None
