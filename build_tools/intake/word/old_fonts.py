"""Text typed in a Vietnamese font from before Unicode, told by the font's name.

``.VnTime`` and its kin are TCVN3 (names ending in H print capitals), ``VNI-Times`` and
its kin VNI. A font is only a name: a run of Unicode letters set in one is left alone.
"""

from __future__ import annotations

from typing import Final

from build_tools.intake.legacy import from_tcvn3, from_vni

TCVN3: Final = "TCVN3 (ABC)"
VNI: Final = "VNI"
_LATIN: Final = 0x100
_PRIVATE: Final = range(0xF000, 0xF100)
_WINDOWS: Final = frozenset("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")


def alphabet_of(font: str) -> str:
    """The alphabet a font stands for; "" for Unicode.

    >>> alphabet_of(".VnTimeH"), alphabet_of("VNI-Times"), alphabet_of("Times New Roman")
    ('TCVN3 (ABC)', 'VNI', '')
    """
    family = font.casefold()
    if family.startswith(".vn"):
        return TCVN3
    return VNI if family.startswith("vni") else ""


def to_unicode(text: str, font: str) -> str:
    """The letters that a run in an old font prints.

    >>> to_unicode("§¶ng ñy khèi", ".VnTime"), to_unicode("§¶ng ñy", ".VnTimeH")
    ('Đảng ủy khối', 'ĐẢNG ỦY')
    """
    alphabet = alphabet_of(font)
    plain = "".join(chr(ord(sign) & 0xFF) if ord(sign) in _PRIVATE else sign for sign in text)
    if not alphabet or any(ord(sign) >= _LATIN and sign not in _WINDOWS for sign in plain):
        return text
    if alphabet == VNI:
        return from_vni(plain)
    converted = from_tcvn3(plain)
    return converted.upper() if font.casefold().endswith("h") else converted
