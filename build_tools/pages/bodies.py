"""Issuers: who issued what, and which body became which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.page import (
    HOME_LINK,
    DirectiveItem,
    Link,
    Page,
    PageKind,
    ReportItem,
    directive_item,
    report_item,
)
from build_tools.registered import Issuer
from build_tools.vietnamese import format_date

INDEX_LINK = Link("Cơ quan ban hành", addresses.ISSUERS)


@dataclass(frozen=True, slots=True)
class IssuerItem:
    """An issuer in the index."""

    link: Link
    lifetime: str | None
    reports: int
    directives: int


@dataclass(frozen=True, slots=True)
class IssuersView:
    """Issuers of reports first, then bodies that appear only as issuers of directives."""

    reporting: tuple[IssuerItem, ...]
    others: tuple[IssuerItem, ...]


@dataclass(frozen=True, slots=True)
class IssuerView:
    """One issuer; ``predecessors`` and ``successors`` are None where nobody knows them."""

    name: str
    short: str | None
    code: str | None
    aliases: tuple[str, ...]
    lifetime: str | None
    note: str | None
    parent: Link | None
    children: tuple[Link, ...]
    predecessors: tuple[Link, ...] | None
    successors: tuple[Link, ...] | None
    reports: tuple[ReportItem, ...]
    directives: tuple[DirectiveItem, ...]


def issuer_pages(archive: Archive) -> Iterator[Page]:
    """The index and one page for every registered issuer."""
    yield _index(archive)
    for issuer in archive.registry.issuers.values():
        yield _page(archive, issuer)


def _link(issuer: Issuer) -> Link:
    return Link(issuer.name, addresses.issuer_address(issuer.id))


def _lifetime(issuer: Issuer) -> str | None:
    since, until = map(_day, (issuer.since, issuer.until))
    if since and until:
        return f"{since} – {until}"
    if until:
        return f"đến {until}"
    return f"từ {since}" if since else None


def _day(text: str | None) -> str | None:
    """A year stays as it is; a whole date reads as dates do here."""
    try:
        return format_date(date.fromisoformat(text)) if text else None
    except ValueError:
        return text


def _index(archive: Archive) -> Page:
    items = {
        issuer.id: IssuerItem(
            _link(issuer),
            _lifetime(issuer),
            len(archive.by_issuer.get(issuer.id, ())),
            sum(directive.issuer == issuer.id for directive in archive.directives.values()),
        )
        for issuer in archive.registry.issuers.values()
    }
    view = IssuersView(
        tuple(item for item in items.values() if item.reports),
        tuple(item for item in items.values() if not item.reports),
    )
    return Page(
        addresses.ISSUERS,
        PageKind.ISSUERS,
        "Cơ quan ban hành",
        "Các cơ quan ban hành báo cáo và văn bản được viện dẫn trong kho.",
        (HOME_LINK,),
        view,
    )


def _page(archive: Archive, issuer: Issuer) -> Page:
    issuers = archive.registry.issuers

    def links(ids: tuple[str, ...] | None) -> tuple[Link, ...] | None:
        return None if ids is None else tuple(_link(issuers[other]) for other in ids)

    view = IssuerView(
        issuer.name,
        issuer.short,
        issuer.code,
        issuer.aliases,
        _lifetime(issuer),
        issuer.note,
        _link(issuers[issuer.parent]) if issuer.parent else None,
        tuple(_link(other) for other in issuers.values() if other.parent == issuer.id),
        links(issuer.predecessors),
        links(issuer.successors),
        tuple(report_item(archive, r) for r in reversed(archive.by_issuer.get(issuer.id, ()))),
        tuple(
            directive_item(archive, directive)
            for directive in archive.directives.values()
            if directive.issuer == issuer.id
        ),
    )
    return Page(
        addresses.issuer_address(issuer.id),
        PageKind.ISSUER,
        issuer.name,
        f"Báo cáo và văn bản của {issuer.name}.",
        (HOME_LINK, INDEX_LINK),
        view,
    )
