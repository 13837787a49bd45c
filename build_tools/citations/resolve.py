"""Which directive a mention means: an id, the registered document behind it, or neither.

First the whole paper is asked (antecedents, names, years and terms), then the registry and
what other papers of the archive tell. Where more than one document remains, the citation stays ambiguous with its candidates.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache

from build_tools.citations.antecedents import antecedents, bare_id
from build_tools.citations.dating import Evidence
from build_tools.citations.learning import Paper, learn
from build_tools.citations.names import Names
from build_tools.citations.order import ReadingOrder, plain_order
from build_tools.identifiers import DirectiveId, split_symbol
from build_tools.model import Mention, Resolution
from build_tools.places import elsewhere
from build_tools.registry.registry import Registry


def base_id(mention: Mention) -> DirectiveId:
    """The id of a mention without year and term: ``Chỉ thị số 05-CT/TW`` is ``ct-05-tw``."""
    if mention.named is not None:
        return DirectiveId(name=mention.named)
    if mention.symbol is None:
        return bare_id(mention)
    return _id_of(mention.symbol, mention.type, mention.number or 0)


@lru_cache(maxsize=4096)
def _id_of(symbol: str, kind: str, number: int) -> DirectiveId:
    code, org = split_symbol(symbol, kind)
    return DirectiveId(code, number, org)


def identify(
    mentions: Sequence[Mention],
    *,
    home: Collection[str] = (),
    own: str | None = None,
    order: ReadingOrder | None = None,
) -> tuple[DirectiveId, ...]:
    """The id of every mention of one paper, in reading order, from that paper alone.

    ``home`` are the provinces whose papers need no place in their id, ``own`` the code of
    the committee whose paper this is.
    """
    return _Paper(mentions, home, order or plain_order(mentions)).ids(own)


class _Paper:
    """The mentions of one paper with what they say together."""

    def __init__(
        self, mentions: Sequence[Mention], home: Collection[str], order: ReadingOrder
    ) -> None:
        self.mentions = mentions
        self.behind = antecedents(mentions, order)
        own = [_placed(base_id(mention), mention, home) for mention in mentions]
        self.bases = [own[at if at is not None else index] for index, at in enumerate(self.behind)]
        fellows: dict[DirectiveId, list[int]] = {}
        for index, base in enumerate(self.bases):
            if not base.is_named:
                fellows.setdefault(base, []).append(index)
        self.evidence = {base: Evidence(group, mentions) for base, group in fellows.items()}

    def ids(self, own: str | None) -> tuple[DirectiveId, ...]:
        """The id of every mention; a short form takes that of its antecedent."""
        names = Names(self.mentions, self.bases, own)
        first = [
            names.id_of(index) if mention.named else self._dated(index)
            for index, mention in enumerate(self.mentions)
        ]
        return tuple(
            found if at is None else self._behind(index, first[at])
            for index, (found, at) in enumerate(zip(first, self.behind, strict=True))
        )

    def _dated(self, index: int) -> DirectiveId:
        base = self.bases[index]
        return base if base.is_named else self.evidence[base].dated(index, base)

    def _behind(self, index: int, found: DirectiveId) -> DirectiveId:
        """The document of the antecedent, unless the short form tells its own year or term."""
        mention = self.mentions[index]
        tells_year = not found.is_named and mention.year not in {None, found.year}
        tells_term = found.is_bare and mention.term is not None
        return self._dated(index) if tells_year or tells_term else found


def _placed(base: DirectiveId, mention: Mention, home: Collection[str]) -> DirectiveId:
    """Another province's paper carries its place: ``ct-05-tu-can-tho``."""
    place = elsewhere(mention.issuer, home) if base.org else None
    return DirectiveId(base.code, base.number, f"{base.org}-{place}") if place else base


def resolve_report(
    mentions: Sequence[Mention],
    registry: Registry,
    latest: date,
    *,
    own: str | None = None,
    order: ReadingOrder | None = None,
) -> tuple[Resolution, ...]:
    """Resolve the mentions of one report, in reading order, as if it were the whole archive.

    ``latest`` is a day after which no document cited here can have been issued.
    """
    paper = read_paper(mentions, registry, latest, own=own, order=order)
    return learn([paper], registry).resolutions[0]


def read_paper(
    mentions: Sequence[Mention],
    registry: Registry,
    latest: date,
    *,
    own: str | None = None,
    order: ReadingOrder | None = None,
) -> Paper:
    """The mentions of one report with the ids that it alone gives them."""
    found = identify(mentions, home=registry.home, own=own, order=order)
    return Paper(mentions, found, latest)
