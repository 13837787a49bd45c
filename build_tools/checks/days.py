"""Days: in the calendar, not after the report, weekdays and anniversaries that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report
from build_tools.printed_days import impossible_days, wrong_anniversaries
from build_tools.reading import latest_day
from build_tools.vietnamese import format_date, parse_date

_AS_PRINTED: Final = "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …]."
_SHORT_DAY: Final = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])", re.IGNORECASE
)
_WEEKDAYS: Final = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "2": 0, "3": 1, "4": 2, "5": 3,
    "6": 4, "7": 5,
}  # fmt: skip
_NAMES: Final = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_WEEKDAY: Final = re.compile(
    r"\b(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))\s*,?\s*\(?(?:ngày\s+)?"
    r"(?P<day>\d{1,2}[/-]\d{1,2}[/-]\d{4})",
    re.IGNORECASE,
)
_FULL_DAY: Final = re.compile(r"(?<![\d/.-])\d{1,2}([/-])\d{1,2}\1\d{4}(?![\d/])")
_FAR_YEARS: Final = 2
_YEAR_OF_FOUNDING: Final = 1930
_DAYS_TO_COME: Final = re.compile(
    r"(?:trước|đến|tới|hạn|chậm nhất|kể từ|từ)\s+(?:ngày\s+)?$", re.IGNORECASE
)


def impossible(report: Report) -> Iterator[Finding]:
    """A printed day that is not in the calendar."""
    for passage in passages(report):
        text = printed(passage.text)
        found = [(m.start(), m.end(), m[0]) for m in impossible_days(text)]
        found += [
            (m.start(), m.end(), m[0])
            for m in _SHORT_DAY.finditer(text)
            if parse_date(f"{m['day']}/{m['month']}/2024") is None
        ]
        cited = [c.mention for c in report.citations if c.passage is passage and c.mention.date_raw]
        for start, end, words in found:
            if not any(words in (mention.date_raw or "") for mention in cited):
                yield Finding(
                    "KHO224",
                    report,
                    Spot(passage, start, end),
                    f"Không có ngày “{words}” trong lịch.",
                    _AS_PRINTED,
                )


def impossible_in_citations(report: Report) -> Iterator[Finding]:
    """A cited document's day that is not in the calendar stays as printed, and is pointed out."""
    for citation in report.citations:
        mention = citation.mention
        if mention.date_raw is not None and mention.date is None:
            text = citation.passage.text
            at = text.find(mention.date_raw, mention.start)
            start = at if at >= 0 else mention.start
            end = at + len(mention.date_raw) if at >= 0 else mention.end
            yield Finding(
                "KHO304",
                report,
                Spot(citation.passage, start, end),
                f"{mention.surface}: không có ngày {mention.date_raw} trong lịch.",
                "Giữ như bản in nếu in đúng như vậy; ngày đúng ghi ở danh mục văn bản.",
            )


def after_the_report(report: Report) -> Iterator[Finding]:
    """A report cannot cite what was issued after it, nor tell of days years ahead."""
    latest = latest_day(report)
    issued = report.metadata.date
    until = (
        f"báo cáo ký ngày {format_date(issued)}"
        if issued
        else f"báo cáo {report.metadata.quarter.label}"
    )
    cited: set[tuple[int, str]] = set()
    for citation in report.citations:
        mention = citation.mention
        if mention.date is None or mention.date_raw is None:
            continue
        cited.add((id(citation.passage), mention.date_raw))
        if mention.date > latest or mention.date.year < _YEAR_OF_FOUNDING:
            at = citation.passage.text.find(mention.date_raw, mention.start)
            when = "sau" if mention.date > latest else "quá xa"
            yield Finding(
                "KHO225",
                report,
                Spot(citation.passage, max(at, mention.start), at + len(mention.date_raw)),
                f"{mention.surface} đề ngày {mention.date_raw}, {when} so với {until}.",
                "Xem lại ngày, nhất là năm, ở bản in; hoặc khóa date của báo cáo.",
            )
    for passage in passages(report):
        text = printed(passage.text)
        for match in _FULL_DAY.finditer(text) if "/" in text or "-" in text else ():
            day = parse_date(match[0])
            if day is None or any(of == id(passage) and match[0] in raw for of, raw in cited):
                continue
            if _is_far(day, latest) and not _DAYS_TO_COME.search(text, 0, match.start()):
                yield Finding(
                    "KHO225",
                    report,
                    Spot(passage, match.start(), match.end()),
                    f"Ngày {match[0]} cách {until} quá xa về sau.",
                    "Xem lại năm ở bản in.",
                )


def _is_far(day: date, latest: date) -> bool:
    return day.year - latest.year >= _FAR_YEARS


def anniversaries(report: Report) -> Iterator[Finding]:
    """The count of years and its two days, as in ``76 năm … (27/7/1947-27/7/2022)``."""
    for passage in passages(report):
        if " năm" not in passage.text:
            continue
        for match, counted in wrong_anniversaries(printed(passage.text)):
            yield Finding(
                "KHO226",
                report,
                Spot(passage, match.start(), match.end()),
                f"Ghi {match['years']} năm nhưng từ {match['first']} đến {match['last']} là {counted} năm.",
                _AS_PRINTED,
            )


def weekdays(report: Report) -> Iterator[Finding]:
    """``thứ hai, ngày 05/9/2023`` was a Tuesday."""
    for passage in passages(report):
        for match in _WEEKDAY.finditer(printed(passage.text)):
            day = parse_date(match["day"])
            told = 6 if match["sunday"] else _WEEKDAYS[match["name"].lower()]
            if day is not None and day.weekday() != told:
                yield Finding(
                    "KHO228",
                    report,
                    Spot(passage, match.start(), match.end()),
                    f"Ngày {match['day']} là {_NAMES[day.weekday()]}.",
                    _AS_PRINTED,
                )
