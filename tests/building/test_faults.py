"""Builds hit from outside: the old site stays byte for byte, the message names a cure, the next works.

Every fault is done to a real build of a small archive. What an editor sees is checked in each:
a sentence with its code, no traceback, an exit code that is not 0, nothing left beside the site.
"""

from __future__ import annotations

import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from filelock import FileLock

from build_tools import gathering
from build_tools.digests import digests_below
from build_tools.problems import Problems
from build_tools.search import pagefind
from build_tools.site import publish
from build_tools.site.build import build_site
from build_tools.site.publish import staged

PROJECT = Path(__file__).resolve().parents[2]
SMALL = PROJECT / "tests/sites/valid/moved-report/content"
REPORT = "2023/q3/12-bc-duk.md"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="faults of this kind are done on Linux")
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive as it was published before."""
    folder = tmp_path_factory.mktemp("before")
    shutil.copytree(SMALL, folder / "content")
    site = folder / "site"
    done = run(folder / "content", site)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "web" / "site"
    shutil.copytree(built, folder)
    return folder


def command(content: Path, site: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "build_tools",
        "build",
        "--content",
        str(content),
        "--site",
        str(site),
    ]


def run(content: Path, site: Path, before: Callable[[], None] | None = None):
    return subprocess.run(
        command(content, site), cwd=PROJECT, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=before,
    )  # fmt: skip


def beside(site: Path) -> list[str]:
    """What lies beside a site, other than the lock."""
    return sorted(
        p.name for p in site.parent.iterdir() if p.name not in {site.name, f".{site.name}.lock"}
    )


def refused(done: subprocess.CompletedProcess[str], code: str) -> None:
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"lỗi {code}: " in done.stderr
    assert "Cách sửa: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def unharmed(site: Path) -> Iterator[None]:
    """Checks after the fault that the old site is whole and nothing was left beside it."""
    before = digests_below(site)
    yield
    assert digests_below(site) == before
    assert beside(site) == []


@LINUX
def test_a_build_killed_at_any_moment_leaves_the_old_site_and_the_next_one_clears_up(content, site):
    """Takes some seconds: four builds are begun, and one goes on to its end."""
    before, rng, killed = digests_below(site), random.Random(8), 0
    for _ in range(4):
        with subprocess.Popen(
            command(content, site),
            cwd=PROJECT,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ) as build:
            try:
                build.wait(rng.uniform(0.2, 2.0))
            except subprocess.TimeoutExpired:
                killed += 1
                build.send_signal(signal.SIGKILL)
        assert digests_below(site) == before
    assert killed
    done = run(content, site)
    assert done.returncode == 0, done.stderr
    assert digests_below(site) == before
    assert beside(site) == []


@LINUX
@pytest.mark.usefixtures("unharmed")
def test_ctrl_c_ends_a_build_with_a_sentence(content, site):
    """Python drops an interrupt that falls into a destructor; then it is pressed once more."""
    for _ in range(3):
        with subprocess.Popen(
            command(content, site),
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as build:
            wait_for(lambda: any("building" in name for name in beside(site)), build)
            build.send_signal(signal.SIGINT)
            told = build.communicate()
        if build.returncode:
            break
    refused(subprocess.CompletedProcess([], build.returncode, *told), "KHO618")


def wait_for(what: Callable[[], bool], build: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert build.poll() is None, build.communicate()
        assert time.monotonic() < end
        time.sleep(0.002)


@LINUX
@pytest.mark.usefixtures("unharmed")
def test_an_indexer_that_is_killed_is_reported(content, site, tmp_path, monkeypatch):
    killed = tmp_path / "pagefind"
    killed.write_text("#!/bin/sh\nkill -9 $$\n", "utf-8")
    killed.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: killed)
    assert build_here(content, site) == [("KHO507", str(site))]


@pytest.mark.usefixtures("unharmed")
def test_a_worker_that_is_killed_is_reported(content, site, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr("build_tools.site.build.finish", broken)
    assert build_here(content, site) == [("KHO518", str(site))]


def build_here(
    content: Path, site: Path, at: str = "", then: Callable[[], object] | None = None
) -> list[tuple[str, str]]:
    """Build in this process; ``then`` is done as the stage that begins with ``at`` begins."""

    def tell(stage: str) -> None:
        if then is not None and stage.startswith(at):
            then()

    problems = Problems()
    assert build_site(content, site, PROJECT / "mkdocs.yml", problems, tell) is None
    assert all(problem.hint for problem in problems)
    return [(one.code, one.place.path) for one in problems if one.severity == "error"]


@pytest.mark.usefixtures("unharmed")
def test_a_content_folder_that_vanishes_while_building_is_reported(content, site):
    found = build_here(content, site, "Dựng", lambda: shutil.rmtree(content))
    assert found == [("KHO601", str(content))]


@pytest.mark.usefixtures("unharmed")
def test_a_picture_that_vanishes_while_building_is_reported(content, site):
    picture = content / "2023/q3/a.png"
    picture.write_bytes(b"x")
    entered = []

    def vanish() -> None:
        entered.append(picture.unlink())
        picture.symlink_to(picture)

    assert build_here(content, site, "Dựng", vanish) == [("KHO601", str(picture))]


@pytest.mark.usefixtures("unharmed")
def test_a_report_that_vanishes_while_reading_is_reported(content, site, monkeypatch):
    listed = gathering.content_files

    def list_and_lose(*arguments: object) -> tuple[str, ...]:
        names = listed(*arguments)
        (content / REPORT).unlink()
        return names

    monkeypatch.setattr(gathering, "content_files", list_and_lose)
    ((code, path),) = build_here(content, site)
    assert (code, path.endswith(REPORT)) == ("KHO601", True)


@LINUX
@pytest.mark.usefixtures("unharmed")
def test_a_second_build_at_once_is_told_to_wait(content, site):
    with staged_elsewhere(site):
        refused(run(content, site), "KHO608")


def staged_elsewhere(site: Path):
    """A build of another process, as far as locks go, that leaves the site as it is."""
    return FileLock(site.with_name(f".{site.name}.lock"))


@LINUX
@pytest.mark.usefixtures("unharmed")
def test_a_limit_on_the_size_of_files_is_reported(content, site):
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))  # noqa: E731
    refused(run(content, site, limit), "KHO609")


@LINUX
def test_a_full_disk_is_reported(content, built, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=$SIZE tmpfs "$1" && cp -r "$2" "$1/site" && cd "$1" && shift 2'
        ' && find site -type f | sort | xargs sha256sum > .before; (cd /; "$@"); code=$?'
        " && sha256sum --quiet --check .before && ls -A && exit $code"
    )
    used = sum(-(-path.stat().st_size // 4096) * 4 for path in built.rglob("*"))  # KiB in pages
    done = subprocess.run(
        ["env", f"SIZE={used * 3 // 2}k", "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", disk, built,
         "env", f"PYTHONPATH={PROJECT}", *command(content, disk / "site"), "--config", PROJECT / "mkdocs.yml"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no disk of our own to fill here")
    refused(done, "KHO609")
    assert "ổ đĩa hết chỗ" in done.stderr
    assert done.stdout.split() == [".before", ".site.lock", "site"]


def without_root_powers() -> None:
    """Even root obeys the permissions of files in the program run next."""
    for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, power, 0, 0, 0)


@LINUX
@pytest.mark.usefixtures("unharmed")
def test_a_folder_that_may_only_be_read_is_reported(content, site):
    site.parent.chmod(0o555)
    try:
        refused(run(content, site, without_root_powers), "KHO609")
    finally:
        site.parent.chmod(0o755)


@LINUX
@pytest.mark.usefixtures("unharmed")
def test_a_content_folder_that_may_not_be_entered_is_reported(content, site):
    (content / "2023/q3").chmod(0o000)
    try:
        done = run(content, site, without_root_powers)
    finally:
        (content / "2023/q3").chmod(0o755)
    refused(done, "KHO601")


def test_a_clock_that_jumped_changes_nothing(content, site):
    """Sources of the future and a site of the past: the same site, and a change is still seen.

    The change keeps size and time of the file, as an editor's tool may. Two builds.
    """
    before = digests_below(site)
    for path in content.rglob("*"):
        os.utime(path, (4_070_908_800, 4_070_908_800))  # 2099
    for path in (*site.rglob("*"), site):
        os.utime(path, (31_536_000, 31_536_000))  # 1971
    assert run(content, site).returncode == 0
    assert digests_below(site) == before
    report, size = content / REPORT, (content / REPORT).stat().st_size
    report.write_text(report.read_text("utf-8").replace("số 05-CT/TW", "số 06-CT/TW"), "utf-8")
    os.utime(report, (4_070_908_800, 4_070_908_800))
    assert report.stat().st_size == size
    assert run(content, site).returncode == 0
    assert "số 06-CT/TW" in (site / "2023/q3/12-bc-duk/index.html").read_text("utf-8")


@pytest.mark.usefixtures("unharmed")
def test_a_site_that_is_a_file_is_refused_and_the_file_kept(content, site):
    place = site.parent / "tep"
    place.write_text("của tôi", "utf-8")
    assert build_here(content, place) == [("KHO617", str(place))]
    assert place.read_text("utf-8") == "của tôi"
    place.unlink()


@pytest.mark.parametrize("place", ["content", "content/site", ".", "documents"])
@pytest.mark.usefixtures("unharmed")
def test_a_site_is_never_put_in_the_place_of_other_files(content, place):
    (content.parent / "documents").mkdir()
    (content.parent / "documents" / "a.txt").write_text("của tôi", "utf-8")
    before = digests_below(content.parent)
    assert [code for code, _ in build_here(content, content.parent / place)] == ["KHO617"]
    assert digests_below(content.parent) == before


def test_a_site_that_is_a_link_is_replaced_where_it_leads(content, site, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(site)
    (site / "feed.xml").write_text("cũ", "utf-8")
    assert run(content, link).returncode == 0
    assert link.is_symlink()
    assert (site / "feed.xml").read_text("utf-8") != "cũ"
    assert beside(site) == []


@LINUX
def test_a_site_that_is_a_disk_of_its_own_is_refused(content, built, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    script = 'mount -t tmpfs tmpfs "$1" && cp -r "$2/." "$1" && shift 2 && "$@"; code=$?; ls -A "$0"; exit $code'
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, disk, disk, built,
         *command(content, disk)],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no disk of our own to mount here")
    refused(done, "KHO609")
    assert "điểm gắn ổ đĩa" in done.stderr
    assert done.stdout.split() == sorted(p.name for p in built.iterdir())
    assert beside(disk) == ["content"]


def test_a_place_that_failed_in_the_middle_of_the_exchange_is_put_back(site, monkeypatch):
    before, rename = digests_below(site), Path.rename

    def fail_second(self: Path, target: Path) -> Path:
        if "building" in self.name:
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_second)
    with pytest.raises(OSError, match="Input"), staged(site) as stage:
        (stage / "index.html").write_text("mới", "utf-8")
    assert digests_below(site) == before
    assert beside(site) == []
