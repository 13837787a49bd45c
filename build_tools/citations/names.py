"""Named documents within one paper: what one mention says of a congress serves another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from build_tools.identifiers import DirectiveId
from build_tools.model import Mention
from build_tools.vietnamese import slug

_CONGRESS: Final = re.compile(r"nq-dh(?P<number>\d*)-(?P<body>.+)")
_PLENUM: Final = re.compile(r"(?P<plenum>[a-z]+-tw\d+)(?:-k(?P<term>\d+))?")
_LAW: Final = re.compile(r"(?:bo-luat|luat|phap-lenh)-(?P<name>.+)-(?P<year>\d{4})")


Congresses: TypeAlias = Mapping[str, Sequence[tuple[str, str | None]]]


def congresses_by_body(mentions: Sequence[Mention]) -> dict[str, list[tuple[str, str | None]]]:
    """The congresses cited with their ordinal, by committee, each with its term of office."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for mention in mentions:
        match = _CONGRESS.fullmatch(mention.named) if mention.named else None
        if match is not None and match["number"] and mention.named:
            pair = (mention.named, mention.period)
            if pair not in (known := found.setdefault(match["body"], [])):
                known.append(pair)
    return found


def named_id(
    index: int,
    mentions: Sequence[Mention],
    bases: Sequence[DirectiveId | None],
    congresses: Congresses,
    *,
    own: str | None,
) -> DirectiveId:
    """The id of a document known by name, with what its fellows in the paper state.

    ``own`` is the code of the committee whose paper this is.
    """
    mention = mentions[index]
    named = mention.named or ""
    if match := _CONGRESS.fullmatch(named):
        return DirectiveId(name=_congress(match, mention, congresses))
    if (match := _PLENUM.fullmatch(named)) and match["term"] is None:
        return DirectiveId(name=_plenum(match["plenum"], index, mentions))
    if match := _LAW.fullmatch(named):
        return _law(match, mentions, bases) or DirectiveId(name=named)
    if own is not None and re.fullmatch(r"nq-(?:phuong-huong|nhiem-vu).*-\d{4}", named):
        return DirectiveId(name=f"{named}-{own}")
    return DirectiveId(name=named)


def _congress(match: re.Match[str], mention: Mention, congresses: Congresses) -> str:
    if match["number"]:
        return mention.named or ""
    fellows = congresses.get(match["body"], ())
    same = {name for name, period in fellows if period == mention.period}
    open_ones = {name for name, period in fellows if period is None}
    for names in (same, open_ones):
        if len(names) == 1:
            return names.pop()
    return f"nq-dh-{match['body']}-{mention.period}"


def _plenum(plenum: str, index: int, mentions: Sequence[Mention]) -> str:
    fellows = [
        (at, other.named)
        for at, other in enumerate(mentions)
        if other.named and other.named.startswith(f"{plenum}-k")
    ]
    names = {name for _, name in fellows}
    if len(names) == 1:
        return names.pop()
    earlier = [name for at, name in fellows if at < index]
    return earlier[-1] if earlier else plenum


def _law(
    match: re.Match[str], mentions: Sequence[Mention], bases: Sequence[DirectiveId | None]
) -> DirectiveId | None:
    """The numbered law of that name and year, when this paper cites it with its number."""
    for other, base in zip(mentions, bases, strict=True):
        if base is None or other.title is None or other.named or str(other.year) != match["year"]:
            continue
        if other.type in {"luat", "bo-luat", "phap-lenh"} and slug(other.title) == match["name"]:
            return DirectiveId(base.code, base.number, base.org, other.year)
    return None
