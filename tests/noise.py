"""Texts as they really arrive: composed otherwise, retyped, broken, with foreign characters in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

LONGEST = 1200
#: what gets into texts by paste: pictures, letters above U+FFFF, other blanks, quotes, digits, cases
STRAYS = [
    "😀", "👨\u200d👩", "𝐀", "𐐨", "\U0001d7ce", "\U0002f800", "\U0001d165", "\ue000", "\uf0b7",
    "\u0301", "\u00a0", "\u2003", "\ufeff", "\u200b", "\x1c", "\u0085", "\u2028", "\r\n", "\n", "\n\n",
    "  ", "\t", "–", "—", "−", "Ð", "ð", "²³", "[^1]", "(", ")", "“", "”", ";", "/", "-", "İ", "ı", "ſ",
    "K", "ß", "Σ", "ς", "ǅ", "٣", "५", "½", "क्", "中",
]  # fmt: skip

Noise = Callable[[Random, str], str]


def _decomposed(random: Random, text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _unmarked(random: Random, text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def _other_case(random: Random, text: str) -> str:
    return random.choice([str.upper, str.lower, str.title, str.swapcase])(text)


def _strays(random: Random, text: str) -> str:
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(STRAYS) + text[at:]
    return text


def _dashes(random: Random, text: str) -> str:
    return text.replace("-", random.choice("–—−‐ "))


def _cut(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.randint(1, 30) :]


def _blanks(random: Random, text: str) -> str:
    if random.random() < 0.5:
        return text.replace(" ", random.choice(["  ", " \n", "\u00a0"]))
    return text.replace(" ", "\n", random.randint(1, 9))


def _swapped(random: Random, text: str) -> str:
    letters = list(text)
    for _ in range(10):
        at = random.randrange(max(1, len(letters) - 1))
        letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


NOISES: list[Noise] = [
    _decomposed, _unmarked, _other_case, _strays, _dashes, _cut, _blanks, _swapped,
]  # fmt: skip


def noisy(texts: Sequence[str], count: int, seed: int) -> list[str]:
    """So many texts made from pieces of these, the same ones for the same seed."""
    random = Random(seed)
    made = []
    for _ in range(count):
        text = random.choice(texts)
        start = random.randrange(max(1, len(text) - LONGEST))
        text = text[start : start + LONGEST]
        for _ in range(random.randint(1, 6)):
            text = random.choice(NOISES)(random, text)
        if random.random() < 0.2:
            text += " " + random.choice(texts)[:200]
        made.append(text)
    return made
