"""``kho cite``: the citations of any text as rows of data, one document at a time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from build_tools.citations.grammar.laws import LAWS
from build_tools.citations.notes import reading_order
from build_tools.citations.recognise import recognise
from build_tools.citations.resolve import base_id, identify
from build_tools.identifiers import DirectiveId, split_symbol
from build_tools.model import Mention
from build_tools.places import province_in
from build_tools.problems import Problems
from build_tools.registry.reader import FOLDER, read_registry
from build_tools.vietnamese import nfc

FIELDS: Final = (
    "start", "end", "surface", "form", "type", "number", "year", "symbol", "issuer", "date",
    "term", "title", "canonical",
)  # fmt: skip
_TOLD: Final = attrgetter(*FIELDS[:-1])
_HEAD: Final = 1500
_OWN: Final = re.compile(
    r"^(?P<above>[^\n]{0,200}\n)?[ *_#|]{0,12}S[ốỐoO] ?:? {0,3}(?P<number>\d{1,4}) ?- ?"
    r"(?P<symbol>[^\W\d_]{2,5} ?/ ?[^\W\d_]{1,12})[*_|]{0,3}(?:[ \t]{2}[^\n]*)?$",
    re.MULTILINE,
)


def cite(text: str, home: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """The citations of a text, read as one document; offsets are into its NFC.

    A paper never cites itself: its own number, alone at the head of the text, and every
    later mention of it are left out.

    >>> [row["canonical"] for row in cite("Kết luận số 01-KL/TW, ngày 18/5/2021")]
    ['kl-01-tw-2021']
    """
    for mention, directive in identified(text, home):
        yield row(mention, str(directive))


def identified(text: str, home: Collection[str]) -> Iterator[tuple[Mention, DirectiveId]]:
    """The citations of a text with the ids that the text alone gives them."""
    text = nfc(text)
    own = _own_id(text)
    found = [one for one in recognise(text) if own is None or base_id(one) != own]
    ids = identify(
        found,
        home={*home, *_printed_home(text)},
        own=own.org if own else None,
        order=reading_order(text, found),
    )
    yield from zip(found, ids, strict=True)


def home_of(content: Path) -> frozenset[str]:
    """The home provinces of an archive, whose papers carry no place in their ids."""
    if not (content / FOLDER).is_dir():
        return frozenset()
    return read_registry(content, content, Problems()).home


def row(mention: Mention, canonical: str) -> dict[str, Any]:
    """A citation as data, every field present."""
    told = dict(zip(FIELDS, _TOLD(mention), strict=False))
    told["date"] = mention.date.isoformat() if mention.date else None
    if mention.type in LAWS and (mention.named or _is_in(mention.title, mention.surface)):
        told["title"] = None  # a law's name is no title: it stands in the words themselves
    told["symbol"] = mention.symbol.upper() if mention.symbol else None
    told["canonical"] = canonical
    return told


def _is_in(title: str | None, surface: str) -> bool:
    return title is not None and title in " ".join(surface.split())


def _own_id(text: str) -> DirectiveId | None:
    """The paper's own number: ``Số 170-BC/ĐUK`` on a line of its own near the top."""
    match = _OWN.search(text[:_HEAD])
    if match is None or not _is_head(match["above"]):
        return None
    symbol = "".join(match["symbol"].split()).replace("Ð", "Đ")
    code, org = split_symbol(symbol, "bao-cao")
    return DirectiveId(code, int(match["number"]), org)


def _is_head(above: str | None) -> bool:
    """Whether the line above a number is none, empty or a title in capitals."""
    words = (above or "").strip(" *_#|\n-")
    return not words or words.isupper()


def _printed_home(text: str) -> set[str]:
    """The province that the paper's head names in capitals: ``TỈNH ỦY CÀ MAU``."""
    lines = text[:_HEAD].split("\n")[:15]
    places = (province_in(line) for line in lines if line.isupper())
    return {place for place in places if place}
