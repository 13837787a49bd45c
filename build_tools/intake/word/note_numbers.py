"""Which number each footnote and endnote has, as Word prints it and as the report writes it.

Word keeps no numbers, only the order. A report file has one series of notes, so endnotes
go on after the footnotes, and Roman or custom marks become numbers unless they are stars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from build_tools.intake.word.names import Element, child, name, number, value
from build_tools.intake.word.number_forms import printed
from build_tools.intake.word.refusal import OVERSIZED, RefusalError

MOST: Final = 9_999
_WRONG_FILE: Final = "Kiểm tra có chọn nhầm tệp, hoặc số bắt đầu của chú thích đặt sai trong Word."
_WRITABLE: Final = re.compile(r"[1-9]\d{0,3}|\*{1,3}")
_REFERENCES: Final = {
    name("w:footnoteReference"): "footnotes",
    name("w:endnoteReference"): "endnotes",
}
_USUAL: Final = {"footnotes": "decimal", "endnotes": "lowerRoman"}
_FALLBACK: Final = name("mc:Fallback")


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """A note's number: ``label`` in the report, ``mark`` on paper."""

    label: str
    mark: str


Key: TypeAlias = tuple[str, str]


def key_of(reference: Element) -> Key:
    """What a reference points at: the kind of note and its id in the file."""
    return _REFERENCES[str(reference.tag)], value(reference, "w:id") or ""


def custom_mark(reference: Element) -> str:
    """The mark an author typed instead of Word's number; "" for a usual note."""
    if (value(reference, "w:customMarkFollows") or "0").lower() in {"0", "false", "off"}:
        return ""
    after = reference.getnext()
    return (after.text or "").strip() if after is not None and after.tag == name("w:t") else ""


def number_notes(body: Element, settings: Element | None) -> Mapping[Key, NoteNumber]:
    """The numbers of all notes marked in the body, in the order of their marks."""
    marked = {key_of(one): custom_mark(one) for one in references(body)}
    numbers: dict[Key, NoteNumber] = {}
    used: set[str] = set()
    taken = {mark for mark in marked.values() if _WRITABLE.fullmatch(mark)}
    last = 0
    for kind in ("footnotes", "endnotes"):
        form, count = _rule(kind, body, settings)
        if not numbers:
            last = count - 1
        for key, mark in marked.items():
            if key[0] != kind:
                continue
            if _WRITABLE.fullmatch(mark) and mark not in used:
                used.add(mark)
                numbers[key] = NoteNumber(mark, mark)
                continue
            last += 1
            while str(last) in taken:
                last += 1
            if last > MOST:
                raise RefusalError(OVERSIZED, f"Số chú thích vượt quá {MOST}.", _WRONG_FILE)
            numbers[key] = NoteNumber(str(last), mark or printed(count, form))
            count += not mark
    return numbers


def references(body: Element) -> Iterator[Element]:
    """The marks of a story, in reading order, without those of a fallback drawing."""
    for one in body.iter(*_REFERENCES):
        if not any(above.tag == _FALLBACK for above in one.iterancestors()):
            yield one


def _rule(kind: str, body: Element, settings: Element | None) -> tuple[str, int]:
    """The form of number and the first one: the section's own, else the document's."""
    own = f"w:{kind[:-1]}Pr"
    sections = [child(one, own) for one in body.iter(name("w:sectPr"))]
    places = [one for one in (*sections, child(settings, own)) if one is not None]
    form = next((found for one in places if (found := value(child(one, "w:numFmt")))), None)
    starts = (number(child(one, "w:numStart")) for one in places)
    start = next((first for first in starts if first is not None), 1)
    return form or _USUAL[kind], max(1, start)


def is_numbered(note: Element) -> bool:
    """Whether a note is one of the text, not the rule that Word draws above notes."""
    return value(note, "w:type") in {None, "normal"}
