"""Texts nobody would write, for minutes on end: ``python -m tests.benchmarks.fuzz_citations``.

Texts are put together from pieces of every form, hostile pieces, mutated texts of the
development set and any Unicode. Of each one the properties in ``sound`` must hold, and none
may cost more than a second a megabyte. Every text that fails is written to a file, with the
seed that made it. ``--minutes`` says how long, ``--seed`` where to begin.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from build_tools.citations.recognise import recognise
from build_tools.citing import cite
from build_tools.identifiers import DirectiveId
from build_tools.vietnamese import nfc
from tests.benchmarks.hostile_citations import HALVES, PIECES, SERIES
from tests.citations.measuring import development
from tests.property import words_of_reports

#: below this size the clock says little, so a text is repeated up to it
TIMED = 20_000
LIMIT = 1.0  # seconds a megabyte
CORPUS = [nfc(row["text"]) for row in development()]
WORDS = [
    *words_of_reports.PIECES,
    *PIECES.values(),
    *(half for halves in HALVES.values() for half in halves),
    *(mention["surface"] for row in development() for mention in row["mentions"]),
]
JOINTS = (
    "",
    " ",
    ", ",
    "; ",
    "\n",
    "\n\n",
    " và ",
    ". ",
    "  ",
    "/",
    "-",
    "(",
    ")",
    "“",
    "[^1]",
    "¹",
)


def sound(text: str) -> str | None:
    """The property that a text breaks; None for a sound one."""
    composed = nfc(text)
    found = recognise(composed)
    end = 0
    for one in found:
        if not end <= one.start < one.end <= len(composed):
            return "spans are inside, in order and apart"
        if composed[one.start : one.end] != one.surface:
            return "a surface is the words of its span"
        end = one.end
    if recognise(composed) != found:
        return "recognising twice gives the same"
    rows = list(cite(text))
    if rows != list(cite(unicodedata.normalize("NFD", text))):
        return "marks may be composed or not"
    if any(str(DirectiveId.parse(row["canonical"])) != row["canonical"] for row in rows):
        return "an id written reads back"
    return None


def slowness(text: str, *, whole: bool) -> float:
    """Seconds a megabyte of a text, repeated to a size that can be timed."""
    piece = nfc(text) or " "
    long = piece * (1 + TIMED // len(piece.encode()))
    started = time.process_time()
    if whole:
        list(cite(long))
    else:
        recognise(long)
    return (time.process_time() - started) / len(long.encode()) * 1e6


def written(rng: random.Random) -> str:
    """The next text."""
    return rng.choice(WAYS)(rng)


def _pieces(rng: random.Random) -> str:
    words = rng.sample(WORDS, rng.randint(1, 40))
    return "".join(
        rng.choice(words) + rng.choice(JOINTS)
        for _ in range(rng.randint(1, rng.choice((8, 80, 800))))
    )


def _mutated(rng: random.Random) -> str:
    letters = list(" ".join(rng.sample(CORPUS, rng.randint(1, 5))))
    for _ in range(rng.randint(1, 20)):
        at = rng.randrange(len(letters))
        change = rng.randrange(5)
        if change == 0:
            del letters[at : at + rng.randint(1, 5)]
        elif change == 1:
            letters.insert(at, rng.choice(WORDS + list(JOINTS)))
        elif change == 2:
            letters[at:at] = letters[at : at + rng.randint(1, 30)] * rng.randint(1, 20)
        elif change == 3:
            letters[at] = letters[at].swapcase()
        else:
            letters.insert(at, _letter(rng))
        letters = letters or ["x"]
    return "".join(letters)


def _series(rng: random.Random) -> str:
    make = rng.choice(list(SERIES.values()))
    return rng.choice(JOINTS).join(make(rng.randrange(10_000)) for _ in range(rng.randint(1, 300)))


def _anything(rng: random.Random) -> str:
    return "".join(
        _letter(rng) if rng.random() < 0.5 else rng.choice(WORDS)
        for _ in range(rng.randint(0, 200))
    )


def _letter(rng: random.Random) -> str:
    planes = ((32, 126), (0, 255), (0x100, 0x1EF9), (0x300, 0x36F), (0x2000, 0x206F), (0, 0x10FFFF))
    code = rng.randint(*rng.choice(planes))
    return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"


WAYS: tuple[Callable[[random.Random], str], ...] = (
    _pieces, _pieces, _mutated, _mutated, _series, _anything,
)  # fmt: skip


def failure(text: str) -> str | None:
    """What is wrong with a text: a property, an error, or a cost that three more runs confirm."""
    try:
        broken = sound(text)
    except Exception as error:  # noqa: BLE001 - the very thing that is looked for
        return f"{type(error).__name__}: {error}"
    if broken is not None:
        return broken
    for whole in (False, True):
        cost = slowness(text, whole=whole)
        if cost > LIMIT:
            cost = min(cost, *(slowness(text, whole=whole) for _ in range(3)))
        if cost > LIMIT:
            return f"{'resolved' if whole else 'recognised'} at {cost:.2f} s/MB"
    return None


def main() -> int:
    """Run for the time given and print what was found."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--failures", type=Path, default=Path("fuzz-failures.jsonl"))
    told = arguments.parse_args()
    seed, size, kinds = told.seed, 0, Counter[str]()
    end = time.monotonic() + 60 * told.minutes
    while time.monotonic() < end:
        text = written(random.Random(seed))
        size += len(text.encode())
        if (fault := failure(text)) is not None:
            kinds[fault.split(" at ")[0]] += 1
            row = {"seed": seed, "fault": fault, "text": text}
            with told.failures.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        seed += 1
    print(f"{seed - told.seed} texts, {size / 1e6:.1f} MB, seeds {told.seed} to {seed - 1}")
    for fault, count in kinds.most_common():
        print(f"{count:6} {fault}")
    print(f"see {told.failures}" if kinds else "no failure")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
