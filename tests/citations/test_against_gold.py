"""Recognition measured on the one real report, as people annotated it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_tools.citations.recognise import recognise
from build_tools.citations.resolve import resolve_report
from build_tools.model import Mention
from build_tools.registered import ArchiveProfile
from build_tools.registry.registry import Registry
from build_tools.vietnamese import nfc
from tests.citations.measuring import measure

FIELDS = ("type", "number", "symbol", "year", "date", "date_raw", "term", "issuer")
TITLES_RIGHT = 36 / 42  # the rest share a title with the next citation or lack the word “về”


@pytest.fixture(scope="module")
def text(seed: Path) -> str:
    return nfc(seed.read_text("utf-8"))


@pytest.fixture(scope="module")
def annotated(gold: Path) -> list[dict[str, Any]]:
    lines = (gold / "seed-citations.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def full(annotated) -> dict[tuple[int, int], dict[str, Any]]:
    return {(row["start"], row["end"]): row for row in annotated if row["form"] == "full"}


@pytest.fixture(scope="module")
def found(text) -> dict[tuple[int, int], Mention]:
    return {(mention.start, mention.end): mention for mention in recognise(text)}


def told(mention: Mention, field: str) -> Any:
    value = getattr(mention, field)
    return value.isoformat() if isinstance(value, date) else value


def comparable(value: Any) -> Any:
    """The seed prints one body with a small letter; people wrote it with a capital."""
    return value.casefold() if isinstance(value, str) else value


def test_every_full_citation_is_found_with_its_exact_span(full, found, text):
    missed = [text[start:end] for start, end in full.keys() - found.keys()]
    assert len(full) == 42
    assert missed == []


def test_nothing_is_found_that_people_did_not_mark(annotated, found, text):
    marked = {(row["start"], row["end"]) for row in annotated}
    assert [text[start:end] for start, end in found.keys() - marked] == []


@pytest.mark.parametrize("field", FIELDS)
def test_every_full_citation_states_what_people_read_in_it(full, found, field):
    wrong = [
        (row["id"], row["surface"], told(found[span], field), row[field])
        for span, row in full.items()
        if comparable(told(found[span], field)) != comparable(row[field])
    ]
    assert wrong == []


def test_titles_are_read_at_least_as_often_as_today(full, found):
    right = sum(found[span].title == row["title"] for span, row in full.items())
    assert right / len(full) >= TITLES_RIGHT


def test_a_title_is_never_read_where_people_saw_none(full, found):
    invented = [
        (row["surface"], found[span].title)
        for span, row in full.items()
        if row["title"] is None and found[span].title is not None
    ]
    assert invented == []


def test_citations_resolve_to_the_ids_people_gave_them(full, found):
    profile = ArchiveProfile("", "", sample=False, notice=None)
    spans = sorted(found)
    nothing = Registry(profile, {}, (), {})
    resolved = resolve_report([found[span] for span in spans], nothing, date(2023, 12, 31))
    wrong = [
        (full[span]["surface"], resolution.id, full[span]["canonical"])
        for span, resolution in zip(spans, resolved, strict=True)
        if span in full
        and resolution.id not in {full[span]["canonical"], *full[span]["canonical_alt"]}
    ]
    assert wrong == []


def test_every_citation_is_found_and_identified(annotated, text):
    score = measure([("seed", text, annotated)], {"kien-giang"})["all"]
    assert score.faults == []
    assert (score.exact[2], score.canonical[2]) == (1.0, 1.0)
