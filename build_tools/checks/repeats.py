"""Words written twice, and blanks where none belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import PassageKind, Report

#: words that mean nothing doubled; ``từ từ``, ``dần dần``, ``luôn luôn`` are words of the language
_TWICE: Final = re.compile(
    r"\b(của|các|và|những|về|đã|là|với|được|cho|tại|theo|để|do|việc|trên|đối|thực|hiện|công|tác|đảng|"
    r"cấp|ủy|năm|quý|bộ|số|có|đồng)\s+\1\b",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(r"\b([^\W\d_]{2,}\s+[^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_STRAY: Final = re.compile(r"(?<=[\w%”\")]) +(?:[,;:](?=\s|$)|\.(?=\s+[^\W\d_]|$))")
_COMMAS: Final = re.compile(r",\s?,|;\s?;|,\s?\.(?![.\d])|(?<![.…])\.\s?,(?!\.)")


def doubled_words(report: Report) -> Iterator[Finding]:
    """``của của``, ``thực hiện thực hiện``."""
    for passage in passages(report):
        text = printed(passage.text)
        for pattern in (_TWICE, _PHRASE):
            for match in pattern.finditer(text):
                first, second = match[0][: len(match[1])], match[0][-len(match[1]) :]
                if first == second or first.lower() == first:
                    yield Finding(
                        "KHO244",
                        report,
                        Spot(passage, match.start(), match.end()),
                        f"Viết hai lần: “{match[0]}”.",
                        "Xóa một lần nếu bản in chỉ có một.",
                    )


def stray_blanks(report: Report) -> Iterator[Finding]:
    """A blank before a comma, a comma twice; one finding a passage."""
    for passage in passages(report):
        if passage.kind is PassageKind.TABLE:
            continue
        text = printed(passage.text)
        if text != passage.text:
            continue
        match = _STRAY.search(text) or _COMMAS.search(text)
        if match:
            start = max(0, match.start() - 8)
            yield Finding(
                "KHO245",
                report,
                Spot(passage, match.start(), match.end()),
                f"Dấu câu đặt lạ: “…{text[start : match.end()].lstrip()}”.",
                "Bỏ dấu cách trước dấu câu, hoặc dấu câu thừa.",
            )
