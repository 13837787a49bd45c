"""Files that editors lay beside the reports: pictures and papers, by what they are, not by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

_HEADS: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF-", "pdf"),
)
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class FileBeside:
    """A file below the content folder; ``kind`` is told by its first bytes, None when unknown."""

    size: int
    kind: str | None


def files_beside(content: Path) -> Mapping[str, FileBeside]:
    """Every file below ``content`` that is no report, by its path there, ``2023/q3/so-do.png``."""
    found: dict[str, FileBeside] = {}
    for path in sorted(content.rglob("*")):
        if path.suffix in {".md", ".yml", ".jsonl"} or not path.is_file():
            continue
        try:
            with path.open("rb") as file:
                kind = kind_of(file.read(_LONGEST))
            size = path.stat().st_size
        except OSError:
            continue  # unreadable is as good as missing, and is reported where it is named
        found[path.relative_to(content).as_posix()] = FileBeside(size, kind)
    return MappingProxyType(found)


def kind_of(head: bytes) -> str | None:
    """What a file is, by its first bytes.

    >>> kind_of(b"GIF89a"), kind_of(b"<svg>")
    ('gif', None)
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return next((kind for begin, kind in _HEADS if head.startswith(begin)), None)
