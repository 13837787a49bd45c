r"""Classes of characters as Python's ``re`` means them, written for a JavaScript class.

Python reads ``\d``, ``\w`` and ``\s`` by Unicode, JavaScript by ASCII or by rules of its
own. A character above U+FFFF has a stand-in from the private use area (see ``python.js``);
stand-ins of letters and of digits have ranges of their own, which the classes name.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final

_SPACE: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
#: the inside of a class for each escape; with ``re.ASCII`` the second
CLASSES: Final = {
    "d": (r"\p{Nd}\ue800-\ue8ff", "0-9"),
    "w": (r"\p{L}\p{N}_\ue000-\ue8ff", r"\w"),
    "s": (_SPACE, r"\t-\r\x20"),
}
#: the first character that the basic plane does not hold
_BEYOND: Final = 0x10000
_SPECIAL: Final = frozenset("^$\\.*+?()[]{}|/-")
_NAMED: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\f": r"\f", "\v": r"\v"}


def literal(letter: str, *, in_class: bool = False) -> str:
    """One character as itself in a pattern."""
    if letter in _NAMED:
        return _NAMED[letter]
    if letter == "-" and not in_class:
        return letter
    if letter in _SPECIAL:
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\u{ord(letter):04x}"


@cache
def _relatives() -> dict[str, frozenset[str]]:
    """For every cased letter of the basic plane those that match it when case is ignored."""
    families: defaultdict[str, set[str]] = defaultdict(set)
    for letter in map(chr, range(0xD800)):
        upper, lower = letter.upper(), letter.lower()
        if upper == lower == letter:
            continue
        for other in (
            upper,
            lower,
            upper.lower(),
            lower.upper(),
            "i" if letter in "İı" else letter,
        ):
            if len(other) == 1:
                families[other].add(letter)
                families[letter].add(other)
    return {letter: frozenset(family | {letter}) for letter, family in families.items()}


def any_case(letter: str) -> str:
    """All characters that match a letter when case is ignored, in order."""
    reached, open_ones = {letter}, [letter]
    while open_ones:
        new = _relatives().get(open_ones.pop(), frozenset()) - reached
        reached |= new
        open_ones.extend(new)
    return "".join(sorted(reached))


def ranges(letters: str) -> str:
    """The inside of a class that holds exactly these characters.

    >>> ranges("abcxz")
    'a-cxz'
    """
    runs: list[list[str]] = []
    for letter in sorted(set(letters)):
        if runs and ord(letter) == ord(runs[-1][1]) + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return "".join(
        literal(a, in_class=True) + ("" if a == b else ("-" if ord(b) > ord(a) + 1 else ""))
        + ("" if a == b else literal(b, in_class=True))
        for a, b in runs
    )  # fmt: skip


def is_beyond(letter: str) -> bool:
    """Whether a character has a stand-in in the browser, so that no pattern can name it."""
    return ord(letter) >= _BEYOND or "\ud800" <= letter <= "\uf8ff"
