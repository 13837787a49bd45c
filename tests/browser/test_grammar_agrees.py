"""The grammar in the browser says the same as ``kho cite``, row for row and field for field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from noise import noisy
from playwright.sync_api import Browser, Page

from build_tools.browser_grammar.grammar import browser_files
from build_tools.citing import FIELDS, cite

BATCH = 200
HOME = ["can-tho", "ca-mau"]

ASK = """
async ([texts, home]) => {
  const { cite, enter, leave, set } = await import(new URL("citations.js", document.baseURI).href);
  return texts.map((text) => [...cite(enter(text), set(home))].map(leave));
}
"""

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def grammar_page(
    chromium: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("grammar")
    for name, content in browser_files().items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "index.html").write_text("<!doctype html><title>grammar</title>", encoding="utf-8")
    page = chromium.new_page()
    page.goto(serve(folder))
    yield page
    page.close()


@pytest.fixture(scope="module")
def in_browser(grammar_page: Page) -> Callable[[list[str]], list[Rows]]:
    def ask(texts: list[str]) -> list[Rows]:
        batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
        return [rows for batch in batches for rows in grammar_page.evaluate(ASK, [batch, HOME])]

    return ask


@pytest.fixture(scope="module")
def printed(project: Path) -> list[str]:
    """Everything that tests and archives hold: the development set, golden files, reports."""
    fixtures = project / "tests" / "fixtures"
    lines = (fixtures / "citations" / "development.jsonl").read_text("utf-8").splitlines()
    files = [
        *sorted(fixtures.rglob("*.txt")),
        *sorted((project / "tests" / "sample").rglob("*.md")),
        *sorted((project / "content").rglob("*.md")),
    ]
    return [json.loads(line)["text"] for line in lines] + [one.read_text("utf-8") for one in files]


def assert_agreement(texts: list[str], found: list[Rows]) -> int:
    """Equal rows for every text; returns how many rows there were."""
    rows = 0
    for text, told in zip(texts, found, strict=True):
        expected = list(cite(text, HOME))
        assert told == expected, text
        rows += len(expected)
    return rows


def test_rows_have_the_fields_of_kho_cite_in_their_order(in_browser):
    [[row]] = in_browser(["theo Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị"])
    assert tuple(row) == FIELDS


def test_printed_texts_give_the_same_rows(in_browser, printed):
    assert assert_agreement(printed, in_browser(printed)) > 1000


@pytest.mark.parametrize("seed", range(4))
def test_noisy_texts_give_the_same_rows(in_browser, printed, seed):
    texts = noisy(printed, 750, seed)
    assert assert_agreement(texts, in_browser(texts)) > 500


def test_offsets_count_characters_and_nothing_above_the_basic_plane_is_lost(in_browser):
    text = "😀😀 Quyết định số 31-QĐ/TW về “đất 🌾 𝐀𝐁”; Chỉ thị số 05-CT/TW 🎉"
    [found] = in_browser([text])
    assert [text[row["start"] : row["end"]] for row in found] == [row["surface"] for row in found]
    assert found[0]["title"] == "đất 🌾 𝐀𝐁"
    assert assert_agreement([text], [found]) == 2
