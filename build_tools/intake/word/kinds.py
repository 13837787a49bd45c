"""What a file really is, told by its first bytes; its name only has to agree.

A file that is not what its name says is either a mistake of saving or a trick, and a
reader that guesses would hide both.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import Final

from build_tools.intake.word.refusal import ACTIVE, BROKEN, LOCKED, WRONG_KIND, RefusalError


class Kind(StrEnum):
    """The kinds of file this room reads; the value is the ending."""

    DOCX = ".docx"
    DOC = ".doc"
    ODT = ".odt"
    RTF = ".rtf"
    PDF = ".pdf"


ENDINGS: Final = tuple(kind.value for kind in Kind)
_MACRO_ENDINGS: Final = (".docm", ".dotm")
ENDINGS_TAKEN: Final = (*ENDINGS, *_MACRO_ENDINGS)
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHOWN: Final = {
    Kind.DOCX: "tệp Word (.docx)",
    Kind.DOC: "tệp Word đời cũ (.doc)",
    Kind.ODT: "tệp OpenDocument (.odt)",
    Kind.RTF: "tệp RTF",
    Kind.PDF: "tệp PDF",
}
_OTHER: Final = (
    (b"\x89PNG", "tệp hình PNG"), (b"\xff\xd8\xff", "tệp hình JPEG"), (b"GIF8", "tệp hình GIF"),
    (b"II*\x00", "tệp hình TIFF"), (b"MM\x00*", "tệp hình TIFF"), (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"), (b"MZ", "một chương trình"), (b"\x7fELF", "một chương trình"),
    (b"<", "trang web hoặc XML lưu đuôi khác"),
)  # fmt: skip


def kind_of(name: str, raw: bytes) -> Kind:
    """The kind of a file; ``RefusalError`` when name and content disagree.

    >>> kind_of("bao-cao.pdf", b"%PDF-1.7").value
    '.pdf'
    """
    ending = PurePath(name).suffix.lower()
    if ending in _MACRO_ENDINGS:
        raise RefusalError(
            ACTIVE,
            f"Tệp đuôi {ending} là tệp Word có macro (chương trình chạy kèm).",
            "Chỉ mở nếu biết rõ nơi gửi; trong Word chọn Save As › Word Document (.docx) rồi nhập tệp mới.",
        )
    if not raw:
        raise RefusalError(BROKEN, "Tệp rỗng, không có byte nào.", "Chép lại tệp từ nơi gửi.")
    found = _content_kind(raw)
    if isinstance(found, Kind) and found.value == ending:
        return found
    if found is None and ending == Kind.DOCX.value and raw.startswith(_OLE):
        raise RefusalError(
            LOCKED,
            "Tệp có mật khẩu nên nội dung bị mã hóa.",
            "Mở tệp bằng Word và nhập mật khẩu; vào File › Info › Protect Document › Encrypt with Password, "
            "xóa mật khẩu, lưu lại rồi nhập.",
        )
    what = _SHOWN[found] if isinstance(found, Kind) else found
    raise RefusalError(
        WRONG_KIND,
        f"Tên tệp có đuôi {ending or '(trống)'}, nhưng nội dung là {what or 'loại tệp không nhận ra'}.",
        _cure(found),
    )


def _cure(found: Kind | str | None) -> str:
    if isinstance(found, Kind):
        return f"Nếu đúng là tệp cần nhập, đổi đuôi tệp thành {found.value} rồi chạy lại."
    return "Kiểm tra có chọn nhầm tệp không; lệnh này đọc .txt, " + ", ".join(ENDINGS) + "."


def _content_kind(raw: bytes) -> Kind | str | None:
    """A kind we read, the Vietnamese name of another, or None."""
    if raw.startswith((_ZIP, _EMPTY_ZIP)):
        is_odt = b"mimetypeapplication/vnd.oasis.opendocument.text" in raw[:200]
        return Kind.ODT if is_odt else Kind.DOCX
    if raw.startswith(_OLE):
        return None if _has_stream(raw, "EncryptedPackage") else Kind.DOC
    if raw.startswith(b"{\\rtf"):
        return Kind.RTF
    if b"%PDF-" in raw[:1024]:
        return Kind.PDF
    return next((shown for magic, shown in _OTHER if raw.startswith(magic)), None)


def _has_stream(raw: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in raw
