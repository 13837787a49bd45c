"""Words compared without case and marks, position for position.

An OCR text may have lost its marks, so “Nơi nhận” and “BÁO CÁO” are looked for without
them; the offsets found must still be offsets of the printed text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from build_tools.vietnamese import fold

_LETTERS: Final = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
)
CAPITALS: Final = _LETTERS.upper()
TERMINAL: Final = ".;:!?…"
_HANGING: Final = re.compile(
    r"[,\-–/(]$|(?:^|\s)(?:và|của|về|với|các|cho|trong|từ|đến|bởi|là|số|những|tại|theo|ngày|tháng|quý|do|như)$",
    re.IGNORECASE,
)
_CLOSING: Final = "”\"’')]»*_"


@cache
def _flat_letter(letter: str) -> str:
    folded = fold(letter).replace("ð", "d")
    return folded if len(folded) == 1 else letter


def flat(text: str) -> str:
    """Fold letter by letter, so that the length stays; Icelandic ``Ð`` counts as ``Đ``.

    >>> flat("Nơi nhận: ĐẢNG ỦY"), len(flat("ﬁ")) == len("ﬁ")
    ('noi nhan: dang uy', True)
    """
    return "".join(map(_flat_letter, text))


def is_upper(text: str) -> bool:
    """Whether a line is set in capitals: letters, and all but a stray one are capital.

    >>> is_upper("II- NHẬN XÉT, ĐÁNH GIÁ CHUNG"), is_upper("Ưu điểm"), is_upper("2023")
    (True, False, False)
    """
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) > 1 and capitals >= 0.9 * len(letters)


def is_title(text: str) -> bool:
    """Whether a line in capitals is words and not a symbol or numeral at a line's end.

    >>> is_title("NHẬN XÉT, ĐÁNH GIÁ CHUNG"), is_title("05-CT/TW"), is_title("XII).")
    (True, False, False)
    """
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1]
    return is_upper(text) and len(words) > 1 and not text[0].isdecimal()


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence or a clause of a list may end.

    >>> ends_sentence("được nâng lên.”"), ends_sentence("nâng lên năng lực")
    (True, False)
    """
    return text.rstrip().rstrip(_CLOSING).rstrip().endswith(tuple(TERMINAL))


def hangs(text: str) -> bool:
    """Whether a line ends on a word or sign that something must follow.

    >>> hangs("Kết luận số 21-KL/TW và"), hangs("theo Chỉ thị số"), hangs("đảng viên")
    (True, True, False)
    """
    return bool(_HANGING.search(text.rstrip()))


def goes_on(text: str) -> bool:
    """Whether a line begins as the middle of a sentence does: with a small letter.

    >>> goes_on("cạnh tranh cấp tỉnh; triển khai"), goes_on("Tuy nhiên"), goes_on("- Mở")
    (True, False, False)
    """
    first = text.lstrip("“\"‘'(*").lstrip()[:1]
    return first.islower() or text[:1] in {",", ";", ")", "”"}
