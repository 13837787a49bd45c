"""Fields: text that Word computes (page numbers, contents, dates).

A field is a stretch of runs — begin, instruction, separate, result, end — that may cross
paragraphs and hold other fields. Only its result is printed; some results belong to the
page and not to the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from build_tools.intake.word.refusal import ACTIVE, BROKEN, RefusalError

INSTRUCTION: Final = "mã trường của Word, không in ra"
_DROPPED: Final = {
    "TOC": "mục lục do Word tạo",
    "TOA": "mục lục do Word tạo",
    "INDEX": "bảng tra do Word tạo",
    "PAGE": "số trang",
    "NUMPAGES": "số trang",
    "SECTIONPAGES": "số trang",
    "SECTION": "số trang",
    "FILENAME": "tên tệp do Word điền",
}
_FETCHING: Final = frozenset({"INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "IMPORT", "RD", "DATABASE"})  # fmt: skip
_DEEPEST: Final = 50
VOLATILE: Final = frozenset({"DATE", "TIME", "PRINTDATE", "SAVEDATE"})


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    shows: bool = False
    name: str = ""


class Fields:
    """The fields that are open at one point of a story, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        """A field begins with its instruction."""
        if len(self._open) >= _DEEPEST:
            raise RefusalError(BROKEN, "Các trường (field) của Word lồng nhau quá sâu.")
        self._open.append(_Field())

    def separate(self) -> None:
        """From here on stands what the field prints."""
        if self._open:
            innermost = self._open[-1]
            words = "".join(innermost.instruction).split()
            innermost.shows, innermost.name = True, words[0].upper() if words else ""
            refuse_fetching("".join(innermost.instruction))

    def end(self) -> None:
        """The innermost field ends; an end too many is ignored, as Word does."""
        if self._open:
            refuse_fetching("".join(self._open.pop().instruction))

    def instruct(self, text: str) -> None:
        """Take in a piece of the instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction.append(text)

    @property
    def dropped(self) -> str:
        """Why text that stands here is not in the report; "" when it is."""
        for one in self._open:
            if not one.shows:
                return INSTRUCTION
            if reason := _DROPPED.get(one.name):
                return reason
        return ""

    @property
    def is_volatile(self) -> bool:
        """Whether text here changes whenever the file is opened."""
        return any(one.name in VOLATILE for one in self._open)


def refuse_fetching(instruction: str) -> None:
    """A field that brings text or pictures from another file is refused."""
    words = instruction.split()
    if words and words[0].upper() in _FETCHING:
        raise RefusalError(
            ACTIVE,
            f"Tệp lấy nội dung từ nơi khác bằng trường {words[0].upper()}: “{' '.join(words[1:])[:80]}”.",
            "Trong Word: bấm vào chỗ đó, nhấn Ctrl+Shift+F9 để biến thành chữ thường, lưu lại rồi nhập.",
        )
