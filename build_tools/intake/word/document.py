"""An opened Word document into a manuscript: body, notes, margins, in that order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from build_tools.intake.footnotes import cut_notes
from build_tools.intake.openings import numbers_of
from build_tools.intake.source import Line, Manuscript
from build_tools.intake.word.layout import Drawing
from build_tools.intake.word.margins import lay_margins
from build_tools.intake.word.names import name
from build_tools.intake.word.note_numbers import number_notes
from build_tools.intake.word.notes import lay_notes
from build_tools.intake.word.numbering import Numbering
from build_tools.intake.word.opening import Parts
from build_tools.intake.word.paper import Paper
from build_tools.intake.word.pictures import Album
from build_tools.intake.word.refusal import OVERSIZED, RefusalError
from build_tools.intake.word.revisions import refuse_pending
from build_tools.intake.word.runs import Context
from build_tools.intake.word.stories import Story
from build_tools.intake.word.styles import Styles

MAX_LETTERS: Final = 1_500_000


def read_document(parts: Parts, shown: str) -> Manuscript:
    """Read an opened document; ``RefusalError`` when its text is not settled."""
    _check_length(parts)
    refuse_pending(parts.stories)
    paper, album = Paper(), Album()
    numbers = number_notes(parts.body.root, parts.settings)
    context = Context(Styles(parts.styles), numbers, album, parts.body.pictures)
    story = Story(context, Numbering(parts.numbering))
    drawn = list(Drawing(paper).draw(story.read(parts.body.root)))
    laid = lay_notes(parts, context, numbers, paper)
    lay_margins(parts, context, paper)
    finished = paper.finish(shown, "Word")
    lines = _ranked([line for one in drawn if (line := one.line(finished)) is not None])
    notes = tuple(one.note(finished) for one in laid)
    fates, doubts = finished.fates, finished.doubts
    if not notes:
        typed = cut_notes(lines)
        lines, notes = typed.lines, typed.notes
        fates, doubts = (*fates, *typed.fates), (*doubts, *typed.doubts)
    return Manuscript(finished.source, tuple(lines), tuple(notes), fates, doubts, tuple(album.kept))


def _check_length(parts: Parts) -> None:
    """A text of hundreds of pages would take minutes to read, and is no quarterly report."""
    texts = (one for part in parts.stories for one in part.root.iter(name("w:t")))
    length = sum(len(one.text or "") for one in texts)
    if length > MAX_LETTERS:
        raise RefusalError(
            OVERSIZED,
            f"Tệp có {length // 1000} nghìn ký tự (nhiều nhất {MAX_LETTERS // 1000} nghìn, khoảng 500 trang).",
            "Kiểm tra có chọn nhầm tệp không; báo cáo kèm phụ lục dài thì tách phụ lục thành tệp riêng.",
        )


def _ranked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Levels of headings counted from the parts: some offices begin at Heading 2.

    A single heading above all others and before them is the title of the letter.
    """
    levels = sorted({line.heading for line in lines if line.heading is not None})
    styled = [line for line in lines if line.heading is not None]
    if len(levels) > 1 and styled[0].heading == levels[0]:
        top = [line for line in styled if line.heading == levels[0]]
        if len(top) == 1 and not numbers_of(top[0].text.text):
            levels = levels[1:]
    rank = {level: at for at, level in enumerate(levels, start=1)}
    return tuple(
        replace(line, heading=rank.get(line.heading) if line.heading is not None else None)
        for line in lines
    )
