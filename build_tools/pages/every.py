"""All pages and files of an archive, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.archive import Archive, Redirect
from build_tools.pages.areas import area_pages
from build_tools.pages.bodies import issuer_pages
from build_tools.pages.directives import directive_pages
from build_tools.pages.exports import exports
from build_tools.pages.finding import search_page
from build_tools.pages.home import home_page
from build_tools.pages.linked import linked
from build_tools.pages.page import Link, Page, PageKind, TextFile
from build_tools.pages.recognition import recognition_pages
from build_tools.pages.reports import report_pages
from build_tools.pages.times import time_pages
from build_tools.pages.withdrawn import withdrawn_pages


def every_page(archive: Archive, site_url: str | None = None) -> Iterator[Page | TextFile]:
    """Everything the site holds besides assets and the search index."""
    for made in _made(archive, site_url):
        yield replace(made, linked=linked(archive, made)) if isinstance(made, Page) else made


def _made(archive: Archive, site_url: str | None) -> Iterator[Page | TextFile]:
    yield home_page(archive)
    yield from time_pages(archive)
    yield from report_pages(archive)
    yield from directive_pages(archive)
    yield from recognition_pages(archive)
    yield from issuer_pages(archive)
    yield from area_pages(archive)
    yield search_page(archive)
    yield from exports(archive, site_url)
    yield from withdrawn_pages(archive)
    yield from map(_moved, archive.redirects)


def _moved(redirect: Redirect) -> Page:
    """A page that sends the reader on, and says where to without any script."""
    return Page(
        redirect.origin,
        PageKind.MOVED,
        "Trang đã chuyển",
        "Trang này đã chuyển sang địa chỉ khác.",
        (),
        Link("địa chỉ mới", redirect.target),
    )
