"""The latest good pages, and what is wrong with the files as they are now."""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from build_tools.checks.content import check_content
from build_tools.checks.site import INDEX_FOLDER
from build_tools.pages.page import Page
from build_tools.problems import Problem, Problems
from build_tools.search.index import write_index
from build_tools.search.pagefind import IndexingError
from build_tools.site.compose import Dresser, compose
from build_tools.site.prepare import Prepared, prepare

#: seconds that a search waits for the first index
_PATIENCE: Final = 30.0


@dataclass(frozen=True, slots=True)
class State:
    """What a browser is told.

    ``pages`` counts the times that pages became new; ``stale`` says that they are older than
    the files, because these cannot be read; ``searchable``, that search knows them already.
    """

    pages: int
    found: tuple[Problem, ...]
    stale: bool
    searchable: bool


class Latest:
    """The archive as last read without an error; pages are dressed when somebody asks for them.

    ``work`` is a folder for what the theme brings and for the search index.
    """

    def __init__(self, config_file: Path, content: Path, address: str, work: Path) -> None:
        self._config_file, self._content, self._address = config_file, content, address
        self._assets, self._index = work / "assets", work / "index"
        self._dresser = Dresser(config_file, content, address)
        self._prepared: Prepared | None = None
        self._indexed: Prepared | None = None
        self._pages: dict[str, Page] = {}
        self._files: dict[str, str] = {}
        self._dressed: dict[str, str] = {}
        self._changed = threading.Condition()
        self.state = State(0, (), stale=False, searchable=False)

    @property
    def themes(self) -> tuple[Path, ...]:
        """The folders whose files the pages wear."""
        return self._dresser.themes

    def read(self, *, dressing: bool) -> None:
        """Read the content anew: pages at once, then what the checks find in them.

        ``dressing`` brings styles, scripts and pictures up to date, too.
        """
        problems = Problems()
        prepared = prepare(self._content, self._address, problems, drafts=True, checked=False)
        if prepared is None:
            self._tell(found=tuple(problems), stale=True)
            return
        if dressing:
            self._dress_up(prepared)
        with self._changed:
            self._dresser.wear(prepared)
            self._pages = {page.address: page for page in prepared.pages}
            self._files = {file.address: file.content for file in prepared.files}
            self._dressed, self._prepared = {}, prepared
        # what was found before stays on the page until it is known what there is now
        self._tell(pages=self.state.pages + 1, stale=False)
        check_content(prepared.archive, problems)
        self._tell(found=tuple(problems))

    def _dress_up(self, prepared: Prepared) -> None:
        fresh = self._assets.with_name("assets.new")
        bare = replace(prepared, pages=(), files=())
        compose(self._config_file, self._content, bare, fresh, address=self._address)
        shutil.rmtree(self._assets, ignore_errors=True)
        fresh.rename(self._assets)

    def index(self) -> None:
        """Bring the search index up to date, where it is not."""
        prepared = self._prepared
        if prepared is None or prepared is self._indexed:
            return
        old, fresh = self._index, self._index.with_name(f"index-{self.state.pages}")
        try:
            write_index(prepared.archive, fresh)
        except (IndexingError, OSError):
            return  # the old index stays; a build would say what is wrong
        self._index = fresh
        shutil.rmtree(old, ignore_errors=True)
        self._indexed = prepared
        self._tell()

    def page(self, address: str) -> str | None:
        """The page at an address as the site will have it; None when there is none."""
        with self._changed:
            if address not in self._dressed and address in self._pages:
                self._dressed[address] = self._dresser.dress(self._pages[address])
            return self._dressed.get(address)

    def text(self, address: str) -> str | None:
        """A finished file beside the pages; None when there is none."""
        return self._files.get(address)

    def file(self, address: str) -> Path | None:
        """A file of the theme, of search or of the content folder; None when there is none."""
        below = Path(address)
        if address.startswith(f"{INDEX_FOLDER}/"):
            self._wait_for_an_index()
            root, below = self._index, below.relative_to(INDEX_FOLDER)
        else:
            root = self._assets
        path = (root / below).resolve()
        return path if path.is_relative_to(root.resolve()) and path.is_file() else None

    def wait(self, known: State, seconds: float) -> State:
        """The state once it is another than ``known``, or after ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != known, seconds)
            return self.state

    def _wait_for_an_index(self) -> None:
        """The first one takes seconds; whoever searches before it is there waits for it."""
        with self._changed:
            self._changed.wait_for(lambda: self._indexed is not None, _PATIENCE)

    def _tell(self, **news: Any) -> None:
        with self._changed:
            searchable = self._prepared is not None and self._prepared is self._indexed
            self.state = replace(self.state, searchable=searchable, **news)
            self._changed.notify_all()
