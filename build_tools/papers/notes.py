"""Notes to the foot of the page that carries their mark.

CSS takes a footnote from where it stands in the text
(https://www.w3.org/TR/css-gcpm-3/#footnotes), while a report's view lists its notes apart.
So each note is moved behind its first mark; a parsed tree allows what markup does not, a
note with paragraphs inside a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: letters of a note that goes to the page foot: a third of a page, since three may share a line
LONGEST: Final = 2000
_BLOCKS: Final = frozenset(
    {"blockquote", "div", "li", "ol", "p", "table", "tbody", "thead", "tr", "ul"}
)


def notes_to_their_marks(text: Element, notes: Element) -> dict[str, str]:
    """Move the notes among the children of ``notes`` behind their first marks in ``text``.

    What stays in ``notes`` is printed at the end: a note without mark in the running text
    or with one inside another note only, and one too long for any page's foot. Where none
    stays, ``notes`` is left empty. Returns the id of each note that moved by that of its mark.
    """
    moved: dict[str, str] = {}
    waiting = {note.get("id"): note for note in notes if note.get("id")}
    for parent, mark, target in list(_marks(text)):
        note = waiting.pop(target, None)
        if note is None or sum(map(len, note.itertext())) > LONGEST:
            continue
        notes.remove(note)
        _close_up(note)
        moved[mark.get("id", "")] = target
        note.tail, mark.tail = mark.tail, None
        parent.insert(list(parent).index(mark) + 1, note)
    if not any(child.get("id") for child in notes):
        notes.clear()
    return moved


def _close_up(note: Element) -> None:
    """Take out the blanks between blocks, each of which would be a line at the page foot."""
    for element in note.iter():
        if element.tag in _BLOCKS:
            element.tail = element.tail if (element.tail or "").strip() else None
            element.text = element.text if (element.text or "").strip() else None


def _marks(text: Element) -> Iterator[tuple[Element, Element, str]]:
    """Each mark with the element it stands in and the id of its note, in reading order."""
    for parent in text.iter():
        for child in parent:
            if child.get("class") == "noteref" and len(child):
                yield parent, child, (child[0].get("href") or "").removeprefix("#")
