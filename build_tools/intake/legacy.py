"""Vietnamese alphabets of one byte a letter from before Unicode, as tables.

* TCVN3 (“ABC”, fonts .Vn…): TCVN 5712:1993, set VN3; one byte a letter. Its capital
  fonts (.Vn…H) show the same bytes as capitals, so such capitals arrive as small letters.
* VNI Windows: a base letter followed by one byte for its marks.

Both were typed over windows-1252, so a text that has since been saved as Unicode holds
the Latin letters of those bytes; the tables therefore map Latin letters.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from build_tools.vietnamese import nfc

_TCVN3_ROWS: Final = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộ"), (0xEA, "ờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)  # fmt: skip


def _latin(code: int) -> str:
    return bytes([code]).decode("cp1252", "replace")


TCVN3: Final = MappingProxyType(
    {
        _latin(first + index): letter
        for first, letters in _TCVN3_ROWS
        for index, letter in enumerate(letters)
    }
)
_TONES: Final = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HAT: Final = "\u0302"
_BREVE: Final = "\u0306"
_HATTED: Final = {
    "â": _HAT, "á": _HAT + "\u0301", "à": _HAT + "\u0300", "å": _HAT + "\u0309",
    "ã": _HAT + "\u0303", "ä": _HAT + "\u0323",
}  # fmt: skip
_SHORT: Final = {
    "ê": _BREVE, "é": _BREVE + "\u0301", "è": _BREVE + "\u0300", "ú": _BREVE + "\u0309",
    "ü": _BREVE + "\u0303", "ë": _BREVE + "\u0323",
}  # fmt: skip
_ALONE: Final = {
    "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư",
}  # fmt: skip
_MARKS_AFTER: Final = {
    "a": _TONES | _HATTED | _SHORT, "e": _TONES | _HATTED, "o": _TONES | _HATTED,
    "u": _TONES, "y": _TONES, "ô": _TONES, "ö": _TONES,
}  # fmt: skip


def _vni() -> dict[str, str]:
    table = dict(_ALONE)
    for base, marks in _MARKS_AFTER.items():
        letter = _ALONE.get(base, base)
        table |= {base + mark: nfc(letter + tone) for mark, tone in marks.items()}
    capitals = {
        form: letter.upper()
        for code, letter in table.items()
        for form in (code.upper(), code[0].upper() + code[1:])
    }
    return table | capitals


VNI: Final = MappingProxyType(_vni())
_VNI_CODE: Final = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Latin letters of TCVN3 bytes into Vietnamese.

    >>> from_tcvn3("§¶ng ñy khèi")
    'Đảng ủy khối'
    """
    return "".join(TCVN3.get(letter, letter) for letter in text)


def from_vni(text: str) -> str:
    """Latin letters of VNI bytes into Vietnamese.

    >>> from_vni("Ñaûng uûy khoái")
    'Đảng ủy khối'
    """
    return _VNI_CODE.sub(lambda match: VNI[match[0]], text)
