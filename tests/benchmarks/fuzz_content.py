"""Content nobody would write, for minutes on end: ``python -m tests.benchmarks.fuzz_content``.

Front matter, Markdown bodies, OCR texts and Word files are mutated and put together from hostile
pieces. Each must be read to its end: a value or problems with their places, never an exception,
and in no more than ``LIMIT`` seconds a megabyte above a start. Every failure is written to a file
with the seed that made it. ``--shapes SIZE`` measures the pathological shapes instead, by clock.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from build_tools.files import MAX_BYTES
from build_tools.intake.readers import reader_for
from build_tools.problem_text import json_report, text_report
from build_tools.problems import Problems
from tests.hostile.shapes import SHAPES
from tests.markdown.bodies import HEAD, read_body, read_bytes

ROOT: Final = Path(__file__).resolve().parents[2]
START, LIMIT = 3.0, 20.0  # seconds, seconds a megabyte
FILES: Final = [path.read_bytes() for path in sorted((ROOT / "tests/sample/content").rglob("*.md"))]
PIECES: Final = [
    *(shape(3) for shape in SHAPES.values()),
    "---\n", "\n---\n", "title: ", "quarter: 2023-Q3\n", "&a [*a, *a]", "!!python/object:x", "{" * 20, "? ", "- - - ",
    "<script>", "\x00", "\u202e", "\ufeff", "\u0301", "\r", "\x85", "\u2028", "[^1]", "\n[^1]: ", "| a |\n|-|\n",
    "Chỉ thị số 05-CT/TW, ngày 15/5/2016 ", "Tuy nhiên, ", "## I- ", "### 1. ", "[BBT: ", "]", "…", "\U0010ffff",
]  # fmt: skip


def _mutated(rng: random.Random, raw: bytes) -> bytes:
    content = bytearray(raw)
    for _ in range(rng.randint(1, 25)):
        at = rng.randrange(len(content) + 1)
        change = rng.randrange(5)
        if change == 0:
            del content[at : at + rng.randint(1, 60)]
        elif change == 1:
            content[at:at] = rng.choice(PIECES).encode("utf-8", "surrogatepass") * rng.randint(1, 5)
        elif change == 2:
            content[at:at] = content[at : at + rng.randint(1, 200)] * rng.randint(1, 8)
        elif change == 3 and at < len(content):
            content[at] = rng.randrange(256)
        else:
            other = rng.choice(FILES)
            begin = rng.randrange(len(other))
            content[at:at] = other[begin : begin + rng.randint(1, 400)]
    return bytes(content)


def report_file(rng: random.Random) -> bytes:
    """A report of the sample after an accident."""
    return _mutated(rng, rng.choice(FILES))


def hostile_body(rng: random.Random) -> bytes:
    """A sound head over pieces of every shape."""
    pieces = (rng.choice(PIECES) * rng.randint(1, 4) for _ in range(rng.randint(1, 120)))
    return (HEAD + "## I- Kết quả\n\n" + rng.choice(("", "\n", " ", "\n\n")).join(pieces)).encode()


def hostile_head(rng: random.Random) -> bytes:
    """A head of YAML's own traps over a sound body."""
    lines = [
        rng.choice(("title", "number", "signed", "recipients", "accepted", rng.choice(PIECES)))
        + rng.choice((": ", ":", " : ", "\n  "))
        + "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 4)))
        for _ in range(rng.randint(0, 12))
    ]
    return ("---\n" + "\n".join(lines) + "\n---\n## I- Kết quả\n\nMột.\n").encode()


def _read_report(raw: bytes) -> Problems:
    return read_bytes(raw)[1]


def _import_as(suffix: str) -> Callable[[bytes], Problems]:
    def read(raw: bytes) -> Problems:
        problems = Problems()
        reader_for(f"a{suffix}")(raw, f"a{suffix}", problems)
        return problems

    return read


def ocr_text(rng: random.Random) -> bytes:
    """A report as a scanner's text, after an accident."""
    return _mutated(rng, rng.choice(FILES).partition(b"\n---\n")[2])


def word_file(rng: random.Random) -> bytes:
    """A Word file whose parts, or whose bytes, had an accident."""
    parts = dict(_WORD)
    name = rng.choice(sorted(parts))
    parts[name] = _mutated(rng, parts[name])
    whole = packed(parts)
    return _mutated(rng, whole) if rng.random() < 0.2 else whole


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return file.getvalue()


def word_parts() -> dict[str, bytes]:
    """The parts of a small sound Word file."""
    from docx import Document  # noqa: PLC0415 - only here

    file, document = io.BytesIO(), Document()
    document.add_heading("I- Kết quả", 1)
    document.add_paragraph(
        "Theo Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.", "List Bullet"
    )
    document.add_table(2, 3).cell(0, 0).text = "Số"
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_WORD: Final = word_parts()
KINDS: Final[dict[str, tuple[Callable[[random.Random], bytes], Callable[[bytes], Problems]]]] = {
    "report file": (report_file, _read_report),
    "hostile body": (hostile_body, _read_report),
    "hostile head": (hostile_head, _read_report),
    "OCR text": (ocr_text, _import_as(".txt")),
    "Word file": (word_file, _import_as(".docx")),
}


def failure(raw: bytes, read: Callable[[bytes], Problems]) -> str | None:
    """What went wrong with one file; None when it was read to its end."""
    started = time.process_time()
    try:
        problems = read(raw)
        if not text_report(problems) or not json_report(problems):
            return "no report"
        if any(not problem.hint or not problem.message for problem in problems):
            return "a problem without a cure"
    except Exception as fault:  # noqa: BLE001 - the very thing that is looked for
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return f"{type(fault).__name__} in {Path(where.filename).name}:{where.lineno}"
    seconds = time.process_time() - started
    return "too slow" if seconds > START + LIMIT * len(raw) / 1e6 else None


def measure_shapes(size: int) -> int:
    """Seconds of one core for each shape at a quarter, half and the whole of ``size``."""
    for name, shape in SHAPES.items():
        times = []
        for part in (size // 4, size // 2, size):
            body = shape(part)
            started = time.process_time()
            read_body(f"## I- Kết quả\n\n{body}\n")
            times.append(time.process_time() - started)
        clock = " ".join(f"{one:7.2f}" for one in times)
        refused = "  refused by size" if len(body.encode()) > MAX_BYTES else ""
        print(f"{name:32} {len(body) / 1e3:8.0f} KB {clock} s{refused}", flush=True)
    return 0


def main() -> int:
    """Run for the time given and print what was found."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--shapes", type=int, metavar="SIZE")
    arguments.add_argument("--failures", type=Path, default=Path("fuzz-failures"))
    told = arguments.parse_args()
    if told.shapes:
        return measure_shapes(told.shapes)
    seed, read, faults = told.seed, Counter[str](), Counter[str]()
    end = time.monotonic() + 60 * told.minutes
    while time.monotonic() < end:
        rng = random.Random(seed)
        kind = rng.choice(sorted(KINDS))
        make, take = KINDS[kind]
        raw = make(rng)
        read[kind] += 1
        if (fault := failure(raw, take)) is not None:
            faults[f"{kind}: {fault}"] += 1
            told.failures.mkdir(exist_ok=True)
            (told.failures / f"{seed}-{kind.replace(' ', '-')}").write_bytes(raw)
        seed += 1
    print(
        f"seeds {told.seed} to {seed - 1}: "
        + ", ".join(f"{n} × {kind}" for kind, n in read.items())
    )
    for fault, count in faults.most_common():
        print(f"{count:6} {fault}")
    print(f"see {told.failures}/" if faults else "no failure")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
