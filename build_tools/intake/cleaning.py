"""From decoded characters to one clean text, each change written down.

Line ends become one line feed, wide and unbreakable blanks become blanks, letters and
marks are composed (NFC); byte order marks, soft hyphens and other invisible characters
are left out. A soft hyphen at a line's end also takes the line end with it, because the
word goes on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.source import Fate, FateKind, Source, Traced
from build_tools.vietnamese import nfc

_PIECE: Final = re.compile(
    "(?P<end>\r\n|[\r\x0b\x85\u2028\u2029])"
    "|(?P<soft>\u00ad(?:[ \t]*\r?\n[ \t]*)?)"
    "|(?P<blank>[\x1c-\x1f\u00a0\u2000-\u200a\u202f\u205f\u3000])"
    "|(?P<invisible>[\ufeff\u200b-\u200f\u2060\u202a-\u202e])"
    "|(?P<control>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\U00100000-\U0010ffff])"
    "|(?P<rest>.)",
    re.DOTALL,
)
_INVISIBLE: Final = "ký tự không hiện hình"
_CONTROL: Final = "ký tự điều khiển"


def clean(source: Source) -> tuple[Traced, tuple[Fate, ...], tuple[Doubt, ...]]:
    """The text in one form, what became of the characters that are not in it, and doubts."""
    text: list[str] = []
    origin: list[int] = []
    fates: list[Fate] = []
    controls: list[int] = []
    for start, end, kind, piece in _pieces(source.text):
        if kind == "end":
            text.append("\n")
            origin.append(start)
        elif kind == "blank":
            text.append(" ")
            origin.append(start)
        elif kind == "rest":
            composed = nfc(piece)
            text.append(composed)
            origin.extend(range(start, end) if composed == piece else [start] * len(composed))
            if composed != piece and end - start > 1:
                fates.append(Fate(start + 1, end, FateKind.REWRITTEN, "chữ dựng sẵn (NFC)"))
        else:
            fates.append(Fate(start, end, FateKind.DROPPED, _reason(kind)))
            if kind == "control":
                controls.append(start)
    doubts = _doubt(controls)
    return Traced("".join(text), tuple(origin)), tuple(fates), doubts


def _pieces(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Pieces of the text; a letter comes with the combining marks after it."""
    position = 0
    while position < len(text):
        match = _PIECE.match(text, position)
        assert match is not None  # noqa: S101 - the last alternative takes any character
        end, kind = match.end(), str(match.lastgroup)
        while kind == "rest" and end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield position, end, kind, text[position:end]
        position = end


def _reason(kind: str) -> str:
    return {"soft": "dấu ngắt chữ ẩn", "invisible": _INVISIBLE}.get(kind, _CONTROL)


def _doubt(controls: list[int]) -> tuple[Doubt, ...]:
    if not controls:
        return ()
    return (
        warning(
            "KHO711",
            controls[0],
            "",
            f"Đã bỏ {len(controls)} ký tự điều khiển không hiện hình.",
            "Xem bản in ở dòng này có chữ nào bị mất không.",
        ),
    )
