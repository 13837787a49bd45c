"""Things told as done on a day that comes after the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from build_tools.checks.figures import sentence_at
from build_tools.checks.finding import Finding, Spot, printed
from build_tools.checks.note_sums import carriers
from build_tools.checks.parts_of_report import is_programme
from build_tools.model import Passage, PassageKind, Report
from build_tools.vietnamese import format_date, parse_date

_DAY: Final = re.compile(
    r"(?<![\d/.\-–])(?P<day>\d{1,2})(?P<sign>[/-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})(?![\d/])"
    r"|\bngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"
    r"|\btháng\s+(?P<mon>\d{1,2})(?:/|\s+năm\s+)(?P<yr>\d{4})"
    r"|\bngày\s+(?P<only>\d{1,2}/\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_MAY_HOLD_DAYS: Final = re.compile(r"\d[/-]\d|tháng \d")
_DONE: Final = re.compile(r"\bđã\b", re.IGNORECASE)
_TO_COME: Final = re.compile(
    r"\b(?:dự kiến|sẽ|chuẩn bị|dự định|phấn đấu|thời hạn|hạn|hiệu lực|áp dụng|kể từ|từ ngày|đến (?:hết|ngày)|"
    r"hết ngày|trước ngày|chậm nhất|sắp|sắp tới|lịch|kế hoạch (?:tổ chức|mở)|theo kế hoạch|chủ trương|phê duyệt|"
    r"đăng ký|chào mừng|kỷ niệm|hướng tới|tiến tới|nhân dịp|lùi|hoãn|tới đây|vào dịp|giao|yêu cầu|thông báo|"
    r"triệu tập|ấn định|thống nhất chọn|khi|mời|bán|đặt)\b",
    re.IGNORECASE,
)
_BEFORE_LIMIT: Final = re.compile(
    r"(?:trước|đến|tới|từ|cho đến)\s+(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE
)


def done_after_the_report(report: Report) -> Iterator[Finding]:
    """``Ngày 25/3/2022, Đảng ủy đã họp`` in a report signed on 18/3/2022."""
    issued = report.metadata.date
    if issued is None:
        return
    cited = {
        (id(citation.passage), citation.mention.date)
        for citation in report.citations
        if citation.mention.date is not None
    }
    for passage in _of_results(report):
        text = printed(passage.text)
        if not _MAY_HOLD_DAYS.search(text):
            continue
        for match in _DAY.finditer(text):
            day = _day(match, issued)
            if day is None or day <= issued or day.year - issued.year > 1:
                continue
            start, end = sentence_at(text, match.start())
            sentence = text[start:end]
            if (id(passage), day) in cited or _TO_COME.search(sentence):
                continue
            if _BEFORE_LIMIT.search(text, start, match.start()):
                continue
            if (match["only"] or match["mon"]) and not _DONE.search(sentence):
                continue
            yield Finding(
                "KHO225",
                report,
                Spot(passage, match.start(), match.end()),
                f"Việc {'tháng ' + match['mon'] + '/' + match['yr'] if match['mon'] else 'ngày ' + format_date(day)} kể như đã làm, mà báo cáo ký ngày {format_date(issued)}.",
                "Xem lại ngày ở bản in, hoặc khóa date của báo cáo.",
            )


def _day(match: re.Match[str], issued: date) -> date | None:
    if match["year"]:
        return parse_date(f"{match['day']}/{match['month']}/{match['year']}")
    if match["y"]:
        return parse_date(f"{match['d']}/{match['m']}/{match['y']}")
    if match["yr"]:
        return parse_date(f"01/{match['mon']}/{match['yr']}")
    return parse_date(f"{match['only']}/{issued.year}")


def _of_results(report: Report) -> Iterator[Passage]:
    """The text outside the programme for the next quarter, with the notes of that text."""
    told = {
        id(passage): passage
        for section in report.sections
        if not is_programme(report, section)
        for passage in section.passages
        if passage.kind not in {PassageKind.HEADING, PassageKind.TABLE}
    }
    yield from told.values()
    for note, passage, _ in carriers(report):
        if id(passage) in told:
            yield from note.passages
