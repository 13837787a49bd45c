"""One archive, two builds that share nothing but the words: one SHA-256 over the site.

Folder, user, home, time zone, locale, day, hash seed, rights of new files, order in which the
files were written, their times and the number of cores all differ.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from build_tools.digests import digests_below

Kho = Callable[..., subprocess.CompletedProcess[str]]
SAMPLE = Path(__file__).parents[2] / "tests" / "sample" / "content"
ADDRESS = "https://kho.example/"


def copied(folder: Path, *, backwards: bool, time: int) -> Path:
    """The sample as another machine would have it."""
    content = folder / "content"
    for path in sorted((p for p in SAMPLE.rglob("*") if p.is_file()), reverse=backwards):
        target = content / path.relative_to(SAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (time, time))
    return content


def one_digest(site: Path) -> str:
    """What ``find -type f | sort | xargs sha256sum | sha256sum`` would print."""
    lines = (f"{one.sha256}  {name}\n" for name, one in digests_below(site).items() if one)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def build(kho: Kho, folder: Path, *, umask: int, cores: set[int], **environment: str) -> Path:
    """The site of the sample copied into ``folder``."""
    old, had = (
        os.umask(umask),
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None,
    )
    try:
        if had is not None:
            os.sched_setaffinity(0, cores & had or had)
        done = kho("build", "--no-cache", "--content", folder / "content", "--site", folder / "site", HOME=str(folder),
                   KHO_SITE_URL=ADDRESS, **environment)  # fmt: skip
    finally:
        os.umask(old)
        if had is not None:
            os.sched_setaffinity(0, had)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_two_builds_that_share_only_the_words_are_the_same_bytes(kho: Kho, tmp_path: Path) -> None:
    """Takes two whole builds, since nothing less would show it."""
    here, there = tmp_path / "a", tmp_path / "một thư mục khác" / "sâu hơn"
    copied(here, backwards=False, time=1_500_000_000)
    copied(there, backwards=True, time=1_900_000_000)
    one = build(
        kho, here, umask=0o022, cores={0}, TZ="Asia/Ho_Chi_Minh", LC_ALL="C.UTF-8", LANG="C.UTF-8",
        PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1700000000", USER="an", LOGNAME="an",
    )  # fmt: skip
    other = build(
        kho, there, umask=0o077, cores={0, 1, 2, 3}, TZ="America/Lima", LC_ALL="POSIX", LANG="vi_VN",
        PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1800000000", USER="bình", LOGNAME="bình",
    )  # fmt: skip
    assert f"<loc>{ADDRESS}2023/q3/" in (one / "sitemap.xml").read_text("utf-8")
    assert digests_below(one) == digests_below(other)
    assert one_digest(one) == one_digest(other)
