"""A manuscript into a draft: head, body and tail, each read into its values."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.intake.blocks import blocks_of
from build_tools.intake.draft import Draft, Head
from build_tools.intake.emphasis import read_emphasis
from build_tools.intake.head import HeadFacts, read_head
from build_tools.intake.joints import doubt_joints
from build_tools.intake.letterhead import split_letter
from build_tools.intake.paragraphs import group, measure
from build_tools.intake.period import quarter_of
from build_tools.intake.source import Fate, Manuscript, Note
from build_tools.intake.tables import find_tables
from build_tools.intake.tail import TailFacts, read_tail


def structure(manuscript: Manuscript) -> Draft:
    """Find the report in a manuscript; pure, and nothing in it is lost."""
    letter = split_letter(manuscript.lines)
    head, tail = read_head(letter), read_tail(letter.tail)
    lines, bars, rebuilt = find_tables((*head.left, *letter.body, *tail.left))
    groups = group(lines, measure([line for line in lines if not line.cells]))
    blocks, fates, doubts = blocks_of(groups)
    notes, starred = _notes(manuscript.notes)
    return Draft(
        manuscript.source,
        _head(head, tail),
        blocks,
        notes,
        (*manuscript.fates, *head.fates, *tail.fates, *bars, *fates, *starred),
        (
            *manuscript.doubts,
            *head.doubts,
            *tail.doubts,
            *rebuilt,
            *doubt_joints(groups),
            *doubts,
        ),
    )


def _head(head: HeadFacts, tail: TailFacts) -> Head:
    return Head(
        title=head.title,
        number=head.number,
        quarter=quarter_of(head.title.reader_text, head.day.year if head.day else None),
        date=head.day,
        place=head.place,
        secret=head.secret,
        signed=tail.signed,
        recipients=tail.recipients,
    )


def _notes(notes: Sequence[Note]) -> tuple[tuple[Note, ...], tuple[Fate, ...]]:
    read, fates = [], list[Fate]()
    for note in notes:
        paragraphs = []
        for paragraph in note.paragraphs:
            text, starred = read_emphasis(paragraph)
            paragraphs.append(text)
            fates += starred
        read.append(Note(note.label, tuple(paragraphs)))
    return tuple(read), tuple(fates)
