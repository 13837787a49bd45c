"""Which reader takes which kind of file; a new reader is one line here.

A reader takes the bytes of a file and its name, and gives a ``Manuscript``; or None,
after recording why it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Final, TypeAlias

from build_tools.intake.encodings import read_source
from build_tools.intake.source import Manuscript
from build_tools.intake.text_reader import read_text_manuscript
from build_tools.intake.word.kinds import ENDINGS_TAKEN
from build_tools.problems import Problems

Reader: TypeAlias = Callable[[bytes, str, Problems], Manuscript | None]


def _read_text(raw: bytes, name: str, problems: Problems) -> Manuscript | None:
    source = read_source(raw, name, problems)
    return read_text_manuscript(source) if source is not None else None


def _read_word(raw: bytes, name: str, problems: Problems) -> Manuscript | None:
    from build_tools.intake.word.reader import (  # noqa: PLC0415 - python-docx loads slowly
        read_word,
    )

    return read_word(raw, name, problems)


READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {".txt": _read_text} | dict.fromkeys(ENDINGS_TAKEN, _read_word)
)


def reader_for(name: str) -> Reader:
    """The reader for a file by its ending; anything unknown is tried as text.

    The text reader itself refuses what is no text (PDF, Word, pictures) by its first bytes.
    """
    return READERS.get(PurePath(name).suffix.lower(), _read_text)
