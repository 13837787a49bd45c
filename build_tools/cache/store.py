"""The store: bytes under keys, in one SQLite file that several builds may share.

Many thousand small files are slow to write and to carry from one run to the next; SQLite
is in the standard library, keeps what was written whole when a process is killed, and lets
other processes read meanwhile. A cache must never stop a build, so whatever goes wrong here
(no room, no right to write, a damaged file) means only that a value is not found.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

FOLDER: Final = ".kho-cache"
#: bytes of values kept; the longest unused go first
LIMIT: Final = 4_000_000_000
_FILE: Final = "store-1.sqlite"
_WAIT: Final = 10.0
_BATCH: Final = 500
#: a value's last use is noted only after so many runs, since noting it means writing
_STALE: Final = 8
_CHECK: Final = 16
#: faults after which a run does without the store
_PATIENCE: Final = 3
#: connections of a parent process, which a child must neither use nor close
_INHERITED: Final[list[sqlite3.Connection]] = []
_LAYOUT: Final = (
    """CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,
       size INTEGER NOT NULL, used INTEGER NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS contents (id INTEGER PRIMARY KEY, value BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY)",
)
T = TypeVar("T")


class Cache:
    """Bytes under keys; ``Cache(None)`` keeps nothing.

    A value is stored with a hash over it and its key: one that was cut off or damaged counts
    as absent. Values are as trusted as the code, see ``docs/security.md``. The least recently
    used go when ``limit`` bytes are exceeded; "recent" counts runs, not days, so that a clock
    that jumps throws nothing away. After a fork each process opens the file for itself.
    """

    def __init__(self, folder: Path | None, *, limit: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._run = 0
        self._damaged = 0
        self._refused = 0
        self._used: set[int] = set()
        self._wrote = False

    @property
    def is_kept(self) -> bool:
        """Whether anything that is put here can be found again."""
        return self.folder is not None and self._damaged < _PATIENCE and self._refused < _PATIENCE

    def get(self, key: bytes) -> bytes | None:
        """The value under a key, or None."""
        return self.get_many((key,)).get(key)

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Those values of the keys that are there and whole."""
        wanted = list(keys)

        def read(connection: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            for key in wanted:
                row = connection.execute(
                    "SELECT id, used, value FROM entries JOIN contents USING (id) WHERE key = ?",
                    (key,),
                ).fetchone()
                if row is not None and _seal(key, row[2][_CHECK:]) == row[2][:_CHECK]:
                    found[key] = row[2][_CHECK:]
                    if row[1] + _STALE <= self._run:
                        self._used.add(row[0])
            return found

        return self._try(read) or {}

    def put(self, key: bytes, value: bytes) -> None:
        """Keep one value."""
        self.put_many({key: value})

    def put_many(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, a few hundred in one step; a kill loses at most the last step."""
        pairs = list(values.items())

        def write(connection: sqlite3.Connection) -> None:
            for start in range(0, len(pairs), _BATCH):
                connection.execute("BEGIN IMMEDIATE")
                for key, value in pairs[start : start + _BATCH]:
                    self._put(connection, key, value)
                connection.execute("COMMIT")
            self._wrote = True

        if pairs:
            self._try(write)

    def _put(self, connection: sqlite3.Connection, key: bytes, value: bytes) -> None:
        (at,) = connection.execute(
            "INSERT INTO entries (key, size, used) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET size = excluded.size, used = excluded.used "
            "RETURNING id",
            (key, len(value), self._run),
        ).fetchone()
        connection.execute(
            "INSERT OR REPLACE INTO contents VALUES (?, ?)", (at, _seal(key, value) + value)
        )

    def close(self) -> None:
        """Note what was used, drop what is too much, and let go of the file."""
        if self._connection is None or self._process != os.getpid():
            return
        if self._used or self._wrote:
            self._try(self._tidy)
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _tidy(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR IGNORE INTO runs VALUES (?)", (self._run,))
        connection.executemany(
            "UPDATE entries SET used = ? WHERE id = ?", [(self._run, one) for one in self._used]
        )
        (size,) = connection.execute("SELECT COALESCE(SUM(size), 0) FROM entries").fetchone()
        if size > self.limit:
            dropped = []
            for at, own in connection.execute("SELECT id, size FROM entries ORDER BY used, id"):
                if size <= self.limit * 3 // 4:
                    break
                dropped.append((at,))
                size -= own
            connection.executemany("DELETE FROM entries WHERE id = ?", dropped)
            connection.executemany("DELETE FROM contents WHERE id = ?", dropped)
        connection.execute("COMMIT")
        connection.execute("PRAGMA incremental_vacuum").fetchall()
        self._used, self._wrote = set(), False

    def _try(self, ask: Callable[[sqlite3.Connection], T]) -> T | None:
        """What the store answers, or None; a damaged file is thrown away once and begun anew."""
        while self.is_kept:
            try:
                return ask(self._open())
            except (sqlite3.OperationalError, OSError):
                self._undo()
                self._refused += 1
                return None
            except sqlite3.DatabaseError:
                self._damaged += 1
                self._throw_away()
        return None

    def _undo(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None and self._process == os.getpid():
            return self._connection
        if self._connection is not None:
            _INHERITED.append(self._connection)
        assert self.folder is not None  # noqa: S101 - asked only while something is kept
        self.folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(self.folder / _FILE, timeout=_WAIT, isolation_level=None)
        self._process = os.getpid()
        for setting in ("auto_vacuum = INCREMENTAL", "journal_mode = WAL", "synchronous = OFF"):
            self._connection.execute(f"PRAGMA {setting}").fetchall()
        for statement in _LAYOUT:
            self._connection.execute(statement)
        (last,) = self._connection.execute("SELECT COALESCE(MAX(id), 0) FROM runs").fetchone()
        self._run = last + 1
        self._used, self._wrote = set(), False
        return self._connection

    def _throw_away(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        if self.folder is not None:
            for end in ("", "-wal", "-shm"):
                with suppress(OSError):
                    (self.folder / f"{_FILE}{end}").unlink(missing_ok=True)


def _seal(key: bytes, value: bytes) -> bytes:
    return sha256(key + value).digest()[:_CHECK]
