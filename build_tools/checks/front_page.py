"""The front matter against itself: title, quarter, day, approval, number and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from build_tools.archive import Archive
from build_tools.checks.finding import Finding
from build_tools.model import Report
from build_tools.reading import own_code
from build_tools.vietnamese import format_date, slug

_QUARTER: Final = re.compile(
    r"\bquý\s+(?P<number>IV|I{1,3}|[1-4])\b(?:\s*(?:/|năm)\s*(?P<year>\d{4}))?", re.IGNORECASE
)
_TO_COME: Final = re.compile(
    r"\b(?:phương hướng|nhiệm vụ|chương trình|kế hoạch|công tác trọng tâm)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_RESULTS: Final = re.compile(r"\b(?:tình hình|kết quả|thực hiện|tổng kết|sơ kết)\b", re.IGNORECASE)
_PHRASES: Final = re.compile(r"[,;:]|\bvà\b")
_LATE: Final = timedelta(days=184)


def quarter_in_title(report: Report) -> Iterator[Finding]:
    """A title that names quarters, and neither is the one of the report."""
    own = report.metadata.quarter
    title = report.metadata.title
    told = []
    for match in _QUARTER.finditer(title):
        led = title[: match.start()]
        ahead = _TO_COME.search(led) is not None and not _RESULTS.search(_PHRASES.split(led)[-1])
        told.append((match, ahead))
    wrong = [
        match
        for match, ahead in told
        if match["number"].upper()
        not in ({own.next.roman, str(own.next.number)} if ahead else {own.roman, str(own.number)})
    ]
    if wrong:
        yield Finding(
            "KHO407",
            report,
            "title",
            f"Tiêu đề ghi “{wrong[0][0]}”, mà khóa quarter là {own} ({own.label}).",
            "Xem lại tiêu đề hoặc khóa quarter theo bản in.",
        )


def day_of_report(report: Report) -> Iterator[Finding]:
    """A day of issue before the quarter begins or long after it has ended."""
    issued, quarter = report.metadata.date, report.metadata.quarter
    if issued is None:
        return
    early = issued < quarter.first_day
    if early or issued > quarter.last_day + _LATE:
        yield Finding(
            "KHO408",
            report,
            "date",
            f"Ngày ban hành {format_date(issued)} {'trước khi' if early else 'quá xa sau'} {quarter.label}"
            f"{' bắt đầu' if early else ''}.",
            "Xem lại ngày, nhất là năm, ở bản in; hoặc khóa quarter.",
        )


def approved_before(report: Report) -> Iterator[Finding]:
    """Cleared for the public before it was issued: one of two days is wrong."""
    issued, approval = report.metadata.date, report.metadata.approval
    if issued is not None and approval is not None and approval.on < issued:
        yield Finding(
            "KHO409",
            report,
            "approval",
            f"Cho phép đăng ngày {format_date(approval.on)}, trước ngày ban hành {format_date(issued)}.",
            "Xem lại ngày ở approval và ở date.",
        )


def number_of_another(archive: Archive) -> Iterator[Finding]:
    """``08-BC/ĐUKCQ`` under an issuer whose code is ĐUKDN."""
    registry = archive.registry
    for report in (*archive.reports, *archive.held_back):
        issuer = registry.issuers.get(report.metadata.issuer)
        code = own_code(report)
        if issuer is None or issuer.code is None or code is None or code == slug(issuer.code):
            continue
        whose = next(
            (one for one in registry.issuers.values() if one.code and slug(one.code) == code), None
        )
        if whose is not None:
            yield Finding(
                "KHO414",
                report,
                "number",
                f"Số {report.metadata.number} mang ký hiệu của {whose.name}, mà khóa issuer là "
                f"{issuer.id} ({issuer.code}).",
                "Xem lại số ký hiệu và khóa issuer theo bản in.",
            )
