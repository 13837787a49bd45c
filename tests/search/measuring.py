"""The development set of queries, asked of a search, and how often the answer comes first.

It stands in two files by two hands: the second was written, with its targets, before any of
its queries was asked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures" / "search"
QUERIES = (FIXTURES / "queries.jsonl", FIXTURES / "queries-second.jsonl")
NEAR_THE_TOP = 5


@dataclass(frozen=True)
class Query:
    """One query: ``wanted`` are the addresses of which one should come first; none for nonsense."""

    set: str
    kind: str
    archive: str
    words: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The addresses found, best first, and how many there are in all."""

    addresses: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Tally:
    """Of one class: how many queries, how many answered first and near the top."""

    asked: int
    first: int
    near: int

    @property
    def at_one(self) -> float:
        return self.first / self.asked

    @property
    def at_five(self) -> float:
        return self.near / self.asked


def development_set() -> tuple[Query, ...]:
    """The queries in the order of the files."""
    lines = (line for path in QUERIES for line in path.read_text("utf-8").splitlines())
    return tuple(
        Query(row["set"], row["class"], row["archive"], row["query"], tuple(row["want"]))
        for row in map(json.loads, lines)
    )


def rank_of(query: Query, answer: Answer, key: Callable[[str], str] = str) -> int:
    """Where the first right answer stands, from 1; 0 when it is not there.

    ``key`` makes addresses comparable, e.g. drops the fragment for a search that has none.
    """
    if not query.wanted:
        return 1 if answer.total == 0 else 0
    wanted = set(map(key, query.wanted))
    return next((at for at, one in enumerate(answer.addresses, 1) if key(one) in wanted), 0)


def tallies(ranks: Iterable[tuple[Query, int]]) -> dict[tuple[str, str], Tally]:
    """Counts per set and class, and per set as a whole under the class ``all``."""
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for query, rank in ranks:
        groups[query.set, query.kind].append(rank)
        groups[query.set, "all"].append(rank)
    return {
        key: Tally(
            len(found),
            sum(rank == 1 for rank in found),
            sum(1 <= rank <= NEAR_THE_TOP for rank in found),
        )
        for key, found in sorted(groups.items())
    }


def table(counted: dict[tuple[str, str], Tally]) -> Iterator[str]:
    """The counts as lines to read."""
    yield f"{'set':5} {'class':26} {'n':>4} {'s@1':>6} {'s@5':>6}"
    for (name, kind), tally in counted.items():
        yield f"{name:5} {kind:26} {tally.asked:4} {tally.at_one:6.3f} {tally.at_five:6.3f}"
