"""A report of the archive set as an office sets it: a letter in Word, by Pandoc.

Head and signature stand in tables without lines, two columns side by side.
"""

from __future__ import annotations

from importlib import import_module
from itertools import zip_longest
from pathlib import Path

from build_tools.model import Metadata, Report


def letter(report: Report, text: str) -> str:
    """The Markdown that Pandoc makes the Word file from; ``text`` is the report's file."""
    body = text.split("\n---\n", 1)[1]
    metadata = report.metadata
    return "\n\n".join(
        [_head(metadata), "**BÁO CÁO**", f"**{metadata.title}**", body, _signature(metadata)]
    )


def to_docx(markdown: str, path: Path) -> bytes:
    """Pandoc's .docx of a text."""
    pypandoc = import_module("pypandoc")
    pypandoc.convert_text(markdown, "docx", format="markdown-smart", outputfile=str(path))
    return path.read_bytes()


def shape(report: Report) -> tuple[object, object]:
    """What must come back: sections, passages with kind, depth, bullet and notes; all notes."""
    sections = [
        (
            section.anchor,
            section.level,
            section.number,
            section.title,
            section.area,
            [(one.kind, one.depth, one.marker, one.text, one.notes) for one in section.passages],
        )
        for section in report.sections
    ]
    return sections, [
        (note.number, [one.text for one in note.passages]) for note in report.footnotes
    ]


def _head(metadata: Metadata) -> str:
    day = metadata.date
    dated = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else ""
    blank = f"ngày … tháng … năm {metadata.quarter.year}" if metadata.place else ""
    shown = ", ".join(one for one in (metadata.place, dated or blank) if one)
    right = ["**ĐẢNG CỘNG SẢN VIỆT NAM**", f"*{shown}*" if shown else ""]
    left = ["ĐẢNG BỘ TỈNH", f"Số {metadata.number}" if metadata.number else ""]
    return _columns(left, right)


def _signature(metadata: Metadata) -> str:
    signed = metadata.signed
    right = (
        [one for one in (signed.authority, signed.position, signed.name) if one] if signed else []
    )
    left = ["***Nơi nhận:***", *(f"\\- {one}," for one in metadata.recipients)]
    if not metadata.recipients:
        left = []
    return _columns(left, [f"**{one}**" for one in right]) if left or right else ""


def _columns(left: list[str], right: list[str]) -> str:
    pairs = [pair for one in zip_longest(left, right, fillvalue="") for pair in (one, ("", ""))]
    widths = [max(len(pair[at]) for pair in pairs) + 2 for at in (0, 1)]
    rule = f"+{'-' * widths[0]}+{'-' * widths[1]}+"
    lines = [f"| {a:<{widths[0] - 1}}| {b:<{widths[1] - 1}}|" for a, b in pairs]
    return "\n".join([rule, *lines, rule])
