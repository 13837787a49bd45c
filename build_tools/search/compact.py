"""JavaScript without comments and without blanks that mean nothing.

Nothing is renamed or rewritten. Our own modules end every statement with a semicolon, so
line ends mean nothing either.
"""

from __future__ import annotations

import re
from typing import Final

_PIECE: Final = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
      |(?P<slash>/)
      |(?P<blank>\s+)
      |(?P<word>[\w$]+)
      |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_REGEX: Final = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_BEFORE_A_REGEX: Final = frozenset("(,=:[!&|?{};+-*<>") | {"", "return"}


def compact(module: str) -> str:
    r"""The same module in fewer bytes.

    >>> compact("const a = 1; // one\nif (a / 2 > b) c(/x y/u, 'd  e');")
    "const a=1;if(a/2>b)c(/x y/u,'d  e');"
    """
    kept: list[str] = []
    last, at, blank = "", 0, False
    while match := _PIECE.match(module, at):
        piece, at = match[0], match.end()
        if match["comment"] or match["blank"]:
            blank = True
            continue
        if (
            match["slash"]
            and last in _BEFORE_A_REGEX
            and (regex := _REGEX.match(module, match.start()))
        ):
            piece, at = regex[0], regex.end()
        if blank and kept and _would_join(kept[-1], piece):
            kept.append(" ")
        kept.append(piece)
        last, blank = piece, False
    return "".join(kept)


def _would_join(one: str, other: str) -> bool:
    """Whether two pieces mean something else without a blank between them."""
    left, right = one[-1], other[0]
    both_words = (left.isalnum() or left in "_$") and (right.isalnum() or right in "_$#")
    return both_words or (left == right and left in "+-")
