"""The preview on this machine: pages, and a stream that tells the browser of each save."""

from __future__ import annotations

import json
import mimetypes
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from build_tools.problem_text import as_fields, text_report
from build_tools.problems import Problems, excerpt
from build_tools.site.preview.latest import Latest, State
from build_tools.site.preview.watching import watch

OURS: Final = "__kho/"
_STREAM: Final = f"{OURS}luu"
_HEARTBEAT: Final = 15.0
#: files whose change touches pages only; any other is a style, a script, a picture, a template
_WORDS: Final = frozenset({".md", ".yml"})
#: seconds without a save before search is brought up to date
_QUIET: Final = 1.0
_PANEL: Final = (
    f'<link rel="stylesheet" href="/{OURS}preview.css">'
    f'<script type="module" src="/{OURS}preview.js?pages=%d"></script></head>'
)
_NOTHING_YET: Final = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Xem thử</title></head>'
    "<body><h1>Chưa có trang nào</h1><p>Nội dung đang có lỗi. Sửa xong, lưu lại là trang hiện ra."
    "</p></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    """One request. Nothing is kept by the browser, since the next save may change anything."""

    protocol_version = "HTTP/1.1"

    def __init__(self, latest: Latest, *arguments: Any) -> None:
        self._latest = latest
        super().__init__(*arguments)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for problems."""

    def do_GET(self) -> None:
        """Answer with the stream, a page, a file, or the page that says there is none."""
        try:
            self._answer(unquote(urlsplit(self.path).path).removeprefix("/"))
        except ConnectionError:
            self.close_connection = True  # the reader has gone on to another page

    def _answer(self, address: str) -> None:
        latest = self._latest
        if address == _STREAM:
            self._stream()
        elif address.startswith(OURS):
            self._send_own(address.removeprefix(OURS))
        elif (page := latest.page(address.removesuffix("index.html"))) is not None:
            self._send(self._panelled(page).encode(), "text/html; charset=utf-8")
        elif (text := latest.text(address)) is not None:
            self._send(text.encode(), _kind(address))
        elif (file := latest.file(address)) is not None:
            self._send(file.read_bytes(), _kind(address))
        elif latest.page(f"{address}/") is not None:
            self._send(b"", "text/plain", HTTPStatus.MOVED_PERMANENTLY, f"/{address}/")
        else:
            missing = latest.file("404.html")
            text = missing.read_text("utf-8") if missing else _NOTHING_YET
            page = self._panelled(text)
            self._send(page.encode(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def _panelled(self, page: str) -> str:
        return page.replace("</head>", _PANEL % self._latest.state.pages, 1)

    def _send_own(self, name: str) -> None:
        file = files("build_tools.site.preview").joinpath(name)
        if name in {"preview.js", "preview.css"}:
            self._send(file.read_bytes(), _kind(name))
        else:
            self._send(b"", "text/plain", HTTPStatus.NOT_FOUND)

    def _send(
        self,
        content: bytes,
        kind: str,
        status: HTTPStatus = HTTPStatus.OK,
        location: str | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        if location is not None:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        """Server-sent events: the state now, and again whenever it is another."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        state = self._latest.state
        while True:
            self.wfile.write(f"data: {as_event(state)}\n\n".encode())
            self.wfile.flush()
            state = self._latest.wait(state, _HEARTBEAT)


def as_event(state: State) -> str:
    """A state as the browser reads it, on one line."""
    found = [{**as_fields(problem), "excerpt": excerpt(problem.place)} for problem in state.found]
    told = {
        "pages": state.pages,
        "stale": state.stale,
        "searchable": state.searchable,
        "problems": found,
    }
    return json.dumps(told, ensure_ascii=False)


def _kind(address: str) -> str:
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    written = kind.startswith("text/") or kind in {"application/json", "application/javascript"}
    return f"{kind}; charset=utf-8" if written else kind


def serve(
    config_file: Path, content: Path, where: tuple[str, int], tell: Callable[[str], None]
) -> None:
    """Show the site on this machine until interrupted; each save is on the page at once.

    A save with faults shows them on the page and on the terminal, and keeps the last good
    pages. Raises ``OSError`` when the address is taken.
    """
    address = f"http://{where[0]}:{where[1]}/"
    with tempfile.TemporaryDirectory(prefix="kho-xem-thu-") as work:
        latest = Latest(config_file, content, address, Path(work))
        with ThreadingHTTPServer(where, partial(_Handler, latest)) as server:
            server.daemon_threads = True
            stop = threading.Event()
            following = threading.Thread(
                target=_follow, args=(latest, content, stop, tell), daemon=True
            )
            _read(latest, tell, dressing=True)
            following.start()
            tell(f"Xem thử: {address} (dừng: Ctrl+C)")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                tell("Đã dừng xem thử.")
            finally:
                stop.set()
                following.join()


def _follow(
    latest: Latest, content: Path, stop: threading.Event, tell: Callable[[str], None]
) -> None:
    saved = threading.Event()
    saved.set()

    def changed(paths: set[Path]) -> None:
        _read(latest, tell, dressing=any(path.suffix not in _WORDS for path in paths))
        saved.set()

    indexing = threading.Thread(target=_index, args=(latest, saved, stop), daemon=True)
    indexing.start()
    watch((content, *latest.themes), changed, stop)
    saved.set()
    indexing.join()


def _read(latest: Latest, tell: Callable[[str], None], *, dressing: bool) -> None:
    latest.read(dressing=dressing)
    tell(text_report(Problems(list(latest.state.found))))


def _index(latest: Latest, saved: threading.Event, stop: threading.Event) -> None:
    """Search follows when the editor rests, so that it never stands in the way of a page."""
    while not stop.is_set():
        saved.wait()
        saved.clear()
        while not stop.is_set() and saved.wait(_QUIET):
            saved.clear()
        if not stop.is_set():
            latest.index()
