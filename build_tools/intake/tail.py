"""The end of the letter read into front matter: recipients (nơi nhận) and signature.

The two stand side by side on paper; OCR gives them one after the other in either order,
or line by line run together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.draft import UNSIGNED, Signed
from build_tools.intake.folding import CAPITALS, flat, is_upper
from build_tools.intake.letterhead import AUTHORITY, POSITION, RECIPIENTS
from build_tools.intake.openings import bullet_of
from build_tools.intake.source import (
    EMPTY,
    NOWHERE,
    Fate,
    FateKind,
    Gap,
    Line,
    Traced,
    fates_of,
    join,
)

_COLUMNS: Final = re.compile(r"\s{3,}|\t+")
_END: Final = re.compile(r"[\s,;.]+$")
_NAME_WORD: Final = rf"[{CAPITALS}][^\W\d_{CAPITALS}]*"
_NAME: Final = re.compile(
    rf"(?:(?:TS|ThS|BS|PGS|GS|KS)\.\s*)*{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}"
)
_NAME_AFTER_STOP: Final = re.compile(rf"(?<=[.;,])\s+(?P<name>{_NAME.pattern})$")
_SIGNED: Final = re.compile(r"[*_]*[(\[]?\s*da ky\s*[)\]]?(?:\s*[,-]?\s*dong dau)?\s*[)\]]?[*_]*")
_CAPITALS: Final = re.compile(
    rf"(?<=[\s,;.:)])(?P<words>[{CAPITALS}]{{2,}}(?:\s+[{CAPITALS}]{{2,}})+)$"
)


@dataclass(frozen=True, slots=True)
class TailFacts:
    """What the tail says; ``left`` are lines that were not understood."""

    signed: Signed = UNSIGNED
    recipients: tuple[Traced, ...] = ()
    left: tuple[Line, ...] = ()
    fates: tuple[Fate, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_tail(lines: Sequence[Line]) -> TailFacts:
    """Read recipients and signature."""
    reading = _Tail()
    for line in lines:
        for column in _columns(line.text):
            reading.take(column)
    return reading.facts()


def _columns(text: Traced) -> list[Traced]:
    """The columns of a line: wide gaps part them, else a change to capitals does."""
    columns, end = [], 0
    for gap in _COLUMNS.finditer(text.text):
        columns.append(text[end : gap.start()])
        end = gap.end()
    columns.append(text[end:])
    parted: list[Traced] = []
    for column in columns:
        authority = AUTHORITY.search(column.text)
        capitals = None if is_upper(column.text) else _CAPITALS.search(column.text)
        if authority and authority.start():
            parted += [column[: authority.start()], column[authority.start() :]]
        elif capitals and (
            POSITION.fullmatch(flat(capitals["words"])) or column.text.startswith("Nơi")
        ):
            parted += [column[: capitals.start()], column[capitals.start() :]]
        else:
            parted.append(column)
    return [column.strip() for column in parted if column.strip()]


def _parted(text: Traced) -> list[Traced]:
    """Recipients set on one line, as ``Tỉnh ủy; các chi bộ; lưu``."""
    ends = [at + 1 for at, letter in enumerate(text.text) if letter == ";"]
    pieces = [text[a:b].strip() for a, b in pairwise([0, *ends, len(text)])]
    return [piece for piece in pieces if piece]


class _Tail:
    def __init__(self) -> None:
        self.authority: list[Traced] = []
        self.position: list[Traced] = []
        self.name = EMPTY
        self.recipients: list[Traced] = []
        self.left: list[Line] = []
        self.fates: list[Fate] = []
        self.doubts: list[Doubt] = []
        self.listing = False

    def take(self, text: Traced) -> None:
        folded = flat(text.text)
        if match := RECIPIENTS.match(folded):
            self.fates += fates_of(text[: match.end()], FateKind.REWRITTEN, "recipients:")
            self.listing = True
            for rest in _parted(text[match.end() :]):
                self.take(rest)
        elif _SIGNED.fullmatch(folded):
            self.fates += fates_of(text, FateKind.DROPPED, "“đã ký”")
        elif bullet_of(text.text):
            self._recipient(text)
        elif AUTHORITY.match(text.text) and not self.authority:
            self.authority.append(text)
        elif is_upper(text.text) and not self.name:
            if self.authority and not self.position and not POSITION.match(folded):
                self.authority.append(text)
            else:
                self.position.append(text)
        elif not self.name and _NAME.fullmatch(text.text) and (self.authority or self.position):
            self.name = text
        elif self.listing:
            self._recipient(text)
        else:
            self.left.append(Line(text, Gap.BLANK, whole=True))
            self.doubts.append(_not_understood(text))

    def _recipient(self, text: Traced) -> None:
        bullet = bullet_of(text.text)
        words = text[bullet[1] :] if bullet else text
        if bullet:
            self.fates += fates_of(
                text[: bullet[1]].strip(), FateKind.DROPPED, "gạch đầu dòng nơi nhận"
            )
        elif self.recipients and text.text[0].islower():
            words = join([self.recipients.pop(), words])
        self.recipients.append(words.strip())

    def facts(self) -> TailFacts:
        recipients = self.recipients
        if not self.name and recipients and (match := _NAME_AFTER_STOP.search(recipients[-1].text)):
            last = recipients[-1]
            self.name = last[match.start("name") :]
            recipients = [*recipients[:-1], last[: match.start("name")].strip()]
            self.doubts.append(_name_run_together(self.name))
        trimmed = []
        for one in recipients:
            end = _END.search(one.text)
            cut = end.start() if end else len(one)
            self.fates += fates_of(one[cut:].strip(), FateKind.DROPPED, "dấu cuối dòng nơi nhận")
            trimmed.append(one[:cut])
        signed = Signed(join(self.authority), join(self.position), self.name)
        doubts = [*self.doubts, *_missing(signed, trimmed)]
        return TailFacts(
            signed,
            tuple(one for one in trimmed if one),
            tuple(self.left),
            tuple(self.fates),
            tuple(doubts),
        )


def _missing(signed: Signed, recipients: Sequence[Traced]) -> list[Doubt]:
    parts = {
        "chữ ký": bool(signed), "tên người ký": bool(signed.name) or not signed, "nơi nhận": bool(recipients)
    }  # fmt: skip
    return [
        warning(
            "KHO715",
            NOWHERE,
            "",
            f"Không thấy {part} ở cuối văn bản.",
            "Xem bản in rồi điền signed, recipients; bản in không có thì để như vậy.",
        )
        for part, found in parts.items()
        if not found
    ]


def _not_understood(text: Traced) -> Doubt:
    return warning(
        "KHO715",
        text.start,
        text.text,
        f"Không hiểu dòng này ở phần cuối: “{text.text}”; đã để ở cuối nội dung.",
        "Nếu là nơi nhận, người ký thì chuyển lên phần khai báo; nếu là vết bẩn khi quét thì xóa.",
    )


def _name_run_together(name: Traced) -> Doubt:
    return warning(
        "KHO715",
        name.start,
        name.text,
        f"Hai cột dính vào nhau: “{name.text}” được coi là tên người ký.",
        "Đối chiếu nơi nhận và chữ ký với bản in.",
    )
