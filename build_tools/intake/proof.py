"""Every character of the source accounted for, and the report read back to prove it.

The proof trusts neither structure nor writer: it takes the offsets that the draft claims
to keep, looks up what stands there in the source, and compares that with what the
archive's own reader reads in the finished file, unit by unit.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from build_tools.intake.draft import Draft
from build_tools.intake.source import NOWHERE, FateKind, Source, Traced
from build_tools.model import Report
from build_tools.vietnamese import nfc

KEPT: Final = "giữ"
_HYPHENS: Final = "-‐‑"
_SOFT: Final = re.compile("\u00ad[ \t]*\r?\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text of the report, by name: ``title``, ``thân bài 12``, ``chú thích 16``."""

    name: str
    piece: Traced


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A unit that reads otherwise than the source; ``printed`` or ``read`` may be missing."""

    unit: str
    printed: str
    read: str


@dataclass(frozen=True)
class Account:
    """What became of the source: ``where`` names the fate of each character that is no blank.

    ``lost`` are offsets without a fate, ``twice`` offsets with more than one.
    """

    source: Source
    where: dict[int, tuple[str, str]]
    lost: tuple[int, ...]
    twice: tuple[int, ...]
    mismatches: tuple[Mismatch, ...]

    @property
    def missing(self) -> int:
        """How many characters the report does not hold though it should."""
        return len(self.lost) + sum(len(one.printed) for one in self.mismatches)

    def counts(self, kind: str) -> Counter[str]:
        """How many characters went each way: ``counts("bỏ")["số trang"]``."""
        return Counter(detail for what, detail in self.where.values() if what == kind)


def units(draft: Draft) -> Iterator[Unit]:
    """The texts that the report keeps as printed, in the order in which it is read."""
    head = draft.head
    yield Unit("title", head.title)
    yield Unit("place", head.place)
    yield Unit("signed.authority", head.signed.authority)
    yield Unit("signed.position", head.signed.position)
    yield Unit("signed.name", head.signed.name)
    for number, recipient in enumerate(head.recipients, start=1):
        yield Unit(f"recipients {number}", recipient)
    body = (piece for block in draft.blocks for piece in block.pieces)
    for number, piece in enumerate(body, start=1):
        yield Unit(f"thân bài {number}", piece)
    for note in draft.notes:
        for paragraph in note.paragraphs:
            yield Unit(f"chú thích {note.label}", paragraph)


def texts(report: Report) -> Iterator[str]:
    """The same texts as the archive's reader reads them."""
    metadata = report.metadata
    yield metadata.title
    yield metadata.place or ""
    signed = metadata.signed
    yield (signed.authority or "") if signed else ""
    yield (signed.position or "") if signed else ""
    yield (signed.name or "") if signed else ""
    yield from metadata.recipients
    for section in report.sections:
        yield from (passage.text for passage in section.passages)
    for note in report.footnotes:
        yield from (passage.text for passage in note.passages)


def prove(draft: Draft, report: Report) -> Account:
    """Account for a source, given its draft and the report read back from the file."""
    source, kept = draft.source, tuple(units(draft))
    where: dict[int, tuple[str, str]] = {}
    twice: list[int] = []
    claims = [
        *(
            (offset, (KEPT, unit.name))
            for unit in kept
            for offset in sorted(set(unit.piece.origin))
        ),
        *(
            (offset, (fate.kind.value, fate.detail))
            for fate in draft.fates
            for offset in range(fate.start, fate.end)
        ),
    ]
    for offset, fate in claims:
        if offset == NOWHERE or source.text[offset].isspace():
            continue
        if offset in where:
            twice.append(offset)
        where[offset] = fate
    lost = tuple(
        at for at, letter in enumerate(source.text) if not letter.isspace() and at not in where
    )
    return Account(source, where, lost, tuple(twice), _mismatches(source, kept, report))


def _mismatches(source: Source, kept: tuple[Unit, ...], report: Report) -> tuple[Mismatch, ...]:
    found = []
    for unit, read in zip_longest(kept, texts(report)):
        printed = printed_text(source, unit.piece) if unit else ""
        shown = " ".join((read or "").split())
        if printed != shown:
            found.append(Mismatch(unit.name if unit else "thừa", printed, shown))
    return tuple(found)


def printed_text(source: Source, piece: Traced) -> str:
    """What the source holds at the offsets of a piece: NFC, blanks folded.

    A line end after a hyphen that is glued to a word (``chính trị-`` + ``xã hội``) is no
    blank, nor is one after a soft hyphen.
    """
    words: list[str] = []
    end = NOWHERE
    for offset in piece.origin:
        if offset == NOWHERE or offset < end:
            continue
        if words and _has_blank(source.text[end:offset], words, source.text[offset]):
            words.append(" ")
        after = offset + 1
        while after < len(source.text) and unicodedata.combining(source.text[after]):
            after += 1
        words.append(source.text[offset:after])
        end = after
    return " ".join(nfc("".join(words)).split())


def _has_blank(between: str, words: list[str], following: str) -> bool:
    if not any(letter.isspace() for letter in between) or _SOFT.fullmatch(between):
        return False
    ends_line = any(letter in "\r\n\f\v" for letter in between)
    glued = len(words) > 1 and words[-1] in _HYPHENS and words[-2][:1].isalnum()
    return not (ends_line and glued and following.isalnum())


DROPPED: Final = FateKind.DROPPED.value
REWRITTEN: Final = FateKind.REWRITTEN.value
