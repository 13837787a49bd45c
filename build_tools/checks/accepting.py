"""Findings an editor has accepted: kept out of the list, with their reason in the report.

An entry of the key ``accepted`` silences one warning of its code whose sentence holds its
words. An error is never silenced. An entry that silences nothing is itself a warning, so
that old reasons do not lie about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.checks.figures import sentence_at
from build_tools.checks.finding import Finding, Spot
from build_tools.model import Accepted, Report
from build_tools.problems import Severity

_BLANKS = re.compile(r"\s+")


def without_accepted(findings: Iterable[Finding], reports: Iterable[Report]) -> Iterator[Finding]:
    """Findings that nobody has accepted or answered by a visible note, and stale acceptances."""
    used: dict[str, set[int]] = defaultdict(set)
    for finding in findings:
        if finding.severity is Severity.ERROR:
            yield finding
            continue
        if _is_answered(finding):
            continue
        matching = [
            at
            for at, entry in enumerate(finding.report.metadata.accepted)
            if entry.code == finding.code and _is_near(entry, finding)
        ]
        if matching:
            used[finding.report.address].update(matching)
        else:
            yield finding
    for report in reports:
        for at, entry in enumerate(report.metadata.accepted):
            if at not in used[report.address]:
                yield _stale(report, entry)


def _is_answered(finding: Finding) -> bool:
    """Whether the archive's editors have put a visible note ``[BBT: …]`` in this sentence."""
    if not isinstance(finding.at, Spot):
        return False
    text = finding.at.passage.text
    if "[BBT:" not in text:
        return False
    start, end = sentence_at(text, finding.at.start)
    return "[BBT:" in text[start : end + 6]


def _is_near(entry: Accepted, finding: Finding) -> bool:
    if isinstance(finding.at, Spot):
        text = finding.at.passage.text
        start, end = sentence_at(text, finding.at.start)
        return _plain(entry.near) in _plain(text[start:end])
    line = finding.place.source or ""
    return _plain(entry.near) in _plain(f"{line} {finding.message}")


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()


def _stale(report: Report, entry: Accepted) -> Finding:
    return Finding(
        "KHO290",
        report,
        "accepted",
        f"Mục accepted {entry.code} (“{entry.near}”) không còn ứng với cảnh báo nào.",
        "Xóa mục ấy; nếu câu đã đổi chữ thì sửa near cho khớp. Lỗi (không phải cảnh báo) thì phải sửa, "
        "không bỏ qua được.",
    )
