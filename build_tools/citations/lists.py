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
_SAME_DAY: Final = re.compile(r"\s{0,3},?\s{0,3}\(?cung\s{1,3}ngay\s")
_CLOSE: Final = 20  # numbers that one day can bring forth stand near each other
_REACH: Final = 700


def inherited(source: Source, mentions: Iterable[Mention]) -> list[Mention]:
    """Mark the heads of lists and give every item what the list states once for all.

    In ``Nghị quyết số 18-NQ/TW, 19-NQ/TW của Ban Chấp hành Trung ương khóa XII`` both have
    the issuer and the term. A day at the end is that of all items whose numbers stand near,
    ``Quyết định số 1410/QĐ-UBND, 1411/QĐ-UBND ngày 07/6/2023``; in ``05-CT/TW và 27-CT/TW,
    ngày 10/01/2019`` it is that of the last alone, but for ``cùng ngày``.
    """
    done: list[Mention] = []
    for group in _groups(source, list(mentions)):
        done.extend(_lent(source, group) if len(group) > 1 else group)
    for at in range(len(done) - 2, -1, -1):
        if _shares_tail(source, done[at], done[at + 1]):
            tail = done[at + 1]
            done[at] = replace(done[at], issuer=tail.issuer, term=done[at].term or tail.term)
        elif _shares_day(source, done[at], done[at + 1]):
            done[at] = _of_day(done[at], done[at + 1])
    return done


def _shares_day(source: Source, one: Mention, other: Mention) -> bool:
    """``Quy định số 01-QĐ/TU và Quyết định số 01-QĐ/TU cùng ngày 10/01/2021``."""
    if one.date_raw or one.year or not other.date_raw or one.symbol != other.symbol:
        return False
    if _SAME_DAY.match(source.low, other.end) is None:
        return False
    return _JOINT.fullmatch(source.low, one.end, other.start) is not None


def _of_day(item: Mention, other: Mention) -> Mention:
    """The item with the other's day; a year that it tells itself stays."""
    year, issuer = item.year or other.year, item.issuer or other.issuer
    return replace(item, date=other.date, date_raw=other.date_raw, year=year, issuer=issuer)


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
    for at in range(len(items) - 2, -1, -1):  # ``Nghị định 100/2019, 123/2021/NĐ-CP``
        if items[at].symbol is None and items[at].type == items[at + 1].type:
            items[at] = replace(items[at], symbol=items[at + 1].symbol)
    same = _SAME_DAY.match(source.low, items[-1].end) is not None
    for at in range(len(items) - 2, -1, -1):
        if _is_of_that_day(items[at], items[at + 1], same=same):
            items[at] = _of_day(items[at], items[at + 1])
    for at in range(len(items) - 2, -1, -1):
        items[at] = _borrow(items[at], items[at + 1])
    for at, (earlier, _) in enumerate(pairwise(items), 1):
        items[at] = _borrow(items[at], earlier)
    return items


def _is_of_that_day(item: Mention, other: Mention, *, same: bool) -> bool:
    """Whether the day behind the next item is this item's too."""
    if item.date_raw or not other.date_raw or item.symbol != other.symbol:
        return same and item.date_raw is None
    if item.year not in {None, other.year}:
        return False
    return same or abs((item.number or 0) - (other.number or 0)) <= _CLOSE


def _borrow(item: Mention, other: Mention) -> Mention:
    """Issuer and term of a neighbour of the same body, and a year that no day gave."""
    if not (other.issuer or other.term or other.year) or item.symbol != other.symbol:
        return item  # as in almost every list
    if item.issuer and other.issuer and item.issuer != other.issuer:
        return item
    year = other.year if other.date_raw is None and item.date_raw is None else None
    is_state = item.symbol is not None and "/" not in item.symbol
    in_symbol = is_state and f"/{year}/" in "".join(other.surface.split())
    year = item.year or (None if in_symbol else year)
    issuer, term = item.issuer or other.issuer, item.term or other.term
    if (year, issuer, term) == (item.year, item.issuer, item.term):
        return item
    return replace(item, issuer=issuer, term=term, year=year)
