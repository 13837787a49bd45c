"""Which lines are the head of the letter, which the body, which recipients and signature.

The head ends with the title under “BÁO CÁO”; the tail begins with “Nơi nhận” or with
the authority that signs, whichever comes first, near the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from build_tools.intake.folding import CAPITALS, ends_sentence, flat, goes_on, hangs, is_upper
from build_tools.intake.openings import begins_block, bullet_of, numbers_of
from build_tools.intake.source import Gap, Line

HEAD_LINES: Final = 40
TAIL_LINES: Final = 60
TITLE_LINES: Final = 8
_TITLE_LENGTH: Final = 400
KIND: Final = re.compile(r"bao\s+cao\b(?:\s+(?:nhanh|tom tat|so ket|tong ket|ket qua)\s*$)?")
AUTHORITY: Final = re.compile(
    rf"(?:T\s*/\s*M|TM|T\.M|K\s*/\s*T|KT|T\s*/\s*L|TL|TUQ|T\s*/\s*UQ|Q\.)\.?[\s.:]+(?=[{CAPITALS}]{{2}})"
)
POSITION: Final = re.compile(
    r"(?:q\.?\s*)?(?:pho\s+)?(?:bi thu|chanh van phong|chu tich|truong ban|giam doc|chu nhiem|vien truong|hieu truong)\b.*"
)
RECIPIENTS: Final = re.compile(r"noi\s+nhan\b\s*:?")


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines of a letter by part; ``title`` counts the head's lines that make the title."""

    head: tuple[Line, ...]
    title: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]


def split_letter(lines: Sequence[Line]) -> Letter:
    """Divide the lines; a part that is not found is empty."""
    tail = _tail_begins(lines)
    kind = next(
        (at for at, line in enumerate(lines[: min(HEAD_LINES, tail)]) if _is_kind(line)), None
    )
    if kind is None:
        body = _body_without_kind(lines, tail)
        return Letter(tuple(lines[:body]), (), tuple(lines[body:tail]), tuple(lines[tail:]))
    end = _title_ends(lines, kind, tail)
    return Letter(
        tuple(lines[:kind]), tuple(lines[kind:end]), tuple(lines[end:tail]), tuple(lines[tail:])
    )


def _is_kind(line: Line) -> bool:
    text = line.text.text
    match = KIND.match(flat(text))
    return bool(match) and (match.end() == len(text) or is_upper(text[: match.end()]))  # type: ignore[union-attr]


def _body_without_kind(lines: Sequence[Line], tail: int) -> int:
    """Without “BÁO CÁO”: the head is what stands before the first heading or long line."""
    for at, line in enumerate(lines[: min(tail, TITLE_LINES)]):
        text = line.text.text
        if numbers_of(text) or bullet_of(text) or ends_sentence(text):
            return at
    return 0


def _title_ends(lines: Sequence[Line], kind: int, tail: int) -> int:
    """The line after the title: a blank line, a heading or a whole sentence ends it."""
    rest = KIND.sub("", flat(lines[kind].text.text), count=1).strip()
    have = len(rest)
    at = kind + 1
    while at < tail and at - kind <= TITLE_LINES:
        line = lines[at]
        text = line.text.text
        if begins_block(text) and not (have == 0 and not numbers_of(text)):
            break
        if have and line.gap is not Gap.NONE and not _title_goes_on(lines[at - 1], line):
            break
        if have and _is_sentence(lines, at, tail):
            break
        have += len(text)
        at += 1
        if have > _TITLE_LENGTH:
            break
    return at


def _title_goes_on(above: Line, below: Line) -> bool:
    """A title set with room between its lines goes on after ``và`` or a comma."""
    return hangs(above.text.text) or goes_on(below.text.text)


def _is_sentence(lines: Sequence[Line], at: int, tail: int) -> bool:
    """Whether the lines from here to the next gap are an opening paragraph."""
    end = at + 1
    while end < tail and lines[end].gap is Gap.NONE and not begins_block(lines[end].text.text):
        end += 1
    return ends_sentence(lines[end - 1].text.text) and not goes_on(lines[at].text.text)


def is_tail_opening(text: str) -> bool:
    """Whether a line opens the recipients or the signature.

    >>> is_tail_opening("Nơi nhận:"), is_tail_opening("T/M BAN THƯỜNG VỤ"), is_tail_opening("- Mở lớp")
    (True, True, False)
    """
    if RECIPIENTS.match(flat(text)) and len(text) < 2 * HEAD_LINES + TAIL_LINES:
        return True
    return bool(AUTHORITY.match(text)) and is_upper(text)


def _tail_begins(lines: Sequence[Line]) -> int:
    first = max(0, len(lines) - TAIL_LINES)
    found = next(
        (at for at in range(first, len(lines)) if is_tail_opening(lines[at].text.text)), None
    )
    position = next(
        (
            at
            for at in range(max(first, len(lines) - 12), len(lines))
            if is_upper(lines[at].text.text)
            and POSITION.fullmatch(flat(lines[at].text.text))
            and not numbers_of(lines[at].text.text)
        ),
        None,
    )
    return min((at for at in (found, position) if at is not None), default=len(lines))
