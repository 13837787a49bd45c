"""Numbers and symbols kept on one line: no one writes ``41-KH/`` here and ``TU`` there.

Line breaking takes a hyphen or a slash for a chance to break (UAX #14, classes HY and SY),
which splits document numbers, quarters and dates. Marks that forbid it would end up in
what a reader copies from the PDF, so such words are put into an element of their own.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

#: a word with a hyphen or slash inside; longer ones, such as web addresses, must be able to break
_WHOLE: Final = re.compile(r"(?<!\S)(?=\S{3,30}(?!\S))(\S*\w[-/]\w\S*)")


def keep_whole(root: Element) -> None:
    """Put each such word of ``root`` into ``<span class="whole">``."""
    for parent in list(root.iter()):
        for at, child in reversed(list(enumerate(parent))):
            child.tail, words = _cut(child.tail)
            parent[at + 1 : at + 1] = words
        parent.text, words = _cut(parent.text)
        parent[0:0] = words


def _cut(text: str | None) -> tuple[str | None, list[Element]]:
    """The text before the first such word, and the words with what follows each."""
    if not text or ("-" not in text and "/" not in text):
        return text, []
    before, *rest = _WHOLE.split(text)
    return before, [_word(*pair) for pair in zip(rest[::2], rest[1::2], strict=True)]


def _word(word: str, after: str) -> Element:
    element = Element("span", {"class": "whole"})
    element.text, element.tail = word, after
    return element
