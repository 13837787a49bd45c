"""Pages of a PDF from the places of their words, as lines of text.

A PDF has no lines and no notes, only words at places. Words at one height are a line, wide
gaps stay wide so that columns can be told apart, and digits set small are raised digits:
``đảng viên.³``. Plain text output loses exactly that, and with it the footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final
from xml.etree import ElementTree as ET

_NAMESPACE: Final = "{http://www.w3.org/1999/xhtml}"
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARK: Final = re.compile(r"[(\[]?\d{1,3}[)\]]?")
_LABEL: Final = re.compile(r"[-+*•–▪●○]|[\w.]{1,5}[-–.)/:]")
_SMALL: Final = 0.75
_SAME_LINE: Final = 0.5
_NEW_PARAGRAPH: Final = 0.5
_WIDE: Final = 2.5
_INDENT: Final = 8
_GLUED: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        return self.bottom - self.top


def pages_as_text(xhtml: bytes) -> str | None:
    """The text of pdftotext's ``-bbox-layout`` output, a form feed after each page.

    None when it is not whole XML: a PDF may hold characters that no XML can.
    """
    try:
        root = ET.fromstring(xhtml)  # noqa: S314 - written by pdftotext; expat fetches nothing
    except ET.ParseError:
        return None
    return "".join(_page(page) + "\f" for page in root.iter(f"{_NAMESPACE}page"))


def _page(page: ET.Element) -> str:
    words = [
        _Word(_at(one, "xMin"), _at(one, "yMin"), _at(one, "xMax"), _at(one, "yMax"), one.text)
        for one in page.iter(f"{_NAMESPACE}word")
        if one.text and one.text.strip()
    ]
    if not words:
        return ""
    size = median(word.height for word in words)
    letter = median((word.right - word.left) / len(word.text) for word in words) or 1.0
    margin = min(word.left for word in words)
    lines: list[str] = []
    bottom: float | None = None
    for row in _rows(words, size):
        top = min(word.top for word in row)
        if bottom is not None and top - bottom > _NEW_PARAGRAPH * size:
            lines.append("")
        bottom = max(word.bottom for word in row)
        lines.append(_line(row, size, letter, margin))
    return "\n".join(lines) + "\n"


def _at(word: ET.Element, key: str) -> float:
    return float(word.get(key, "0"))


def _rows(words: Sequence[_Word], size: float) -> Iterator[list[_Word]]:
    """Words at one height; a raised digit belongs to the line whose words it stands beside."""
    rows: list[list[_Word]] = []
    large = [word for word in words if word.height > _SMALL * size]
    for word in sorted(large, key=lambda one: (one.bottom, one.left)):
        if rows and abs(rows[-1][-1].bottom - word.bottom) <= _SAME_LINE * word.height:
            rows[-1].append(word)
        else:
            rows.append([word])
    for word in words:
        if word.height > _SMALL * size:
            continue
        middle = (word.top + word.bottom) / 2
        beside = [row for row in rows if row[0].top <= middle <= row[0].bottom]
        if beside:
            beside[0].append(word)
        else:
            rows.append([word])
    for row in sorted(rows, key=lambda one: one[0].bottom):
        yield sorted(row, key=lambda word: word.left)


def _line(row: Sequence[_Word], size: float, letter: float, margin: float) -> str:
    """A row as text; a word whose letters come from two fonts arrives in pieces that touch."""
    text = " " * round((row[0].left - margin) / letter)
    usual = max(word.height for word in row)
    for index, word in enumerate(row):
        gap = word.left - row[index - 1].right if index else 0.0
        is_raised = word.height < _SMALL * min(usual, size) and _MARK.fullmatch(word.text)
        is_label = index == 1 and _LABEL.fullmatch(row[0].text) and gap < _INDENT * letter
        if gap > _WIDE * letter and not is_label:
            text += " " * max(3, round(gap / letter))
        elif index and not is_raised and gap > _GLUED * word.height:
            text += " "
        text += word.text.translate(_RAISED) if is_raised else word.text
    return text
