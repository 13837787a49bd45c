"""Short names that a paper gives itself: ``(sau đây gọi tắt là Hướng dẫn 02)``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from build_tools.citations.grammar.form import GAP, spaced
from build_tools.citations.heads import TYPE_WORDS, type_of
from build_tools.citations.source import Source
from build_tools.model import Mention

_DEFINITION: Final = re.compile(
    spaced(r"(?:goi|viet) (?:tat |gon |chung |ngan gon )?la")
    + rf"\s{{0,3}}[:?\"]?\s{{0,3}}(?P<name>(?P<type>{TYPE_WORDS}){GAP}[^\d().,;:?\"\n]{{3,60}}?)\s{{0,2}}[?\"]?\s{{0,2}}[),;]"
)

_REACH: Final = 600


def defined(source: Source, mentions: Iterable[Mention]) -> list[Mention]:
    """Mark short forms that the text has defined before, and find names it gave.

    A name that is a type word alone (``sau đây gọi là Quy chế``) stays a plain word.
    """
    found = list(mentions)
    if "goi " not in source.low and "viet tat" not in source.low:
        return found
    found = _with_names(source, found)
    known: set[tuple[str, int | None]] = set()
    for at, mention in enumerate(found):
        if mention.form == "short-def":
            known.add((mention.type, mention.number))
        elif mention.form == "short-undef" and (mention.type, mention.number) in known:
            found[at] = replace(mention, form="short-def")
    return found


def _with_names(source: Source, mentions: list[Mention]) -> list[Mention]:
    taken = [(mention.start, mention.end) for mention in mentions]
    new: list[Mention] = []
    for match in _DEFINITION.finditer(source.low):
        start, end = match.span("name")
        kind = type_of(match["type"])
        if kind is None or not source.capital(start) or _is_taken(taken, start, end):
            continue
        if not any(start - _REACH < other <= start for _, other in taken):
            continue  # a name for nothing that was cited
        name = re.compile(re.escape(source.text[start:end]) + r"(?!\w)")
        for again in name.finditer(source.text, start):
            if not _is_taken(taken, *again.span()):
                taken.append(again.span())
                new.append(Mention(*again.span(), again[0], "short-def", kind))
    return sorted([*mentions, *new], key=lambda mention: mention.start) if new else mentions


def _is_taken(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)
