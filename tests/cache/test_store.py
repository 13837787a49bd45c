"""The store: finds what was put, and counts as absent whatever is not whole."""

import multiprocessing
import sqlite3

import pytest

from build_tools.cache.keys import key_of
from build_tools.cache.store import FOLDER, Cache

KEY, OTHER = key_of("thử", "1", "a"), key_of("thử", "1", "b")


def store_file(folder):
    return next(folder.glob("*.sqlite"))


def stored(folder, **values):
    cache = Cache(folder)
    cache.put_many({key_of("thử", "1", name): value for name, value in values.items()})
    cache.close()


def test_what_was_put_is_found_by_a_later_run(tmp_path):
    stored(tmp_path, a=b"mot")
    assert Cache(tmp_path).get_many([KEY, OTHER]) == {KEY: b"mot"}


def test_the_last_value_put_under_a_key_counts(tmp_path):
    stored(tmp_path, a=b"mot")
    stored(tmp_path, a=b"hai")
    assert Cache(tmp_path).get(KEY) == b"hai"


def test_without_a_folder_nothing_is_kept():
    cache = Cache(None)
    cache.put(KEY, b"mot")
    cache.close()
    assert cache.get(KEY) is None
    assert not cache.is_kept


def test_a_value_whose_bytes_changed_counts_as_absent(tmp_path):
    stored(tmp_path, a=b"mot" * 100, b=b"hai")
    with sqlite3.connect(store_file(tmp_path)) as base:
        base.execute("UPDATE contents SET value = substr(value, 1, 50) WHERE id = 1")
    base.close()
    assert Cache(tmp_path).get_many([KEY, OTHER]) == {OTHER: b"hai"}


def test_a_value_under_another_key_counts_as_absent(tmp_path):
    stored(tmp_path, a=b"mot")
    with sqlite3.connect(store_file(tmp_path)) as base:
        base.execute("UPDATE entries SET key = ?", (OTHER,))
    base.close()
    assert Cache(tmp_path).get(OTHER) is None


@pytest.mark.parametrize(
    "damage", [b"", b"no store at all" * 99, None], ids=["empty", "other", "cut"]
)
def test_a_damaged_store_is_begun_anew(tmp_path, damage):
    stored(tmp_path, **{str(at): bytes(9000) for at in range(20)}, a=b"mot")
    file = store_file(tmp_path)
    raw = file.read_bytes()
    file.write_bytes(raw[: len(raw) // 2 + 100] if damage is None else damage)
    cache = Cache(tmp_path)
    cache.get_many([KEY, *(key_of("thử", "1", str(at)) for at in range(20))])
    cache.put(KEY, b"hai")
    cache.close()
    assert Cache(tmp_path).get(KEY) == b"hai"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    cache = Cache(tmp_path / FOLDER)
    cache.put(KEY, b"mot")
    assert cache.get(KEY) is None
    cache.close()


def test_a_disk_without_room_stops_nothing_and_keeps_what_was_there(tmp_path):
    stored(tmp_path, a=b"mot")
    cache = Cache(tmp_path)
    cache.get(KEY)
    pages = cache._connection.execute("PRAGMA page_count").fetchone()[0]  # noqa: SLF001
    cache._connection.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001
    cache.put(OTHER, bytes(1_000_000))
    assert cache.get_many([KEY, OTHER]) == {KEY: b"mot"}


def test_the_longest_unused_go_first(tmp_path):
    for name in "abcd":
        cache = Cache(tmp_path, limit=3500)
        cache.put(key_of("thử", "1", name), bytes(1000))
        cache.close()
    found = Cache(tmp_path).get_many([key_of("thử", "1", name) for name in "abcd"])
    assert set(found) == {key_of("thử", "1", name) for name in "cd"}


def test_a_value_in_use_outlives_newer_ones(tmp_path):
    stored(tmp_path, a=bytes(1000))
    for at in range(12):
        cache = Cache(tmp_path, limit=8500)
        cache.put(key_of("thử", "1", str(at)), bytes(1000))
        cache.get(KEY)
        cache.close()
    assert Cache(tmp_path).get(KEY) == bytes(1000)


def _write(folder, name):
    cache = Cache(folder)
    for at in range(40):
        cache.put(key_of(name, "1", str(at)), name.encode() * 500)
    cache.close()


def test_two_processes_write_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=_write, args=(tmp_path, name)) for name in ("mot", "hai")]
    for one in running:
        one.start()
    for one in running:
        one.join()
    keys = {key_of(name, "1", str(at)): name for name in ("mot", "hai") for at in range(40)}
    assert Cache(tmp_path).get_many(keys) == {k: v.encode() * 500 for k, v in keys.items()}
