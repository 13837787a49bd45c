"""A report's page as a printed document: the markup that the engine lays out.

It is made from the same view as the report's web page, by a template of its own, and holds
only what belongs on paper: heading, text, notes, recipients, signature, and what tells a
reader that this is a reprint.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from build_tools.pages.page import Page
from build_tools.registered import ArchiveProfile

#: the host of links while the site's address is unknown; such links are taken out again
NOWHERE: Final = "https://kho.invalid/"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A report as the engine gets it: markup with nothing to fetch but its pictures.

    ``address`` is where the PDF will stand, ``beside`` that of the report's page; ``root``
    is what all addresses of the site begin with, ``base`` what the report's own links are
    relative to, and files below ``root`` lie in ``folder``.
    """

    address: str
    beside: str
    markup: str
    root: str
    base: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished PDF: where it stands, beside which page, what it holds.

    ``pages`` is its number of leaves, ``content`` its bytes.
    """

    address: str
    beside: str
    pages: int
    content: bytes

    @property
    def label(self) -> str:
        """What a link to it says of its size: ``PDF, 12 trang, 118 KB``."""
        return f"PDF, {self.pages} trang, {max(1, round(len(self.content) / 1000))} KB"


def paper_address(report_address: str) -> str:
    """Where the PDF of a report stands: in the report's folder, under the report's name.

    >>> paper_address("2023/q3/170-bc-duk/")
    '2023/q3/170-bc-duk/170-bc-duk.pdf'
    """
    return f"{report_address}{report_address.rstrip('/').rpartition('/')[2]}.pdf"


def manuscript(
    page: Page, profile: ArchiveProfile, site_url: str | None, content: Path
) -> Manuscript:
    """What the engine needs to print one report's page.

    ``site_url`` is the public address of the site, where it is known; ``content`` the
    folder whose pictures the report may show.
    """
    root = f"{site_url.rstrip('/')}/" if site_url else NOWHERE
    address = f"{root}{page.address}"
    markup = (
        _environment()
        .get_template("paper.html")
        .render(page=page, view=page.view, archive=profile, address=address if site_url else None)
    )
    return Manuscript(paper_address(page.address), page.address, markup, root, address, content)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("build_tools.papers", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
