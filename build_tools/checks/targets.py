"""A result against its target when the sentence tells both: ``31 đảng viên, đạt 19,38% chỉ tiêu (160)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.figures import figures, percents, sentence_at, shown
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

_TARGET: Final = re.compile(
    r"\s*(?:so với\s+)?(?:nghị quyết|chỉ tiêu|kế hoạch|dự toán|mục tiêu)[^,;.()%\d]{0,40}"
    r"(?:năm\s+(?:20\d\d\s*)?)?(?:\(|là\s+)(?:là\s+|giao\s+)?(?=\d)",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(r"\b(?:đạt|bằng)\s+$", re.IGNORECASE)


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
                if start <= one.start < percent.start
                and goal
                and one.unit in {goal.unit, "", "đạt"}
            ]
            if goal is None or not results or goal.amount == 0:
                continue
            if not any(percent.fits(one.amount, goal.amount) for one in results):
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
