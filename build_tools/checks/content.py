"""What an editor should look at in the content, beyond what reading it already found."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.archive import Archive
from build_tools.checks.accepting import Acceptances
from build_tools.checks.conflicts import check_conflicts
from build_tools.checks.finding import Finding
from build_tools.checks.published import check_published
from build_tools.checks.rules import ARCHIVE_RULES, REPORT_RULES
from build_tools.checks.symbols import check_issuers, check_symbols
from build_tools.model import Edition, Report
from build_tools.problems import Problem, Problems, Severity


def check_content(archive: Archive, problems: Problems) -> None:
    """Check every report against the archive; faults go to ``problems``."""
    reports = (*archive.reports, *archive.held_back)
    for report in reports:
        _check_approval(report, problems)
    accepted = Acceptances(reports)
    for finding in _findings(archive, reports):
        if not accepted.silence_finding(finding):
            _record(finding.problem, problems)
    check_published(archive, problems)
    of_citations = Problems()
    check_symbols(archive, of_citations)
    check_issuers(archive, of_citations)
    check_conflicts(archive, of_citations)
    for problem in of_citations:
        if not accepted.silence_problem(problem):
            _record(problem, problems)
    for stale in accepted.stale():
        _record(stale.problem, problems)


def _findings(archive: Archive, reports: tuple[Report, ...]) -> Iterator[Finding]:
    for report in reports:
        for rule in REPORT_RULES:
            yield from rule.find(report)
    for archive_rule in ARCHIVE_RULES:
        yield from archive_rule.find(archive)


def _record(problem: Problem, problems: Problems) -> None:
    record = problems.error if problem.severity is Severity.ERROR else problems.warning
    record(problem.code, problem.place, problem.message, problem.hint, beside=problem.beside)


def _check_approval(report: Report, problems: Problems) -> None:
    """The whole text is published only with somebody's approval; a draft waits for it."""
    metadata = report.metadata
    if metadata.draft:
        problems.warning(
            "KHO406",
            metadata.places["draft"],
            "Bản nháp: xem thử được bằng “kho serve”, chưa đăng lên trang web.",
            "Khi đã đối chiếu xong (toàn văn thì thêm approval), xóa dòng “draft: true”.",
        )
    elif metadata.edition is Edition.FULL and metadata.approval is None:
        problems.error(
            "KHO404",
            metadata.places["edition"],
            "Bản toàn văn (edition: full) chưa có người cho phép đăng.",
            "Điền “approval: {by: …, on: NĂM-THÁNG-NGÀY}”, đăng bản tóm lược (edition: summary), "
            "hoặc giữ làm bản nháp (draft: true).",
        )
