"""Links and pictures an editor wrote: where they lead, and what stands for them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.checks.finding import Finding, passages
from build_tools.model import Passage, Report, WrittenLink
from build_tools.problems import Place, Severity

_SCHEME: Final = re.compile(r"(?P<scheme>[a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_SCHEMES: Final = frozenset({"https", "http", "mailto", "tel"})
_OWN_PAGES: Final = re.compile(r"(?:van-ban|co-quan|linh-vuc|tim-kiem|du-lieu|\d{4})(?:/[^.]*)?$")
#: what Markdown refuses to link stays in the text with its brackets
_REFUSED: Final = re.compile(
    r"\]\((?P<target>(?:file|javascript|vbscript|data):[^\s)]*)", re.IGNORECASE
)
_PICTURES: Final = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "gif": (".gif",),
    "webp": (".webp",),
}
_HUGE: Final = 1_000_000
_RELATIVE: Final = "Đường dẫn tính từ tệp báo cáo này: “../q2/120-bc-duk.md#i-4”, “so-do.png”."


def links_and_pictures(archive: Archive) -> Iterator[Finding]:
    """Every link and picture of every report."""
    reports = {report.key: report for report in archive.reports}
    for report in (*archive.reports, *archive.held_back):
        own = {**reports, report.key: report}
        for link in report.links:
            check = _picture(archive, report, link) if link.is_picture else None
            yield from check if check is not None else _link(archive, own, report, link)
        for passage in passages(report):
            for match in _REFUSED.finditer(passage.text) if "](" in passage.text else ():
                yield Finding(
                    "KHO260",
                    report,
                    _place(report, passage, match["target"]),
                    f"“{match['target']}” không dẫn tới đâu trên mạng.",
                    f"Chép tệp vào cạnh báo cáo rồi dẫn tới đó. {_RELATIVE}",
                    Severity.ERROR,
                )


def _link(
    archive: Archive, reports: dict[str, Report], report: Report, link: WrittenLink
) -> Iterator[Finding]:
    if not link.target.strip():
        yield _finding("KHO260", report, link, "Liên kết rỗng, không dẫn tới đâu.", _RELATIVE)
        return
    scheme = _SCHEME.match(link.target)
    if scheme:
        yield from _elsewhere(report, link, scheme["scheme"].lower())
        return
    path, _, fragment = link.target.partition("#")
    if path.startswith("/"):
        return  # an address of the site; the finished site is checked for those
    where = _below_content(report, path) if path else report.key
    key = where.removesuffix(".md").rstrip("/")
    if key in reports:
        if fragment and unquote(fragment) not in _anchors(reports[key]):
            yield _finding(
                "KHO261",
                report,
                link,
                f"{'Báo cáo này' if reports[key] is report else key} không có mục “#{fragment}”.",
                "Mở trang ấy, bấm dấu § hoặc ¶ cạnh chỗ cần dẫn để lấy đúng phần sau dấu #.",
            )
    elif where not in archive.beside and (path.endswith(".md") or not _OWN_PAGES.match(where)):
        yield _finding("KHO260", report, link, f"Không có “{where}” trong kho.", _RELATIVE)


def _elsewhere(report: Report, link: WrittenLink, scheme: str) -> Iterator[Finding]:
    if scheme == "http":
        yield _finding(
            "KHO265",
            report,
            link,
            "Liên kết http: không được bảo vệ trên đường truyền.",
            "Đổi thành https:// nếu trang ấy có; không có thì bỏ liên kết, ghi tên nguồn bằng chữ.",
            Severity.WARNING,
        )
    elif scheme not in _SCHEMES:
        yield _finding(
            "KHO260",
            report,
            link,
            f"“{scheme}:” không phải là cách dẫn nào trên mạng.",
            "Viết https:// nếu dẫn tới một trang web khác.",
        )


def _picture(archive: Archive, report: Report, link: WrittenLink) -> Iterator[Finding]:
    if not link.shown.strip():
        yield _finding(
            "KHO263",
            report,
            link,
            "Hình chưa có lời mô tả cho người không nhìn thấy hình.",
            "Viết vào ngoặc vuông hình cho biết gì: ![Sơ đồ tổ chức Đảng bộ Khối](so-do.png).",
            Severity.WARNING,
        )
    where = _below_content(report, link.target)
    file = archive.beside.get(where)
    if _SCHEME.match(link.target) or file is None:
        yield _finding(
            "KHO262",
            report,
            link,
            f"Không có hình “{link.target}” cạnh báo cáo; trang không lấy hình từ nơi khác.",
            f"Chép tệp hình vào cùng thư mục với báo cáo. {_RELATIVE}",
        )
    elif not where.lower().endswith(_PICTURES.get(file.kind or "", ("?",))):
        yield _finding(
            "KHO264",
            report,
            link,
            f"“{where}” không phải hình PNG, JPEG, GIF hay WebP đúng như đuôi tên tệp.",
            "Mở bằng chương trình xem hình, lưu lại thành .png (hình vẽ, bảng chụp) hoặc .jpg (ảnh).",
        )
    elif file.size > _HUGE:
        yield _finding(
            "KHO264",
            report,
            link,
            f"Hình nặng {file.size / 1e6:.1f} MB: điện thoại tải lâu.",
            "Thu nhỏ còn chừng 1.600 điểm ảnh bề ngang, lưu lại dưới 1 MB.",
            Severity.WARNING,
        )


def _below_content(report: Report, path: str) -> str:
    """Where a relative path leads, below the content folder; ``..`` beyond it stays in sight."""
    folder = posixpath.dirname(report.key)
    return posixpath.normpath(posixpath.join(folder, unquote(path)))


def _anchors(report: Report) -> set[str]:
    passages = (passage.anchor for section in report.sections for passage in section.passages)
    notes = (anchor for note in report.footnotes for anchor in (note.anchor, *note.marks))
    return {addresses.OPENING, "noi-nhan", *(one.anchor for one in report.sections), *passages, *notes}  # fmt: skip


def _finding(  # noqa: PLR0917 - the parts of a finding, in its order
    code: str,
    report: Report,
    link: WrittenLink,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(code, report, _place(report, link.passage, link.target), message, hint, severity)


def _place(report: Report, passage: Passage, target: str) -> Place:
    """The target in its line, as the editor wrote it."""
    for written in (target, unquote(target)):
        for index, line in enumerate(passage.source):
            if (column := line.find(f"({written}")) >= 0:
                return Place(report.path, passage.line + index, column + 2, line, len(written))
    first = passage.source[0] if passage.source else None
    return Place(report.path, passage.line, 1 if first else None, first)
