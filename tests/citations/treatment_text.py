"""Sentences with what a report does with each document, as a text that an editor can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from build_tools.citations.recognise import recognise
from build_tools.citations.treatment.governing import treatments

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "treatments"
GOLDEN = FOLDER / "golden.txt"
DEVELOPMENT = FOLDER / "development.txt"
HELD_OUT = FOLDER / "heldout.txt"
UNCLEAR = "–"
_LINE = re.compile(r"  \[(?P<surface>.*)\] (?P<verbs>[^\]]+)")

Told = list[tuple[str, tuple[str, ...]]]


def read(path: Path) -> Iterator[tuple[str, Told]]:
    """Every sentence with its citations and their verbs as the file has them."""
    sentence, told = "", Told()
    for line in [*path.read_text("utf-8").splitlines(), "> "]:
        if line.startswith("> "):
            if sentence:
                yield sentence, told
            sentence, told = line.removeprefix("> "), []
        elif match := _LINE.fullmatch(line):
            verbs = () if match["verbs"] == UNCLEAR else tuple(match["verbs"].split(", "))
            told.append((match["surface"], verbs))


def told_today(sentence: str) -> Told:
    """The same as the code tells it."""
    mentions = recognise(sentence)
    verbs = treatments(sentence, mentions)
    return [(mention.surface, one) for mention, one in zip(mentions, verbs, strict=True)]


def whole(path: Path) -> str:
    """The file as the code would write it today."""
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("> "):
            told = told_today(line.removeprefix("> "))
            lines += [line, *(f"  [{cited}] {', '.join(v) or UNCLEAR}" for cited, v in told)]
        elif not line.startswith("  "):
            lines.append(line)
    return "\n".join(lines) + "\n"
