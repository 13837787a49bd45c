"""The development set asked in a real browser, and the floor below which it must not fall."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from search.measuring import Answer, Query, Tally, development_set, rank_of, table, tallies

ASK_ALL = """
async (queries) => {
  const { search } = await import(new URL("search/kho-search.js", document.baseURI).href);
  const answers = [];
  for (const query of queries) {
    const { results, total } = await search(query, { limit: 10 });
    answers.push({ total, urls: results.map((result) => result.url) });
  }
  return answers;
}
"""
PERFECT = (
    "no diacritics", "tone placement", "NFD", "i/y", "đ/d", "upper case", "document ids",
    "documents by issuer, topic", "quarters and years", "numbers", "people", "phrases", "compounds", "footnotes", "nonsense",
)  # fmt: skip


@pytest.fixture(scope="module")
def ranks(
    module_reader_of: Callable[..., Any], sample_site: Path, real_site: Path
) -> list[tuple[Query, int]]:
    found = []
    for archive, site in (("sample", sample_site), ("real", real_site)):
        reader = module_reader_of(site)
        queries = [query for query in development_set() if query.archive == archive]
        answers = reader.open("").evaluate(ASK_ALL, [query.words for query in queries])
        assert reader.complaints == []
        for query, answer in zip(queries, answers, strict=True):
            urls = tuple(url.removeprefix(reader.home) for url in answer["urls"])
            found.append((query, rank_of(query, Answer(urls, answer["total"]))))
    return found


@pytest.fixture(scope="module")
def counted(ranks: list[tuple[Query, int]]) -> dict[tuple[str, str], Tally]:
    made = tallies(ranks)
    later = [
        f"{query.kind}: {query.words!r} in {query.archive} at {rank}"
        for query, rank in ranks
        if rank != 1
    ]
    sys.stdout.write("\n".join(["", *table(made), *later, ""]))
    return made


@pytest.mark.parametrize(
    ("name", "at_one", "at_five"), [("core", 0.98, 0.99), ("hard", 0.95, 0.98)]
)
def test_a_set_stays_above_its_floor(
    counted: dict[tuple[str, str], Tally], name: str, at_one: float, at_five: float
) -> None:
    tally = counted[name, "all"]
    assert tally.at_one >= at_one
    assert tally.at_five >= at_five


@pytest.mark.parametrize("kind", PERFECT)
def test_these_kinds_of_query_are_always_answered_first(
    counted: dict[tuple[str, str], Tally], kind: str
) -> None:
    assert counted["core", kind].at_one == 1


def test_the_set_is_large_and_its_answers_exist(sample_site: Path, real_site: Path) -> None:
    queries = development_set()
    assert len(queries) >= 700
    for query in queries:
        site = sample_site if query.archive == "sample" else real_site
        for address in query.wanted:
            page, _, unit = address.partition("#")
            html = (site / page / "index.html").read_text("utf-8")
            assert not unit or f'id="{unit}"' in html, address
