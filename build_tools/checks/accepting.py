"""Findings an editor has accepted: kept out of the list, with their reason in the report.

An entry of the key ``accepted`` silences the warnings of its code whose sentence holds its
words. An error is never silenced, but for those of the gates: there the entry names who
cleared it and when, and holds the very words it clears. An entry that silences nothing is
itself a warning, so that old reasons do not lie about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from build_tools.checks.figures import sentence_at
from build_tools.checks.finding import Finding, Spot
from build_tools.checks.gates import GATES
from build_tools.model import Report
from build_tools.problems import Problem, Severity

_BLANKS: Final = re.compile(r"\s+")


class Acceptances:
    """What editors have accepted in some reports, and which entries were needed."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.path: report for report in reports}
        self._used: set[tuple[str, int]] = set()

    def silence_finding(self, finding: Finding) -> bool:
        """Whether a finding stays unsaid: accepted, or answered by a visible note beside it."""
        if finding.code in GATES:
            return self._cleared(finding)
        if finding.severity is Severity.ERROR:
            return False
        if not isinstance(finding.at, Spot):
            return self.silence_problem(finding.problem)
        text = finding.at.passage.text
        start, end = sentence_at(text, finding.at.start)
        if "[BBT:" in text[start : end + 6]:
            return True
        return self._accepts(finding.report.path, finding.code, text[start:end])

    def silence_problem(self, problem: Problem) -> bool:
        """Whether a problem that knows only its line stays unsaid."""
        if problem.severity is Severity.ERROR:
            return False
        words = f"{problem.place.source or ''} {problem.message}"
        return self._accepts(problem.place.path, problem.code, words)

    def stale(self) -> Iterator[Finding]:
        """Entries that silenced nothing."""
        for path, report in self._reports.items():
            for at, entry in enumerate(report.metadata.accepted):
                if (path, at) in self._used:
                    continue
                if entry.code in GATES and not (entry.by and entry.on):
                    yield Finding(
                        "KHO290",
                        report,
                        "accepted",
                        f"Mục accepted {entry.code} (“{entry.near}”) chưa ghi ai cho phép và ngày nào.",
                        "Thêm by: … và on: NĂM-THÁNG-NGÀY; các mã KHO420 đến KHO424 cần cả hai.",
                    )
                else:
                    yield Finding(
                        "KHO290",
                        report,
                        "accepted",
                        f"Mục accepted {entry.code} (“{entry.near}”) không còn ứng với cảnh báo nào.",
                        "Xóa mục ấy; nếu câu đã đổi chữ thì sửa near cho khớp. Lỗi (không phải "
                        "cảnh báo) thì phải sửa, không bỏ qua được.",
                    )

    def _cleared(self, finding: Finding) -> bool:
        """Whether a person answers for a gate's finding, by name and day and for these words."""
        words = _plain(finding.words)
        matching = {
            (finding.report.path, at)
            for at, entry in enumerate(finding.report.metadata.accepted)
            if entry.code == finding.code and entry.by and entry.on and words in _plain(entry.near)
        }
        self._used |= matching
        return bool(matching)

    def _accepts(self, path: str, code: str, words: str) -> bool:
        report = self._reports.get(path)
        if report is None:
            return False
        matching = {
            (path, at)
            for at, entry in enumerate(report.metadata.accepted)
            if entry.code == code and _plain(entry.near) in _plain(words)
        }
        self._used |= matching
        return bool(matching)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()
