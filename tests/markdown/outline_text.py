"""An outline and a report's markup as text that an editor can read in a golden file."""

from __future__ import annotations

from html import escape

from build_tools.markdown.renderer import fill
from build_tools.model import Passage, Report, Slot


def outline(report: Report) -> str:
    """Sections with anchor, level and area; passages with anchor, kind and words; notes."""
    lines = []
    for section in report.sections:
        area = f" [{section.area}]" if section.area else ""
        part = f" trong #{section.part}" if section.part else ""
        lines.append(
            f"#{section.anchor} cấp {section.level}{part}{area} — {section.label or '(không có tiêu đề)'}"
        )
        lines.extend(_passage(passage) for passage in section.passages)
    for note in report.footnotes:
        lines.append(
            f"#{note.anchor} chú thích {note.number}, dấu ở #{note.at}: {', '.join(f'#{m}' for m in note.marks)}"
        )
        lines.extend(_passage(passage) for passage in note.passages)
    lines.extend(
        f"viện dẫn ở #{citation.anchor} (mục #{citation.section}): {citation.mention.surface}"
        for citation in report.citations
    )
    return "\n".join(lines) + "\n"


def _passage(passage: Passage) -> str:
    bullet = f" {passage.depth}×“{passage.marker}”" if passage.depth else ""
    notes = f" dấu {', '.join(passage.notes)}" if passage.notes else ""
    return (
        f"    {passage.line:>3} #{passage.anchor} {passage.kind}{bullet}{notes}: {passage.text!r}"
    )


def markup(report: Report) -> str:
    """All sections and notes rendered, each citation shown as ``<cite data-n="0">``."""
    blocks = []
    for section in report.sections:
        blocks.append(f"<!-- #{section.anchor} -->\n")
        if section.heading:
            blocks.append(f"<h{section.level}>{fill(section.heading, cite)}</h{section.level}>\n")
        blocks.append(fill(section.body, cite))
    blocks.extend(f"<!-- #{note.anchor} -->\n{fill(note.body, cite)}" for note in report.footnotes)
    return "".join(blocks)


def cite(slot: Slot) -> str:
    """A citation's place; a later piece of the same citation says so."""
    more = "" if slot.first else ' data-more=""'
    return f'<cite data-n="{escape(str(slot.index))}"{more}>{slot.html}</cite>'
