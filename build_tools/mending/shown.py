"""A mended file as a unified diff that names the steps, with unseen signs made visible."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Final

from build_tools.mending.mend import Mended
from build_tools.mending.steps import COMPOSING, STEPS

_UNSEEN: Final = re.compile("[\u00a0\u00ad\u2002\u2003\u2007\u2009\u200b\u202f\u2060\ufeff]")
_TAIL: Final = re.compile(r"[ \t]+$")
_HUNK: Final = "@@"


def as_diff(mended: Mended, shown: str) -> str:
    """The diff; each hunk says behind its ``@@`` what was mended there.

    A blank at a line's end is ``·``, a no-break space ``⍽``, other unseen signs their number.
    """
    lines = list(
        difflib.unified_diff(
            _lines(mended.before), _lines(mended.after), shown, shown, lineterm="", n=1
        )
    )
    told = [f"{shown}: {', '.join(mended.steps)}"]
    for at, line in enumerate(lines):
        if line.startswith(_HUNK):
            names = ", ".join(_names(lines[at + 1 :]))
            told.append(f"{line} {names}" if names else line)
        else:
            told.append(line[:1] + _visible(line[1:]) if line[:1] in "-+" else line)
    if mended.left:
        told.append(f"# Không làm, vì sẽ đổi nội dung: {', '.join(mended.left)}")
    return "\n".join(told)


def _names(lines: list[str]) -> Iterator[str]:
    """The steps that would mend the removed lines of the hunk which ``lines`` begin with."""
    removed = []
    for line in lines:
        if line.startswith(_HUNK):
            break
        if line.startswith("-"):
            removed.append(line[1:])
    yield from (
        step.name
        for step in (COMPOSING, *STEPS[:-2])
        if any(step.mend([one]) != [one] for one in removed)
    )
    if any(not one.strip() for one in removed):
        yield STEPS[-2].name


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _visible(text: str) -> str:
    tail = _TAIL.sub(lambda match: "·" * len(match[0]), text)
    return _UNSEEN.sub(lambda m: "⍽" if m[0] == "\u00a0" else f"<U+{ord(m[0]):04X}>", tail)
