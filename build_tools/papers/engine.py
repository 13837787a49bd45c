"""Markup to PDF by WeasyPrint; the only module that imports it.

The same markup gives the same bytes: no date and no random number goes in, and the fonts
come with us. Nothing is fetched but fonts of ours and pictures of the content folder.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from pydyf import PDF, Dictionary
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from build_tools.papers.notes import notes_to_their_marks
from build_tools.papers.paper import NOWHERE, Manuscript, Paper
from build_tools.papers.wholes import keep_whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: PDF for universal access (ISO 14289-1): tagged, with language and title
_VARIANT: Final = "pdf/ua-1"
_NEXT_PAGE: Final = "next-page"


class _OwnFiles(URLFetcher):  # type: ignore[misc]
    """Gives the files below one folder for the addresses below one base, and nothing else."""

    def __init__(self, base: str, folder: Path) -> None:
        super().__init__()
        self._base, self._folder = base, folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        path = self._folder / unquote(urlsplit(url.removeprefix(self._base)).path)
        if not url.startswith(self._base) or not path.resolve().is_relative_to(self._folder):
            message = f"not a file of ours: {url}"
            raise ValueError(message)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


def printed(manuscript: Manuscript) -> Paper:
    """Lay out one report and write it as a tagged PDF with bookmarks."""
    fetcher = _OwnFiles(manuscript.root, manuscript.folder)
    html = HTML(string=manuscript.markup, base_url=manuscript.base, url_fetcher=fetcher)
    root = html.etree_element
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    moved = notes_to_their_marks(named["__text"], named["__notes"])
    for body in root.iter("body"):
        keep_whole(body)
    if manuscript.root == NOWHERE:
        _unlink(root)
    document = _laid_out(html, moved)
    content = document.write_pdf(finisher=_print_links, pdf_variant=_VARIANT, pdf_identifier=True)
    return Paper(manuscript.address, manuscript.beside, len(document.pages), content)


def _print_links(_: Document, pdf: PDF) -> None:
    """Links belong to the printed page too (ISO 14289-1, 7.18): the flag that WeasyPrint leaves out."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("Subtype") == "/Link":
            one["F"] = 4


def _laid_out(html: HTML, moved: Mapping[str, str]) -> Document:
    """Lay out until no note stands on a later page than its mark.

    Where only the first line of a paragraph fits a page, WeasyPrint keeps it and pushes the
    page's last note on instead. That paragraph then has to begin the next page.
    """
    style, fonts = _style()
    while True:
        document = html.render(stylesheets=[style], font_config=fonts)
        again = _split_after_lost_note([page.anchors for page in document.pages], moved)
        block = html.etree_element.find(f".//*[@id='{again}']") if again else None
        if block is None or block.get("class") == _NEXT_PAGE:
            return document
        block.set("class", _NEXT_PAGE)


def _split_after_lost_note(
    pages: Sequence[Mapping[str, tuple[float, float]]], moved: Mapping[str, str]
) -> str | None:
    """The id of the paragraph that runs over the end of the first page that lost a note."""
    for page, following in pairwise(pages):
        if any(mark in page and note in following for mark, note in moved.items()):
            split = [name for name in page if name in following]
            return max(split, key=lambda name: page[name][1], default=None)
    return None


def _unlink(root: Element) -> None:
    """Leave the words of links that would lead nowhere outside the site."""
    for link in root.iter("a"):
        if not urlsplit(link.get("href") or "#").scheme and link.get("href", "#")[0] != "#":
            del link.attrib["href"]


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    folder = Path(str(files("build_tools.papers")))
    root = folder.as_uri() + "/"
    style = CSS(
        string=(folder / "paper.css").read_text("utf-8"),
        base_url=root,
        url_fetcher=_OwnFiles(root, folder),
        font_config=fonts,
    )
    return style, fonts
