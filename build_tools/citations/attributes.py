"""What stands right after an identifier: its date, its issuer, its term, its title.

Vietnamese papers cite ``số ký hiệu, ngày …, của <cơ quan> (khóa …) về …``; date, issuer
and term may change places, and the issuer is also written ``do <cơ quan> ban hành``. A
phrase belongs to the nearest identifier before it only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.vietnamese import CAPITALS, parse_date

_WINDOW: Final = 400
_TYPE_WORDS: Final = "|".join(kind.name for kind in DOCUMENT_TYPES.values())

_DATE: Final = re.compile(
    r"\s*[,(]?\s*(?:(?:ban hành|đề)\s+)?ngày\s+"
    r"(?P<raw>\d{1,2}\s*[-/.–]\s*\d{1,2}\s*[-/.–]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
    r"(?!\d)\)?"
)
_YEAR: Final = re.compile(r"\s*,?\s*năm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*\d{4})(?!\d)")
_TERM: Final = re.compile(r"\s*,?\s*\(?\s*[Kk]h(?:óa|oá)\s+(?P<term>[IVXL]+)\b\s*\)?")

_MINISTRIES: Final = (
    "Chính trị", "Công an", "Công Thương", "Công thương", "Giáo dục và Đào tạo",
    "Giao thông vận tải", "Kế hoạch và Đầu tư", "Khoa học và Công nghệ",
    "Lao động - Thương binh và Xã hội", "Ngoại giao", "Nội vụ",
    "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Quốc phòng",
    "Tài chính", "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Tư pháp",
    "Văn hóa, Thể thao và Du lịch", "Xây dựng", "Y tế",
)  # fmt: skip
_HEADS: Final = (
    rf"(?:Bộ trưởng\s+)?Bộ\s+(?:{'|'.join(_MINISTRIES)})",
    r"Ban\s+(?:[Cc]hấp hành|[Tt]hường vụ|[Tt]ổ chức|[Tt]uyên giáo|[Dd]ân vận)",
    r"[ỦU][yỷ]\s+ban(?:\s+(?:[Nn]hân dân|[Kk]iểm tra|[Tt]hường vụ))?",
    r"Hội đồng\s+[Nn]hân dân",
    r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Quân)\s+[uủ][yỷ]",
    r"Chính phủ", r"Thủ tướng", r"Quốc hội", r"Chủ tịch(?:\s+nước)?", r"Đảng đoàn", r"Hội đồng",
    r"Thường trực", r"Văn phòng", r"Trung ương", r"Liên đoàn", r"Tổng", r"Sở", r"Ban", r"Bộ",
    r"UBND", r"HĐND", r"BCH", r"BTV",
)  # fmt: skip
_SECOND: Final = (
    "ban|binh|bộ|chiến|chính|chức|dân|đạo|đoàn|đồng|động|giáo|hành|hội|kê|ngoại|nghiệp|niên|phòng|"
    "phủ|quan|quốc|sản|tế|thư|tịch|tra|trận|trị|trực|tướng|ủy|uỷ|ương|vận|viên|vụ"
)
_WORD: Final = (
    rf"(?!(?:Về|Việc|Khóa|Khoá|{_TYPE_WORDS})\b)[{CAPITALS}][^\W\d_]*(?:\s+(?:{_SECOND})\b)?"
)
_GAP: Final = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # an issuer never runs over an empty line
_BODY: Final = (
    rf"(?:{'|'.join(_HEADS)})\b"
    rf"(?:{_GAP}{_WORD}|[^\S\n]*-[^\S\n]*(?=Chính\b|Doanh\b|Đảng\b){_WORD}"
    rf"|{_GAP}(?:các|và){_GAP}(?=Cơ\b|Doanh\b){_WORD}"
    rf"|{_GAP}(?:tỉnh|huyện|thành phố|thị xã|nhân dân)\b)*"
)
_ISSUER: Final = re.compile(
    rf"\s*,?\s*(?:(?:cũng\s+)?của\s+(?P<of>{_BODY})|do\s+(?P<by>{_BODY})\s+ban hành\b)"
)

_QUOTED_TITLE: Final = re.compile(
    r"\s*,?\s*(?:về\s+(?:việc\s+)?)?(?:“(?P<curly>[^”]+)”|\"(?P<straight>[^\"]+)\")"
)
_TITLE: Final = re.compile(r"\s*,?\s*(?P<title>(?:về|Về|việc)\s+[^;.]+)")
_TITLE_ENDS: Final = re.compile(
    rf"\s+(?:và|cùng)\s+(?:{_TYPE_WORDS}|Chuyên đề)\b|,\s+(?:{_TYPE_WORDS})\s+(?:số\b|\d)"
    r"|\s+và\s+\d+\s+năm\s+(?:thực hiện|thi hành)|\s*\((?!\s*(?:khóa|khoá|sửa đổi|Khóa)\b)"
    r"|\s*\[(?=BBT)"
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """The phrases after an identifier; ``date`` is None when the printed day cannot exist."""

    date: date | None = None
    date_raw: str | None = None
    year: int | None = None
    issuer: str | None = None
    term: str | None = None
    title: str | None = None


def read_attributes(text: str, start: int) -> Attributes:
    """Read the phrases that follow an identifier ending at ``start``.

    >>> read_attributes("Chỉ thị số 21-CT/TW, ngày 04/5/2023 của Ban Bí thư về giáo dục", 19).issuer
    'Ban Bí thư'
    """
    rest = text[start : start + _WINDOW]
    raw = year = issuer = term = None
    position, before = 0, -1
    while position != before:
        before = position
        if raw is None and (match := _DATE.match(rest, position)):
            raw, position = match["raw"], match.end()
            year = int(raw[-4:]) if raw[-4:-2] in {"19", "20"} else None
        elif raw is None and year is None and (match := _YEAR.match(rest, position)):
            year, position = int(match["year"]), match.end()
        if issuer is None and (match := _ISSUER.match(rest, position)):
            issuer, position = _one_line(match["of"] or match["by"]), match.end()
        if term is None and (match := _TERM.match(rest, position)):
            term, position = match["term"], match.end()
    day = _read_day(raw) if raw and year else None
    return Attributes(day, raw, year, issuer, term, _read_title(rest, position))


def _read_day(raw: str) -> date | None:
    return parse_date(re.sub(r"\s+(?:tháng|năm)\s+", "/", raw))


def _read_title(rest: str, position: int) -> str | None:
    if match := _QUOTED_TITLE.match(rest, position):
        return _one_line(match["curly"] or match["straight"])
    if match := _TITLE.match(rest, position):
        title = match["title"]
        cut = _TITLE_ENDS.search(title)
        return _one_line(title[: cut.start()] if cut else title).rstrip(" ,")
    return None


def _one_line(words: str) -> str:
    return " ".join(words.split())
