"""How much of a Word report survives: this archive's import beside Pandoc and markitdown.

    python tests/benchmarks/word_peers.py [--markitdown PROGRAM]

Every report of the archive is set in Word in three ways (by Pandoc; typed by hand; with
Word's own numbers) and read by each program. What it writes is read by the archive's own
parser and compared with the report: a unit counts only when it is found whole, in its kind
(a mark: after the same words). Front matter is this archive's own; no peer looks for it.
markitdown is no dependency of the project; install it elsewhere and name its program.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from intake_word.letter import letter, to_docx
from intake_word.office import MANNERS, office_docx

from build_tools.gathering import read_archive
from build_tools.intake.imported import Order, import_file
from build_tools.markdown.outline import Outline, read_outline
from build_tools.markdown.source import BodySource
from build_tools.model import Passage, PassageKind, Report
from build_tools.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = (ROOT / "content", ROOT / "tests" / "sample" / "content")
MEASURES = ("headings", "paragraphs", "bullets", "cells", "marks", "notes", "front matter")
_TAIL = 40
Program = Callable[[Path, Report, Path], str]


def kho(path: Path, report: Report, content: Path) -> str:
    target = path.with_suffix(".md")
    order = Order(
        path, content, target, report.metadata.quarter, report.metadata.issuer, force=True
    )
    done = import_file(order, Problems(), lambda _: None)
    return target.read_text(encoding="utf-8") if done else ""


def pandoc(path: Path, _report: Report, _content: Path) -> str:
    arguments = ["--wrap=none"]
    return str(import_module("pypandoc").convert_file(str(path), "gfm", extra_args=arguments))


def markitdown(program: str) -> Program:
    def read(path: Path, _report: Report, _content: Path) -> str:
        done = subprocess.run(
            [program, str(path)], capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    return read


def settings(report: Report, content: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """The report in Word, set in each way."""
    source = (content / f"{report.key}.md").read_text(encoding="utf-8")
    to_docx(letter(report, source), folder / "pandoc.docx")
    yield "pandoc", folder / "pandoc.docx"
    for manner in MANNERS:
        path = folder / f"{manner}.docx"
        path.write_bytes(office_docx(report, manner))
        yield manner, path


def found(report: Report, written: str) -> Counter[str]:
    """How many units of a report a written text holds."""
    metadata, body = _parted(written)
    outline = read_outline(BodySource("", tuple(body.split("\n")), 1), lambda _: None, Problems())
    have = _units(
        (block.passage for section in outline.sections for block in _blocks(section)),
        (
            (note.note.number, [block.passage.text for block in note.blocks])
            for note in outline.notes
        ),
        _levels(outline),
    )
    want = wanted(report)
    hits = Counter(kind for kind, _ in (want & have).elements())
    signed = report.metadata.signed
    facts = [report.metadata.title, report.metadata.number, signed.name if signed else None]
    hits["front matter"] = sum(fact is not None and fact in metadata for fact in facts)
    return hits


def wanted(report: Report) -> Counter[tuple[str, str]]:
    """The units of a report."""
    levels = {section.anchor: section.level for section in report.sections}
    return _units(
        (one for section in report.sections for one in section.passages),
        ((note.number, [one.text for one in note.passages]) for note in report.footnotes),
        levels,
    )


def _units(
    passages: Iterable[Passage],
    notes: Iterable[tuple[str, list[str]]],
    levels: dict[str, int],
) -> Counter[tuple[str, str]]:
    units: Counter[tuple[str, str]] = Counter()
    for one in passages:
        text = " ".join(one.text.split())
        if one.kind is PassageKind.HEADING:
            units["headings", f"{levels[one.anchor]} {text}"] += 1
        elif one.kind is PassageKind.TABLE:
            units["cells", text] += 1
        elif one.depth:
            units["bullets", f"{one.depth} {text}"] += 1
        else:
            units["paragraphs", text] += 1
        for label in one.notes:
            units["marks", f"{label} {text[-_TAIL:]}"] += 1
    for label, texts in notes:
        units["notes", f"{label} {' '.join(' '.join(texts).split())}"] += 1
    return units


def _parted(written: str) -> tuple[str, str]:
    if not written.startswith("---\n"):
        return "", _unescaped(written)
    head, body = written[4:].split("\n---\n", 1)
    return head, body


def _unescaped(text: str) -> str:
    """Peers write link targets and anchors of their own; they are not held against them."""
    return re.sub(r"<span[^>]*></span>|<a id=[^>]*></a>", "", text)


def _blocks(section: object) -> list:
    title = [section.title] if section.title else []  # type: ignore[attr-defined]
    return [*title, *section.blocks]  # type: ignore[attr-defined]


def _levels(outline: Outline) -> dict[str, int]:
    return {section.anchor: section.level for section in outline.sections}


def main() -> None:
    """Read everything with everything and print one table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--markitdown", default=shutil.which("markitdown"))
    programs: dict[str, Program] = {"kho": kho, "pandoc": pandoc}
    if program := arguments.parse_args().markitdown:
        programs["markitdown"] = markitdown(program)
    hits: dict[tuple[str, str], Counter[str]] = {}
    totals: dict[str, Counter[str]] = {}
    seconds: Counter[tuple[str, str]] = Counter()
    for content in CONTENTS:
        for report in read_archive(content, content, Problems()).reports:
            with tempfile.TemporaryDirectory() as folder:
                for manner, path in settings(report, content, Path(folder)):
                    total = Counter(kind for kind, _ in wanted(report).elements())
                    total["front matter"] = 2 + bool(report.metadata.signed)
                    totals[manner] = totals.get(manner, Counter()) + total
                    for name, read in programs.items():
                        started = time.perf_counter()
                        written = read(path, report, content)
                        seconds[manner, name] += time.perf_counter() - started  # type: ignore[assignment]
                        hits[manner, name] = hits.get((manner, name), Counter()) + found(
                            report, written
                        )
    sys.stdout.write("\n".join(_table(hits, totals, seconds)) + "\n")


def _table(
    hits: dict[tuple[str, str], Counter[str]],
    totals: dict[str, Counter[str]],
    seconds: Counter[tuple[str, str]],
) -> Iterator[str]:
    yield "| set | read by | " + " | ".join(MEASURES) + " | seconds |"
    yield "|---|---|" + "---:|" * (len(MEASURES) + 1)
    for (manner, name), counts in hits.items():
        cells = " | ".join(f"{counts[one]}/{totals[manner][one]}" for one in MEASURES)
        yield f"| {manner} | {name} | {cells} | {seconds[manner, name]:.1f} |"


if __name__ == "__main__":
    main()
