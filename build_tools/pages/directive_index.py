"""The index of directives: a plain list by type, with what a browser needs to filter it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.pages.finding import Option
from build_tools.pages.page import (
    HOME_LINK,
    DirectiveItem,
    Page,
    PageKind,
    directive_item,
    directive_year,
)
from build_tools.registered import Directive

UNKNOWN_VALUE: Final = "none"  # a filter's value for what is not known
_THRESHOLDS: Final = (1, 2, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class IndexItem:
    """A directive in the index with the values its filters and orders compare."""

    item: DirectiveItem
    type: str
    issuer: str
    year: str
    number: int
    day: str
    words: str
    issuer_words: str | None


@dataclass(frozen=True, slots=True)
class DirectiveGroup:
    """The directives of one type."""

    type: str
    slug: str
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class DirectivesView:
    """All directives by type, and the choices of each filter with how many they leave."""

    groups: tuple[DirectiveGroup, ...]
    registered: int
    unregistered: int
    types: tuple[Option, ...]
    issuers: tuple[Option, ...]
    years: tuple[Option, ...]
    cited: tuple[Option, ...]


def directive_index(archive: Archive) -> Page:
    """The page at ``/van-ban/``."""
    groups: defaultdict[str, list[IndexItem]] = defaultdict(list)
    for directive in archive.directives.values():
        groups[directive.type].append(_item(archive, directive))
    for group in groups.values():
        group.sort(key=lambda item: (item.number == 0, item.number, item.day, item.words))
    items = [item for group in groups.values() for item in group]
    registered = sum(map(archive.is_registered, archive.directives))
    kinds = [kind for kind in DOCUMENT_TYPES.values() if kind.slug in groups]
    view = DirectivesView(
        tuple(DirectiveGroup(kind.name, kind.slug, tuple(groups[kind.slug])) for kind in kinds),
        registered,
        len(archive.directives) - registered,
        tuple(Option(kind.slug, f"{kind.name} ({len(groups[kind.slug])})") for kind in kinds),
        _issuers(archive, items),
        _years(items),
        _cited(items),
    )
    return Page(
        addresses.DIRECTIVES,
        PageKind.DIRECTIVES,
        "Văn bản được viện dẫn",
        "Danh mục văn bản mà các báo cáo trong kho viện dẫn.",
        (HOME_LINK,),
        view,
    )


def _item(archive: Archive, directive: Directive) -> IndexItem:
    year = directive_year(directive)
    words = archive.issuer_words.get(directive.id, ())
    return IndexItem(
        item=directive_item(archive, directive),
        type=directive.type,
        issuer=directive.issuer or UNKNOWN_VALUE,
        year=str(year) if year else UNKNOWN_VALUE,
        number=directive.number or 0,
        day=directive.date.isoformat() if directive.date else (str(year) if year else ""),
        words=directive.id,
        issuer_words=next(iter(words), None) if directive.issuer is None else None,
    )


def _issuers(archive: Archive, items: Iterable[IndexItem]) -> tuple[Option, ...]:
    """Most directives first; those whose issuer nobody knows last."""
    counts = Counter(item.issuer for item in items)
    unknown = counts.pop(UNKNOWN_VALUE, 0)
    options = [
        Option(key, f"{archive.issuer(key).name} ({count})")
        for key, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return (*options, *_unknown(unknown))


def _years(items: Iterable[IndexItem]) -> tuple[Option, ...]:
    counts = Counter(item.year for item in items)
    unknown = counts.pop(UNKNOWN_VALUE, 0)
    options = [Option(year, f"{year} ({counts[year]})") for year in sorted(counts, reverse=True)]
    return (*options, *_unknown(unknown))


def _unknown(count: int) -> Iterable[Option]:
    if count:
        yield Option(UNKNOWN_VALUE, f"không rõ ({count})")


def _cited(items: Iterable[IndexItem]) -> tuple[Option, ...]:
    """Thresholds that leave something, each with how much."""
    counts = [item.item.count for item in items]
    options = []
    for least in _THRESHOLDS:
        left = sum(count >= least for count in counts)
        if left:
            options.append(Option(str(least), f"từ {least} lần ({left})"))
    never = counts.count(0)
    return (*options, *([Option("0", f"chưa viện dẫn ({never})")] if never else []))
