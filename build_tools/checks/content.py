"""What an editor should look at in the content, beyond what reading it already found."""

from __future__ import annotations

from itertools import pairwise

from build_tools.archive import Archive
from build_tools.checks.conflicts import check_conflicts
from build_tools.checks.symbols import check_issuers, check_symbols
from build_tools.markdown.spans import place_of, place_of_mark
from build_tools.model import Edition, Report
from build_tools.problems import Problems


def check_content(archive: Archive, problems: Problems) -> None:
    """Check every report against the archive; faults go to ``problems``."""
    for report in (*archive.reports, *archive.held_back):
        _check_approval(report, problems)
        _check_footnote_order(report, problems)
        _check_dates(report, problems)
    check_symbols(archive, problems)
    check_issuers(archive, problems)
    check_conflicts(archive, problems)


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


def _check_footnote_order(report: Report, problems: Problems) -> None:
    """Notes are printed in rising order; a jump back usually means a mark went astray."""
    marks = [
        (int(number), passage)
        for section in report.sections
        for passage in section.passages
        for number in passage.notes
        if number.isdecimal()
    ]
    for (earlier, before), (later, passage) in pairwise(marks):
        if later < earlier:
            problems.warning(
                "KHO215",
                place_of_mark(report.path, passage, str(later)),
                f"Dấu chú thích {later} đứng sau dấu {earlier}.",
                "Đối chiếu thứ tự chú thích với bản in.",
                beside=place_of_mark(report.path, before, str(earlier)),
            )


def _check_dates(report: Report, problems: Problems) -> None:
    """A printed day that is not in the calendar stays as printed, and is pointed out."""
    for citation in report.citations:
        mention = citation.mention
        if mention.date_raw is not None and mention.date is None:
            problems.warning(
                "KHO304",
                place_of(report.path, citation.passage, mention.start, mention.end),
                f"{mention.surface}: không có ngày {mention.date_raw} trong lịch.",
                "Giữ như bản in nếu in đúng như vậy; ngày đúng ghi ở danh mục văn bản.",
            )
