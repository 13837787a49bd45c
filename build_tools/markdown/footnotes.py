"""Marks and notes of a report must match one to one.

A mark ``[^16]`` without a note, or a note nobody points at, means that something was
lost on the way from paper, so it is an error; a second mark on one note is unusual but
printed in some reports, so it is a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from build_tools.markdown.source import BodySource
from build_tools.problems import Problems

_NUMBER: Final = re.compile(r"\d{1,4}|\*{1,3}|[a-z]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: its printed number, its anchor, and the passage that carries it."""

    number: str
    anchor: str
    at: str
    block: Token


@dataclass(frozen=True, slots=True)
class Note:
    """A note's printed number and its tokens without the enclosing pair."""

    number: str
    opening: Token
    tokens: tuple[Token, ...]


def take_notes(tokens: Sequence[Token]) -> tuple[list[Token], list[Note]]:
    """Separate the notes from the running text, wherever the editor wrote them."""
    text: list[Token] = []
    notes: list[Note] = []
    opening: Token | None = None
    inside: list[Token] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            opening, inside = token, []
        elif token.type == "footnote_reference_close" and opening is not None:
            notes.append(Note(opening.meta["label"], opening, tuple(inside)))
            opening = None
        elif opening is not None:
            inside.append(token)
        else:
            text.append(token)
    return text, notes


def number_marks(block: Token, at: str, seen: dict[str, int]) -> list[Mark]:
    """Give the marks of one block their anchors: ``fnref-16``, then ``fnref-16-2``.

    ``seen`` counts the marks met so far in the report, by number.
    """
    marks = []
    for child in block.children or ():
        if child.type == "footnote_ref":
            number = child.meta["label"]
            seen[number] = seen.get(number, 0) + 1
            anchor = f"fnref-{number}" + (f"-{seen[number]}" if seen[number] > 1 else "")
            child.meta = {**child.meta, "anchor": anchor}
            marks.append(Mark(number, anchor, at, block))
    return marks


def check_footnotes(
    marks: Iterable[Mark], notes: Sequence[Note], source: BodySource, problems: Problems
) -> None:
    """Report marks without notes, notes without marks, and numbers used twice."""
    numbers = {note.number for note in notes}
    marked: set[str] = set()
    in_block: Counter[tuple[int, str]] = Counter()
    for mark in marks:
        written = f"[^{mark.number}]"
        count = in_block[id(mark.block), mark.number]
        in_block[id(mark.block), mark.number] += 1
        if not _NUMBER.fullmatch(mark.number):
            problems.error(
                "KHO209",
                source.place(mark.block.map, written, count),
                f"Số chú thích “{mark.number}” không phải là số.",
                "Dùng đúng số in trên báo cáo: [^1], [^2] …",
            )
        elif mark.number not in numbers:
            problems.error(
                "KHO202",
                source.place(mark.block.map, written, count),
                f"Dấu chú thích {written} không có lời chú thích.",
                f"Thêm “{written}: …” ở cuối tệp, hoặc xóa dấu nếu thừa.",
            )
        elif mark.number in marked:
            problems.warning(
                "KHO210",
                source.place(mark.block.map, written, count),
                f"Chú thích {mark.number} được đánh dấu hai lần.",
                "Đối chiếu bản in: thường mỗi chú thích chỉ một dấu.",
            )
        marked.add(mark.number)
    before: set[str] = set()
    for note in notes:
        _check_note(note, before, marked, source, problems)
        before.add(note.number)


def _check_note(
    note: Note, before: set[str], marked: set[str], source: BodySource, problems: Problems
) -> None:
    place = source.place(note.opening.map, f"[^{note.number}]:")
    if note.number in before:
        problems.error(
            "KHO204",
            place,
            f"Có hai lời chú thích cùng số {note.number}.",
            "Sửa số của một chú thích theo bản in, hoặc gộp làm một.",
        )
    elif note.number not in marked:
        problems.error(
            "KHO203",
            place,
            f"Chú thích {note.number} không có dấu nào trong bài.",
            f"Đặt dấu [^{note.number}] vào chỗ in trên báo cáo.",
        )
    if not note.tokens:
        problems.error(
            "KHO211",
            place,
            f"Chú thích {note.number} không có nội dung.",
            f"Viết nội dung ngay sau “[^{note.number}]: ”.",
        )
