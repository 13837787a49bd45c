"""The built site behind a real nginx, with the settings that the manual gives."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from behind_nginx import MANUAL, ask, served

from build_tools.site.policy import IN_HEADERS, IN_PAGES, in_form

REPORT = "/2023/q3/170-bc-duk/"


@pytest.fixture(scope="module")
def port(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with served(real_site, tmp_path_factory.mktemp("nginx")) as one:
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
    form = f"{in_form('https://github.com')}; frame-ancestors 'none'"
    assert told.count(form) == 1
    assert len(told) >= 3
    assert set(told) == {IN_HEADERS, form}


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
    piece = next((real_site / "search" / "index" / "parts").iterdir())
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
