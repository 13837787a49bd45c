"""The page that recognises citations in a pasted text, with what its scripts need."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.directives import INDEX_LINK
from build_tools.pages.page import HOME_LINK, Page, PageKind, TextFile, directive_name
from build_tools.registered import Directive, Issuer


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """What the page says of the archive before anything is pasted."""

    documents: int
    cited: int
    module: str
    worker: str


def recognition_pages(archive: Archive) -> Iterator[Page | TextFile]:
    """The page at ``/van-ban/nhan-ra/``, and what the archive holds."""
    yield Page(
        addresses.RECOGNITION,
        PageKind.RECOGNITION,
        "Nhận ra viện dẫn",
        "Dán một văn bản để tìm các viện dẫn trong đó và xem văn bản nào đã có trong kho.",
        (HOME_LINK, INDEX_LINK),
        RecognitionView(
            len(archive.directives),
            sum(key in archive.backlinks for key in archive.directives),
            f"{addresses.CITE}kho-cite.js",
            f"{addresses.CITE}worker.js",
        ),
    )
    yield TextFile(f"{addresses.CITE}danh-muc.json", _holdings(archive))


def _holdings(archive: Archive) -> str:
    """Registered issuers and directives for resolving, and every document that has a page."""
    registry = archive.registry
    told = {
        "issuers": [_told(issuer) for issuer in registry.issuers.values()],
        "registered": [_entry(one) for one in registry.directives.values()],
        "documents": {
            one.id: {
                "name": directive_name(one),
                "title": one.title,
                "count": len(archive.backlinks.get(one.id, ())),
            }
            for one in archive.directives.values()
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _told(issuer: Issuer) -> dict[str, Any]:
    return {
        "id": issuer.id,
        "name": issuer.name,
        "short": issuer.short,
        "aliases": issuer.aliases,
    }


def _entry(one: Directive) -> dict[str, Any]:
    """What tells whether a citation may mean a registered directive."""
    return {
        "id": one.id,
        "issuer": one.issuer,
        "date": one.date.isoformat() if one.date else None,
        "year": one.year,
        "term": one.term,
        "same_as": one.same_as,
    }
