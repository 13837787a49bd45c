"""A real Chromium over a local server; absent, a skip on a user's machine, a failure in CI."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from need import need, need_program
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder; returns its address, which ends with a slash."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def start(folder: Path) -> str:
        if folder not in servers:
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[folder] = server
        return f"http://127.0.0.1:{servers[folder].server_address[1]}/"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = need_program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        need(browser.is_connected(), "Chromium chạy được")
        yield browser
        browser.close()


class Reader:
    """One reader's browser, which notes every complaint and every foreign request."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        self.requested: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))

    def _hear(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.complaints.append(getattr(message, "text", ""))

    def _note(self, url: str) -> None:
        self.requested.append(url)
        if not url.startswith((self.home, "data:", "blob:")):
            self.foreign.append(url)

    def open(self, address: str) -> Page:
        self.page.goto(self.home + address)
        return self.page


@pytest.fixture
def reader_at(chromium: Browser) -> Iterator[Callable[..., Reader]]:
    """Open a browser of a given width at a site's address, which ends with a slash."""
    contexts: list[BrowserContext] = []

    def make(home: str, width: int = 1280, **settings: object) -> Reader:
        context = chromium.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        return Reader(context, home)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def reader_of(
    reader_at: Callable[..., Reader], serve: Callable[[Path], str]
) -> Callable[..., Reader]:
    """Open a browser of a given width over a site folder."""

    def make(site: Path, width: int = 1280, path: str = "", **settings: object) -> Reader:
        return reader_at(serve(site) + path, width, **settings)

    return make
