"""A Word file is a zip archive: refuse one that was made to harm before anything is unpacked.

Everything is judged by the archive's own table of contents. Python never inflates an
entry beyond the size stated there, so a table that lies is a broken file, not a bomb.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from build_tools.intake.word.refusal import BROKEN, LOCKED, OVERSIZED, RefusalError

MAX_FILE: Final = 60_000_000
MAX_ENTRIES: Final = 3_000
MAX_TOTAL: Final = 200_000_000
MAX_XML: Final = 25_000_000
MAX_RATIO: Final = 200
_RATIO_FROM: Final = 4_000_000
_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BAD_NAME: Final = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|[\x00-\x1f\x7f]")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, OverflowError,
)  # fmt: skip
_SUSPECT: Final = "Không mở tệp này; xin nơi gửi một bản lưu lại từ Word."
_INCOMPLETE: Final = "Chép lại hoặc tải lại tệp từ nơi gửi; thử mở bằng Word trước khi nhập."


def read_entries(raw: bytes) -> dict[str, bytes]:
    """Every entry of the archive by name, unpacked; ``RefusalError`` for a bomb or a wreck.

    The cure is in the sentence, e.g. “Tệp bị cắt cụt hoặc hỏng …: Chép lại …”.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            check_contents(archive.infolist())
            return {
                entry.filename: archive.read(entry)
                for entry in archive.infolist()
                if not entry.is_dir()
            }
    except _BROKEN as fault:
        raise RefusalError(
            BROKEN, "Tệp bị cắt cụt hoặc hỏng: không giải nén được hết.", _INCOMPLETE
        ) from fault


def check_contents(entries: list[zipfile.ZipInfo]) -> None:
    """Judge a table of contents: how many, how big, how dense, what names."""
    if len(entries) > MAX_ENTRIES:
        raise RefusalError(
            OVERSIZED,
            f"Tệp chứa {len(entries)} mục nén (nhiều nhất {MAX_ENTRIES}).",
            _SUSPECT,
        )
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL:
        raise RefusalError(
            OVERSIZED,
            f"Tệp giải nén ra {_megabytes(total)} MB (nhiều nhất {_megabytes(MAX_TOTAL)} MB): có thể là “bom nén”.",
            _SUSPECT,
        )
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry)
        name = entry.filename.casefold()
        if name in seen:
            raise RefusalError(OVERSIZED, f"Trong tệp có hai mục cùng tên “{name}”.", _SUSPECT)
        seen.add(name)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if _BAD_NAME.search(name):
        shown = name.encode("unicode_escape").decode("ascii")
        raise RefusalError(
            OVERSIZED, f"Trong tệp có mục tên “{shown}”, trỏ ra ngoài tệp.", _SUSPECT
        )
    if entry.flag_bits & _ENCRYPTED:
        raise RefusalError(
            LOCKED,
            f"Mục “{name}” trong tệp bị khóa bằng mật khẩu.",
            "Mở tệp bằng Word, bỏ mật khẩu, lưu lại rồi nhập.",
        )
    if entry.compress_type not in _METHODS:
        raise RefusalError(BROKEN, f"Mục “{name}” nén theo cách mà Word không dùng.")
    if name.lower().endswith((".xml", ".rels")) and entry.file_size > MAX_XML:
        raise RefusalError(
            OVERSIZED,
            f"Mục “{name}” giải nén ra {_megabytes(entry.file_size)} MB (nhiều nhất {_megabytes(MAX_XML)} MB).",
            "Báo cáo dài nhất cũng dưới 5 MB chữ; kiểm tra có chọn nhầm tệp không.",
        )
    if entry.file_size > max(_RATIO_FROM, MAX_RATIO * entry.compress_size):
        raise RefusalError(
            OVERSIZED,
            f"Mục “{name}” nén quá dày ({_megabytes(entry.file_size)} MB thành {entry.compress_size} byte): "
            "có thể là “bom nén”.",
            _SUSPECT,
        )


def _megabytes(size: int) -> int:
    return round(size / 1_000_000)
