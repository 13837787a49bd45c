"""What a report is made of, as frozen values.

A report is parsed once into these values; archive, pages and search only read them.
Nothing here knows files, HTML templates or the composer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from build_tools.problems import Place
from build_tools.quarter import Quarter


class Edition(StrEnum):
    """Which text is published (bản đăng): the whole one, or the editors' summary."""

    FULL = "full"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as printed: ``T/M BAN CHẤP HÀNH``, ``BÍ THƯ``, name; unknown parts are None."""

    authority: str | None
    position: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Approval:
    """Who cleared the full text for the public, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding an editor has looked at and lets stand: its code, words near it, and why.

    For a gate also who cleared it, and when.
    """

    code: str
    near: str
    reason: str
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Erratum:
    """A correction to a text that was already published (đính chính), shown on its page."""

    on: date
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """The typed front matter of a report file.

    ``draft`` keeps a report out of the published site while it waits, for instance for
    the approval of its full text; ``places`` tells where each key stands.
    """

    title: str
    number: str | None
    quarter: Quarter
    issuer: str
    date: date | None
    place: str | None
    edition: Edition
    signed: Signature | None
    recipients: tuple[str, ...]
    approval: Approval | None
    old_addresses: tuple[str, ...]
    draft: bool = False
    accepted: tuple[Accepted, ...] = ()
    errata: tuple[Erratum, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """A hole in finished markup where a citation's link goes.

    Markup is rendered once, when the report is read; which directive a citation means
    is known only when the whole archive has been read. ``index`` counts the report's
    citations, ``html`` is the escaped text between the link's tags, and ``first`` tells
    the first piece from the later ones of a citation interrupted by a footnote mark.
    """

    index: int
    html: str
    first: bool = True


Markup: TypeAlias = tuple[str | Slot, ...]


class PassageKind(StrEnum):
    """What a piece of running text is in the printed report."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    LIMITATION = "limitation"
    TABLE = "table"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of text with an address of its own: a paragraph, a bullet, a heading, a note.

    ``text`` is what the reader reads (no marks of Markdown, no footnote marks);
    ``line`` is the line in the report file; ``depth`` counts the bullets around it
    (0 for a paragraph) and ``marker`` is the printed bullet, ``-`` or ``+``. ``notes`` are
    the numbers of its footnote marks and ``note_offsets`` where in ``text`` they stand;
    ``source`` are its lines as they stand in the file, from ``line`` on.
    """

    anchor: str
    kind: PassageKind
    text: str
    line: int
    depth: int = 0
    marker: str = ""
    notes: tuple[str, ...] = ()
    note_offsets: tuple[int, ...] = ()
    source: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link or picture an editor wrote, before its target is turned into the page's.

    ``target`` is as written, e.g. ``../q2/120-bc-duk.md#i-4``; ``shown`` are the words of the
    link, or what stands for the picture where it is not seen.
    """

    target: str
    shown: str
    passage: Passage
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text up to the next heading; ``#dau`` has no heading.

    ``number`` is as printed (``I``, ``4``), ``outer`` the numbers of the sections around
    it, outermost first, ``part`` the anchor of the part it stands in, and ``area`` the id
    of the area of work that the heading names.
    """

    anchor: str
    level: int
    number: str | None
    title: str
    heading: Markup
    body: Markup
    passages: tuple[Passage, ...]
    outer: tuple[str, ...]
    part: str | None
    area: str | None
    line: int

    @property
    def label(self) -> str:
        """The heading as one reads it: ``I.4 Lãnh đạo xây dựng tổ chức cơ sở đảng``."""
        if self.number is None:
            return self.title
        separator = "- " if self.part is None else ". "
        return f"{self.number}{separator}{self.title}"

    @property
    def place(self) -> str:
        """Where the section stands in its report: ``I.4. Lãnh đạo xây dựng tổ chức đảng``."""
        if self.number is None or not self.outer:
            return self.label or "Phần mở đầu"
        return f"{'.'.join((*self.outer, self.number))}. {self.title}"

    @property
    def text(self) -> str:
        """All running text of the section without its heading."""
        return "\n".join(p.text for p in self.passages if p.kind is not PassageKind.HEADING)

    @property
    def limitations(self) -> tuple[Passage, ...]:
        """The “Tuy nhiên” paragraphs (hạn chế)."""
        return tuple(p for p in self.passages if p.kind is PassageKind.LIMITATION)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note (chú thích) with its printed number and the marks that point at it.

    ``at`` is the anchor of the passage that carries the first mark.
    """

    number: str
    anchor: str
    body: Markup
    passages: tuple[Passage, ...]
    marks: tuple[str, ...]
    at: str
    line: int

    @property
    def text(self) -> str:
        """All running text of the note."""
        return "\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Mention:
    """What recognition sees: words that point at one directive, and what they state.

    Offsets are code points into the text that was searched, end exclusive;
    ``text[start:end] == surface``. Attributes hold only what the mention and its own
    date, issuer and term phrases say, e.g. for ``Chỉ thị số 17-CT/TW, ngày 21/10/2022
    của Ban Bí thư``: type ``chi-thi``, number 17, symbol ``CT/TW``, date 2022-10-21.
    ``named`` is the id of a document known by name, as far as these words tell it
    (``nq-tw8-k13``, ``nq-dh-khoi``), ``period`` a congress's ``2020-2025``.
    """

    start: int
    end: int
    surface: str
    form: str
    type: str
    number: int | None = None
    year: int | None = None
    symbol: str | None = None
    issuer: str | None = None
    date: date | None = None
    date_raw: str | None = None
    term: str | None = None
    title: str | None = None
    named: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention at its place in a report (viện dẫn), before it is resolved.

    ``anchor`` is the paragraph, heading or footnote it stands in and ``section`` the
    section that text belongs to; ``passage`` indexes neither, it is the text itself.
    """

    mention: Mention
    anchor: str
    section: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation means: an id, and whether more than one document may be meant.

    ``candidates`` is empty unless the citation is ambiguous; nothing is ever guessed,
    so an ambiguous citation keeps the bare id, whose page lists the candidates.
    """

    id: str
    candidates: tuple[str, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether more than one registered directive fits."""
        return bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Report:
    """One issued quarterly report (báo cáo), read whole.

    ``address`` is where its page stands, e.g. ``2023/q3/170-bc-duk/``; ``path`` is the
    source file relative to the project, as shown in messages; ``sha256`` is that of the
    file's bytes as they were read.
    """

    address: str
    path: str
    metadata: Metadata
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    citations: tuple[Citation, ...]
    sha256: str = field(default="", compare=False)
    links: tuple[WrittenLink, ...] = ()

    @property
    def key(self) -> str:
        """The name of the report in data and search: ``2023/q3/170-bc-duk``."""
        return self.address.rstrip("/")

    @property
    def name(self) -> str:
        """How the report is called in a list: ``Báo cáo số 170-BC/ĐUK``."""
        number = self.metadata.number
        return f"Báo cáo số {number}" if number else "Báo cáo không rõ số"
