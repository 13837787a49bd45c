"""What a build tells the editor when it is done: what was built, how long, what to look at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from build_tools.checks.manifest import Standing
from build_tools.checks.whole import Whole
from build_tools.problems import Problems
from build_tools.site.build import Built

KINDS: Final = {
    "home": "trang chủ",
    "year": "năm",
    "quarter": "quý",
    "report": "báo cáo",
    "directives": "danh mục văn bản",
    "directive": "văn bản",
    "recognition": "nhận ra viện dẫn",
    "issuers": "danh mục cơ quan",
    "issuer": "cơ quan",
    "areas": "danh mục lĩnh vực",
    "area": "lĩnh vực",
    "search": "tìm kiếm",
    "exports": "dữ liệu",
    "form": "biểu mẫu",
    "moved": "chuyển hướng",
    "withdrawn": "đã gỡ",
}


_STANDINGS: Final = {
    Standing.CLEAN: "dựng từ commit ",
    Standing.DECLARED: "người dựng khai commit ",
    Standing.DIRTY: "dựng khi có chỗ sửa chưa commit",
    Standing.UNKNOWN: "không rõ commit",
}


def account(
    built: Built, site: Path, seconds: float, problems: Problems, *, offline: bool = False
) -> str:
    """The closing lines of ``kho build``; ``seconds`` is the time of the whole build."""
    counts = built.prepared.count_by_kind
    kinds = ", ".join(f"{counts[kind]} {name}" for kind, name in KINDS.items() if counts.get(kind))
    reports = built.prepared.archive.reports
    footnotes = sum(len(report.footnotes) for report in reports)
    citations = sum(len(report.citations) for report in reports)
    look = "make serve" if "MAKELEVEL" in os.environ else "kho serve"
    last = _folder(site) if offline else f"Xem thử: {look}, rồi mở http://127.0.0.1:8000/"
    attention = "; ".join(_attention(built, problems)) or "không có gì"
    return f"""\
Đã dựng {sum(counts.values())} trang vào {site}/ trong {seconds:.1f} giây.
  Trang: {kinds}.
  Nội dung: {len(reports)} báo cáo, {footnotes} chú thích, {citations} viện dẫn.
{_papers(built)}  Tìm kiếm: {built.finished.records} mục. \
Liên kết đã kiểm tra: {built.finished.verified.links}, hỏng 0.
  Cần xem lại: {attention}.
  {last}"""


def account_of_whole(whole: Whole) -> str:
    """The closing lines of ``kho verify``: how much was compared, and what to keep elsewhere."""
    return (
        f"Đã đối chiếu {whole.files} tệp với manifest.json ({_STANDINGS[whole.source.standing]}"
        f"{whole.source.commit or ''}).\n"
        f"SHA-256 của manifest.json: {whole.manifest.sha256}"
    )


def _folder(site: Path) -> str:
    """What is to be carried, and how it is opened."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    search = sum(size for path, size in sizes.items() if path.is_relative_to(site / "search"))
    return (
        f"Bản mang đi: {len(sizes)} tệp, {sum(sizes.values()) / 1e6:.1f} MB (tìm kiếm "
        f"{search / 1e6:.1f} MB). Chép cả thư mục, rồi mở {site / 'index.html'}."
    )


def _papers(built: Built) -> str:
    papers = built.prepared.papers
    if not papers:
        return ""
    leaves, size = sum(paper.pages for paper in papers), sum(len(one.content) for one in papers)
    return f"  PDF: {len(papers)} tệp, {leaves} trang giấy, {size / 1e6:.1f} MB.\n"


def _attention(built: Built, problems: Problems) -> Iterator[str]:
    archive = built.prepared.archive
    if problems.warnings:
        yield f"{problems.warnings} cảnh báo (in ở trên)"
    if archive.held_back:
        yield f"{len(archive.held_back)} bản nháp chưa đăng"
    if archive.unregistered:
        yield f"{len(archive.unregistered)} văn bản chưa có trong danh mục"
    gaps = sum(len(archive.gaps(quarter)) for quarter in archive.quarters)
    if gaps:
        yield f"{gaps} chỗ thiếu báo cáo quý của một cơ quan"
