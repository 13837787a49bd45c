"""Short names that a paper gives itself: ``(sau đây gọi tắt là Hướng dẫn 02)``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from build_tools.citations.grammar.form import GAP, spaced
from build_tools.citations.grammar.short import is_definition
from build_tools.citations.heads import TYPE_WORDS, type_of
from build_tools.citations.source import Source
from build_tools.model import Mention

_DEFINITION: Final = re.compile(
    spaced(r"(?:goi|viet) (?:(?:tat |gon |chung |ngan gon )?la|tat)")
    + rf"\s{{0,3}}[:?\"]?\s{{0,3}}(?P<name>(?P<type>{TYPE_WORDS}){GAP}[^\d().,;:?\"\n]{{3,60}}?)\s{{0,2}}[?\"]?\s{{0,2}}[),;]"
)
_OPENINGS: Final = ("goi", "viet")
_PREFIX: Final = 4  # letters by which names are looked for; every type word has as many
_REACH: Final = 600


def defined(source: Source, mentions: Iterable[Mention]) -> list[Mention]:
    """Mark short forms that the text has defined before, and find names it gave.

    A name that is a type word alone (``sau đây gọi là Quy chế``) stays a plain word.
    """
    found = list(mentions)
    has_definitions = "goi " in source.low or "viet tat" in source.low
    if has_definitions:
        found = _with_names(source, found)
    known: set[tuple[str, int | None]] = set()
    names: set[str] = set()
    whole: set[tuple[str, int | None]] = set()
    for at, mention in enumerate(found):
        key = (mention.type, mention.number)
        if mention.form == "short-def":
            known.add(key)
        elif mention.form == "short-undef":
            if key in known or (key in whole and _is_bracketed(source, mention)):
                known.add(key)
                found[at] = replace(mention, form="short-def")
        elif mention.symbol is not None:
            whole.add(key)
        elif has_definitions and (
            mention.surface in names
            or (mention.form == "named" and is_definition(source, mention.start))
        ):
            names.add(mention.surface)
            found[at] = replace(mention, form="short-def")
    return found


def _is_bracketed(source: Source, mention: Mention) -> bool:
    """Whether a short form stands alone in a bracket or in quotes: ``("Nghị quyết số 35")``."""
    before = source.low[max(0, mention.start - 3) : mention.start].rstrip()
    after = source.low[mention.end : mention.end + 3].lstrip()
    inside = before.rstrip('?"'), after.lstrip('?"')
    return inside[0].endswith("(") and inside[1].startswith(")")


def _with_names(source: Source, mentions: list[Mention]) -> list[Mention]:
    """The mentions with every place of a name; where two names meet, the first defined stays."""
    definitions = list(_definitions(source))
    places = _places(source.text, {source.text[start:end] for start, end, _ in definitions})
    taken, ends = bytearray(len(source.text)), bytearray(len(source.text) + 1)

    def take(start: int, end: int) -> None:
        taken[start:end] = b"\1" * (end - start)
        ends[end] = 1

    for mention in mentions:
        take(mention.start, mention.end)
    new: list[Mention] = []
    for start, end, kind in definitions:
        near = max(0, start - _REACH + 1)
        if taken.find(1, start, end) >= 0 or ends.find(1, near, start + 1) < 0:
            continue  # a citation already, or a name for nothing that was cited
        name, passed = source.text[start:end], start
        for at in places[name][bisect_left(places[name], start) :]:
            if at >= passed:
                passed = at + len(name)
                if taken.find(1, at, passed) < 0:
                    take(at, passed)
                    new.append(Mention(at, passed, name, "short-def", kind))
    return sorted([*mentions, *new], key=lambda mention: mention.start) if new else mentions


def _definitions(source: Source) -> Iterator[tuple[int, int, str]]:
    """Where a name is given, in order, with the slug of its type word."""
    low, passed = source.low, 0
    openings = sorted(at for word in _OPENINGS for at in _occurrences(low, word))
    for opening in openings:
        match = _DEFINITION.match(low, opening) if opening >= passed else None
        if match is not None:
            passed = match.end()
            kind = type_of(match["type"])
            if kind is not None and source.capital(match.start("name")):
                yield *match.span("name"), kind


def _places(text: str, names: set[str]) -> dict[str, list[int]]:
    """Every place of each name, in order, in one pass for all names that begin alike."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:_PREFIX], set()).add(len(name))
    places: dict[str, list[int]] = {name: [] for name in names}
    for prefix, known in lengths.items():
        for at in _occurrences(text, prefix):
            for length in known:
                name = text[at : at + length]
                if name in places and not _goes_on(text[at + length : at + length + 1]):
                    places[name].append(at)
    return places


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
