"""Publishing: the old site stays whole until the new one takes its place in one step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_tools.site import publish
from build_tools.site.publish import BusyError, staged


class _FaultError(Exception):
    pass


def write_site(site: Path, text: str) -> None:
    with staged(site) as stage:
        (stage / "index.html").write_text(text, encoding="utf-8")


def fail_while_building(site: Path) -> None:
    with staged(site) as stage:
        (stage / "index.html").write_text("dở", encoding="utf-8")
        raise _FaultError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    write_site(site, "cũ")
    return site


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(publish, "_exchange", lambda _one, _other: False)


@pytest.mark.usefixtures("way")
def test_a_new_site_replaces_the_old_and_leaves_nothing_beside_it(site: Path) -> None:
    write_site(site, "mới")
    assert (site / "index.html").read_text("utf-8") == "mới"
    assert [path.name for path in site.parent.iterdir() if path.is_dir()] == ["site"]


def test_files_of_the_old_site_do_not_linger(site: Path) -> None:
    (site / "stale.html").write_text("x", encoding="utf-8")
    write_site(site, "mới")
    assert not (site / "stale.html").exists()


def test_a_fault_while_building_leaves_the_old_site(site: Path) -> None:
    with pytest.raises(_FaultError):
        fail_while_building(site)
    assert (site / "index.html").read_text("utf-8") == "cũ"
    assert [path.name for path in site.parent.iterdir() if path.is_dir()] == ["site"]


def test_a_second_build_at_once_is_refused(site: Path) -> None:
    with staged(site), pytest.raises(BusyError), staged(site):
        pass


def test_what_a_killed_build_left_is_cleared_by_the_next(site: Path) -> None:
    left = site.parent / ".site.building-left"
    left.mkdir()
    write_site(site, "mới")
    assert not left.exists()


def test_a_build_killed_between_two_renames_is_mended_by_the_next(site: Path) -> None:
    site.rename(site.parent / ".site.old")
    with pytest.raises(_FaultError):
        fail_while_building(site)
    assert (site / "index.html").read_text("utf-8") == "cũ"


KILLED = """
import sys, time
from pathlib import Path
from build_tools.site.publish import staged
while True:
    with staged(Path(sys.argv[1])) as stage:
        for name in range(20):
            (stage / f"{name}.html").write_text("mới")
        (stage / "index.html").write_text("mới")
        print("built", flush=True)
"""


def test_a_build_killed_at_any_moment_leaves_a_whole_site(site: Path) -> None:
    for wait in (0.0, 0.003, 0.007, 0.013, 0.021):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(site)], stdout=subprocess.PIPE
        ) as build:
            assert build.stdout is not None
            build.stdout.readline()
            time.sleep(wait)
            os.kill(build.pid, signal.SIGKILL)
        names = {path.name for path in site.iterdir()}
        assert names in ({"index.html"}, {"index.html", *(f"{n}.html" for n in range(20))})
    write_site(site, "sau cùng")
    assert (site / "index.html").read_text("utf-8") == "sau cùng"
