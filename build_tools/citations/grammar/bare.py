"""Numbers with symbols that have no type word of their own: items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from build_tools.citations.attributes import read_attributes
from build_tools.citations.grammar.form import BLANK, GAP, JOINT, NUMBER_WORD, mention
from build_tools.citations.grammar.numbered import NUMBERED, symbol_in
from build_tools.citations.heads import TYPE_WORDS
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention
from build_tools.vietnamese import fold

_BY_CODE: Final = {
    **{kind.code: kind.slug for kind in reversed(DOCUMENT_TYPES.values())},
    "tt": "thong-tu",
    "qh": "luat",
}
_BEFORE_SLASH: Final = re.compile(
    rf"\d{{1,4}}{BLANK}(?:-{BLANK}[a-z]{{2,6}}{BLANK}|/{BLANK}\d{{4}}{BLANK})?\Z"
)
_NUMBERED: Final = re.compile(NUMBERED)
_WORD: Final = re.compile(rf"(?<!\w){NUMBER_WORD}\Z")
_JOINED: Final = re.compile(
    rf"(?:[,;]{BLANK}(?:va{GAP})?|\b(?:va|cung|hoac|den){GAP}|[,;]?{GAP}tu{GAP})\Z"
)
_JOINTS: Final = (",", ";", "va", "cung", "hoac", "den", "tu")  # the last of ``_JOINED``
_BULLETS: Final = frozenset("-+*.)")  # the last signs of ``_BULLET``
_COLON: Final = re.compile(rf":{BLANK}\Z")
_BULLET: Final = re.compile(
    rf"(?:(?:\A|\n)\s{{0,8}}(?:[-+*•]|\d{{1,2}}[.)]|\(\d{{1,2}}\)|[a-z]\))\s{{1,3}}|[:;,]{BLANK}\(?(?:\d{{1,2}}|[a-z])\){BLANK})\Z"
)
_REACH: Final = 700
#: what opens a list without a colon, and what in the sentence before says that papers are listed
_OPENING: Final = re.compile(rf"(?:\({BLANK}|\b(?:gom|nhu|la|van{GAP}ban){GAP})\Z")
_PAPERS: Final = re.compile(rf"\b(?:{TYPE_WORDS}|van{GAP}ban|tai{GAP}lieu)\b")
_SENTENCE: Final = 140
_GOES_ON: Final = re.compile(rf"[^.()\n]{{0,60}}?{JOINT}{NUMBER_WORD}?{NUMBERED}")


class BareSymbol:
    """An item of a list or after a colon: ``Nghị quyết số 18-NQ/TW, 19-NQ/TW``.

    ``Các văn bản: 05-CT/TW, 21-KL/TW``; ``các chỉ thị (11-CT/TW, 20-CT/TW)``; ``- 35-NQ/TW``.
    Alone in a sentence a symbol is not cited (``tiểu khu 12-CT/TW``), and ``Số 170-BC/ĐUK`` is a paper's own number.
    """

    name = "list"

    def find(self, source: Source, known: list[Mention]) -> Iterator[Mention]:
        """Items in order; ``known`` are the citations with a type word, in order."""
        at, previous = 0, None
        for start in _candidates(source.low):
            while at < len(known) and known[at].start <= start:
                previous = (
                    known[at] if previous is None or known[at].end > previous.end else previous
                )
                at += 1
            if previous is not None and start < previous.end:
                continue
            item = self._item(source, start, previous)
            if item is not None:
                previous = item
                yield item

    def _item(self, source: Source, at: int, previous: Mention | None) -> Mention | None:
        low = source.low
        match = _NUMBERED.match(low, at)
        if match is None or (at and (low[at - 1].isalnum() or low[at - 1] in "/.-_")):
            return None
        word = low.rfind("so", max(0, at - 12), at)
        has_word = word >= 0 and _WORD.match(low, word, at) is not None
        start = word if has_word else at
        near = previous if previous is not None and start - previous.end < _REACH else None
        if near is not None and low.find("\n\n", near.end, start) >= 0:
            near = None
        joined = near is not None and _is_joined(low, start)
        opened = joined or _is_opened(low, start, has_word=has_word)
        if not (opened or _is_list(low, start, match.end())):
            return None
        symbol = symbol_in(source, match)
        if not opened and _code(symbol) not in _BY_CODE:
            return None
        kind = _type_of_symbol(symbol, near)
        if kind is None:
            return None
        found = read_attributes(source, match.end())
        year = int(match["year"]) if match["year"] else None
        return mention(
            source, (start, match.end()), self.name, kind, found,
            number=int(match["number"]), symbol=symbol, year=year,
        )  # fmt: skip


def _is_joined(low: str, start: int) -> bool:
    """Whether a comma or ``và`` stands before; a comma with its blank is told without a pattern."""
    if low.endswith((", ", "; "), 0, start):
        return True
    if not low[max(0, start - 16) : start].rstrip().endswith(_JOINTS):
        return False
    return _JOINED.search(low, max(0, start - 16), start) is not None


def _is_opened(low: str, start: int, *, has_word: bool) -> bool:
    """Whether a colon stands before, or a bullet of a list."""
    sign = low[max(0, start - 16) : start].rstrip()[-1:]
    if sign == ":" and _COLON.search(low, max(0, start - 10), start):
        return True
    return (
        not has_word
        and sign in _BULLETS
        and _BULLET.search(low, max(0, start - 16), start) is not None
    )


def _is_list(low: str, start: int, end: int) -> bool:
    """Whether a list of papers begins here without a colon: ``các chỉ thị (11-CT/TW, 20-CT/TW)``."""
    opening = _OPENING.search(low, max(0, start - 16), start)
    if opening is None or not _GOES_ON.match(low, end):
        return False
    first = max(low.rfind(sign, max(0, start - _SENTENCE), start) for sign in (". ", "\n\n", ";"))
    return _PAPERS.search(low, max(first, start - _SENTENCE, 0), start) is not None


def _candidates(low: str) -> Iterator[int]:
    """Where a number stands before a slash and a letter, which dates and shares never have."""
    slash = low.find("/")
    while slash >= 0:
        follows = low[slash + 1 : slash + 2]
        if follows.isalpha() or follows in {" ", "\n"}:
            match = _BEFORE_SLASH.search(low, max(0, slash - 24), slash)
            if match is not None:
                yield match.start()
        slash = low.find("/", slash + 1)


def _type_of_symbol(symbol: str, previous: Mention | None) -> str | None:
    """The type that the code tells, in the word of the list's head where that is the same."""
    code = _code(symbol)
    if previous is not None and DOCUMENT_TYPES[previous.type].code == code:
        return previous.type
    if code == "qd" and "/" not in symbol:
        return "quyet-dinh"
    kind = _BY_CODE.get(code)
    return kind or (previous.type if previous is not None else None)


@lru_cache(maxsize=4096)
def _code(symbol: str) -> str:
    """The letters before the slash or hyphen: ``CT/TW`` is ``ct``."""
    return re.split(r"[/-]", fold(symbol))[0].rstrip("0123456789")
