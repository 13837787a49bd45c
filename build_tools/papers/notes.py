"""Notes to the foot of the page that carries their mark.

CSS takes a footnote from where it stands in the text
(https://www.w3.org/TR/css-gcpm-3/#footnotes), while a report's view lists its notes apart.
So each note is moved behind its first mark; a parsed tree allows what markup does not, a
note with paragraphs inside a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def notes_to_their_marks(text: Element, notes: Element) -> None:
    """Move the children of ``notes`` behind their first marks in ``text``.

    What stays in ``notes`` has no mark in the running text, or only one inside another
    note, which cannot have a note of its own at the page foot.
    """
    waiting = {note.get("id"): note for note in notes if note.get("id")}
    for parent, mark, target in list(_marks(text)):
        note = waiting.pop(target, None)
        if note is None:
            continue
        notes.remove(note)
        note.tail, mark.tail = mark.tail, None
        parent.insert(list(parent).index(mark) + 1, note)


def _marks(text: Element) -> Iterator[tuple[Element, Element, str]]:
    """Each mark with the element it stands in and the id of its note, in reading order."""
    for parent in text.iter():
        for child in parent:
            if child.get("class") == "noteref" and len(child):
                yield parent, child, (child[0].get("href") or "").removeprefix("#")
