"""Characters that Word keeps as a position in a picture font (Symbol, Wingdings).

Word stores them in Unicode's private use area at U+F000 + position; what they show
depends on the font. The few that reports use are here, checked against the tables of
the two fonts; any other becomes U+FFFD and a doubt.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

UNKNOWN: Final = "\ufffd"
_PRIVATE: Final = range(0xF000, 0xF100)
_ASCII: Final = range(0x20, 0x40)
_SYMBOL: Final = MappingProxyType(
    dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {
        0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
        0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
        0xBC: "…", 0xDE: "⇒", 0xDB: "⇔", 0xD6: "√", 0xE5: "∑", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
    }
)  # fmt: skip
_WINGDINGS: Final = MappingProxyType(
    {
        0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖",
        0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    }
)  # fmt: skip


def from_picture_font(code: int, font: str) -> str:
    """What position ``code`` (with or without U+F000) shows in a font.

    >>> from_picture_font(0xF0B7, "Symbol"), from_picture_font(0xFC, "Wingdings")
    ('•', '✓')
    """
    position = code & 0xFF if code in _PRIVATE else code
    family = font.casefold()
    table = _WINGDINGS if family.startswith("wingdings") else _SYMBOL
    if family in {"wingdings", "symbol"} and position in table:
        return table[position]
    if code in _PRIVATE:
        return chr(position) if family == "symbol" and position in _ASCII else UNKNOWN
    return chr(code)


def bullet_sign(pattern: str, font: str) -> str:
    r"""The sign of a list's bullet; one that no font tells is a round one.

    >>> bullet_sign("-", "Times New Roman"), bullet_sign("\uf0b7", "Symbol")
    ('-', '•')
    """
    signs = (
        from_picture_font(ord(sign), font) if ord(sign) in _PRIVATE else sign for sign in pattern
    )
    return "".join("•" if sign == UNKNOWN else sign for sign in signs)
