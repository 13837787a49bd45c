"""Why a file is not read: one exception inside this room, one problem outside it.

The faults of a hostile or broken file turn up at any depth of the reading, where no
collector is at hand; ``reader.read_word`` alone catches this and records it.
"""

from __future__ import annotations

from typing import Final

from build_tools.problems import Place, Problems

WRONG_KIND: Final = "KHO720"
LOCKED: Final = "KHO721"
BROKEN: Final = "KHO722"
OVERSIZED: Final = "KHO723"
ACTIVE: Final = "KHO724"
PENDING: Final = "KHO725"
NOT_CONVERTED: Final = "KHO726"
RESAVE: Final = (
    "Mở tệp bằng Word, chọn Save As › Word Document (.docx), lưu thành tệp mới rồi nhập lại."
)


class RefusalError(Exception):
    """A file that cannot be read faithfully or safely.

    ``message`` says in Vietnamese what is wrong, ``hint`` the cure, e.g.
    ``RefusalError(LOCKED, "Tệp có mật khẩu.", "Mở bằng Word, bỏ mật khẩu …")``.
    """

    def __init__(self, code: str, message: str, hint: str = RESAVE) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def record(self, shown: str, problems: Problems) -> None:
        """Put the refusal among the problems of ``shown``, the file as messages name it."""
        problems.error(self.code, Place(shown), self.message, self.hint)
