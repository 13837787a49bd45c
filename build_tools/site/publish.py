"""Putting a finished site in place of the old one, so that readers never see a mixture.

A site is built in a folder beside the old one and takes its place by one rename. Where
the system can exchange two folders at once (Linux ``renameat2``), there is no moment
without a site; elsewhere the old one steps aside for an instant, and a build killed in
that instant is mended by the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from build_tools.checks.manifest import MANIFEST

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


class BusyError(Exception):
    """Another build of the same site is under way."""


@dataclass
class NoPlaceError(Exception):
    """The site may not be put there, since it would take the place of something else."""

    message: str
    hint: str


def check_place(site: Path, content: Path) -> None:
    """Refuse a place that holds what no build made: it would be deleted with the old site.

    A place may be empty, absent, or a site of ours; a link counts as where it leads. Raises
    ``NoPlaceError``.
    """
    place, source = Path(os.path.realpath(site)), Path(os.path.realpath(content))
    if place.is_relative_to(source) or source.is_relative_to(place):
        message = "Thư mục trang web và thư mục nội dung nằm trong nhau."
        hint = "Chọn một thư mục riêng cho trang web bằng --site."
        raise NoPlaceError(message, hint)
    if place.exists() and not place.is_dir():
        message = "Chỗ này là một tệp, không phải thư mục."
        hint = "Đổi tên hoặc xóa tệp ấy, hoặc chọn thư mục khác bằng --site."
        raise NoPlaceError(message, hint)
    if place.is_dir() and not (place / MANIFEST).is_file() and any(place.iterdir()):
        message = "Thư mục này có những tệp không do kho dựng; dựng vào đây sẽ xóa chúng."
        hint = "Chọn thư mục khác bằng --site; đúng là thư mục này thì dọn trống nó trước."
        raise NoPlaceError(message, hint)


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A new folder beside ``site`` to build in; published only when the block ends well.

    One build at a time; what a killed build left behind is cleared first. Raises
    ``BusyError`` when another build holds the site. Where ``site`` is a link, the folder
    it leads to is replaced, not the link.
    """
    site = Path(os.path.realpath(site))
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(site, "lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as fault:
        raise BusyError(str(site)) from fault
    try:
        _recover(site)
        stage = Path(tempfile.mkdtemp(prefix=f".{site.name}.building-", dir=site.parent))
        stage.chmod(0o755)
        yield stage
        publish(stage, site)
    finally:
        _recover(site)  # whatever stopped the build, at whatever step
        lock.release()


def publish(stage: Path, site: Path) -> None:
    """Put ``stage`` in the place of ``site``; afterwards ``stage`` is gone or holds the old site."""
    if not site.exists():
        stage.rename(site)
    elif not _exchange(stage, site):
        old = _beside(site, "old")
        site.rename(old)
        try:
            stage.rename(site)
        except OSError:
            old.rename(site)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _recover(site: Path) -> None:
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    for left in (old, *site.parent.glob(f".{escape(site.name)}.building-*")):
        shutil.rmtree(left, ignore_errors=True)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    swapped: int = library.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    return swapped == 0
