"""A result against its target when the sentence tells both: ``31 đảng viên, đạt 19,38% chỉ tiêu (160)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.figures import Figure, figures, percents, sentence_at, shown
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

_TARGET: Final = re.compile(
    r"\s*(?:so với\s+)?(?:nghị quyết|chỉ tiêu|kế hoạch|dự toán|mục tiêu)[^,;.()%\d]{0,40}"
    r"(?:năm\s+(?:20\d\d\s*)?)?(?:\(|là\s+)(?:là\s+|giao\s+)?(?=\d)",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(r"\b(?:đạt|bằng)\s+$", re.IGNORECASE)


_GROWTH: Final = re.compile(
    r"\s*(?:so với|so\b|nghị quyết|chỉ tiêu|kế hoạch|dự toán|mục tiêu)[^;.()%]{0,50}?\(\s*(?:là\s+|đạt\s+|có\s+)?"
    r"(?=\d)",
    re.IGNORECASE,
)
_GROWN: Final = re.compile(
    r"\b(?P<way>tăng|giảm|vượt|thiếu|hụt)\s+(?:thêm\s+|khoảng\s+|gần\s+|hơn\s+)?$", re.IGNORECASE
)


def _same_thing(one: Figure, goal: Figure) -> bool:
    """Whether both count the same: ``261 ha rừng`` and ``240 ha``; a figure without a unit may."""
    if one.unit in {goal.unit, "", "đạt"}:
        return True
    return bool(goal.unit) and one.unit.split()[0] == goal.unit.split()[0]


def grown_by(report: Report) -> Iterator[Finding]:
    """``540 triệu đồng, tăng 18% so với cùng kỳ (500 triệu đồng)``."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text or "(" not in text:
            continue
        for percent in percents(text):
            based = _GROWTH.match(text, percent.end)
            way = _GROWN.search(text, max(0, percent.start - 24), percent.start)
            if based is None or way is None or "khoảng" in way[0] or "gần" in way[0]:
                continue
            base = next((one for one in figures(text) if one.start == based.end()), None)
            start, _ = sentence_at(text, percent.start)
            results = [
                one
                for one in figures(text)
                if start <= one.start < percent.start and base and _same_thing(one, base)
            ]
            if base is None or not results or base.amount == 0:
                continue
            sign = 1 if way["way"].lower() in {"tăng", "vượt"} else -1
            if not any(
                percent.fits(sign * (one.amount - base.amount), base.amount) for one in results
            ):
                last = results[-1]
                exact = round((last.amount - base.amount) * 100 / base.amount, 2)
                yield Finding(
                    "KHO235",
                    report,
                    Spot(passage, percent.start, percent.end),
                    f"{text[last.start : last.end]} so với {text[base.start : base.end]} là "
                    f"{'tăng' if exact >= 0 else 'giảm'} {shown(abs(exact))}%, ở đây ghi "
                    f"{way['way'].lower()} {text[percent.start : percent.end]}.",
                    "Tính lại và đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
                )


def target_reached(report: Report) -> Iterator[Finding]:
    """The percentage of a target is not what result and target give."""
    for passage in passages(report):
        text = printed(passage.text)
        if "%" not in text:
            continue
        for percent in percents(text):
            target = _TARGET.match(text, percent.end)
            if target is None or not _REACHED.search(text, 0, percent.start):
                continue
            goal = next((one for one in figures(text) if one.start == target.end()), None)
            start, _ = sentence_at(text, percent.start)
            results = [
                one
                for one in figures(text)
                if start <= one.start < percent.start and goal and _same_thing(one, goal)
            ]
            if goal is None or not results or goal.amount == 0:
                continue
            nearest = [
                one for one in figures(text) if start <= one.start and one.end <= percent.start
            ]
            if not any(percent.fits(one.amount, goal.amount) for one in (*results, nearest[-1])):
                last = results[-1]
                exact = round(last.amount * 100 / goal.amount, 2)
                yield Finding(
                    "KHO235",
                    report,
                    Spot(passage, percent.start, percent.end),
                    f"{text[last.start : last.end]} trên {text[goal.start : goal.end]} là {shown(exact)}%, "
                    f"ở đây ghi {text[percent.start : percent.end]}.",
                    "Tính lại và đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
                )
