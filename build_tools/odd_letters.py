"""Characters that a reader does not see but a program does: the ways text can deceive.

Control characters have no place in HTML or XML at all, so they are errors. The rest is
reported once a file and kind: it may have come along from Word or a web page, and the text
is published as it stands. Marks that turn the direction of text can show a line in another
order than it is stored (CVE-2021-42574); invisible and look-alike letters keep citations,
numbers and search from being recognised.
"""

from __future__ import annotations

import re
from typing import Final

from build_tools.problems import Place, Problems

_ODD: Final = re.compile(
    "(?P<control>[\x01-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff])"
    "|(?P<turning>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<unseen>[\u00ad\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f])"
    "|(?P<alike>[A-Za-z0-9][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z])"
)
# Greek letters stand beside figures and units in sound texts: 5µm, 10Ω
_SOUND: Final = re.compile("[0-9][µμΩ]|[µμ][a-zA-Z]")


def check_letters(text: str, path: str, problems: Problems, body_line: int | None = None) -> None:
    """Report what deceives in the text of a file, which messages call ``path``.

    ``body_line`` is where YAML ends, None where all is YAML: YAML itself reports the control
    characters before it.
    """
    found: dict[str, list[re.Match[str]]] = {}
    body = len(text) if body_line is None else _start_of(text, body_line)
    for match in _ODD.finditer(text):
        of_yaml = match.lastgroup == "control" and match.start() < body
        if not of_yaml and not _SOUND.fullmatch(match[0]):
            found.setdefault(match.lastgroup or "", []).append(match)
    for kind, matches in found.items():
        place = _place(text, path, matches[0])
        more = f" (có {len(matches)} chỗ)" if len(matches) > 1 else ""
        code = f"U+{ord(matches[0][0][0]):04X}"
        if kind == "control":
            problems.error(
                "KHO613",
                place,
                f"Có ký tự điều khiển {code} không nhìn thấy{more}.",
                "Xóa ký tự ấy: xóa cả chỗ quanh dấu mũi nhọn rồi gõ lại bằng tay.",
            )
        elif kind == "turning":
            problems.warning(
                "KHO614",
                place,
                f"Có ký tự ẩn {code} đổi chiều chữ{more}: chữ hiện ra có thể khác chữ trong tệp.",
                "Xóa ký tự ấy; văn bản tiếng Việt không dùng. Không rõ ai đưa vào thì đọc lại cả câu.",
            )
        elif kind == "unseen":
            problems.warning(
                "KHO615",
                place,
                f"Có ký tự không nhìn thấy {code}{more}: tìm kiếm và viện dẫn không nhận ra chữ quanh nó.",
                "Xóa ký tự ấy: xóa chữ ở hai bên rồi gõ lại.",
            )
        else:
            problems.warning(
                "KHO616",
                place,
                f"Trong một từ có chữ La-tinh lẫn chữ Nga hoặc Hy Lạp trông giống “{matches[0][0]}”{more}.",
                "Gõ lại cả từ bằng bàn phím tiếng Việt.",
            )


def _start_of(text: str, line: int) -> int:
    lines = text.split("\n", line - 1)
    return len(text) - len(lines[-1])


def _place(text: str, path: str, match: re.Match[str]) -> Place:
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.start())
    line = text[start : end if end >= 0 else len(text)]
    return Place(
        path,
        1 + text.count("\n", 0, start),
        match.start() - start + 1,
        line,
        len(match[0]),
    )
