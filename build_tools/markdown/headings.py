"""Printed numbers of headings, and the anchors made from them.

Offices number differently (``I-``, ``I.``, ``Phần I``, ``1.``, ``1)``, ``a)``, ``1.2.``);
the anchor keeps the number only, so ``#i-4`` stays the same when the wording changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from build_tools.addresses import OPENING, SIGNATURE
from build_tools.vietnamese import fold, int_to_roman, slug

_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"), start=1
    )
}
_PART_WORD: Final = re.compile(
    r"phần\s+(?:thứ\s+)?(?P<word>[^\W\d]+|\d+)\s*(?:[-–—.:)/]\s*)?(?P<title>.*)", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"(?P<number>[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđA-ZĐ])\s*(?:[-–—:)/]|\.(?!\d))+\s*(?P<title>.+)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2})+)\s+(?P<words>.+)"
)
_SLUG_LENGTH: Final = 40
#: ``đ)`` stands between ``d)`` and ``e)``; its address is not that of ``d)``
_LETTER_AFTER_D: Final = "dd"
_TAKEN: Final = re.compile(rf"|{OPENING}|{SIGNATURE}|p\d+|fn(?:ref)?-.*")


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A heading divided into its printed number (None when it has none) and its words."""

    number: str | None
    title: str


def read_heading(text: str) -> NumberedHeading:
    """Divide the text of a heading.

    >>> read_heading("I- Tình hình thực hiện nhiệm vụ quý III/2023")
    NumberedHeading(number='I', title='Tình hình thực hiện nhiệm vụ quý III/2023')
    >>> read_heading("Phần thứ hai: Phương hướng"), read_heading("Kết quả").number
    (NumberedHeading(number='II', title='Phương hướng'), None)
    """
    words = " ".join(text.split())
    if match := _PART_WORD.fullmatch(words):
        word = match["word"]
        ordinal = _ORDINALS.get(fold(word))
        number = int_to_roman(ordinal) if ordinal else word
        if ordinal or re.fullmatch(r"[IVXLC]+|\d+|[A-ZĐ]", word):
            return NumberedHeading(number, match["title"] or words)
    if match := _NUMBER.fullmatch(words):
        return NumberedHeading(
            match["decimal"] or match["number"], match["words"] or match["title"]
        )
    return NumberedHeading(None, words)


def section_anchor(heading: NumberedHeading, parent: str | None) -> str:
    """The anchor of a section inside its parent.

    >>> section_anchor(NumberedHeading("4", "Xây dựng tổ chức đảng"), "i")
    'i-4'
    >>> section_anchor(NumberedHeading("1.2", "Kết quả"), "ii-1")
    'ii-1-2'
    >>> section_anchor(NumberedHeading("đ", "Việc khác"), "i-4")
    'i-4-dd'
    """
    if heading.number is None:
        own = slug(heading.title)[:_SLUG_LENGTH].strip("-")
        if _TAKEN.fullmatch(own):
            own = f"muc-{own}".strip("-")
    else:
        own = _LETTER_AFTER_D if heading.number.lower() == "đ" else slug(heading.number)
    if parent is None:
        return own
    last = parent.rsplit("-", 1)[-1]
    return f"{parent}-{own.removeprefix(f'{last}-')}"
