"""What stands right after an identifier: its date, its issuer, its term, its title.

Vietnamese papers cite in a fixed order, ``số ký hiệu, ngày …, của <cơ quan> (khóa …)
về …``; a phrase belongs to the nearest identifier before it only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from build_tools.vietnamese import parse_date

_WINDOW: Final = 400
_DATE: Final = re.compile(
    r"\s*,?\s*(?:ban hành\s+)?(?:đề\s+)?ngày\s+(?P<raw>\d{1,2}\s*[-/.–]\s*\d{1,2}\s*[-/.–]\s*\d{4})"
)
_LONG_DATE: Final = re.compile(
    r"\s*,?\s*ngày\s+(?P<raw>(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))"
)
_YEAR: Final = re.compile(r"\s*,?\s*năm\s+(\d{4})(?!\s*[-–]\s*\d{4})(?!\d)")
_ISSUER: Final = re.compile(
    r"\s*,?\s*của\s+(?P<issuer>(?:Ban|Bộ|Chính phủ|Thủ tướng|Tỉnh ủy|Thành ủy|Đảng ủy|Huyện ủy|"
    r"Đảng đoàn|Quốc hội|Ủy ban|Ủy\s+ban|Hội đồng|Văn phòng|Trung ương|UBND|HĐND|BCH|BTV)"
    r"(?:[^\S\n]+(?!về\b|việc\b|khóa\b|tại\b|đối\b|trong\b|và\b|nhiệm kỳ\b|tiếp tục\b|ngày\b|quy định\b)"
    r"(?:[A-ZĐÀ-Ỵ][^\s,;.()“”\"]*|hành|thường|vụ|ương|tỉnh|dân|cấp|ủy|các|nhân|tổ|chức|kiểm|tra|"
    r"phủ|trị|thư|Đảng|-))*)"
)
_TERM: Final = re.compile(r"\s*,?\s*\(?\s*[Kk]h[óo][áa]?\s+(?P<term>[IVXL]+)\b\s*\)?")
_TITLE: Final = re.compile(r"\s*,?\s*(?P<title>(?:về|Về|việc)\s+[^;.]+|[“\"][^”\"]+[”\"])")
_NEXT: Final = re.compile(
    r"\s+và\s+(?:Nghị quyết|Chỉ thị|Kết luận|Quy định|Quyết định|Hướng dẫn|Kế hoạch|Thông báo|Công văn)\b"
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
    day, raw, year, position = _read_date(rest)
    if raw is None and (match := _YEAR.match(rest)):
        year, position = int(match[1]), match.end()
    issuer = term = title = None
    if match := _ISSUER.match(rest, position):
        issuer, position = match["issuer"].rstrip(" -"), match.end()
    if match := _TERM.match(rest, position):
        term, position = match["term"], match.end()
    if match := _TITLE.match(rest, position):
        title = _until_next(match["title"])
    return Attributes(day, raw, year, issuer, term, title)


def _read_date(rest: str) -> tuple[date | None, str | None, int | None, int]:
    if match := _DATE.match(rest):
        raw = match["raw"]
        day = parse_date(raw)
        return day, raw, day.year if day else int(raw[-4:]), match.end()
    if match := _LONG_DATE.match(rest):
        day = parse_date(f"{match[2]}/{match[3]}/{match[4]}")
        return day, match["raw"], int(match[4]), match.end()
    return None, None, None, 0


def _until_next(title: str) -> str:
    cut = _NEXT.search(title)
    return (title[: cut.start()] if cut else title).rstrip(" ,")
