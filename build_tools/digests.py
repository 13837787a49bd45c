"""SHA-256 of files: what was read and what was written, so that both can be proved later.

Hashing is a pure function of bytes. Whoever knows a digest already (a cache, an earlier
build) hands it in, and that file is not read again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

NOTHING_KNOWN: Final[Mapping[str, Digest]] = MappingProxyType({})
#: hashing releases the interpreter, so threads help
_THREADS: Final = 4


@dataclass(frozen=True, slots=True)
class Digest:
    """What a file held: SHA-256 in 64 hexadecimal digits (FIPS 180-4), and its size in bytes."""

    sha256: str
    size: int


def digest_of(content: bytes) -> Digest:
    """The digest of a file's bytes, the same that ``sha256sum`` prints.

    >>> digest_of("Báo cáo".encode()).size
    9
    """
    return Digest(hashlib.sha256(content).hexdigest(), len(content))


def digests_below(
    folder: Path, known: Mapping[str, Digest] = NOTHING_KNOWN
) -> dict[str, Digest | None]:
    """Every file below ``folder`` by name, e.g. ``2023/q3/170-bc-duk/index.html``, sorted.

    Files named in ``known`` are taken at that word and not opened. None stands for what is
    no file of the folder's own: a link, a pipe, a device. Raises ``OSError`` for a file that
    cannot be read.
    """
    names = sorted(_names(str(folder), ""))
    with ThreadPoolExecutor(_THREADS) as threads:
        unread = [name for name, is_file in names if is_file and name not in known]
        digests = threads.map(lambda name: _of_file(folder, name), unread)
        read = dict(zip(unread, digests, strict=True))
    return {
        name: (known.get(name) or read.get(name)) if is_file else None for name, is_file in names
    }


def _of_file(folder: Path, name: str) -> Digest:
    return digest_of((folder / name).read_bytes())


def _names(folder: str, prefix: str) -> Iterator[tuple[str, bool]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _names(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", entry.is_file(follow_symlinks=False)
