"""What a report of this shape should have and this one has not: a part, an area, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Final

from build_tools.checks.finding import Finding, Spot
from build_tools.checks.parts_of_report import great_parts, is_programme, items_of_part
from build_tools.model import PassageKind, Report, Section
from build_tools.vietnamese import fold

_TO_COME: Final = re.compile(
    r"\b(?:phương hướng|nhiệm vụ|chương trình|kế hoạch)\b[^;]*?\bquý\s+(?P<quarter>IV|I{1,3}|[1-4])\b",
    re.IGNORECASE,
)
_MANY: Final = 5
_COMPARE: Final = "Đối chiếu bản in: có thể mất một phần khi chép; bản in đúng như vậy thì để."


def missing_parts(report: Report) -> Iterator[Finding]:
    """A title that promises the next quarter's programme over a report without one."""
    following = report.metadata.quarter.next
    promised = [
        match
        for match in _TO_COME.finditer(report.metadata.title)
        if match["quarter"] in {following.roman, str(following.number)}
    ]
    parts = great_parts(report)
    if promised and parts and not any(is_programme(report, part) for part in parts):
        yield Finding(
            "KHO223",
            report,
            "title",
            f"Tiêu đề nói đến {promised[-1][0].split()[0].lower()} … quý {following.roman}, mà báo cáo "
            "không có phần ấy.",
            _COMPARE,
        )


def missing_areas(report: Report) -> Iterator[Finding]:
    """An area of work that stands in one part and not in the other, and one that stands twice."""
    parts = [part for part in great_parts(report) if len(_areas(report, part)) >= _MANY]
    for part in parts:
        yield from _twice(report, part)
    for part, other in ((a, b) for pair in combinations(parts, 2) for a, b in (pair, pair[::-1])):
        mine, theirs = _areas(report, part), _areas(report, other)
        missing = {area: item for area, item in theirs.items() if area not in mine}
        if len(missing) != 1 or _has_gap(report, part):
            continue
        ((_, item),) = missing.items()
        if any(one.area is None for one in items_of_part(report, part)):
            continue
        yield Finding(
            "KHO223",
            report,
            _title(part),
            f"Phần {part.number or part.title} không có lĩnh vực “{item.title}”, mà phần "
            f"{other.number or other.title} có (dòng {item.line}).",
            _COMPARE,
        )


def _areas(report: Report, part: Section) -> dict[str, Section]:
    return {item.area: item for item in items_of_part(report, part) if item.area}


def _has_gap(report: Report, part: Section) -> bool:
    """Whether the printed numbers already tell that an item is missing."""
    printed = [item.number or "" for item in items_of_part(report, part)]
    numbers = [int(number) for number in printed if number.isdecimal()]
    return any(after != before + 1 for before, after in pairwise(numbers))


def _twice(report: Report, part: Section) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for item in items_of_part(report, part):
        words = fold(item.title)
        if words in seen:
            yield Finding(
                "KHO223",
                report,
                _title(item),
                f"Đề mục “{item.title}” đã có ở dòng {seen[words].line} trong cùng một phần.",
                "Đối chiếu bản in: có thể chép nhầm tên đề mục.",
            )
        seen.setdefault(words, item)


def empty_sections(report: Report) -> Iterator[Finding]:
    """A heading with nothing below it, neither text nor a smaller heading."""
    for section, following in pairwise((*report.sections, None)):
        if section is None or section.number is None:
            continue
        words = any(one.kind is not PassageKind.HEADING for one in section.passages)
        if not words and (following is None or following.level <= section.level):
            yield Finding(
                "KHO218",
                report,
                _title(section),
                f"Mục “{section.title}” không có nội dung.",
                "Chép nội dung theo bản in; bản in cũng trống thì viết “Không có.” và thêm lời chú [BBT: …].",
            )


def _title(section: Section) -> Spot:
    heading = next(p for p in section.passages if p.kind is PassageKind.HEADING)
    return Spot(heading, 0, len(heading.text))
