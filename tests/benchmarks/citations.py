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
from tests.citations.measuring import development, measure

CONTENT = Path(__file__).resolve().parents[1] / "sample" / "content"
HOSTILE = {
    "type words": "Nghị quyết, Kết luận và ",
    "type word and blanks": "Nghị      \n  quyết ",
    "numbers": "Nghị quyết số 18, 19, 20, ",
    "half symbols": "Chỉ thị số 05 - CT / ",
    "bare symbols": "05-CT/TW, ",
    "terms": "khóa XI, XII, ",
    "plenums": "Nghị quyết Trung ương 4, ",
    "laws without year": "Luật Đất đai và ",
    "one long law": "Luật Aaaaa bbbbb ccccc ",
    "congresses": "Nghị quyết Đại hội đại biểu ",
    "rules": "Quy chế làm việc của Ban ",
    "issuers": "Chỉ thị số 05-CT/TW của Ban Thường vụ Tỉnh ",
    "definitions": "gọi tắt là Quy định nêu gương ",
    "blanks": "      ",
    "digits": "1234567890",
    "dashes": "05-05-05/",
}


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
    for name, piece in HOSTILE.items():
        _speed(name, piece * (100_000 // len(piece)), brief=True)


def _speed(name: str, text: str, *, brief: bool = False) -> None:
    size = len(text.encode()) / 1e6
    one = _seconds(text) / size
    twenty = _seconds(text * 20) / (20 * size) if not brief else _seconds(text * 4) / (4 * size)
    whole = "" if brief else f", with resolution {size / _seconds(text, whole=True):.1f} MB/s"
    print(
        f"{name:<24} {1 / one:6.1f} MB/s, longer text costs {twenty / one:.2f} times as much a MB{whole}"
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
