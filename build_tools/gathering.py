"""Everything below the content folder gathered into one ``Archive``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from build_tools.archive import Archive
from build_tools.beside import files_beside
from build_tools.citations.learning import learn
from build_tools.citations.report_order import order_of
from build_tools.citations.resolve import read_paper
from build_tools.files import read_text
from build_tools.ledger import FILE as LEDGER
from build_tools.ledger import Ledger, read_ledger
from build_tools.model import Report
from build_tools.problems import Place, Problems
from build_tools.reading import ReportFile, latest_day, own_code, read_report
from build_tools.registry.reader import FOLDER, read_registry
from build_tools.registry.registry import Registry


def read_archive(content: Path, shown: Path, problems: Problems, *, drafts: bool = True) -> Archive:
    """Read registry and reports below ``content``; what is faulty is reported and left out.

    ``shown`` is the path of ``content`` as messages name it, e.g. ``content``. Drafts are
    always read, so that their faults are seen; without ``drafts`` they are held back.
    """
    registry = read_registry(content, shown, problems)
    files = tuple(_report_files(content, shown, problems))
    read = [report for file in files if (report := read_report(file, registry, problems))]
    read.sort(key=lambda report: (report.metadata.quarter, report.metadata.issuer, report.key))
    if not files and not problems.has_errors:
        problems.error(
            "KHO606",
            Place(shown.as_posix()),
            "Chưa có báo cáo nào.",
            "Thêm tệp <năm>/q<quý>/<số-ký-hiệu>.md vào thư mục nội dung.",
        )
    held_back = () if drafts else tuple(report for report in read if report.metadata.draft)
    reports = tuple(report for report in read if drafts or not report.metadata.draft)
    ledger = _ledger(content, shown, problems)
    archive = replace(
        connect(reports, registry, held_back), ledger=ledger, beside=files_beside(content)
    )
    _check_redirects(archive, problems)
    return archive


def connect(
    reports: tuple[Report, ...], registry: Registry, held_back: tuple[Report, ...] = ()
) -> Archive:
    """The archive of these reports, with every citation resolved over all of them."""
    papers = [
        read_paper(
            [citation.mention for citation in report.citations],
            registry,
            latest_day(report),
            own=own_code(report),
            order=order_of(report),
        )
        for report in reports
    ]
    learnt = learn(papers, registry)
    resolutions = dict(zip((report.key for report in reports), learnt.resolutions, strict=True))
    return Archive(learnt.registry, reports, resolutions, held_back, learnt.less)


def _ledger(content: Path, shown: Path, problems: Problems) -> Ledger:
    """What was published before; an archive that has published nothing has no such file."""
    path = content / LEDGER
    name = (shown / LEDGER).as_posix()
    text = read_text(path, name, problems) if path.exists() else None
    return read_ledger(text or "", name, problems)


def _report_files(content: Path, shown: Path, problems: Problems) -> Iterable[ReportFile]:
    root = content.resolve()
    for path in sorted(content.rglob("*.md")):
        relative = path.relative_to(content)
        if relative.parts[0] == FOLDER or path.name == "README.md":
            continue
        name = (shown / relative).as_posix()
        if not path.resolve().is_relative_to(root):
            problems.error(
                "KHO607",
                Place(name),
                "Tệp là liên kết trỏ ra ngoài thư mục nội dung.",
                "Chép tệp thật vào đây thay cho liên kết.",
            )
            continue
        yield ReportFile(path, name, relative.as_posix())


def _check_redirects(archive: Archive, problems: Problems) -> None:
    owners = {report.address: report for report in archive.reports}
    for report in archive.reports:
        for old in report.metadata.old_addresses:
            other = owners.setdefault(old, report)
            if other is not report or old == report.address:
                problems.error(
                    "KHO403",
                    report.metadata.places["old_addresses"],
                    f"Địa chỉ cũ “{old}” đang thuộc về {other.path}.",
                    "Bỏ địa chỉ này khỏi old_addresses.",
                )
