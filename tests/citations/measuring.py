"""Counting: what was found against what people marked, form by form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools.citing import cite

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "citations"


@dataclass
class Score:
    """Spans marked, found and right; ids right among the spans that are right."""

    marked: int = 0
    found: int = 0
    right: int = 0
    identified: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def exact(self) -> tuple[float, float, float]:
        return _measures(self.right, self.found, self.marked)

    @property
    def canonical(self) -> tuple[float, float, float]:
        return _measures(self.identified, self.found, self.marked)


def _measures(right: int, found: int, marked: int) -> tuple[float, float, float]:
    precision = right / found if found else 1.0
    recall = right / marked if marked else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall or 1.0)


def development() -> list[dict[str, Any]]:
    """The development set: short texts with their citations, and texts with none."""
    return marked_texts("development")


def marked_texts(name: str) -> list[dict[str, Any]]:
    """One set of short texts with their citations, from the fixtures."""
    lines = (FIXTURES / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found_in(
    text: str, marked: list[dict[str, Any]], home: Iterable[str] = ()
) -> dict[tuple[int, int], dict[str, Any]]:
    """The citations of a text by their span, or by the marked span for which theirs may stand."""
    other = {
        (start, end): (one["start"], one["end"])
        for one in marked
        for start, end in one.get("span_alt", ())
    }
    rows = {(row["start"], row["end"]): row for row in cite(text, tuple(home))}
    return {other.get(span, span): row for span, row in rows.items()}


def measure(
    texts: Iterable[tuple[str, str, list[dict[str, Any]]]], home: Iterable[str] = ()
) -> dict[str, Score]:
    """Scores by form, and under ``all`` together; each text is ``(name, text, mentions)``.

    A mention may list other spans that are right too (``span_alt``); one that is found with
    such a span counts as found with its own.
    """
    scores: dict[str, Score] = {"all": Score()}
    for name, text, marked in texts:
        gold = {(one["start"], one["end"]): one for one in marked}
        optional = {span for span, one in gold.items() if one["optional"]}
        found = found_in(text, marked, home)
        for span in (gold.keys() | found.keys()) - optional:
            one, row = gold.get(span), found.get(span)
            form = (one or row or {})["form"]
            for score in (scores["all"], scores.setdefault(form, Score())):
                score.marked += one is not None
                score.found += row is not None
                if one is not None and row is not None:
                    ids = {one["canonical"], *one.get("canonical_alt", ())}
                    score.right += 1
                    score.identified += row["canonical"] in ids
                if one is None or row is None or row["canonical"] not in ids:
                    score.faults.append(
                        f"{name}: {one and one['surface']} / {row and row['surface']}"
                    )
    return scores
