"""Sentences with the citations found in them, as a text that an editor can read."""

from __future__ import annotations

from pathlib import Path

from build_tools.citations.recognise import recognise
from build_tools.citations.resolve import base_id
from build_tools.model import Mention

FULL = Path(__file__).resolve().parent.parent / "fixtures" / "citations" / "full.txt"
SILENT = "  (không có viện dẫn)"


def sentences(path: Path) -> list[str]:
    """The sentences of a golden file."""
    lines = path.read_text("utf-8").splitlines()
    return [line.removeprefix("> ") for line in lines if line.startswith("> ")]


def expected(path: Path, sentence: str) -> list[str]:
    """The lines under a sentence."""
    lines = path.read_text("utf-8").splitlines()
    first = lines.index(f"> {sentence}") + 1
    end = next((n for n in range(first, len(lines)) if not lines[n].startswith("  ")), len(lines))
    return lines[first:end]


def described(sentence: str) -> list[str]:
    """One line for every citation of a sentence."""
    return [_line(mention) for mention in recognise(sentence)] or [SILENT]


def whole(path: Path) -> str:
    """The golden file as the code would write it today."""
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("> "):
            lines += [line, *described(line.removeprefix("> "))]
        elif not line.startswith("  "):
            lines.append(line)
    return "\n".join(lines) + "\n"


def _line(mention: Mention) -> str:
    facts = {
        "năm": mention.year,
        "ngày": mention.date or (f"không có {mention.date_raw}" if mention.date_raw else None),
        "cơ quan": mention.issuer,
        "khóa": mention.term,
        "trích yếu": mention.title,
    }
    told = "; ".join(f"{name} {value}" for name, value in facts.items() if value is not None)
    head = f"{mention.form} {mention.type} {mention.number} {mention.symbol} → {base_id(mention)}"
    return f"  [{mention.surface}] {head}" + (f"; {told}" if told else "")
