"""What lies below the content folder, seen with suspicion: only ordinary files with sound names.

A folder that cannot be entered, a link, a pipe or a name that another system cannot hold
would otherwise be left out without a word, hang the build, or publish a file from outside.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from build_tools.files import reason
from build_tools.problems import Place, Problems

#: kinds of file that are published as they are, beside the reports
MEDIA: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"})
REPORT: Final = ".md"
MAX_NAME: Final = 150  # bytes; a site's file names grow in the making, and systems end at 255
# what Windows, web addresses or a terminal cannot bear in a name
_UNFIT: Final = re.compile(
    '[\x00-\x1f\x7f-\x9f<>:"|?*\\\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]'
)
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def content_files(content: Path, shown: Path, problems: Problems) -> tuple[str, ...]:
    """The files that the site is made of, e.g. ``2023/q3/170-bc-duk.md``, sorted by folder and name.

    ``shown`` is how messages name the folder. What is no ordinary file, cannot be entered or
    has a name that would not travel is reported and left out; hidden folders are not entered.
    """
    walk = _Walk(content, shown, Path(os.path.realpath(content)), problems)
    waiting = [""]
    while waiting:
        waiting.extend(walk.enter(waiting.pop()))
    _check_alike(walk.found, shown, problems)
    return tuple(sorted(walk.found, key=lambda name: PurePosixPath(name).parts))


@dataclass(slots=True)
class _Walk:
    content: Path
    shown: Path
    root: Path
    problems: Problems
    found: list[str] = field(default_factory=list)

    def enter(self, folder: str) -> Iterable[str]:
        """Take the files of one folder; gives the folders in it."""
        try:
            with os.scandir(self.content / folder) as entries:
                here = sorted(entries, key=lambda entry: entry.name)
        except OSError as fault:
            self._refuse(
                "KHO601",
                folder,
                f"Không mở được thư mục: {reason(fault)}.",
                "Kiểm tra thư mục còn đó và có quyền đọc không.",
            )
            return
        for entry in here:
            name = f"{folder}{entry.name}"
            if entry.is_symlink():
                self._link(name)
            elif entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    yield f"{name}/"
            elif not entry.is_file(follow_symlinks=False):
                self._strange(name)
            else:
                self._take(name)

    def _link(self, name: str) -> None:
        target = Path(os.path.realpath(self.content / name))
        if not target.is_relative_to(self.root):
            self._refuse(
                "KHO607",
                name,
                "Tệp là liên kết trỏ ra ngoài thư mục nội dung.",
                "Chép tệp thật vào đây thay cho liên kết.",
            )
        elif target.is_dir():
            self._refuse(
                "KHO607",
                name,
                "Thư mục này là một liên kết.",
                "Xóa liên kết; cần thì chép cả thư mục thật vào đây.",
            )
        else:
            self._take(name)

    def _strange(self, name: str) -> None:
        self._refuse(
            "KHO610",
            name,
            "Không phải tệp thường mà là ống dẫn hoặc thiết bị, không đọc như tệp được.",
            "Xóa khỏi thư mục nội dung.",
        )

    def _take(self, name: str) -> None:
        path = PurePosixPath(name)
        suffix = path.suffix.lower()
        if suffix in MEDIA:
            if fault := unfit(path):
                self._refuse(
                    "KHO611", name, f"Tên tệp hay thư mục không dùng được: {fault}.", _CURE
                )
                return
        elif suffix != REPORT or path.name.startswith("._"):
            return
        self.found.append(name)

    def _refuse(self, code: str, name: str, message: str, hint: str) -> None:
        place = Place((self.shown / name).as_posix() if name else self.shown.as_posix())
        self.problems.error(code, place, message, hint)


_CURE: Final = "Đặt tên ngắn, chữ thường không dấu, số và gạch nối, ví dụ 170-bc-duk-hinh-1.png."


def unfit(path: PurePosixPath) -> str | None:
    """Why a file of this path could not be published or copied everywhere; None for a sound one.

    >>> unfit(PurePosixPath("2023/q3/hinh 1.png")), unfit(PurePosixPath("2023/aux.png"))
    (None, '“aux.png” là tên riêng của Windows')
    """
    for part in path.parts:
        if _UNFIT.search(part):
            return 'có ký tự điều khiển, ký tự ẩn hoặc một trong < > : " | ? * \\'
        if len(part.encode()) > MAX_NAME:
            return f"dài quá {MAX_NAME} byte"
        if _RESERVED.fullmatch(part):
            return f"“{part}” là tên riêng của Windows"
        if part.endswith((".", " ")) or part.startswith(" "):
            return "có dấu cách hoặc dấu chấm ở đầu, cuối"
    return None


def _check_alike(names: Iterable[str], shown: Path, problems: Problems) -> None:
    """Names that other systems take for one and the same file."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if other := seen.get(key):
            problems.error(
                "KHO612",
                Place((shown / name).as_posix()),
                f"Tên chỉ khác “{other}” ở chữ hoa, chữ thường hoặc cách gõ dấu; Windows và macOS "
                "coi là một tệp.",
                "Đổi tên một trong hai tệp.",
            )
        seen.setdefault(key, name)
