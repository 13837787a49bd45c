"""``*nghiêng*`` and ``**đậm**`` that OCR wrote, turned into signs.

Only what Markdown itself would read as emphasis (CommonMark 0.31, section 6.2) becomes
emphasis; any other star is a star.
"""

from __future__ import annotations

import re
from typing import Final

from build_tools.intake.signs import BOLD_OFF, BOLD_ON, ITALIC_OFF, ITALIC_ON, SIGN
from build_tools.intake.source import Fate, FateKind, Traced, fates_of

_PATTERNS: Final = (
    (re.compile(r"\*\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*\*"), BOLD_ON, BOLD_OFF, "chữ đậm"),
    (re.compile(r"(?<!\*)\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)"), ITALIC_ON, ITALIC_OFF, "chữ nghiêng"),
)  # fmt: skip


def read_emphasis(text: Traced) -> tuple[Traced, tuple[Fate, ...]]:
    """The text with emphasis as signs, and what became of the stars.

    >>> stars = Traced("(*đạt 104,4%*)", tuple(range(14)))
    >>> read_emphasis(stars)[0].reader_text
    '(đạt 104,4%)'
    """
    fates: list[Fate] = []
    for pattern, on, off, detail in _PATTERNS:
        matches = [match for match in pattern.finditer(text.text) if _opens(text.text, match)]
        for match in reversed(matches):
            start, end = match.span()
            left, right = match.span(1)
            fates += fates_of(text[start:left], FateKind.REWRITTEN, detail)
            fates += fates_of(text[right:end], FateKind.REWRITTEN, detail)
            text = text.sign(right, end, off).sign(start, left, on)
    return text, tuple(fates)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether the stars stand so that they open and close emphasis."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    inside = match[1]
    return (
        _is_edge(before)
        and _is_edge(after)
        and not SIGN.match(inside[0])
        and not SIGN.match(inside[-1])
    )


def _is_edge(letter: str) -> bool:
    return not letter or (not letter.isalnum() and not SIGN.match(letter))
