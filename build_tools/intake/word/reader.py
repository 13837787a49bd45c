"""The Word reader of ``kho import``: bytes in, a ``Manuscript`` out, or one problem.

    bytes → kind → guards → parts → stories → paper → Manuscript

Nothing is fetched, run or guessed on the way; a file that cannot be read faithfully is
refused with its cause and cure.
"""

from __future__ import annotations

from dataclasses import replace

from build_tools.intake.doubt import Doubt
from build_tools.intake.encodings import read_source
from build_tools.intake.source import NOWHERE, Manuscript
from build_tools.intake.text_reader import read_text_manuscript
from build_tools.intake.word.document import read_document
from build_tools.intake.word.elsewhere import pdf_text, to_docx
from build_tools.intake.word.kinds import Kind, kind_of
from build_tools.intake.word.opening import open_parts
from build_tools.intake.word.package_guard import check_package
from build_tools.intake.word.refusal import BROKEN, OVERSIZED, RefusalError
from build_tools.intake.word.remarks import rebuilt_pages
from build_tools.intake.word.zip_guard import MAX_FILE, read_entries
from build_tools.problems import Problems


def read_word(raw: bytes, name: str, problems: Problems) -> Manuscript | None:
    """Read a file by the ending of its ``name``; None after recording why it is refused.

    For instance a file with tracked changes: ``KHO725 Tệp còn 2 thay đổi chưa duyệt …``.
    """
    try:
        return _read(raw, name, problems)
    except RefusalError as refusal:
        refusal.record(name, problems)
    except RecursionError:
        RefusalError(BROKEN, "Nội dung tệp lồng nhau quá sâu để là báo cáo.").record(name, problems)
    return None


def _read(raw: bytes, name: str, problems: Problems) -> Manuscript | None:
    if len(raw) > MAX_FILE:
        raise RefusalError(
            OVERSIZED,
            f"Tệp lớn hơn {MAX_FILE // 1_000_000} MB.",
            "Trong Word: bấm vào một hình, Compress Pictures › 96 ppi, áp dụng cho mọi hình, lưu lại rồi nhập.",
        )
    kind = kind_of(name, raw)
    if kind is Kind.PDF:
        return _read_pdf(raw, name, problems)
    if kind is Kind.ODT:
        read_entries(raw)
    docx = raw if kind is Kind.DOCX else to_docx(raw, kind)
    check_package(read_entries(docx))
    return read_document(open_parts(docx), name)


def _read_pdf(raw: bytes, name: str, problems: Problems) -> Manuscript | None:
    """The pages of a PDF are lines, like those of a scan, and go through the same reader."""
    source = read_source(pdf_text(raw), name, problems)
    if source is None:
        return None
    manuscript = read_text_manuscript(source)
    remark = rebuilt_pages()
    doubt = Doubt(remark.code, remark.severity, NOWHERE, "", remark.message, remark.hint)
    return replace(manuscript, doubts=(doubt, *manuscript.doubts))
