"""Lists: items joined to their head, and what head and tail lend to the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from build_tools.citations.grammar.form import JOINT
from build_tools.citations.source import Source
from build_tools.model import Mention

_JOINABLE: Final = {"full", "short-undef", "list"}
_JOINT: Final = re.compile(JOINT)
_SAME_DAY: Final = re.compile(r"\s{0,3},?\s{0,3}cung\s{1,3}ngay\s")
_REACH: Final = 700


def inherited(source: Source, mentions: Iterable[Mention]) -> list[Mention]:
    """Mark the heads of lists and give every item what the list states once for all.

    In ``Nghị quyết số 18-NQ/TW, 19-NQ/TW của Ban Chấp hành Trung ương khóa XII`` both have
    the issuer and the term; a day belongs to the nearest number alone.
    """
    done: list[Mention] = []
    for group in _groups(source, list(mentions)):
        done.extend(_lent(source, group) if len(group) > 1 else group)
    for at in range(len(done) - 2, -1, -1):
        if _shares_tail(source, done[at], done[at + 1]):
            tail = done[at + 1]
            done[at] = replace(done[at], issuer=tail.issuer, term=done[at].term or tail.term)
    return done


def _shares_tail(source: Source, one: Mention, other: Mention) -> bool:
    """Whether two short forms stand before one issuer: ``Chỉ thị 05 và Kết luận 01 của …``."""
    if not (one.form == other.form == "short-undef") or one.issuer or one.term:
        return False
    if not (other.issuer or other.term):
        return False
    return _JOINT.fullmatch(source.low, one.end, other.start) is not None


def _groups(source: Source, mentions: list[Mention]) -> Iterable[list[Mention]]:
    group: list[Mention] = []
    for mention in mentions:
        if group and _continues(source, group[-1], mention):
            group.append(mention)
            continue
        if group:
            yield group
        group = [mention]
    if group:
        yield group


def _continues(source: Source, one: Mention, other: Mention) -> bool:
    """Whether the second is an item without a type word of its own."""
    if other.form != "list" or one.form not in _JOINABLE or other.named or one.named:
        return False
    if other.start - one.end > _REACH:
        return False
    between = source.low[one.end : other.start]
    if "\n\n" in between or between.rstrip().endswith(":"):
        return False
    return not source.low.startswith(other.type.replace("-", " "), other.start)


def _lent(source: Source, group: list[Mention]) -> list[Mention]:
    items = [item if item.form == "list" else replace(item, form="list") for item in group]
    last = items[-1]
    if last.date_raw and _SAME_DAY.match(source.low, last.end):
        items = [
            item
            if item.date_raw
            else replace(item, date=last.date, date_raw=last.date_raw, year=item.year or last.year)
            for item in items
        ]
    for at in range(len(items) - 2, -1, -1):
        items[at] = _borrow(items[at], items[at + 1])
    for at, (earlier, _) in enumerate(pairwise(items), 1):
        items[at] = _borrow(items[at], earlier)
    return items


def _borrow(item: Mention, other: Mention) -> Mention:
    """Issuer and term of a neighbour of the same body, and a year that no day gave."""
    if not (other.issuer or other.term or other.year) or item.symbol != other.symbol:
        return item  # as in almost every list
    if item.issuer and other.issuer and item.issuer != other.issuer:
        return item
    year = other.year if other.date_raw is None and item.date_raw is None else None
    is_state = item.symbol is not None and "/" not in item.symbol
    year = item.year or (None if is_state else year)
    issuer, term = item.issuer or other.issuer, item.term or other.term
    if (year, issuer, term) == (item.year, item.issuer, item.term):
        return item
    return replace(item, issuer=issuer, term=term, year=year)
