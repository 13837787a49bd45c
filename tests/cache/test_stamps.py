"""What the content folder holds is told by stamps, and never wrongly."""

import os
from pathlib import Path

import pytest

from build_tools.cache import stamps
from build_tools.cache.stamps import inputs_of
from build_tools.cache.store import Cache

LONG_AGO = 1_000_000_000


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content" / "2023" / "q3"
    folder.mkdir(parents=True)
    for name in ("1.md", "2.md"):
        (folder / name).write_text(name)
    return tmp_path / "content"


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


@pytest.fixture
def settled(monkeypatch):
    """A clock by which every file was changed some time ago."""
    now = stamps.time.time_ns()
    monkeypatch.setattr(stamps.time, "time_ns", lambda: now + 10 * LONG_AGO)


@pytest.fixture
def read(monkeypatch):
    seen, real = [], stamps._hash  # noqa: SLF001
    monkeypatch.setattr(stamps, "_hash", lambda path: seen.append(Path(path).name) or real(path))
    return seen


@pytest.mark.usefixtures("settled")
def test_unchanged_files_are_not_read_again(content, cache, read):
    first = inputs_of(content, cache)
    read.clear()
    assert inputs_of(content, cache) == first
    assert read == []


@pytest.mark.usefixtures("settled")
def test_only_a_changed_file_is_read(content, cache, read):
    first = inputs_of(content, cache)
    read.clear()
    (content / "2023/q3/2.md").write_text("other")
    second = inputs_of(content, cache)
    assert read == ["2.md"]
    assert second.digest != first.digest


def test_a_file_changed_just_now_is_read_every_time(content, cache, read):
    inputs_of(content, cache)
    read.clear()
    inputs_of(content, cache)
    assert read == ["1.md", "2.md"]


@pytest.mark.usefixtures("settled")
def test_a_change_that_keeps_size_and_time_is_seen(content, cache):
    file = content / "2023/q3/2.md"
    first, before = inputs_of(content, cache), file.stat()
    file.write_text("x.md")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert inputs_of(content, cache).digest != first.digest


@pytest.mark.usefixtures("settled")
def test_the_digest_knows_names_and_bytes_but_no_times(content, cache):
    first = inputs_of(content, cache).digest
    os.utime(content / "2023/q3/1.md", (LONG_AGO, LONG_AGO))
    assert inputs_of(content, cache).digest == first
    (content / "2023/q3/1.md").rename(content / "2023/q3/3.md")
    assert inputs_of(content, cache).digest != first
