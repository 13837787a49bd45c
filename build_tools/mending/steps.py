"""The steps of ``kho fix``, each one kind of slip that a machine can mend and nobody decides on.

Figures are left alone, padded or not: ``5 lớp`` may be what the paper prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from build_tools.citations.recognise import recognise
from build_tools.front_matter import FENCE
from build_tools.model import Mention
from build_tools.vietnamese import nfc

Lines: TypeAlias = Sequence[str]
_HARD: Final = re.compile(r"(?<=\S)[ ]*[\u00a0\u2002\u2003\u2007\u2009\u202f][ \u00a0\u2002\u2003\u2007\u2009\u202f]*(?=\S)")  # fmt: skip
_UNSEEN: Final = re.compile("(?<=\\S)[\u00ad\u200b\u2060\ufeff]+")
_TAIL: Final = re.compile(r"[ \t\u00a0\u2002\u2003\u2007\u2009\u202f]+$")
_DASH: Final = re.compile(r"(?<=[\dA-ZĐ])\s*[-\u2010-\u2015\u2212]\s*(?=[A-ZĐ]{2})")
_CODE: Final = re.compile(r"\s*(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of slip: its name as the diff says it, and the mending of a file's lines."""

    name: str
    mend: Callable[[Lines], list[str]]


def _composed(lines: Lines) -> list[str]:
    return [nfc(line) for line in lines]


def _soft(lines: Lines) -> list[str]:
    return [_HARD.sub(" ", line) for line in lines]


def _seen(lines: Lines) -> list[str]:
    return [_UNSEEN.sub("", line) for line in lines]


def _trimmed(lines: Lines) -> list[str]:
    """Two blanks before a line that goes on are a line break of Markdown, and stay."""
    following = [*lines[1:], ""]
    body = _body_begins(lines)
    return [
        line
        if at >= body and line.endswith("  ") and line.strip() and after.strip()
        else _TAIL.sub("", line)
        for at, (line, after) in enumerate(zip(lines, following, strict=True))
    ]


def _dashed(lines: Lines) -> list[str]:
    body = _body_begins(lines)
    return [*lines[:body], *(_with_dashes(line) for line in lines[body:])]


def _with_dashes(line: str) -> str:
    """``05 – CT/TW`` as ``05-CT/TW``, inside citations alone, and only if they still say the same."""
    if not _DASH.search(line):
        return line
    found = [mention for mention in recognise(line) if mention.symbol]
    mended = line
    for mention in reversed(found):
        surface = _DASH.sub("-", mention.surface)
        mended = mended[: mention.start] + surface + mended[mention.end :]
    again = [mention for mention in recognise(mended) if mention.symbol]
    return mended if list(map(_stated, found)) == list(map(_stated, again)) else line


def _stated(mention: Mention) -> tuple[object, ...]:
    return (
        mention.type, mention.number, mention.year, mention.symbol, mention.issuer, mention.date,
        mention.term,
    )  # fmt: skip


def _single_blanks(lines: Lines) -> list[str]:
    """One blank line between blocks of the body; those inside a block of code stay."""
    body = _body_begins(lines)
    kept, code = list(lines[:body]), False
    for line in lines[body:]:
        if _CODE.match(line):
            code = not code
        if line.strip() or code or not kept or kept[-1].strip():
            kept.append(line)
    return kept


def _ended(lines: Lines) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return [*kept, ""]


def _body_begins(lines: Lines) -> int:
    """The index of the first line behind the front matter."""
    if not lines or lines[0].rstrip() != FENCE:
        return 0
    ends = (at for at, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE)
    return next(ends, len(lines))


COMPOSING: Final = Step("chữ dựng sẵn (NFC)", _composed)
STEPS: Final = (
    Step("ký tự không thấy được", _seen),
    Step("dấu cách cứng", _soft),
    Step("gạch nối trong số ký hiệu", _dashed),
    Step("dấu cách cuối dòng", _trimmed),
    Step("dòng trống thừa", _single_blanks),
    Step("cuối tệp", _ended),
)
