"""Which numbered citation a short form stands for: ``Hướng dẫn 02`` for ``02-HD/TU``."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.citations.issuing import code_of, may_be_one
from build_tools.citations.order import ReadingOrder
from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId, split_symbol
from build_tools.model import Mention


def is_short(mention: Mention) -> bool:
    """Whether the words leave out the symbol, so that another citation must give it."""
    return mention.symbol is None and mention.named is None


def antecedents(mentions: Sequence[Mention], order: ReadingOrder) -> list[int | None]:
    """For every mention the index of the one it stands for; None where there is none.

    A defined form goes back to its definition; any other takes the same type and number,
    of an issuer that may be the same, nearest before, then after.
    """
    whole, told = _by_number(mentions)
    found: list[int | None] = []
    defined: dict[object, int | None] = {}
    for index, mention in enumerate(mentions):
        found.append(None)
        if not is_short(mention):
            continue
        number = (mention.type, mention.number)
        key = number if mention.number is not None else mention.surface
        if key in defined:
            found[index] = defined[key]
            continue
        found[index] = _nearest(index, mentions, order, whole.get(mention.number, ()))
        if found[index] is None and code_of(mention.issuer) is None:
            found[index] = next(order.nearest(index, told.get(number, ())), None)
        if mention.form == "short-def":
            if found[index] is None:
                found[index] = _just_before(index, mentions)
            defined[key] = found[index]
    return found


def _by_number(
    mentions: Sequence[Mention],
) -> tuple[dict[int | None, list[int]], dict[tuple[str, int | None], list[int]]]:
    """Citations with a symbol by their number, and short ones whose issuer is told."""
    whole: dict[int | None, list[int]] = {}
    told: dict[tuple[str, int | None], list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.symbol is not None:
            whole.setdefault(mention.number, []).append(index)
        elif mention.number is not None and code_of(mention.issuer) is not None:
            told.setdefault((mention.type, mention.number), []).append(index)
    return whole, told


def _nearest(
    index: int, mentions: Sequence[Mention], order: ReadingOrder, whole: Sequence[int]
) -> int | None:
    """The nearest citation of that number, rather one with the same type word."""
    other = None
    for at in order.nearest(index, whole):
        if _fits(mentions[index], mentions[at]):
            if mentions[at].type == mentions[index].type:
                return at
            other = at if other is None else other
    return other


def _fits(short: Mention, whole: Mention) -> bool:
    if short.number != whole.number or whole.symbol is None:
        return False
    code, org = split_symbol(whole.symbol, whole.type)
    if short.type != whole.type and DOCUMENT_TYPES[short.type].code != code:
        return False
    if short.issuer is not None:
        own = code_of(short.issuer)
        if own is not None and own != org and not (own == "qh" and org.startswith("qh")):
            return False
        if not may_be_one(short.issuer, whole.issuer):
            return False
    if None not in (short.term, whole.term) and short.term != whole.term:
        return False
    return None in (short.year, whole.year) or short.year == whole.year


def _just_before(index: int, mentions: Sequence[Mention]) -> int | None:
    """What a definition without a number names: the citation it follows."""
    kind = mentions[index].type
    earlier = [at for at in range(index - 1, max(-1, index - 4), -1) if not is_short(mentions[at])]
    same = [at for at in earlier if mentions[at].type == kind]
    return next(iter(same or earlier), None)


def bare_id(mention: Mention) -> DirectiveId:
    """The id of a short form without antecedent, from its issuer where one is named."""
    return DirectiveId(
        DOCUMENT_TYPES[mention.type].code, mention.number or 0, code_of(mention.issuer)
    )
