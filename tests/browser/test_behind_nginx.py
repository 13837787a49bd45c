"""The built site behind a real nginx, with the settings that the manual gives."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import json
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from need import need_program

from build_tools.site.policy import IN_HEADERS, IN_PAGES

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "deploying.md"
REPORT = "/2023/q3/170-bc-duk/"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def told_settings() -> str:
    """The settings as the manual prints them: the first block is the whole of a server."""
    return re.findall(r"```nginx\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)[0]


def told_location() -> str:
    return re.findall(r"```nginx\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)[1]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def nginx(folder: Path, settings: str) -> Iterator[int]:
    """A running nginx; gives its port."""
    program = need_program("nginx", "/usr/sbin/nginx")
    port = _free_port()
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{'user root;' if os.getuid() == 0 else ''} daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n"
        f"access_log off;\n{temporary}{settings.replace('listen 80;', f'listen 127.0.0.1:{port};')}\n}}\n",
        encoding="utf-8",
    )
    command = [program, "-p", str(folder), "-e", f"{folder}/error.log"]
    with subprocess.Popen([*command, "-c", str(folder / "nginx.conf")]) as running:
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            yield port
        finally:
            running.terminate()


def ask(port: int, path: str, **headers: str) -> Answer:
    names = {name.replace("_", "-"): text for name, text in headers.items()}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as link:
        link.request("GET", path, headers=names)
        answer = link.getresponse()
        told = {name.lower(): text for name, text in answer.getheaders()}
        return Answer(answer.status, told, answer.read())


@pytest.fixture(scope="module")
def port(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    settings = told_settings().replace("/srv/kho/site", str(real_site))
    inner = told_location().replace("/srv/kho/site", str(real_site))
    end = settings.rindex("}")
    with nginx(tmp_path_factory.mktemp("nginx"), settings[:end] + inner + settings[end:]) as one:
        yield one


@pytest.mark.parametrize("path", ["/", REPORT, "/assets/kho.css", "/feed.xml", "/khong-co/"])
def test_every_answer_carries_the_promised_headers(port: int, path: str) -> None:
    told = ask(port, path).headers
    assert told["content-security-policy"] == IN_HEADERS
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "strict-origin-when-cross-origin"


def test_the_page_carries_the_same_policy_for_hosts_without_headers(port: int) -> None:
    assert f'Content-Security-Policy" content="{IN_PAGES}"' in ask(port, REPORT).body.decode()


def test_the_policy_in_every_setting_of_the_manual_is_the_policy_of_the_pages() -> None:
    told = re.findall(r'"(default-src [^"]+)"', MANUAL.read_text("utf-8"))
    assert len(told) >= 2
    assert set(told) == {IN_HEADERS}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (REPORT, "text/html; charset=utf-8"),
        ("/assets/frame.js", "application/javascript; charset=utf-8"),
        ("/assets/kho.css", "text/css; charset=utf-8"),
        ("/du-lieu/bao-cao.json", "application/json"),
        ("/assets/favicon.svg", "image/svg+xml"),
    ],
)
def test_nothing_is_served_as_something_else(port: int, path: str, kind: str) -> None:
    answer = ask(port, path)
    assert answer.status == 200
    assert answer.headers["content-type"].replace("text/javascript", "application/javascript") in {
        kind, kind.removesuffix("; charset=utf-8"),
    }  # fmt: skip


def test_a_page_that_does_not_exist_says_so_with_the_right_status(port: int) -> None:
    answer = ask(port, "/2023/q9/khong-co/")
    assert answer.status == 404
    assert "Không tìm thấy trang" in answer.body.decode()


def test_text_is_compressed_and_pages_are_asked_after(port: int) -> None:
    answer = ask(port, REPORT, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "no-cache"
    assert b"<!doctype html>" in gzip.decompress(answer.body)
    again = ask(port, REPORT, If_Modified_Since=answer.headers["last-modified"])
    assert (again.status, again.body) == (304, b"")


def test_the_index_keeps_for_a_year_since_its_names_change_with_it(
    port: int, real_site: Path
) -> None:
    piece = next((real_site / "search" / "pagefind").glob("index/*"))
    answer = ask(port, f"/{piece.relative_to(real_site)}")
    assert (answer.status, "immutable" in answer.headers["cache-control"]) == (200, True)


def test_the_same_files_work_under_a_sub_path(port: int) -> None:
    answer = ask(port, f"/bao-cao{REPORT}")
    assert answer.status == 200
    assert 'href="../../../assets/kho.css"' in answer.body.decode()
    assert ask(port, "/bao-cao/assets/kho.css").status == 200


def test_every_page_is_quiet_and_search_works_under_the_headers(
    port: int, real_site: Path, reader_at: Callable[[str], Any]
) -> None:
    reader = reader_at(f"http://127.0.0.1:{port}/")
    pages = json.loads((real_site / "manifest.json").read_text("utf-8"))["pages"]
    for kind, addresses in pages.items():
        if kind != "moved":  # leads on by itself
            reader.open(addresses[0])
    page = reader.open("tim-kiem/?q=dang%20vien")
    page.locator(".result").first.wait_for()
    assert (reader.complaints, reader.foreign) == ([], [])
