"""Which syllables Vietnamese can have: onset, rime, tone.

A syllable is onset + rime + tone, from closed lists (Đoàn Thiện Thuật, Ngữ âm tiếng
Việt); a rime that ends in a stop takes only sắc or nặng. What is outside the lists is no
Vietnamese word, whatever it was meant to be: OCR made it, or it is foreign.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from build_tools.vietnamese import nfc

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_TONE: Final = re.compile(f"[{_TONES}]")
_STOPPED: Final = ("c", "ch", "p", "t")
_STOP_TONES: Final = frozenset("\u0301\u0323")
ONSETS: Final = (
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
RIMES: Final = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in
    inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen
    oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât
    uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh
    uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
AFTER_QU: Final = frozenset(
    """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê ên ênh êch êt
    i it y yên yêt yt ynh ych ơ ơi ơn ôc
    """.split()  # noqa: SIM905 - likewise
)
AFTER_GI: Final = (RIMES - {"i", "ia"}) | {"", "n", "m", "p", "êt", "êng", "êm", "êc"}
FRONT: Final = frozenset("eêi")
Y_ALONE: Final = frozenset(("h", "k", "l", "m", "s", "t", "v", "n", ""))
_WORD: Final = re.compile(r"[^\W\d_¹²³⁰-₉]+")


@cache
def is_syllable(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable; case is ignored.

    >>> is_syllable("nghiêng"), is_syllable("quyết"), is_syllable("giữ")
    (True, True, True)
    >>> is_syllable("ngôanh"), is_syllable("các"), is_syllable("càc"), is_syllable("cế")
    (False, True, False, False)
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(decomposed)
    base = nfc(_TONE.sub("", decomposed))
    if len(tones) > 1:
        return False
    return any(
        base.startswith(onset) and _fits(onset, base[len(onset) :], tones[0] if tones else "")
        for onset in ONSETS
    )


def _fits(onset: str, rime: str, tone: str) -> bool:
    rimes = {"qu": AFTER_QU, "gi": AFTER_GI}.get(onset, RIMES)
    if rime not in rimes:
        return False
    stopped = rime.endswith(_STOPPED) and not rime.endswith(("nh", "ng"))
    if stopped and tone not in _STOP_TONES:
        return False
    if rime == "y" and onset not in Y_ALONE:
        return onset == "qu"
    front = rime[:1] in FRONT or (rime[:1] == "y" and onset != "c")
    if onset in {"k", "gh", "ngh"}:
        return front
    if onset in {"c", "g", "ng"}:
        return rime[:1] not in FRONT or (onset == "g" and rime.startswith("i"))
    return True


def is_marked(word: str) -> bool:
    """Whether a word has a Vietnamese letter, one that English lacks.

    >>> is_marked("đảng"), is_marked("email")
    (True, False)
    """
    return any(ord(letter) > 0x7F for letter in word)  # noqa: PLR2004 - the end of ASCII


def words_of(text: str) -> list[str]:
    """The words of a text, without digits and signs."""
    return _WORD.findall(text)


def likeness(text: str) -> float:
    """How far a text reads as Vietnamese with its marks, from 0 to 1.

    The share of words with marks that are possible syllables; a text in a wrong encoding
    has marked words too, but hardly one of them is possible. Capitals may be abbreviations
    (``ĐUK``) and do not count. 0 when no word is marked.
    """
    marked = [word for word in words_of(text) if is_marked(word) and not word.isupper()]
    if not marked:
        return 0.0
    return sum(is_syllable(word) for word in marked) / len(marked)
