"""Speed beside eyecite, each on text of its own language, of one size and citation density.

    PYTHON tests/benchmarks/eyecite_peer.py [--rounds 5] [--hyperscan CACHE_FOLDER]

PYTHON is an interpreter that has eyecite (no dependency of the project), for instance that
of a virtual environment made for this; recognition needs nothing but the standard library.
The Vietnamese text is the sample archive. The English one is made of invented sentences and
invented cases in real reporters, with as many citations a kilobyte. Both are read in turn,
round after round, so that whatever else the machine does falls on both alike.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from build_tools.citations.recognise import recognise
from build_tools.vietnamese import nfc

CONTENT = Path(__file__).resolve().parents[1] / "sample" / "content"
NAMES = (
    "Alder", "Birch Mills", "Corrigan", "Dunmore", "Eastlake Ferry Co.", "Farrow", "Grantham",
    "Holloway", "Iverson", "Juniper Valley", "Kestrel Shipping", "Lindqvist", "Marlow", "Norwood",
)  # fmt: skip
REPORTERS = (
    ("U.S.", 40, 570), ("S. Ct.", 60, 140), ("F.2d", 100, 990), ("F.3d", 1, 980),
    ("F. Supp. 2d", 1, 980), ("N.E.2d", 100, 990), ("P.2d", 50, 950), ("So. 2d", 100, 980),
    ("Cal. App. 4th", 1, 240), ("A.2d", 100, 990),
)  # fmt: skip
SENTENCES = (
    "The harbour board asked for three more surveyors and was given two.",
    "Nothing in the lease obliged the tenant to rebuild the eastern wall after the flood.",
    "The clerk had entered the sum twice, once in ink and once in pencil.",
    "Both sides agree that the notice came late; they differ on whether it mattered.",
    "A witness who lives across the river saw the lights go out at about nine.",
    "The committee met in spring, heard 14 applicants, and put the matter off until autumn.",
    "Whoever drafted the schedule left out the second warehouse.",
    "We need not decide that question, since the appeal fails on the first ground.",
)
CITING = (
    "The same rule was applied in {}.",
    "See {}, where the buyer had paid in advance.",
    "That reading was refused in {}, and we refuse it here.",
    "The lower court relied on {} without saying why.",
)


def english(size: int, citations: int) -> str:
    """Paragraphs of about ``size`` bytes with so many full citations of cases."""
    rng = random.Random(1)
    parts: list[str] = []
    written = cited = 0
    while written < size or cited < citations:
        if cited * size <= written * citations:
            reporter, first, last = rng.choice(REPORTERS)
            one, other = rng.sample(NAMES, 2)
            where = f"{rng.randint(first, last)} {reporter} {rng.randint(1, 1200)}"
            case = f"{one} v. {other}, {where} ({rng.randint(1950, 2012)})"
            sentence = rng.choice(CITING).format(case)
            cited += 1
        else:
            sentence = rng.choice(SENTENCES)
        parts.append(sentence)
        written += len(sentence) + 1
    return "".join(sentence + ("\n\n" if at % 6 == 5 else " ") for at, sentence in enumerate(parts))


def peers(cache: str | None) -> dict[str, Callable[[str], Sequence[Any]]]:
    """eyecite with its default tokenizer, and with Hyperscan's when a cache folder is named."""
    get_citations = import_module("eyecite").get_citations
    readers: dict[str, Callable[[str], Sequence[Any]]] = {"eyecite": get_citations}
    if cache and find_spec("hyperscan"):
        tokenizer = import_module("eyecite.tokenizers").HyperscanTokenizer(cache_dir=cache)
        readers["eyecite, hyperscan"] = lambda text: get_citations(text, tokenizer=tokenizer)
    return readers


def main() -> int:
    """Print medians and their ratio to ours."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--hyperscan", metavar="CACHE_FOLDER")
    told = arguments.parse_args()
    if find_spec("eyecite") is None:
        print("eyecite is not installed for this Python; nothing to compare")
        return 0
    ours = nfc("\n\n".join(path.read_text("utf-8") for path in sorted(CONTENT.rglob("*.md"))))
    size = len(ours.encode())
    theirs = english(size, len(recognise(ours)))
    readers = {"kho": recognise, **peers(told.hyperscan)}
    texts = {name: ours if name == "kho" else theirs for name in readers}
    found = {name: len(read(texts[name])) for name, read in readers.items()}  # also warms up
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(told.rounds):
        for name, read in readers.items():
            started = time.process_time()
            read(texts[name])
            seconds[name].append(time.process_time() - started)
    best = statistics.median(seconds["kho"]) / size
    for name, spent in seconds.items():
        length, median = len(texts[name].encode()), statistics.median(spent)
        print(
            f"{name:<20} {length} bytes, {found[name] / length * 1000:.2f} citations a KB,"
            f" median of {told.rounds}: {length / median / 1e6:7.3f} MB/s,"
            f" {median / length / best:7.1f} times our time"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
