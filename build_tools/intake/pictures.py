"""Pictures that stand in a text: carried by a sign, saved beside the report, named in it.

A picture says nothing to a reader who cannot see it, so its place asks for a description
until an editor has written one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FIRST: Final = 0x104000
PICTURE: Final = re.compile("[\U00104000-\U00104fff]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, e.g. ``hinh-1.png``; ``described`` is what the paper's file says of it."""

    number: int
    ending: str
    content: bytes
    described: str = ""

    def path(self, report: Path) -> Path:
        """Where it is saved: ``170-bc-duk-hinh-1.png`` beside ``170-bc-duk.md``."""
        return report.with_name(f"{report.stem}-hinh-{self.number}.{self.ending}")


def picture_sign(number: int) -> str:
    """The character that carries a picture's place through the text."""
    return chr(_FIRST + number)


def place_pictures(text: str, pictures: Sequence[Picture], report: Path) -> str:
    """A written report with its picture signs as Markdown.

    >>> place_pictures("Xem " + picture_sign(1), [Picture(1, "png", b"")], Path("15-bc-duk.md"))
    'Xem ![Cần mô tả hình 1](15-bc-duk-hinh-1.png)'
    """
    written = {
        picture_sign(one.number): f"![Cần mô tả hình {one.number}]({one.path(report).name})"
        for one in pictures
    }
    return PICTURE.sub(lambda match: written.get(match[0], ""), text)


def save_pictures(pictures: Sequence[Picture], report: Path) -> None:
    """Write the pictures beside their report."""
    for one in pictures:
        one.path(report).write_bytes(one.content)
