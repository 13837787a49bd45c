"""Reading what an editor saved: UTF-8 text, one way of ending lines, one form of letters.

A wrong encoding, a cut-off file or a folder without rights becomes a problem with its
cure instead of a traceback.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_tools.digests import digest_of
from build_tools.problems import Place, Problems
from build_tools.vietnamese import nfc

MAX_BYTES: Final = 5_000_000
_BOM: Final = b"\xef\xbb\xbf"
_REASONS: Final = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.EDQUOT: "hết hạn mức ổ đĩa",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "các liên kết trỏ vòng quanh nhau",
    errno.EIO: "ổ đĩa đọc ghi lỗi",
    errno.EBUSY: "đang có chương trình dùng, hoặc là điểm gắn ổ đĩa",
    errno.EFBIG: "tệp lớn quá mức hệ thống cho phép",
    errno.EXDEV: "hai thư mục ở hai ổ đĩa khác nhau",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.EINVAL: "tên hoặc kiểu tệp không dùng được ở đây",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.ENFILE: "cả máy mở quá nhiều tệp",
    errno.EAGAIN: "máy hết chỗ cho chương trình mới",
    errno.EPIPE: "chương trình phụ dừng giữa chừng",
    errno.EMFILE: "mở quá nhiều tệp",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What an editor saved: its text in NFC with single line feeds, and the bytes' SHA-256."""

    text: str
    sha256: str


def read_text(path: Path, shown: str, problems: Problems) -> str | None:
    """The text of a file, as ``read_file`` gives it, where nobody asks for its digest."""
    written = read_file(path, shown, problems)
    return None if written is None else written.text


def read_file(path: Path, shown: str, problems: Problems) -> Written | None:
    """A file's text and digest, read once; None after recording why not.

    ``shown`` is how messages name the file, e.g. ``content/2023/q3/170-bc-duk.md``.
    """
    try:
        raw = _bytes_of(path)
    except _NoFileError:
        problems.error(
            "KHO610",
            Place(shown),
            "Không phải tệp thường mà là ống dẫn hoặc thiết bị, không đọc như tệp được.",
            "Xóa khỏi thư mục nội dung.",
        )
        return None
    except OSError as fault:
        problems.error(
            "KHO601",
            Place(shown),
            f"Không đọc được tệp: {reason(fault)}.",
            "Kiểm tra tệp có ở đúng chỗ và có quyền đọc không.",
        )
        return None
    if len(raw) > MAX_BYTES:
        problems.error(
            "KHO604",
            Place(shown),
            f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB.",
            "Một báo cáo dài nhất cũng dưới 1 MB; kiểm tra xem có dán nhầm ảnh hay tệp khác.",
        )
        return None
    text = _decode(raw.removeprefix(_BOM), shown, problems)
    return None if text is None else Written(text, digest_of(raw).sha256)


class _NoFileError(Exception):
    """A pipe or a device, which may never end."""


def _bytes_of(path: Path) -> bytes:
    """The file's bytes, or one more than the limit; a pipe is not waited for."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        kind = os.fstat(opened).st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise _NoFileError
        with os.fdopen(opened, "rb", closefd=False) as file:
            return file.read(MAX_BYTES + 1)
    finally:
        os.close(opened)


def reason(fault: OSError) -> str:
    """Why the system refused, in Vietnamese where it is one of the usual reasons.

    >>> reason(FileNotFoundError(2, "No such file or directory"))
    'không có tệp hay thư mục này'
    """
    return _REASONS.get(fault.errno or 0) or fault.strerror or str(fault)


def _decode(raw: bytes, shown: str, problems: Problems) -> str | None:
    raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        source = raw.split(b"\n")[line - 1].decode("utf-8", "replace")
        if fault.end >= len(raw):
            message, hint = (
                "Tệp bị cắt giữa chừng: chữ cuối cùng không trọn.",
                "Chép lại tệp từ bản gốc.",
            )
        else:
            message, hint = (
                "Tệp không phải mã UTF-8.",
                "Mở tệp và lưu lại với mã hóa UTF-8 (Notepad: Save as › Encoding › UTF-8).",
            )
        problems.error("KHO602", Place(shown, line, column, source), message, hint)
        return None
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        problems.error(
            "KHO603",
            Place(shown, line),
            "Tệp có ký tự NUL, thường do lưu ở dạng UTF-16 hoặc tệp bị hỏng.",
            "Lưu lại tệp ở dạng văn bản với mã hóa UTF-8.",
        )
        return None
    return nfc(text)
