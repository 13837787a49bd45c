"""Finished pages in MkDocs and Material's dress; the only module that imports mkdocs.

MkDocs is given virtual files whose bodies are values, not Markdown, so it neither parses
nor checks anything: it calls a template for each page. ``mkdocs build`` and ``mkdocs
serve`` work from ``mkdocs.yml`` alone through the same plugin.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from build_tools.addresses import CITE, link_to_page, relative
from build_tools.browser_grammar.grammar import browser_files
from build_tools.content_files import MEDIA
from build_tools.pages.page import Page, PageKind
from build_tools.papers.paper import Paper
from build_tools.problem_text import as_text, summary
from build_tools.problems import Problems
from build_tools.search.index import MODULE as SEARCH_MODULE
from build_tools.search.index import browser_module
from build_tools.search.pagefind import IndexingError
from build_tools.site.editing import EditingLinks
from build_tools.site.finish import finish
from build_tools.site.policy import IN_PAGES
from build_tools.site.prepare import Prepared, prepare
from build_tools.site.repository import Repository, repository
from build_tools.site.scripts import ASSETS, page_scripts

SEARCH_FOLDER: Final = "search/"
_NO_DAY: Final = "1980-01-01"  # MkDocs' day of the build, which would tell two builds apart
_UNUSED: Final = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")

log = get_plugin_logger("kho")

# Material's notice about its successor is for those who choose the composer, not for editors.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class FinishedPage(MkDocsPage):
    """A MkDocs page that has nothing left to read or render."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(ours.title), file, config)
        self.ours = ours
        self.update_date = _NO_DAY
        if ours.kind in {PageKind.MOVED, PageKind.FORM}:
            self.canonical_url = self.abs_url = None  # keeps it out of the site map

    def _set_edit_url(self, *_: object) -> None:
        """MkDocs would look for a file of the page's own; ``site.editing`` knows better."""

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown; the template is that of the page's kind."""
        self.markdown = ""
        self.meta = {"template": f"{self.ours.kind}.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The template prints the view; MkDocs has nothing to convert."""
        self.content = ""
        self.toc = TableOfContents([])


class KhoPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Gives MkDocs the archive's pages; ``given`` is set when ``kho build`` prepared them.

    ``offline`` makes an edition that is opened from a folder.
    """

    def __init__(self) -> None:
        self.given: Prepared | None = None
        self.prepared: Prepared | None = None
        self._papers: dict[str, Paper] = {}
        self._editing: EditingLinks | None = None
        self.serving = False
        self.offline = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Having this hook makes MkDocs keep one plugin over all builds of a ``serve``."""
        self.serving = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the content before MkDocs empties the site folder, so faults cost nothing."""
        if self.given is not None:
            self.prepared = self.given
            return
        problems = Problems()
        content = Path(config.docs_dir)
        prepared = prepare(content, config.site_url, problems, drafts=self.serving)
        _log(problems)
        if prepared is not None:
            self.prepared = prepared
        elif self.serving and self.prepared is not None:
            log.error("Vẫn hiện bản tốt gần nhất; sửa lỗi rồi lưu lại. %s", summary(problems))
        else:
            raise PluginError(summary(problems))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what lies in the content folder by the archive's pages and files."""
        prepared = self._prepared()
        self._papers = {paper.beside: paper for paper in prepared.papers}
        for file in list(files):
            own = file.src_dir == config.docs_dir
            if (own and PurePosixPath(file.src_uri).suffix.lower() not in MEDIA) or (
                file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")
            ):
                files.remove(file)
        for page in prepared.pages:
            files.append(_virtual(config, f"{page.address}index.md", ""))
            FinishedPage(page, files.src_uris[f"{page.address}index.md"], config)
        for text in prepared.files:
            files.append(_virtual(config, text.address, text.content))
        for paper in prepared.papers:
            files.append(_virtual(config, paper.address, paper.content))
        for address, content in prepared.form.items():
            files.append(_virtual(config, address, content))
        for name, module in browser_files().items():
            files.append(_virtual(config, f"{CITE}{name}", module))
        for name, script in page_scripts(_own_roots(config), offline=self.offline).items():
            files.remove(files.src_uris[f"{ASSETS}/{name}"])
            if script is not None:
                files.append(_virtual(config, f"{ASSETS}/{name}", script))
        _one_sheet(files, config)
        module = browser_module(offline=self.offline)
        files.append(_virtual(config, f"{SEARCH_FOLDER}{SEARCH_MODULE}", module))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape by default in our own templates, and give them relative links."""
        own = {
            path.relative_to(root).as_posix()
            for root in _own_roots(config)
            for path in root.rglob("*.html")
        }
        env.autoescape = lambda name: name in own
        env.filters["href"] = _href
        archive = self._prepared().archive
        env.globals["archive"] = archive.registry.profile
        where = None if self.offline else _repository(config)
        form = bool(self._prepared().form)
        self._editing = EditingLinks(archive, where, form=form) if where else None
        # "serve" puts a script of its own into each page, which the policy would stop
        # and stands in the way of scripts from a folder, which has no origin
        env.globals["policy"] = None if self.serving or self.offline else IN_PAGES
        env.globals["offline"] = self.offline
        env.globals["as_script"] = Markup("defer") if self.offline else Markup('type="module"')
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the page's values to its template."""
        if isinstance(page, FinishedPage):
            paper = self._papers.get(page.ours.address)
            editing = self._editing.of(page.ours) if self._editing else None
            ours = {"ours": page.ours, "view": page.ours.view, "paper": paper, "editing": editing}
            context.update(ours)  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Standing alone, index and verify as ``kho build`` would."""
        if self.given is not None:
            return
        problems = Problems()
        try:
            finish(self._prepared(), Path(config.site_dir), base_path(config.site_url), problems)
        except IndexingError as fault:
            message = f"Không lập được chỉ mục tìm kiếm: {fault}"
            raise PluginError(message) from fault
        _log(problems)
        if problems.has_errors and not self.serving:
            raise PluginError(summary(problems))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Reload when a template changes, too."""
        for root in _own_roots(config):
            server.watch(str(root))
        return server

    def _prepared(self) -> Prepared:
        if self.prepared is None:
            message = "on_pre_build has not run"
            raise PluginError(message)
        return self.prepared


def base_path(site_url: str | None) -> str:
    """The path a site is served under: ``/kho/`` for an address that ends so, else ``/``."""
    path = urlsplit(site_url or "").path
    return path if path.endswith("/") else f"{path}/"


def site_url_of(config_file: Path) -> str | None:
    """The public address of the site as configured, None when it is not known."""
    return load_config(str(config_file)).site_url or None


def repository_of(config_file: Path) -> Repository | None:
    """The repository that holds the content, None when it is not known."""
    return _repository(load_config(str(config_file)))


def form_package_of(config_file: Path) -> Path | None:
    """The packed form that ``extra: form:`` names, None when the site has no form."""
    named = load_config(str(config_file)).extra.get("form")
    return Path(named) if named else None


def compose(
    config_file: Path,
    content: Path,
    prepared: Prepared,
    target: Path,
    *,
    offline: bool = False,
    address: str | None = None,
) -> None:
    """Write the pages of ``prepared`` into ``target``, dressed by the theme.

    ``address`` stands for the site's public address, where it is not the configured one.
    """
    elsewhere = {} if address is None else {"site_url": address}
    config = load_config(
        str(config_file),
        docs_dir=str(content.resolve(strict=True)),
        site_dir=str(target.resolve()),
        **elsewhere,
    )
    plugin = config.plugins["kho"]
    plugin.given = prepared  # type: ignore[attr-defined]
    plugin.offline = offline  # type: ignore[attr-defined]
    mkdocs_build(config)


class Dresser:
    """Pages in the theme's dress one at a time, byte for byte those of ``compose``.

    For the preview, which dresses a page when somebody looks at it. ``address`` is where the
    preview stands.
    """

    def __init__(self, config_file: Path, content: Path, address: str) -> None:
        self._config = load_config(
            str(config_file), docs_dir=str(content.resolve()), site_url=address
        )
        self._plugin: KhoPlugin = self._config.plugins["kho"]  # type: ignore[assignment]
        del self._config.extra_css[1:]  # as in the site: one sheet, under the first one's name
        self._env = self._config.theme.get_env()  # which sees by itself that a template was saved
        self._nav = get_navigation(Files([]), self._config)

    @property
    def themes(self) -> tuple[Path, ...]:
        """The folders of our templates, styles and scripts."""
        return tuple(_own_roots(self._config))

    def wear(self, prepared: Prepared) -> None:
        """Dress the pages of ``prepared`` from now on."""
        self._plugin.prepared = prepared
        self._plugin.on_env(self._env, config=self._config, files=Files([]))

    def dress(self, page: Page) -> str:
        """The page as the site will have it; ``wear`` comes first."""
        file = File(f"{page.address}index.md", None, self._config.site_dir, use_directory_urls=True)
        finished = FinishedPage(page, file, self._config)
        finished.render(self._config, Files([]))
        context = get_context(self._nav, Files([]), self._config, finished)
        context = self._plugin.on_page_context(
            context, page=finished, config=self._config, nav=self._nav
        )
        return self._env.get_template(f"{page.kind}.html").render(context)


def _repository(config: MkDocsConfig) -> Repository | None:
    try:
        return repository(config.repo_url, config.edit_uri)
    except ValueError:
        message = (
            f"mkdocs.yml: không hiểu edit_uri “{config.edit_uri}”. Viết như edit/main/content/ "
            "(GitHub), -/edit/main/content/ (GitLab), _edit/main/content/ (Gitea, Forgejo), hoặc "
            'edit_uri: "" để không có nút sửa.'
        )
        raise PluginError(message) from None


def _virtual(config: MkDocsConfig, uri: str, content: str | bytes) -> File:
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _one_sheet(files: Files, config: MkDocsConfig) -> None:
    """One file of all our styles, under the first one's name: one wait before the first words."""
    sheets = [files.src_uris[str(name)] for name in config.extra_css]
    for sheet in sheets:
        files.remove(sheet)
    text = "\n".join(sheet.content_string for sheet in sheets)
    files.append(_virtual(config, sheets[0].src_uri, text))
    config.extra_css = [sheets[0].src_uri]


def _own_roots(config: MkDocsConfig) -> list[Path]:
    return [Path(config.theme.custom_dir)] if config.theme.custom_dir else []


@pass_context
def _href(context: Context, address: str) -> str:
    """The link from the page being written to an address of the site."""
    page = context.get("page")
    if isinstance(page, FinishedPage):
        return relative(page.ours.address, address)
    return link_to_page(f"{context['base_url'].rstrip('/')}/{address}")


def _log(problems: Problems) -> None:
    for problem in problems:
        show = log.error if problem.severity == "error" else log.info
        show("%s", as_text(problem))
