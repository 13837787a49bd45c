"""Cumulative figures: not below the quarter's own, and not falling within a year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from build_tools.archive import Archive
from build_tools.checks.figures import Figure, figures
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Passage, PassageKind, Report
from build_tools.vietnamese import fold

_SINCE: Final = re.compile(
    r"(?:l[ũu]y kế|luỹ kế|cộng(?: từ đầu năm)?|nâng (?:tổng số|số)|tính chung|cả năm|từ đầu năm đến nay)"
    r"(?:[^,;.()\d]{0,40}(?:\d{1,2} tháng[^,;.()\d%]{0,24})?)$",
    re.IGNORECASE,
)
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
        text = printed(passage.text)
        found = figures(text)
        for own, since in pairwise(found):
            between = text[own.end : since.start]
            match = _SINCE.search(between)
            if match is None or own.whole or since.whole or re.search(r"[;]|\.\s", between):
                continue
            unit = since.unit if since.unit not in {"", "đạt"} else own.unit
            if own.unit and own.unit == unit:
                yield Told(passage, _issue(text, own), own, since)


def _issue(text: str, own: Figure) -> str:
    """What is counted: the words of the clause before the quarter's figure."""
    start = max(match.end() for match in _CLAUSE.finditer(text, 0, own.start))
    words = _HEDGES.sub(" ", fold(text[start : own.start].rsplit(",", 1)[-1])).split()
    return " ".join(words[-4:])


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
