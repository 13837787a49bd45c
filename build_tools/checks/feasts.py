"""Anniversaries of days everybody knows: the count of years against the year of the report.

``kỷ niệm 94 năm Ngày thành lập Đảng`` belongs in 2024. Where the two days are printed beside it,
``days.anniversaries`` counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

#: the year of the event, and the words it is told with (after “ngày”, where that is said)
_EVENTS: Final = (
    (1886, r"quốc tế lao động"),
    (1890, r"sinh (?:nhật )?(?:của )?(?:chủ tịch )?(?:hồ chí minh|chủ tịch hồ chí minh|bác hồ|bác)(?!\w)"),
    (1910, r"quốc tế phụ nữ"),
    (1911, r"(?:bác hồ|chủ tịch hồ chí minh|bác) (?:ra đi )?tìm đường cứu nước|ra đi tìm đường cứu nước"),
    (1925, r"báo chí cách mạng"),
    (1929, r"thành lập (?:tổ chức )?công đoàn việt nam"),
    (1930, r"thành lập đảng(?! (?:bộ|ủy|đoàn|viên))"),
    (1930, r"thành lập (?:hội liên hiệp )?phụ nữ việt nam|thành lập hội liên hiệp phụ nữ"),
    (1930, r"thành lập hội nông dân"),
    (1930, r"(?:thành lập|truyền thống) mặt trận (?:tổ quốc|dân tộc thống nhất)"),
    (1930, r"truyền thống ngành tuyên giáo|truyền thống (?:công tác )?dân vận|truyền thống ngành tổ chức xây dựng đảng"),
    (1930, r"truyền thống văn phòng cấp ủy|xô viết nghệ tĩnh"),
    (1931, r"thành lập đoàn(?: thanh niên| tncs)?(?! (?:khối|tỉnh|xã|cơ|huyện))"),
    (1940, r"nam kỳ khởi nghĩa|khởi nghĩa nam kỳ"),
    (1941, r"truyền thống người cao tuổi|thành lập đội thiếu niên"),
    (1944, r"thành lập quân đội(?: nhân dân)?"),
    (1945, r"quốc khánh|cách mạng tháng (?:tám|8)|truyền thống công an nhân dân"),
    (1946, r"toàn quốc kháng chiến"),
    (1947, r"thương binh"),
    (1948, r"truyền thống ngành kiểm tra"),
    (1954, r"chiến thắng (?:lịch sử )?điện biên phủ(?! trên không)"),
    (1955, r"thầy thuốc việt nam"),
    (1959, r"truyền thống bộ đội biên phòng"),
    (1975, r"giải phóng (?:hoàn toàn )?miền nam|thống nhất đất nước"),
    (1982, r"nhà giáo việt nam"),
    (1989, r"thành lập hội cựu chiến binh|quốc phòng toàn dân"),
    (2004, r"doanh nhân việt nam"),
)  # fmt: skip
_COUNTED: Final = re.compile(
    r"(?<![\d.,/])(?P<years>\d{2,3})\s+năm\s+(?P<of>[^.;()\d“”]{0,60})"
    r"|\blần thứ\s+(?P<times>\d{2,3})\s+(?P<day>[^.;()\d“”]{0,60})",
    re.IGNORECASE,
)
_KNOWN: Final = tuple(
    (year, re.compile(rf"(?:(?:kỷ niệm|lễ|ngày|của)\s+)*(?:{words})", re.IGNORECASE))
    for year, words in _EVENTS
)
_INTERVAL: Final = re.compile(r"[^().;]{0,80}\([^()]*\d{4}\s*[-–][^()]*\d{4}[^()]*\)")
_YEAR: Final = re.compile(r"(?<![\d/.\-–])(?:năm\s+)?(?P<year>20\d\d)(?![\d\-–])")
_LAST_QUARTER: Final = 4
_REACH: Final = 80


def known_anniversaries(report: Report) -> Iterator[Finding]:
    """``kỷ niệm 94 năm Ngày thành lập Đảng`` in a report of 2023: it was the 93rd."""
    for passage in passages(report):
        text = printed(passage.text)
        if " năm " not in text and "lần thứ" not in text:
            continue
        for match in _COUNTED.finditer(text):
            told = match["of"] or match["day"] or ""
            since = next((year for year, event in _KNOWN if event.match(told)), None)
            if (
                since is None
                or since > report.metadata.quarter.year
                or _INTERVAL.match(text, match.end("years") if match["years"] else match.end())
            ):
                continue
            years = int(match["years"] or match["times"])
            if since + years not in _years_meant(report, text, match):
                yield _finding(report, Spot(passage, match.start(), match.end()), years, since)


def _years_meant(report: Report, text: str, match: re.Match[str]) -> set[int]:
    """The years the feast can fall in: the report's, the next at its end, and those told beside it."""
    quarter = report.metadata.quarter
    around = text[max(0, match.start() - _REACH) : match.end() + _REACH]
    told = {int(one["year"]) for one in _YEAR.finditer(around)}
    days = {int(day[-4:]) for day in re.findall(r"\d{1,2}[/-]\d{1,2}[/-]20\d\d", around)}
    turn = {quarter.year + 1} if quarter.number == _LAST_QUARTER else set()
    return {quarter.year} | turn | told | days


def _finding(report: Report, spot: Spot, years: int, since: int) -> Finding:
    year = report.metadata.quarter.year
    return Finding(
        "KHO226",
        report,
        Spot(spot.passage, spot.start, min(spot.end, spot.start + 40)),
        f"Ghi {years} năm, nhưng từ {since} đến {year} là {year - since} năm.",
        "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
    )
