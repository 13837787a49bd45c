"""Cumulative figures: not below the quarter's own, and not falling within a year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from build_tools.archive import Archive
from build_tools.checks.figures import Figure, figures, spoken
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Passage, PassageKind, Report
from build_tools.vietnamese import fold

_SINCE: Final = re.compile(
    r"\b(?:l[ũu]y kế|luỹ kế|cộng dồn|(?<!tổng )cộng(?: từ đầu năm)?|nâng (?:tổng số|số)|tính chung|cả năm|"
    r"(?:tính )?từ đầu năm đến nay|(?P<months>(?:6|9|12) tháng(?: đầu năm)?(?! cuối năm)))\b(?:\s+(?:đến nay|từ đầu năm))?(?P<led>[^,;.()\d]{0,40}"
    r"(?:\d{1,2} tháng[^,;.()\d%]{0,24})?)(?=\d)",
    re.IGNORECASE,
)
_OTHER_COUNT: Final = re.compile(
    r"\b(?:tồn|tồn đọng|còn lại|nhiệm kỳ|năm trước|cùng kỳ)\b", re.IGNORECASE
)
_OF_QUARTER: Final = re.compile(
    r"\bquý(?:\s+[IV]+(?:/\d{4})?)?(?:\s+[^\W\d_]+){0,8}\s+$", re.IGNORECASE
)
_OPENS: Final = re.compile(r"[;+(]|\.\s|:\s")
_ENDS: Final = re.compile(r"[;()]|\.\s|\.$|\bđạt\b|\bbằng\b|\btăng\b|\bgiảm\b")
_FAR_APART: Final = 200
_CLAUSE: Final = re.compile(r"[;:+(]|\.\s|^", re.MULTILINE)
_HEDGES: Final = re.compile(
    r"\b(?:dat|uoc|tren|hon|la|duoc|khoang|gan|quy|moi|trong|co|nam|tong|them|i|ii|iii|iv|so|da)\b|[^a-z ]"
)
_LEAST_WORDS: Final = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the quarter with the cumulative one that follows it."""

    passage: Passage
    issue: str
    own: Figure
    since: Figure


def _told(report: Report) -> Iterator[Told]:
    for passage in passages(report):
        if passage.kind in {PassageKind.TABLE, PassageKind.HEADING}:
            continue
        for own, since in _told_in(printed(passage.text)):
            yield Told(passage, _issue(passage.text, own), own, since)


@lru_cache(maxsize=8192)
def _told_in(text: str) -> tuple[tuple[Figure, Figure], ...]:
    found: list[tuple[Figure, Figure]] = []
    for match in _SINCE.finditer(text):
        if _OTHER_COUNT.search(match[0]):
            continue
        own, since = _before(text, match.start()), _after(text, match.end())
        if match["months"] and not (own and _OF_QUARTER.search(text, 0, own[0].start)):
            continue
        found += _paired(own, since)
    return tuple(found)


def _before(text: str, at: int) -> list[Figure]:
    """The quarter's own figures: those of the clause before, a semicolon between or not."""
    end = len(text[:at].rstrip(" ;,"))
    start = max((match.end() for match in _OPENS.finditer(text, 0, end)), default=0)
    return [one for one in figures(text) if start <= one.start < end and not one.whole]


def _after(text: str, at: int) -> list[Figure]:
    """The figures told since the year began, up to the end of their clause."""
    stop = _ENDS.search(text, at)
    end = stop.start() if stop else len(text)
    return [one for one in figures(text) if at <= one.start < end and not one.whole]


def _paired(own: list[Figure], since: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Figures that count the same: unit for unit, in the order of both clauses."""
    if own and len(since) == 1 and since[0].unit in {"", "đạt", own[-1].unit}:
        if own[-1].unit:
            yield own[-1], since[0]
        return
    for unit in dict.fromkeys(one.unit for one in since if one.unit):
        ours = [one for one in own if one.unit == unit]
        theirs = [one for one in since if one.unit == unit]
        if len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)


def _issue(text: str, own: Figure) -> str:
    """What is counted: the words before the quarter's figure, or before the one it follows."""
    start = max(match.end() for match in _CLAUSE.finditer(text, 0, own.start))
    for piece in reversed(text[start : own.start].split(",")):
        words = _HEDGES.sub(" ", fold(piece)).split()
        if words:
            return " ".join(words[-4:])
    return ""


def out_of_scale(report: Report) -> Iterator[Finding]:
    """``quý II 2.565 triệu đồng; lũy kế 4.705 tỷ đồng``: one of the units is wrong."""
    for told in _told(report):
        if told.own.is_money and told.own.amount * _FAR_APART < told.since.amount:
            text = told.passage.text
            yield Finding(
                "KHO238",
                report,
                Spot(told.passage, told.own.start, told.own.end),
                f"Quý {spoken(text, told.own)}, lũy kế {spoken(text, told.since)}: gấp hơn {_FAR_APART} lần, "
                "có lẽ sai đơn vị.",
                "Đối chiếu đơn vị với bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
            )


def below_own_quarter(report: Report) -> Iterator[Finding]:
    """``10.213 tỷ đồng, lũy kế 9 tháng 8.581 tỷ đồng``."""
    for told in _told(report):
        if told.own.amount > told.since.amount:
            text = told.passage.text
            yield Finding(
                "KHO237",
                report,
                Spot(told.passage, told.since.start, told.since.end),
                f"Số lũy kế {text[told.since.start : told.since.end]} nhỏ hơn số của quý "
                f"{text[told.own.start : told.own.end]}.",
                "Đối chiếu hai con số và đơn vị với bản in.",
            )


def falling_in_a_year(archive: Archive) -> Iterator[Finding]:
    """The same figure since the year began, smaller than a quarter before."""
    for reports in archive.by_issuer.values():
        before: dict[tuple[int, str, str], tuple[Report, Told]] = {}
        for report in reports:
            counted: dict[tuple[int, str, str], list[Told]] = defaultdict(list)
            for told in _told(report):
                if len(told.issue.split()) >= _LEAST_WORDS:
                    key = (report.metadata.quarter.year, told.issue, told.own.unit)
                    counted[key].append(told)
            for key, tellings in counted.items():
                if len({told.since.amount for told in tellings}) != 1:
                    continue
                told = tellings[0]
                earlier = before.get(key)
                if (
                    earlier
                    and earlier[0].metadata.quarter < report.metadata.quarter
                    and told.since.amount < earlier[1].since.amount
                ):
                    yield _falling(report, told, *earlier)
                before[key] = (report, told)


def _falling(report: Report, told: Told, other: Report, earlier: Told) -> Finding:
    then = earlier.passage.text[earlier.since.start : earlier.since.end]
    now = told.passage.text[told.since.start : told.since.end]
    return Finding(
        "KHO410",
        report,
        Spot(told.passage, told.since.start, told.since.end),
        f"Số lũy kế {now} nhỏ hơn {then} của {other.metadata.quarter.label} ({other.path}, dòng "
        f"{earlier.passage.line}).",
        "Đối chiếu cả hai báo cáo với bản in.",
    )
