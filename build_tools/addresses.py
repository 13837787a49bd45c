"""Addresses of pages, stable for ever, and relative links between them.

An address is the path below the site's root without a leading slash, e.g.
``2023/q3/170-bc-duk/``; the home page is the empty address. Links are relative, so
the same bytes work at a domain's root, under a sub-path and from a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from build_tools.quarter import Quarter

HOME: Final = ""
DIRECTIVES: Final = "van-ban/"
ISSUERS: Final = "co-quan/"
AREAS: Final = "linh-vuc/"
SEARCH: Final = "tim-kiem/"
EXPORTS: Final = "du-lieu/"
RECOGNITION: Final = "van-ban/nhan-ra/"
CITE: Final = "cite/"
FEED: Final = "feed.xml"
FORM: Final = "bien-tap/"
OPENING: Final = "dau"
SIGNATURE: Final = "noi-nhan"


#: what a link to a page ends with: nothing where a server finds the page's file
_page_file: ContextVar[str] = ContextVar("_page_file", default="")


@contextmanager
def opened_from_a_folder() -> Iterator[None]:
    """Links made inside the block name ``index.html``: a folder opened by ``file://`` has no server.

    >>> with opened_from_a_folder():
    ...     relative("2023/q3/", "van-ban/#x")
    '../../van-ban/index.html#x'
    """
    token = _page_file.set("index.html")
    try:
        yield
    finally:
        _page_file.reset(token)


def link_to_page(path: str) -> str:
    """A link's path as the edition needs it: one that ends with a slash leads to a page."""
    return f"{path}{_page_file.get()}" if path.endswith("/") else path


def year_address(year: int) -> str:
    """``2023/``."""
    return f"{year}/"


def quarter_address(quarter: Quarter) -> str:
    """``2023/q3/``."""
    return f"{quarter.year}/q{quarter.number}/"


def report_address(quarter: Quarter, name: str) -> str:
    """``2023/q3/170-bc-duk/`` for the file ``2023/q3/170-bc-duk.md``."""
    return f"{quarter_address(quarter)}{name}/"


def directive_address(directive_id: str) -> str:
    """``van-ban/ct-05-tw-2016/``."""
    return f"{DIRECTIVES}{directive_id}/"


def issuer_address(issuer_id: str) -> str:
    """``co-quan/duk-kien-giang/``."""
    return f"{ISSUERS}{issuer_id}/"


def area_address(area_id: str) -> str:
    """``linh-vuc/chinh-tri/``."""
    return f"{AREAS}{area_id}/"


def relative(origin: str, target: str) -> str:
    """The link that leads from one page to another address, fragment kept.

    >>> relative("2023/q3/170-bc-duk/", "van-ban/ct-05-tw/#t1")
    '../../../van-ban/ct-05-tw/#t1'
    >>> relative("2023/q3/", "2023/q3/#x"), relative("", "")
    ('#x', './')
    """
    path, hash_sign, fragment = target.partition("#")
    if hash_sign and path == origin:
        return f"#{fragment}"
    folders, parts = origin.split("/")[:-1], path.split("/")
    shared = 0
    for ours, theirs in zip(folders, parts[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    link = "../" * (len(folders) - shared) + "/".join(parts[shared:])
    return link_to_page(link or "./") + hash_sign + fragment
