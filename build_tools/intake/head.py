"""The head of the letter read into front matter: number, day, place, title, quarter.

Two columns that OCR ran together on one line are taken apart by what they say, so it
does not matter how they were set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from build_tools.intake.doubt import Doubt, error, warning
from build_tools.intake.folding import CAPITALS, flat, is_upper
from build_tools.intake.furniture import RULE
from build_tools.intake.letterhead import KIND, Letter
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

_DROPPED: Final = (
    ("quốc hiệu, tiêu ngữ", re.compile(r"dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]?\s*tu do\s*[-–]?\s*hanh phuc")),
)  # fmt: skip
_NUMBER: Final = re.compile(
    r"(?:so\s*[:.]?\s*)?(?P<number>\d{1,4})\s*[-–/]\s*(?P<kind>bc)\s*[-–/]\s*(?P<issuer>[a-z]{2,12}(?:\s*[-.]\s*[a-z]{2,12})*)"
)
_NO_NUMBER: Final = re.compile(r"so\s*[:.]?\s*[._…]*\s*[-–/]\s*bc\s*[-–/]\s*[a-z]{2,12}")
_DAY: Final = re.compile(
    r"ngay\s*(?P<day>[\d._…]*)\s*(?:thang|/)\s*(?P<month>[\d._…]*)\s*(?:nam|/)\s*(?P<year>(?:19|20)\d\d)"
)
_PLACE: Final = re.compile(
    rf"(?<!\S)(?:TP\.?\s*)?[{CAPITALS}][^\W\d_{CAPITALS}]+(?:[ -][{CAPITALS}][^\W\d_{CAPITALS}]+){{0,3}}(?=\s*,?\s*$)"
)
_COLUMNS: Final = re.compile(r"\s{3,}|\t+")
SECRET: Final = re.compile(r"(?:toi |tuyet )?mat")
OFFICE: Final = "tên cơ quan ở đầu trang"


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What the head says; ``left`` are lines that were not understood and stay in the body."""

    title: Traced = EMPTY
    number: str | None = None
    day: date | None = None
    place: Traced = EMPTY
    secret: Traced = EMPTY
    left: tuple[Line, ...] = ()
    fates: tuple[Fate, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_head(letter: Letter) -> HeadFacts:
    """Read the lines above the body."""
    reading = _Head()
    for line in letter.head:
        for piece in _without_mottoes(line.text, reading.fates):
            reading.take(piece)
    title, fates = _title(letter.title)
    doubts = [
        *reading.doubts,
        *([] if reading.number else [_no_number()]),
        *([] if title else [_no_title()]),
    ]
    return HeadFacts(
        title,
        reading.number,
        reading.day,
        reading.place,
        reading.secret,
        tuple(reading.left),
        (*reading.fates, *fates),
        tuple(doubts),
    )


class _Head:
    def __init__(self) -> None:
        self.number: str | None = None
        self.day: date | None = None
        self.place = self.secret = EMPTY
        self.left: list[Line] = []
        self.fates: list[Fate] = []
        self.doubts: list[Doubt] = []

    def take(self, piece: Traced) -> None:
        """Take number and day out of a piece of a line, then look at what is left of it."""
        if self.number is None and (match := _NUMBER.search(flat(piece.text))):
            self.number = _printed_number(piece, match)
            piece = _cut(piece, match, FateKind.REWRITTEN, f"number: {self.number}", self.fates)
        elif self.number is None and (match := _NO_NUMBER.search(flat(piece.text))):
            piece = _cut(piece, match, FateKind.DROPPED, "số ký hiệu chưa điền", self.fates)
        if self.day is None and (match := _DAY.search(flat(piece.text))):
            self.day, self.place, piece = _read_day(piece, match, self.fates, self.doubts)
        for column in _columns(piece):
            self._rest(column)

    def _rest(self, column: Traced) -> None:
        if SECRET.fullmatch(flat(column.text)) and is_upper(column.text):
            self.secret = column
        if is_upper(column.text):
            self.fates += fates_of(column, FateKind.DROPPED, OFFICE)
        elif not any(map(str.isalnum, column.text)):
            self.fates += fates_of(column, FateKind.DROPPED, RULE)
        else:
            self.left.append(Line(column, Gap.BLANK, whole=True))
            self.doubts.append(_not_understood(column))


def _without_mottoes(text: Traced, fates: list[Fate]) -> list[Traced]:
    pieces = [text]
    for reason, pattern in _DROPPED:
        split: list[Traced] = []
        for piece in pieces:
            end = 0
            for match in pattern.finditer(flat(piece.text)):
                split.append(piece[end : match.start()])
                fates.extend(fates_of(piece[match.start() : match.end()], FateKind.DROPPED, reason))
                end = match.end()
            split.append(piece[end:])
        pieces = split
    return [piece for piece in pieces if piece.strip()]


def _cut(
    text: Traced, match: re.Match[str], kind: FateKind, detail: str, fates: list[Fate]
) -> Traced:
    """The text without the match; a column's gap is left in its place."""
    fates.extend(fates_of(text[match.start() : match.end()], kind, detail))
    return text[: match.start()] + Traced("\t", (NOWHERE,)) + text[match.end() :]


def _printed_number(text: Traced, match: re.Match[str]) -> str:
    """``170 - BC/ĐUK`` and ``12/BC-UBND`` without blanks, letters as printed."""
    words = text.text[match.start("number") : match.end()]
    return re.sub(r"\s+", "", words).replace("–", "-").replace("Ð", "Đ")


def _read_day(
    text: Traced, match: re.Match[str], fates: list[Fate], doubts: list[Doubt]
) -> tuple[date | None, Traced, Traced]:
    """The day, the place before it, and what is left of the line."""
    before = text[: match.start()]
    words = text[match.start() : match.end()]
    found = None
    if match["day"].isdecimal() and match["month"].isdecimal():
        try:
            found = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            doubts.append(
                error(
                    "KHO704",
                    words.start,
                    words.text,
                    f"Ngày ban hành không có trong lịch: “{words.text}”.",
                    "Xem bản in rồi điền date: NĂM-THÁNG-NGÀY; không rõ thì để null.",
                )
            )
    detail = f"date: {found}" if found else "ngày ban hành không đủ, để null"
    kind = FateKind.REWRITTEN if found else FateKind.DROPPED
    rest = _cut(text, match, kind, detail, fates)
    named = _PLACE.search(before.text)
    if named is None:
        return found, EMPTY, rest
    place = before[named.start() : named.end()].strip()
    offset = named.start()
    fates.extend(
        fates_of(
            before[offset + len(place) :].strip(), FateKind.DROPPED, "dấu phẩy sau nơi ban hành"
        )
    )
    return found, place, before[:offset] + rest[match.start() :]


def _columns(text: Traced) -> list[Traced]:
    columns, end = [], 0
    for gap in _COLUMNS.finditer(text.text):
        columns.append(text[end : gap.start()].strip())
        end = gap.end()
    columns.append(text[end:].strip())
    return [column for column in columns if column]


def _title(lines: Sequence[Line]) -> tuple[Traced, list[Fate]]:
    if not lines:
        return EMPTY, []
    first = lines[0].text
    match = KIND.match(flat(first.text))
    end = match.end() if match else 0
    fates = list(fates_of(first[:end], FateKind.DROPPED, "tên loại văn bản"))
    rest = first[end:].strip()
    pieces = [rest] if rest else []
    return join([*pieces, *(line.text for line in lines[1:])]), fates


def _not_understood(piece: Traced) -> Doubt:
    return warning(
        "KHO714",
        piece.start,
        piece.text,
        f"Không hiểu dòng này ở phần đầu: “{piece.text}”; đã để ở đầu nội dung.",
        "Xóa nếu chỉ là vết bẩn khi quét; nếu là ngày, nơi ban hành thì điền vào phần khai báo.",
    )


def _no_number() -> Doubt:
    return warning(
        "KHO714",
        NOWHERE,
        "",
        "Không thấy số ký hiệu (dạng “Số 15-BC/ĐUK”).",
        "Xem bản in rồi điền number; không có thì để null.",
    )


def _no_title() -> Doubt:
    return error(
        "KHO714",
        NOWHERE,
        "",
        "Không thấy trích yếu dưới chữ “BÁO CÁO”.",
        "Điền title theo bản in.",
    )
