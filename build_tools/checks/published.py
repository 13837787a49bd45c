"""What was published stays, or changes in the open: the archive against its ledger.

A published text may change only together with a correction that the page shows (``errata``); a
published report may go only by a withdrawal, whose page stays at its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from build_tools.archive import Archive
from build_tools.ledger import Ledger, Version, Withdrawal
from build_tools.model import Report
from build_tools.problems import Place, Problems
from build_tools.published_text import digest, first_change, marks, told

_ERRATUM: Final = "“errata: - {on: NĂM-THÁNG-NGÀY, what: sửa gì ở đâu, why: vì sao}”"


def check_published(archive: Archive, problems: Problems) -> None:
    """Compare every published report with what the ledger says was published."""
    reports = {report.key: report for report in archive.reports}
    moved = {
        old.rstrip("/"): report
        for report in archive.reports
        for old in report.metadata.old_addresses
    }
    for key, entry in archive.ledger.latest.items():
        report = reports.get(key) or moved.get(key)
        if isinstance(entry, Withdrawal):
            if report is not None and not _reopened(archive.ledger, report, key):
                _came_back(entry, report, problems)
        elif report is None:
            _vanished(archive, entry, problems)
        else:
            _compare(entry, report, problems)


def unrecorded(archive: Archive, on: date, commit: str | None = None) -> Iterator[Version]:
    """Every report as the ledger would record it, where it does not yet stand there so."""
    ledger = archive.ledger
    for report in archive.reports:
        keys = (report.key, *(old.rstrip("/") for old in report.metadata.old_addresses))
        before = next((ledger.versions[key] for key in keys if key in ledger.versions), None)
        lines = told(report)
        text = digest(lines)
        if (
            before is None
            or before.text != text
            or isinstance(ledger.latest[before.report], Withdrawal)
        ):
            number = before.version + 1 if before else 1
            errata = len(report.metadata.errata)
            yield Version(report.key, number, on, text, errata, marks(lines), commit)


def _compare(entry: Version, report: Report, problems: Problems) -> None:
    lines = told(report)
    if digest(lines) == entry.text or len(report.metadata.errata) > entry.errata:
        return
    problems.error(
        "KHO430",
        first_change(entry.marks, lines) or Place(report.path, 1),
        f"Bản đã đăng ngày {entry.on:%d/%m/%Y} bị đổi mà không có lời đính chính; chỗ đổi đầu tiên ở đây.",
        f"Thêm {_ERRATUM} ở phần khai báo, hoặc trả lại như bản đã đăng.",
    )


def _vanished(archive: Archive, entry: Version, problems: Problems) -> None:
    draft = next((one for one in archive.held_back if one.key == entry.report), None)
    problems.error(
        "KHO431",
        draft.metadata.places["draft"] if draft else Place(archive.ledger.path, entry.line),
        f"Báo cáo {entry.report} đã đăng ngày {entry.on:%d/%m/%Y} mà nay không còn trong kho.",
        "Trả tệp lại; đổi chỗ thì ghi địa chỉ cũ vào old_addresses; cần gỡ thì gỡ công khai: "
        f"kho publish --withdraw {entry.report} --why “lý do”.",
    )


def _reopened(ledger: Ledger, report: Report, key: str) -> bool:
    return len(report.metadata.errata) > ledger.versions[key].errata


def _came_back(entry: Withdrawal, report: Report, problems: Problems) -> None:
    problems.error(
        "KHO434",
        report.metadata.places.get("errata") or Place(report.path, 1),
        f"Báo cáo này đã gỡ ngày {entry.on:%d/%m/%Y} (“{entry.why}”) mà nay lại có.",
        f"Xóa tệp; đăng lại thì thêm {_ERRATUM} nói vì sao đăng lại.",
    )
