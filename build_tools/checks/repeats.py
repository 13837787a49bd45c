"""Words written twice, and blanks where none belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.twice import may_meet
from build_tools.model import PassageKind, Report

#: words that neither end nor begin longer ones; ``từ từ``, ``dần dần`` are words of the language
_TWICE: Final = re.compile(
    r"\b(của|các|và|những|về|đã|là|với|được|cho|tại|theo|để|do)\s+\1\b", re.IGNORECASE
)
_SAME: Final = re.compile(r"\b([^\W\d_]+) \1\b")
_LAST: Final = re.compile(r"([^\W\d_]+) $")
_NEXT: Final = re.compile(r" [^\W\d_]+\b")
_SIGNS: Final = ".,;:!?()[]“”\"'…*_"
_PHRASE: Final = re.compile(r"\b([^\W\d_]{2,}\s+[^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_STRAY: Final = re.compile(r"(?<=[\w%”\")]) +(?:[,;:](?=\s|$)|\.(?=\s+[^\W\d_]|$))")
_COMMAS: Final = re.compile(r",\s?,|;\s?;|,\s?\.(?![.\d])|(?<![.…])\.\s?,(?!\.)")


def doubled_words(report: Report) -> Iterator[Finding]:
    """``của của``, ``thực hiện thực hiện``, ``theo quy quy định``."""
    for passage in passages(report):
        text = printed(passage.text)
        if not _repeats(text):
            continue
        told: set[int] = set()
        for match in _matches(report, text):
            if match.start() not in told:
                told.add(match.start())
                yield _twice(report, Spot(passage, match.start(), match.end()), match[0])


def _repeats(text: str) -> bool:
    """Whether a word or two may stand twice; nearly no passage has any."""
    words = [word.strip(_SIGNS) for word in text.lower().split()]
    return any(map(eq, words, words[1:])) or any(
        first == third and second == fourth
        for first, second, third, fourth in zip(
            words, words[1:], words[2:], words[3:], strict=False
        )
    )


def _matches(report: Report, text: str) -> Iterator[re.Match[str]]:
    for pattern in (_TWICE, _PHRASE):
        for match in pattern.finditer(text):
            if match[0].endswith(match[1].lower()):
                yield match
    for match in _SAME.finditer(text):
        before = _LAST.search(text, 0, match.start())
        may = may_meet(before[1] if before else "", match[1])
        if not may or _once_elsewhere(report, text, match):
            yield match


def _once_elsewhere(report: Report, text: str, match: re.Match[str]) -> bool:
    """Whether the report has the same words with one of the two."""
    before = _LAST.search(text, 0, match.start())
    after = _NEXT.match(text, match.end())
    if before is None or after is None:
        return False
    once = f"{before[0]}{match[1]}{after[0]}"
    return any(once in printed(passage.text) for passage in passages(report))


def _twice(report: Report, spot: Spot, words: str) -> Finding:
    return Finding(
        "KHO244",
        report,
        spot,
        f"Viết hai lần: “{words}”.",
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
