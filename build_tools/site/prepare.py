"""Content in, everything the site will hold out; stops at the first stage with errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.archive import Archive
from build_tools.checks.content import check_content
from build_tools.checks.manifest import UNKNOWN_SOURCE, Source
from build_tools.gathering import read_archive
from build_tools.pages.every import every_page
from build_tools.pages.page import Page, TextFile
from build_tools.papers.paper import Paper
from build_tools.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Prepared:
    """An archive with its pages and files, not yet dressed or written.

    ``papers`` are the PDF files beside the reports, where the build makes any; ``form`` the
    files of the editors' form, by address; ``source`` is the commit it all comes from.
    """

    archive: Archive
    pages: tuple[Page, ...]
    files: tuple[TextFile, ...]
    papers: tuple[Paper, ...] = ()
    form: Mapping[str, bytes] = field(default_factory=dict)
    source: Source = UNKNOWN_SOURCE

    @property
    def count_by_kind(self) -> dict[str, int]:
        """How many pages of each kind."""
        return dict(Counter(page.kind.value for page in self.pages))

    def addresses_by_kind(self) -> dict[str, list[str]]:
        """Every page address, for the manifest."""
        groups: dict[str, list[str]] = {}
        for page in self.pages:
            groups.setdefault(page.kind.value, []).append(page.address)
        return groups


def shown_path(content: Path) -> Path:
    """How messages name a folder: relative to where the editor stands, if it is below."""
    try:
        return content.resolve().relative_to(Path.cwd().resolve())
    except ValueError:
        return content


def prepare(
    content: Path,
    site_url: str | None,
    problems: Problems,
    *,
    drafts: bool = False,
    checked: bool = True,
) -> Prepared | None:
    """Read and check ``content``; None when an error was recorded.

    ``drafts`` shows reports marked as drafts too, for an editor's eyes only; without ``checked``
    the caller checks afterwards (``checks.content``), for a preview that is there sooner.
    """
    archive = read_archive(content, shown_path(content), problems, drafts=drafts)
    if checked:
        check_content(archive, problems)
    if problems.has_errors:
        return None
    made = tuple(every_page(archive, site_url))
    _check_addresses(made, problems)
    if problems.has_errors:
        return None
    return Prepared(
        archive,
        tuple(thing for thing in made if isinstance(thing, Page)),
        tuple(thing for thing in made if isinstance(thing, TextFile)),
    )


def _check_addresses(made: Iterable[Page | TextFile], problems: Problems) -> None:
    """No two pages share an address, whatever the registry or old addresses say."""
    seen: set[str] = set()
    for thing in made:
        if thing.address in seen:
            problems.error(
                "KHO405",
                Place(thing.address),
                "Hai trang của kho cùng một địa chỉ.",
                "Xem lại old_addresses của báo cáo và same_as trong danh mục: địa chỉ cũ không "
                "được trùng một trang đang có.",
            )
        seen.add(thing.address)
