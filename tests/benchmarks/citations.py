"""Figures of recognition and resolution, run by hand: ``python -m tests.benchmarks.citations``.

Prints precision, recall and F1 of the development set by form, the speed in megabytes a
second, what twenty times the text costs, and the slowest of the texts made to be slow.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from build_tools.citations.recognise import recognise
from build_tools.citing import cite
from build_tools.vietnamese import nfc
from tests.benchmarks.hostile_citations import hostile
from tests.citations.measuring import development, measure

CONTENT = Path(__file__).resolve().parents[1] / "sample" / "content"
SMALL = 20_000  # bytes of a hostile text; the longer one has twenty times as many
TIMES = 20


def main() -> None:
    """Print the table and the figures."""
    scores = measure((row["id"], row["text"], row["mentions"]) for row in development())
    print(
        f"{'form':<12} {'marked':>6} {'found':>6}  {'exact P':>7} {'R':>6} {'F1':>6}  {'id P':>6} {'R':>6} {'F1':>6}"
    )
    for form, score in sorted(scores.items()):
        spans, ids = (
            " ".join(f"{value:6.3f}" for value in part) for part in (score.exact, score.canonical)
        )
        print(f"{form:<12} {score.marked:>6} {score.found:>6}   {spans}   {ids}")
        for fault in score.faults if form == "all" else ():
            print("   ", fault)
    for name in sys.argv[1:] or [None]:
        paths = [Path(name)] if name else sorted(CONTENT.rglob("*.md"))
        text = nfc("\n\n".join(path.read_text("utf-8") for path in paths))
        _speed(name or "the sample archive", text)
    _hostile()


def _speed(name: str, text: str) -> None:
    size = len(text.encode()) / 1e6
    one, twenty = _seconds(text) / size, _seconds(text * TIMES) / (TIMES * size)
    whole = size / _seconds(text, whole=True)
    print(
        f"{name}: {1 / one:.1f} MB/s, with resolution {whole:.1f} MB/s;"
        f" {TIMES} times the text costs {twenty / one:.2f} times as much a MB"
    )


def _hostile() -> None:
    """Seconds a megabyte of every hostile text, the slowest first, and what length adds."""
    rows = []
    for (name, short), (_, long) in zip(hostile(SMALL), hostile(TIMES * SMALL), strict=True):
        cost = [
            _seconds(nfc(text), whole=whole) / len(text.encode()) * 1e6
            for text in (short, long)
            for whole in (False, True)
        ]
        rows.append((*cost, name))
    print(f"\n{'hostile text':<32} {'s/MB':>6} {'x20':>6} {'resolved':>9} {'x20':>6}")
    for short, resolved, long, long_resolved, name in sorted(rows, key=lambda row: -max(row[:4])):
        print(
            f"{name:<32} {short:6.2f} {long / short:6.2f} {resolved:9.2f} {long_resolved / resolved:6.2f}"
        )


def _seconds(text: str, *, whole: bool = False) -> float:
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        if whole:
            list(cite(text))
        else:
            recognise(text)
        best = min(best, time.process_time() - started)
    return best


if __name__ == "__main__":
    main()
