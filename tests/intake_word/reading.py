"""What the tests of the Word reader ask: read a file, or be told why not."""

from __future__ import annotations

from itertools import groupby

from build_tools.intake.pictures import PICTURE
from build_tools.intake.signs import BOLD_OFF, BOLD_ON, ITALIC_OFF, ITALIC_ON, SIGN, label_of
from build_tools.intake.source import Fate, Manuscript
from build_tools.intake.word.reader import read_word
from build_tools.problem_text import text_report
from build_tools.problems import Problem, Problems

NAME = "bao-cao.docx"
_WRITTEN = {ITALIC_ON: "*", ITALIC_OFF: "*", BOLD_ON: "**", BOLD_OFF: "**"}


def read(raw: bytes, name: str = NAME) -> Manuscript:
    """The manuscript of a file that is read without a word; every character has one fate."""
    problems = Problems()
    manuscript = read_word(raw, name, problems)
    assert manuscript is not None, text_report(problems)
    assert not len(problems)
    assert unaccounted(manuscript) == ""
    return manuscript


def refused(raw: bytes, name: str = NAME) -> Problem:
    """The one problem of a file that is refused, with its file, cause and cure."""
    problems = Problems()
    assert read_word(raw, name, problems) is None
    (problem,) = problems
    assert problem.place.path == name
    assert problem.message
    assert problem.hint
    return problem


def shown(text: str) -> str:
    """A text with its signs as Markdown writes them: ``*nghiêng*``, ``[^1]``, ``[hình]``."""
    text = PICTURE.sub("[hình]", text)
    return SIGN.sub(lambda match: _WRITTEN.get(match[0]) or f"[^{label_of(match[0])}]", text)


def texts(manuscript: Manuscript) -> list[str]:
    """The lines of a manuscript as Markdown would have them."""
    return [shown(line.text.text) for line in manuscript.lines]


def rows(manuscript: Manuscript) -> list[list[str]]:
    """The rows of its tables."""
    return [[cell.reader_text for cell in line.cells] for line in manuscript.lines if line.cells]


def levels(manuscript: Manuscript) -> list[tuple[int | None, int | None, str]]:
    """Heading, bullet and text of each line."""
    return [(line.heading, line.bullet, shown(line.text.text)) for line in manuscript.lines]


def notes(manuscript: Manuscript) -> dict[str, list[str]]:
    """The paragraphs of each note."""
    return {one.label: [shown(text.text) for text in one.paragraphs] for one in manuscript.notes}


def dropped(manuscript: Manuscript) -> dict[str, str]:
    """What was left out, by reason."""
    found = [fate for fate in manuscript.fates if fate.kind.value == "bỏ"]
    grouped = groupby(sorted(found, key=lambda fate: fate.detail), key=lambda fate: fate.detail)
    return {
        reason: " | ".join(_words(manuscript, fate) for fate in fates) for reason, fates in grouped
    }


def doubts(manuscript: Manuscript) -> list[str]:
    """Code and message of each doubt."""
    return [f"{doubt.code} {doubt.message}" for doubt in manuscript.doubts]


def unaccounted(manuscript: Manuscript) -> str:
    """The characters that have no fate, and those that have two."""
    seen: dict[int, int] = {}
    pieces = [line.text for line in manuscript.lines if not line.cells]
    pieces += [cell for line in manuscript.lines for cell in line.cells]
    pieces += [text for note in manuscript.notes for text in note.paragraphs]
    for piece in pieces:
        for offset in set(piece.origin):
            seen[offset] = seen.get(offset, 0) + 1
    for fate in manuscript.fates:
        for offset in range(fate.start, fate.end):
            seen[offset] = seen.get(offset, 0) + 1
    return "".join(
        letter
        for at, letter in enumerate(manuscript.source.text)
        if not letter.isspace() and seen.get(at, 0) != 1
    )


def _words(manuscript: Manuscript, fate: Fate) -> str:
    return manuscript.source.text[fate.start : fate.end].strip()
