"""A site built from a content that tries to run scripts through every value it may give.

It is built with every way to the network shut: in a namespace without one where the system
allows that, and with sockets forbidden in any case.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.markdown.bodies import read_body

PROJECT = Path(__file__).resolve().parents[2]
#: each opens another door: element, attribute of either quote, JSON inside a page, template, CSV
STINGS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)",
    "</script><script>alert(1)</script>", "]]><svg onload=alert(1)>", "{{ 7*7 }}{% raw %}", "=cmd|'/c'!A1",
    "javascript:alert(1)", "&lt;script&gt;", "\\u003cscript>", "--><script>alert(1)</script>",
)  # fmt: skip
STING = " ".join(STINGS)
QUOTED = json.dumps(STING, ensure_ascii=False)
REPORT = f"""\
---
title: {QUOTED}
number: 12-BC/ĐUK
quarter: 2023-Q3
issuer: duk
place: {QUOTED}
edition: full
signed: {{authority: {QUOTED}, position: {QUOTED}, name: {QUOTED}}}
recipients: [{QUOTED}]
approval: {{by: {QUOTED}, on: 2023-10-02}}
---

## I- Kết quả

### 1. {STING.replace("<", chr(92) + "<")}

Theo Chỉ thị số 05-CT/TW, {STING.replace("<", chr(92) + "<")}[^1].

[^1]: Nghị quyết số 29-NQ/TW về {STING.replace("<", chr(92) + "<")}.
"""
REGISTRY = {
    "archive": f"title: {QUOTED}\ndescription: {QUOTED}\nnotice: {QUOTED}\nsample: true\n",
    "areas": f"- id: dan-van\n  name: {QUOTED}\n  aliases: [{QUOTED}]\n",
    "issuers": (
        f"- id: duk\n  name: {QUOTED}\n  short: {QUOTED}\n  code: {QUOTED}\n  aliases: [{QUOTED}]\n"
        f"  from: {QUOTED}\n  until: {QUOTED}\n  note: {QUOTED}\n"
    ),
    "directives": (
        f"- id: ct-05-tw-2016\n  type: chi-thi\n  number: 5\n  symbol: CT/TW\n  date: 2016-05-15\n"
        f"  title: {QUOTED}\n  note: {QUOTED}\n"
        f"  source: {{url: https://example.vn/?q=javascript:alert(1), accessed: 2023-01-01}}\n"
    ),
}
NO_NETWORK = """\
import socket
def refuse(*_arguments, **_options):
    raise RuntimeError("a build must not use the network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that content, built once."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    (folder / "content/2023/q3").mkdir(parents=True)
    (folder / "content/registry").mkdir()
    (folder / "content/2023/q3/12-bc-duk.md").write_text(REPORT, "utf-8")
    for name, text in REGISTRY.items():
        (folder / f"content/registry/{name}.yml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "build_tools", "build",
               "--content", folder / "content", "--site", folder / "site"]  # fmt: skip
    apart = ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run([*apart, "true"], capture_output=True, check=False).returncode == 0:
        command = [*apart, *command]
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(folder), "KHO_SITE_URL": "https://kho.example/"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in site.rglob("*.html")
    }


def attributes(pages: dict[str, LexborHTMLParser]) -> Iterator[tuple[str, str, str, str]]:
    for page, tree in pages.items():
        for node in tree.css("*"):
            for name, value in node.attributes.items():
                yield page, node.tag or "", name, value or ""


def test_the_sting_is_on_the_pages_as_words(pages):
    words = pages["2023/q3/12-bc-duk/index.html"].text()
    assert "<script>alert(1)</script>" in words
    assert "{{ 7*7 }}" in words


def test_every_script_is_a_file_of_the_site_or_data(pages):
    for page, tree in pages.items():
        for script in tree.css("script"):
            source, kind = script.attributes.get("src"), script.attributes.get("type")
            if source is None:
                assert kind in {"application/json", "application/ld+json"}, (page, script.html)
                json.loads(script.text())
            else:
                assert not source.startswith(("http:", "https:", "//", "data:")), (page, source)


def test_no_element_came_from_a_value(pages):
    for page, tree in pages.items():
        assert [
            n.html for n in tree.css("img[src=x], svg[onload], iframe, object, embed, base")
        ] == [], page


def test_no_attribute_runs_a_script_or_leads_to_one(pages):
    leading = {"href", "src", "action", "formaction", "xlink:href", "srcset", "poster"}
    for page, tag, name, value in attributes(pages):
        assert not name.startswith("on"), (page, tag, name)
        if name in leading:
            scheme = value.strip().lower().split(":", 1)[0]
            assert scheme not in {"javascript", "vbscript"}, (page, value)
            assert scheme != "data" or value.startswith("data:image/"), (page, value)


def test_the_feed_and_the_site_map_are_sound_and_hold_the_words_alone(site):
    feed = ET.parse(site / "feed.xml").getroot()
    assert {node.tag.rpartition("}")[2] for node in feed.iter()} <= {
        "feed", "title", "subtitle", "id", "link", "updated", "author", "name", "entry", "summary", "published",
        "content", "generator", "rights", "category",
    }  # fmt: skip
    assert any("<script>" in (node.text or "") for node in feed.iter())
    for link in (node.get("href", "") for node in feed.iter() if node.tag.endswith("link")):
        assert link.startswith("https://kho.example/")
    ET.parse(site / "sitemap.xml")


def test_data_files_are_sound_and_no_spreadsheet_runs_them(site):
    for path in site.glob("du-lieu/*.json"):
        json.loads(path.read_text("utf-8"))
    for path in site.glob("du-lieu/*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert len({len(row) for row in rows}) == 1
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_every_page_forbids_what_slipped_through(pages):
    for page, tree in pages.items():
        if tree.css_matches('meta[http-equiv="refresh"]'):
            assert not tree.css_matches("script"), page  # leads on to another page, and no more
            continue
        policy = tree.css_first('meta[http-equiv="content-security-policy" i]')
        assert policy is not None, page
        assert "'unsafe-inline'" not in (policy.attributes["content"] or "")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " JaVaScRiPt:x"]
)
def test_a_link_to_a_script_never_becomes_one(link):
    report, _ = read_body(f"## I- Kết quả\n\n[một]({link}) ![hai]({link}) [ba](<{link}>)\n")
    if report is not None:
        markup = "".join(part for part in report.sections[0].body if isinstance(part, str))
        assert not LexborHTMLParser(markup).css_matches("a[href]:not(.permalink), img[src]")
