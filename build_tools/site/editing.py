"""The editor's way from a page to its file: “Sửa trang này”, “Thêm báo cáo quý mới”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.pages.page import Page, PageKind
from build_tools.quarter import Quarter
from build_tools.registered import Issuer
from build_tools.scaffold import Scaffold, scaffold
from build_tools.site.repository import Repository

_REGISTRY: Final = "registry/"
_COMMENT: Final = re.compile(r"  # .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewReport:
    """The editor on the file of a report that is not there yet: ``quý IV/2023, Đảng ủy Khối …``."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Editing:
    """What an editor can do from one page.

    ``edit`` is None where no one file makes the page, ``form`` where the page offers no form.
    """

    edit: str | None
    add: tuple[NewReport, ...]
    form: str | None = None


class EditingLinks:
    """Every page's way to the repository's web editor."""

    def __init__(self, archive: Archive, repository: Repository, *, form: bool = False) -> None:
        self._archive, self._repository, self._form = archive, repository, form
        self._sources = dict(_sources(archive))

    def of(self, page: Page) -> Editing | None:
        """The links of one page; None for a page that has none."""
        source = self._sources.get(page.address)
        editing = Editing(
            self._repository.edit(*source) if source else None,
            tuple(self._additions(page)),
            addresses.FORM if self._form and page.kind is PageKind.HOME else None,
        )
        return editing if editing.edit or editing.add or editing.form else None

    def _additions(self, page: Page) -> Iterator[NewReport]:
        archive = self._archive
        if page.kind is PageKind.HOME:
            for own in archive.by_issuer.values():
                issuer = archive.issuer(own[-1].metadata.issuer)
                following = own[-1].metadata.quarter.next
                if _still_reports(issuer, following):
                    yield self._addition(following, issuer)
        elif page.kind is PageKind.QUARTER:
            quarter = next(
                q for q in archive.quarters if addresses.quarter_address(q) == page.address
            )
            for issuer in archive.gaps(quarter):
                yield self._addition(quarter, issuer)

    def _addition(self, quarter: Quarter, issuer: Issuer) -> NewReport:
        made = scaffold(self._archive, quarter, issuer, None)
        return NewReport(
            f"{quarter.label}, {issuer.name}",
            self._repository.new(made.path.as_posix(), _shorter_and_shorter(made)),
        )


def _still_reports(issuer: Issuer, quarter: Quarter) -> bool:
    """Whether the body may have reported on a quarter: it had not ended the year before."""
    ended = (issuer.until or "")[:4]
    return not ended.isdecimal() or quarter.year <= int(ended)


def _shorter_and_shorter(made: Scaffold) -> Iterator[str]:
    """The template whole, without its explanations, without the headings: for long addresses."""
    yield made.text
    bare = _COMMENT.sub("", made.text)
    yield bare
    yield bare[: bare.index("\n## ") + 1]


def _sources(archive: Archive) -> Iterator[tuple[str, tuple[str, int]]]:
    """Page addresses with the file below the content folder, and the line in it."""
    for report in archive.reports:
        yield report.address, (f"{report.key}.md", 0)
    yield addresses.DIRECTIVES, (f"{_REGISTRY}directives.yml", 0)
    yield addresses.ISSUERS, (f"{_REGISTRY}issuers.yml", 0)
    yield addresses.AREAS, (f"{_REGISTRY}areas.yml", 0)
    yield from _entries(archive)


def _entries(archive: Archive) -> Iterator[tuple[str, tuple[str, int]]]:
    registry: Any = archive.registry
    for issuer in registry.issuers.values():
        yield addresses.issuer_address(issuer.id), (f"{_REGISTRY}issuers.yml", issuer.line)
    for area in registry.areas:
        yield addresses.area_address(area.id), (f"{_REGISTRY}areas.yml", 0)
    for directive in registry.directives.values():
        if directive.line:
            yield (
                addresses.directive_address(directive.id),
                (f"{_REGISTRY}directives.yml", directive.line),
            )
