"""Which numbered citation a short form stands for: ``Hướng dẫn 02`` for ``02-HD/TU``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from build_tools.citations.agreeing import Agreeing, Facts
from build_tools.citations.issuing import body_facts, code_of
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
    found: list[int | None] = [None] * len(mentions)
    shorts = [index for index, mention in enumerate(mentions) if is_short(mention)]
    if not shorts:
        return found
    whole, told = (
        _Whole(mentions, {mentions[index].number for index in shorts}),
        _told(mentions, shorts),
    )
    defined: dict[object, int | None] = {}
    for index in shorts:
        mention = mentions[index]
        number = (mention.type, mention.number)
        key = number if mention.number is not None else mention.surface
        if key in defined:
            found[index] = defined[key]
            continue
        behind = whole.nearest(index, mention, order)
        if behind is None and number in told and code_of(mention.issuer) is None:
            behind = order.nearest(index, (told[number],))
        if mention.form == "short-def":
            if behind is None:
                behind = _just_before(index, mentions)
            defined[key] = behind
        found[index] = behind
    return found


class _Whole:
    """Citations with a symbol, by their number and by their type word or its code."""

    def __init__(self, mentions: Sequence[Mention], asked: Collection[int | None]) -> None:
        """``asked`` are the numbers that short forms have."""
        facts: dict[tuple[int | None, str, str], dict[int, Facts]] = {}
        for index, one in enumerate(mentions):
            if one.symbol is not None and one.number in asked:
                code, org = split_symbol(one.symbol, one.type)
                org = "qh" if org.startswith("qh") else org  # an assembly's symbol has its term
                told = (org, *body_facts(one.issuer), one.term, one.year)
                facts.setdefault((one.number, "type", one.type), {})[index] = told
                facts.setdefault((one.number, "code", code), {})[index] = told
        self._known = {key: Agreeing(told, gather=tuple) for key, told in facts.items()}

    def nearest(self, index: int, short: Mention, order: ReadingOrder) -> int | None:
        """The nearest citation of that number, rather one with the same type word."""
        code = DOCUMENT_TYPES[short.type].code
        for key in ((short.number, "type", short.type), (short.number, "code", code)):
            if (known := self._known.get(key)) is None:
                continue
            body = body_facts(short.issuer)
            groups = known.with_facts((code_of(short.issuer), *body, short.term, short.year))
            if (found := order.nearest(index, groups)) is not None:
                return found
        return None


def _told(
    mentions: Sequence[Mention], shorts: Sequence[int]
) -> dict[tuple[str, int | None], list[int]]:
    """Short forms whose issuer is told, by type and number."""
    told: dict[tuple[str, int | None], list[int]] = {}
    for index in shorts:
        one = mentions[index]
        if one.number is not None and code_of(one.issuer) is not None:
            told.setdefault((one.type, one.number), []).append(index)
    return told


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
