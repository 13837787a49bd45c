"""Named documents within one paper: what one mention says of a congress serves another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.vietnamese import slug

_CONGRESS: Final = re.compile(r"nq-dh(?P<number>\d*)-(?P<body>.+)")
_PLENUM: Final = re.compile(r"(?P<plenum>[a-z]+-tw\d+)(?:-k(?P<term>\d+))?")
_LAW: Final = re.compile(r"(?P<key>(?:bo-luat|luat|phap-lenh)-(?P<name>.+))-(?P<year>\d{4})")
_YEARLY: Final = re.compile(r"nq-(?:phuong-huong|nhiem-vu).*-\d{4}")
_NAMES: Final = (_CONGRESS, _PLENUM, _LAW, _YEARLY)
_LAWS: Final = frozenset({"luat", "bo-luat", "phap-lenh"})


@dataclass(slots=True)
class _Cited:
    """Where one plenum or law is cited in full, in order; by what names, and what different ones."""

    places: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    distinct: set[str] = field(default_factory=set)

    def add(self, place: int, name: str) -> None:
        self.places.append(place)
        self.names.append(name)
        self.distinct.add(name)

    def at(self, index: int) -> str | None:
        """The only one, or else the latest before this place."""
        if len(self.distinct) == 1:
            return self.names[0]
        before = bisect_left(self.places, index)
        return self.names[before - 1] if before else None


class Names:
    """The named documents of one paper, with what its mentions say of each other's names."""

    def __init__(
        self, mentions: Sequence[Mention], bases: Sequence[DirectiveId], own: str | None
    ) -> None:
        """``own`` is the code of the committee whose paper this is."""
        self._mentions = mentions
        self._own = own
        #: congresses cited with their ordinal, by committee and term of office
        self._congresses: dict[tuple[str, str | None], set[str]] = {}
        self._plenums: dict[str, _Cited] = {}
        #: laws cited with their year, by type and name
        self._years: dict[str, _Cited] = {}
        #: laws cited with their number, by name and year
        self._laws: dict[tuple[str, str], DirectiveId] = {}
        for index, mention in enumerate(mentions):
            if mention.named:
                self._note(index, mention.named, mention.period)
            elif mention.title and mention.type in _LAWS and not bases[index].is_named:
                key = (slug(mention.title), str(mention.year))
                base = bases[index]
                law = DirectiveId(base.code, base.number, base.org, mention.year)
                self._laws.setdefault(key, law)
                named = f"{mention.type}-{key[0]}"
                self._years.setdefault(named, _Cited()).add(index, f"{named}-{key[1]}")

    def _note(self, index: int, named: str, period: str | None) -> None:
        match = _read(named)
        if match is None:
            return
        if match.re is _CONGRESS and match["number"]:
            self._congresses.setdefault((match["body"], period), set()).add(named)
        elif match.re is _PLENUM and match["term"]:
            self._plenums.setdefault(match["plenum"], _Cited()).add(index, named)
        elif match.re is _LAW:
            self._years.setdefault(match["key"], _Cited()).add(index, named)

    def id_of(self, index: int) -> DirectiveId:
        """The id of a document known by name, with what its fellows in the paper state."""
        mention = self._mentions[index]
        named = mention.named or ""
        if mention.type in _LAWS and mention.year is None and named in self._years:
            named = self._years[named].at(index) or named
        match = _read(named)
        if match is None:
            return DirectiveId(name=named)
        if match.re is _CONGRESS:
            named = self._congress(match, mention)
        elif match.re is _PLENUM and match["term"] is None:
            named = self._plenum(match["plenum"], index)
        elif match.re is _LAW and (law := self._laws.get((match["name"], match["year"]))):
            return law
        elif match.re is _YEARLY and self._own is not None:
            named = f"{named}-{self._own}"
        return DirectiveId(name=named)

    def _congress(self, match: re.Match[str], mention: Mention) -> str:
        if match["number"]:
            return mention.named or ""
        for period in (mention.period, None):
            names = self._congresses.get((match["body"], period), ())
            if len(names) == 1:
                return next(iter(names))
        return f"nq-dh-{match['body']}-{mention.period}"

    def _plenum(self, plenum: str, index: int) -> str:
        known = self._plenums.get(plenum)
        return (known.at(index) if known else None) or plenum


@lru_cache(maxsize=4096)
def _read(named: str) -> re.Match[str] | None:
    """What kind of name an id is, if one that the rest of a paper may tell more of."""
    return next(filter(None, (pattern.fullmatch(named) for pattern in _NAMES)), None)
