"""What all forms share: their interface and the smallest pieces of their patterns.

Patterns read plain lower-case text (``source.low``), where every letter is ASCII. Every
repetition is bounded, so no text can make one slow.
"""

from __future__ import annotations

import re
from typing import Final, Protocol

from build_tools.citations.attributes import Attributes
from build_tools.citations.heads import TYPE_WORDS, Head
from build_tools.citations.source import Source
from build_tools.model import Mention

#: the blank between two words, at most one line break; ``BLANK`` may be missing
GAP: Final = r"(?: {1,4}\n? {0,4}|\n {0,4})"
BLANK: Final = r"(?: {0,4}\n? {0,4})"


def spaced(pattern: str) -> str:
    """A pattern in which each blank stands for any gap between words.

    >>> spaced("dai hoi") == f"dai{GAP}hoi"
    True
    """
    return pattern.replace(" ", GAP)


NUMBER_WORD: Final = rf"(?:so{BLANK}:?{BLANK})"
ROMAN: Final = r"[ivxl]{1,6}\b"
PERIOD: Final = rf"nhiem{GAP}ky{GAP}(?P<from>20\d\d|19\d\d){BLANK}-{BLANK}(?P<to>20\d\d|19\d\d)\b"
JOINT: Final = rf"(?:{BLANK}[,;]{BLANK}(?:va{GAP})?|{GAP}(?:va|cung|hoac|den|voi){GAP})"
ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        ("nhat", "hai", "ba", "tu|bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot",
         "muoi hai", "muoi ba", "muoi bon|muoi tu", "muoi lam", "muoi sau"), 1,
    )
    for word in words.split("|")
}  # fmt: skip
ORDINAL: Final = "|".join(
    word.replace(" ", GAP) for word in sorted(ORDINALS, key=len, reverse=True)
)

#: what may follow a document's number; after a count stands the thing counted
FOLLOWS: Final = re.compile(
    rf" {{0,4}}\n {{0,4}}(?:\n|[-+*•] )|\s{{0,4}}(?:$|[.;:)\]\"?^,]|\[\^|-{GAP})(?!\d)"
    + spaced(
        r"|\s{1,4}(?:cua|ve|va|trong|cho|doi voi|da|la|duoc|theo|tai|do|tu|neu|yeu cau|ban hanh|phu hop"
        r"|gan|voi|den|nham|de|thi|con|cung|hien|chua|khong|bang|vao|sang|ra|nhung|sau|truoc|khi|ma"
        r"|dang|se|tiep|thuc hien|trien khai|co hieu luc|co noi dung|co phu luc|hoc|thay the"
        r"|dung (?!cu\b)|dat|tot|nghiem tuc|nghiem minh|kip thoi|hieu qua|day du|phai|luon|cham|som"
        rf"|ngay \d|nam (?:19|20)\d\d|\(?khoa [ivxl]+|(?:{TYPE_WORDS}))\b"
    )
)


class Form(Protocol):
    """A way of citing that begins with a type word; ``types`` are those that can begin it."""

    @property
    def name(self) -> str:
        """What ``form`` says in the data."""

    @property
    def types(self) -> frozenset[str] | None:
        """The slugs of the types, or None for all."""

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The citations that begin at a type word; none where it is not this form."""


def ordinal(words: str) -> int | None:
    """``tam`` is 8, as in ``Hội nghị lần thứ tám``; figures stay what they are."""
    joined = " ".join(words.split())
    return int(joined) if joined.isdecimal() else ORDINALS.get(joined)


def mention(
    source: Source,
    span: tuple[int, int],
    form: str,
    kind: str,
    found: Attributes,
    *,
    number: int | None = None,
    year: int | None = None,
    symbol: str | None = None,
    issuer: str | None = None,
    term: str | None = None,
    title: str | None = None,
    named: str | None = None,
    period: str | None = None,
) -> Mention:
    """A mention of these words with the phrases read after them; what the form tells comes first."""
    start, end = span
    return Mention(
        start, end, source.text[start:end], form, kind, number,
        found.year if year is None else year, symbol, issuer or found.issuer,
        found.date, found.date_raw, term or found.term, title or found.title, named, period,
    )  # fmt: skip
