"""What a report tells its readers, without how it is set: the text that the ledger vouches for.

It counts what a reader reads: the facts of the head, headings, paragraphs, cells, notes and where
their marks stand, targets of links, what pictures show, the list of corrections. It does not count
how the file is written: line ends and blanks, kinds of dash and blanks around them, bold and
italic, ``-`` or ``+`` before a bullet, order and comments of the front matter, and what serves the
archive alone (``accepted``, ``old_addresses``, ``approval``). So setting a file in order is no
change of what was published, while one figure, one mark, one word is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from build_tools.model import Passage, Report
from build_tools.problems import Place
from build_tools.vietnamese import nfc

_UNSEEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DASH: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_BLANKS: Final = re.compile(r"\s+")
_BULLETS: Final = frozenset("-+*•–")
_MARK_BYTES: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what is told, and where it stands in the file."""

    words: str
    place: Place


def told(report: Report) -> tuple[Told, ...]:
    """Everything the report tells, in reading order."""
    return tuple(
        Told(plain(words), place)
        for words, place in (*_head(report), *_body(report), *_notes(report), *_errata(report))
    )


def plain(text: str) -> str:
    """The words alone.

    >>> plain("Chỉ thị số 05\u00a0–  CT/TW\u200b ")
    'Chỉ thị số 05-CT/TW'
    """
    return _DASH.sub("-", _BLANKS.sub(" ", _UNSEEN.sub("", nfc(text)))).strip()


def digest(lines: tuple[Told, ...]) -> str:
    """SHA-256 of what is told, one line for each thing."""
    return hashlib.sha256("\n".join(line.words for line in lines).encode()).hexdigest()


def marks(lines: tuple[Told, ...]) -> str:
    """Four hexadecimal digits a line: they vouch for nothing, they find the first changed place."""
    return "".join(
        hashlib.blake2s(line.words.encode(), digest_size=_MARK_BYTES).hexdigest() for line in lines
    )


def first_change(before: str, lines: tuple[Told, ...]) -> Place | None:
    """The first place that the marks of an earlier version do not fit; None when it was cut short."""
    size = _MARK_BYTES * 2
    old = [before[at : at + size] for at in range(0, len(before), size)]
    now = marks(lines)
    for at, line in enumerate(lines):
        if at >= len(old) or old[at] != now[at * size : (at + 1) * size]:
            return line.place
    return None


def _head(report: Report) -> Iterator[tuple[str, Place]]:
    metadata = report.metadata
    signed = metadata.signed
    facts = {
        "title": metadata.title,
        "number": metadata.number,
        "quarter": metadata.quarter,
        "issuer": metadata.issuer,
        "date": metadata.date,
        "place": metadata.place,
        "edition": metadata.edition.value,
        "signed": (signed.authority, signed.position, signed.name) if signed else None,
        "recipients": "; ".join(metadata.recipients),
    }
    for key, fact in facts.items():
        yield f"{key}: {fact}", metadata.places.get(key) or Place(report.path, 1)


def _body(report: Report) -> Iterator[tuple[str, Place]]:
    for section in report.sections:
        for passage in section.passages:
            marker = "- " if passage.marker[:1] in _BULLETS else passage.marker
            yield f"{marker if passage.marker else ''}{_marked(passage)}", _at(report, passage)
            yield from _links(report, passage)


def _notes(report: Report) -> Iterator[tuple[str, Place]]:
    for note in report.footnotes:
        for passage in note.passages:
            yield f"{note.number}: {_marked(passage)}", _at(report, passage)
            yield from _links(report, passage)


def _links(report: Report, passage: Passage) -> Iterator[tuple[str, Place]]:
    for link in report.links:
        if link.passage is passage:
            yield f"{link.shown or ''} → {link.target}", _at(report, passage)


def _errata(report: Report) -> Iterator[tuple[str, Place]]:
    place = report.metadata.places.get("errata") or Place(report.path, 1)
    for entry in report.metadata.errata:
        yield f"{entry.on}: {entry.what}: {entry.why}", place


def _at(report: Report, passage: Passage) -> Place:
    line = passage.source[0] if passage.source else ""
    return Place(report.path, passage.line, 1, line or None, max(1, len(line)))


def _marked(passage: Passage) -> str:
    """The text with its footnote marks back in their places."""
    pieces, last = [], 0
    for number, at in zip(passage.notes, passage.note_offsets, strict=True):
        pieces += [passage.text[last:at], f"[^{number}]"]
        last = at
    return "".join([*pieces, passage.text[last:]])
