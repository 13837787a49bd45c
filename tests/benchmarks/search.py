"""Search side by side, run by hand: ``python -m tests.benchmarks.search``.

Asks the development set, in one Chromium, of our search, of stock Pagefind (its command
over the finished pages) and of Material's search (its own worker over an index of pages
and headings as MkDocs' plugin makes it). The others know pages, not paragraphs, so they
are right already when the page is; ours is counted both ways. Prints s@1 and s@5 by class.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import material
from mkdocs.contrib.search.search_index import ContentParser
from pagefind_bin import get_executable
from playwright.sync_api import Page, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from tests.search.measuring import Answer, Query, development_set, rank_of, tallies

ROOT = Path(__file__).resolve().parents[2]
CONTENT = {"sample": ROOT / "tests" / "sample" / "content", "real": ROOT / "content"}
SCRIPTS = Path(material.__file__).parent / "templates" / "assets" / "javascripts"

OURS = """
async (queries) => {
  const { search } = await import(new URL("/search/kho-search.js", location).href);
  const answers = [];
  for (const query of queries) {
    const { results, total } = await search(query, { limit: 10 });
    answers.push({ total, urls: results.map((result) => new URL(result.url).pathname + new URL(result.url).hash) });
  }
  return answers;
}
"""
PAGEFIND = """
async (queries) => {
  const pagefind = await import(new URL("/pagefind/pagefind.js", location).href);
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    answers.push({ total: results.length, urls: shown.map((result) => result.url) });
  }
  return answers;
}
"""
MATERIAL = """
async (queries) => {
  const worker = new Worker("/js/workers/search.js");
  const ask = (type, data) => new Promise((done) => {
    worker.onmessage = (event) => done(event.data.data);
    worker.postMessage({ type, data });
  });
  await ask(0, await (await fetch("/search_index.json")).json());
  const answers = [];
  for (const query of queries) {
    const { items } = await ask(2, query);
    answers.push({ total: items.length, urls: items.slice(0, 10).map((group) => "/" + group[0].location) });
  }
  return answers;
}
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the table speaks."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def build(content: Path, site: Path) -> None:
    """The archive as a site, with what the other two searches need beside it."""
    command = [sys.executable, "-m", "build_tools", "build", "--content", content, "--site", site]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(
        [get_executable(), "--site", site],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    (site / "js").mkdir()
    shutil.copytree(SCRIPTS / "lunr", site / "js" / "lunr")
    (site / "js" / "workers").mkdir()
    shutil.copy(
        next(SCRIPTS.glob("workers/search.*.min.js")), site / "js" / "workers" / "search.js"
    )
    (site / "search_index.json").write_text(json.dumps(material_index(site)), "utf-8")


def material_index(site: Path) -> dict[str, Any]:
    """The index MkDocs' search plugin makes: an entry a page and one a heading."""
    entries = []
    for path in sorted(site.rglob("index.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        main, title = tree.css_first("article, main"), tree.css_first("title")
        if main is None or title is None or not main.html:
            continue
        location = path.relative_to(site).as_posix().removesuffix("index.html")
        parser = ContentParser()
        parser.feed(main.html)
        parser.close()
        entries.append({"location": location, "title": title.text(), "text": parser.stripped_html})
        entries.extend(
            {"location": f"{location}#{one.id}", "title": one.title, "text": " ".join(one.text)}
            for one in parser.data
            if one.id and one.title
        )
    config = {"lang": ["vi"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"]}
    boosts = {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
    return {"config": {**config, "fields": boosts}, "docs": entries, "options": {"suggest": False}}


def page_of(address: str) -> str:
    """The address without its fragment."""
    return address.partition("#")[0]


def asked(page: Page, script: str, queries: list[Query]) -> list[Answer]:
    """The answers of one search to all queries."""
    answers = page.evaluate(script, [query.words for query in queries])
    return [
        Answer(
            tuple(url.lstrip("/").replace("index.html", "") for url in one["urls"]), one["total"]
        )
        for one in answers
    ]


def main() -> None:
    """Print the table."""
    columns: dict[str, list[tuple[Query, int]]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for archive, content in CONTENT.items():
            site = Path(folder) / archive
            build(content, site)
            queries = [query for query in development_set() if query.archive == archive]
            with served(site) as home:
                page = browser.new_page()
                page.goto(f"{home}404.html")
                for name, script in (
                    ("ours", OURS),
                    ("Pagefind", PAGEFIND),
                    ("Material", MATERIAL),
                ):
                    answers = asked(page, script, queries)
                    pairs = list(zip(queries, answers, strict=True))
                    pages = [(query, rank_of(query, answer, page_of)) for query, answer in pairs]
                    columns.setdefault(f"{name} page", []).extend(pages)
                    if name == "ours":
                        exact = [(query, rank_of(query, answer)) for query, answer in pairs]
                        columns.setdefault("ours", []).extend(exact)
                page.close()
        browser.close()
    counted = {name: tallies(ranks) for name, ranks in columns.items()}
    print(f"{'set':5} {'class':26} {'n':>4}", *(f"{name:>15}" for name in counted))
    for key, tally in counted["ours"].items():
        cells = (f"{one[key].at_one:7.3f} {one[key].at_five:7.3f}" for one in counted.values())
        print(f"{key[0]:5} {key[1]:26} {tally.asked:4}", *cells)


if __name__ == "__main__":
    main()
