"""The text of footnotes and endnotes, in the order of their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from build_tools.intake.source import Note
from build_tools.intake.word.names import name, value
from build_tools.intake.word.note_numbers import Key, NoteNumber, is_numbered
from build_tools.intake.word.numbering import Numbering
from build_tools.intake.word.opening import Parts, TextPart
from build_tools.intake.word.paper import Finished, Paper, Strip
from build_tools.intake.word.printed import Bit, Paragraph, paragraphs_of
from build_tools.intake.word.remarks import unmarked_note
from build_tools.intake.word.runs import Context
from build_tools.intake.word.stories import Story

UNMARKED = "chú thích không có dấu, Word không in"


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A note on the paper: its label and the strips of its paragraphs."""

    label: str
    paragraphs: tuple[Strip, ...]

    def note(self, finished: Finished) -> Note:
        """The note, once the source is known."""
        texts = (finished.traced(strip) for strip in self.paragraphs)
        return Note(self.label, tuple(text for text in texts if text))


def lay_notes(
    parts: Parts, context: Context, numbers: Mapping[Key, NoteNumber], paper: Paper
) -> tuple[LaidNote, ...]:
    """Lay all notes on the paper; those without a mark are dropped with a doubt."""
    texts: dict[Key, tuple[Paragraph, ...]] = {}
    for part in (parts.footnotes, parts.endnotes):
        if part is not None:
            texts |= _texts(part, context, numbers, parts)
    laid = []
    for key, number in numbers.items():
        paragraphs = texts.pop(key, ())
        strips = tuple(
            paper.lay(replace(bit, text=bit.text.replace("\n", " ")) for bit in one.bits)
            for one in paragraphs
        )
        laid.append(LaidNote(number.label, strips))
    for paragraphs in texts.values():
        for one in paragraphs:
            remark = unmarked_note(one.text) if one.text.strip() else None
            paper.lay((Bit(one.text, dropped=UNMARKED, remark=remark),))
    return tuple(laid)


def _texts(
    part: TextPart, context: Context, numbers: Mapping[Key, NoteNumber], parts: Parts
) -> dict[Key, tuple[Paragraph, ...]]:
    texts: dict[Key, tuple[Paragraph, ...]] = {}
    story = Story(replace(context, pictures=part.pictures), Numbering(parts.numbering))
    for one in part.root.iterchildren(name(f"w:{part.kind[:-1]}")):
        if not is_numbered(one):
            continue
        key = (part.kind, value(one, "w:id") or "")
        story.runs.own = numbers.get(key)
        texts[key] = _without_mark(tuple(paragraphs_of(tuple(story.read(one)))), numbers.get(key))
    return texts


def _without_mark(
    paragraphs: tuple[Paragraph, ...], number: NoteNumber | None
) -> tuple[Paragraph, ...]:
    """The note without the mark its author typed before it, as a custom mark is typed twice."""
    if number is None or not paragraphs:
        return paragraphs
    first = paragraphs[0]
    if any(bit.rewritten for bit in first.bits):
        return paragraphs
    for at, bit in enumerate(first.bits):
        text = bit.text.lstrip()
        if text.startswith(number.mark):
            cut = len(bit.text) - len(text) + len(number.mark)
            mark = Bit(bit.text[:cut], rewritten=f"[^{number.label}]:")
            rest = replace(bit, text=bit.text[cut:])
            bits = (*first.bits[:at], mark, rest, *first.bits[at + 1 :])
            return (replace(first, bits=bits), *paragraphs[1:])
        if text:
            break
    return paragraphs
