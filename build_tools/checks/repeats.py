"""Words written twice, and blanks where none belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import PassageKind, Report

#: words that neither end nor begin longer ones; ``từ từ``, ``dần dần`` are words of the language
_TWICE: Final = re.compile(
    r"\b(của|các|và|những|về|đã|là|với|được|cho|tại|theo|để|do)\s+\1\b", re.IGNORECASE
)
_SAME: Final = re.compile(r"\b([^\W\d_]+) \1\b")
_LAST: Final = re.compile(r"[^\W\d_]+ $")
_NEXT: Final = re.compile(r" [^\W\d_]+\b")
_PHRASE: Final = re.compile(r"\b([^\W\d_]{2,}\s+[^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_STRAY: Final = re.compile(r"(?<=[\w%”\")]) +(?:[,;:](?=\s|$)|\.(?=\s+[^\W\d_]|$))")
_COMMAS: Final = re.compile(r",\s?,|;\s?;|,\s?\.(?![.\d])|(?<![.…])\.\s?,(?!\.)")


def doubled_words(report: Report) -> Iterator[Finding]:
    """``của của``, ``thực hiện thực hiện``."""
    for passage in passages(report):
        text = printed(passage.text)
        for pattern in (_TWICE, _PHRASE):
            for match in pattern.finditer(text):
                if match[0].endswith(match[1]):
                    yield _twice(report, Spot(passage, match.start(), match.end()), match[0])
        for match in _SAME.finditer(text):
            if not _TWICE.match(text, match.start()) and (
                match[1][0].isupper() or _once_elsewhere(report, text, match)
            ):
                yield _twice(report, Spot(passage, match.start(), match.end()), match[0])


def _twice(report: Report, spot: Spot, words: str) -> Finding:
    return Finding(
        "KHO244",
        report,
        spot,
        f"Viết hai lần: “{words}”.",
        "Xóa một lần nếu bản in chỉ có một.",
    )


def _once_elsewhere(report: Report, text: str, match: re.Match[str]) -> bool:
    """Whether the report has the same words with one of the two; ``cơ quan quan tâm`` has not.

    A syllable may end one word and begin the next, so doubling alone proves nothing.
    """
    before = _LAST.search(text, 0, match.start())
    after = _NEXT.match(text, match.end())
    if before is None or after is None:
        return False
    once = f"{before[0]}{match[1]}{after[0]}"
    return any(once in printed(passage.text) for passage in passages(report))


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
