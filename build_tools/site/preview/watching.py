"""What has been saved since the last look, by looking.

Files are listed and compared; nothing is asked of the system, which tells no changes on an
office's shared drive.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

#: seconds between two looks, and how many times longer than a look the rest must be
REST: Final = 0.05
RATIO: Final = 5

Seen = dict[str, tuple[int, int]]


def seen(places: tuple[Path, ...]) -> Seen:
    """Every file below ``places`` (folders or files), with its time and size."""
    return {
        path: (state.st_mtime_ns, state.st_size)
        for place in places
        for path, state in _files(os.fspath(place))
    }


def _files(place: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        if not os.path.isdir(place):  # noqa: PTH112 - one system call for each file looked at
            yield place, os.stat(place)  # noqa: PTH116
            return
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    yield from _files(entry.path)
                else:
                    yield entry.path, entry.stat()
    except OSError:  # gone between the list and the look: the next look will see that
        return


def watch(
    places: tuple[Path, ...], changed: Callable[[set[Path]], None], stop: threading.Event
) -> None:
    """Call ``changed`` with the files saved, made or removed, until ``stop`` is set."""
    before = seen(places)
    while not stop.is_set():
        began = time.monotonic()
        now = seen(places)
        different = {Path(path) for path, _ in before.items() ^ now.items()}
        before = now
        if different:
            changed(different)
        else:
            stop.wait(max(REST, RATIO * (time.monotonic() - began)))
