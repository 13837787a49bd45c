"""New versions published under load: ``python -m tests.benchmarks.under_load [seconds]``.

Two versions of the sample are built and put in place of one another again and again, as
``kho build`` does it, while wrk drives a real nginx with the settings of the manual. Printed
are requests, answers other than 200, and what a second, slower reader saw: each of its
answers must be, byte for byte, the file of the version in place at that time. Needs nginx
and wrk (on Debian: nginx-light, wrk).
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.problems import Problems
from build_tools.site.build import build_site
from build_tools.site.publish import staged

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from tests.browser.test_behind_nginx import ask, nginx, told_settings  # noqa: E402

SAMPLE = ROOT / "tests" / "sample" / "content"
BETWEEN = 0.2
"""Seconds from one publication to the next."""

LUA = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
local wrong = {}
response = function(status)
  if status ~= 200 then wrong[status] = (wrong[status] or 0) + 1 end
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("requests %%d, p99 %%.1f ms, connect %%d, read %%d, write %%d, timeout %%d, status %%d\\n",
    summary.requests, latency:percentile(99) / 1000,
    errors.connect, errors.read, errors.write, errors.timeout, errors.status))
end
"""


def build(content: Path, site: Path) -> None:
    """Build one version; its faults end the run."""
    problems = Problems()
    if build_site(content, site, ROOT / "mkdocs.yml", problems, lambda _: None) is None:
        sys.exit(f"{content}: {problems.errors} lỗi")


def two_versions(folder: Path) -> tuple[Path, Path]:
    """The sample, and the sample under another name, which every page shows."""
    changed = folder / "content"
    shutil.copytree(SAMPLE, changed)
    profile = changed / "registry" / "archive.yml"
    text = profile.read_text("utf-8")
    profile.write_text(re.sub(r"(?m)^(title: .*)$", r"\1 (bản sau)", text), "utf-8")
    build(SAMPLE, folder / "before")
    build(changed, folder / "after")
    return folder / "before", folder / "after"


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass
class Publications:
    """Which version stood in place, and from when to when it surely did."""

    spans: list[tuple[float, float, int]] = field(default_factory=list)

    def version_during(self, start: float, end: float) -> int | None:
        """The version in place all that time; None when a publication fell into it."""
        for since, until, version in reversed(self.spans):
            if since <= start and end <= until:
                return version
        return None


def publish_again_and_again(
    versions: tuple[Path, Path], site: Path, stop: threading.Event, told: Publications
) -> None:
    turn = 0
    since = time.monotonic()
    while not stop.wait(BETWEEN):
        turn += 1
        with staged(site) as stage:
            shutil.copytree(versions[turn % 2], stage, dirs_exist_ok=True, copy_function=os.link)
            until = time.monotonic()
        told.spans.append((since, until, (turn - 1) % 2))
        since = time.monotonic()


def read_beside(
    port: int, wanted: dict[str, tuple[str, str]], stop: threading.Event
) -> list[tuple[float, float, str, int, str]]:
    """One reader, one request after another: start, end, path, status, digest."""
    seen = []
    paths = sorted(wanted)
    choose = random.Random(2024)
    while not stop.is_set():
        path = choose.choice(paths)
        start = time.monotonic()
        answer = ask(port, path)
        seen.append((start, time.monotonic(), path, answer.status, digest_of(answer.body)))
    return seen


def paths_in_both(versions: tuple[Path, Path]) -> dict[str, tuple[str, str]]:
    """Address and both digests of every file that both versions have."""
    found = {}
    for path in sorted(versions[0].rglob("*")):
        name = path.relative_to(versions[0]).as_posix()
        other = versions[1] / name
        if path.is_file() and other.is_file():
            address = "/" + name.removesuffix("index.html")
            found[address] = (digest_of(path.read_bytes()), digest_of(other.read_bytes()))
    return found


def main(seconds: int) -> int:
    """Drive, publish, compare; 1 when anything was wrong."""
    for program in ("nginx", "wrk"):
        if shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin") is None:
            sys.exit(f"Cần {program}.")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        versions = two_versions(folder)
        wanted = paths_in_both(versions)
        differ = sum(one != other for one, other in wanted.values())
        print(f"{len(wanted)} địa chỉ có ở cả hai bản, {differ} khác nhau", flush=True)
        site = folder / "site"
        with staged(site) as stage:
            shutil.copytree(versions[0], stage, dirs_exist_ok=True, copy_function=os.link)
        (folder / "paths").write_text("\n".join(sorted(wanted)) + "\n", "utf-8")
        (folder / "drive.lua").write_text(LUA % (folder / "paths"), "utf-8")
        (folder / "nginx").mkdir()
        stop, told = threading.Event(), Publications()
        seen: list[tuple[float, float, str, int, str]] = []
        with nginx(folder / "nginx", told_settings().replace("/srv/kho/site", str(site))) as port:
            threads = [
                threading.Thread(target=publish_again_and_again, args=(versions, site, stop, told)),
                threading.Thread(target=lambda: seen.extend(read_beside(port, wanted, stop))),
            ]
            for thread in threads:
                thread.start()
            driven = subprocess.run(
                ["wrk", "-t2", "-c32", f"-d{seconds}s", "--latency",
                 "-s", str(folder / "drive.lua"), f"http://127.0.0.1:{port}"],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            stop.set()
            for thread in threads:
                thread.join()
        return account(driven.stdout, told, seen, wanted)


def account(
    driven: str,
    told: Publications,
    seen: list[tuple[float, float, str, int, str]],
    wanted: dict[str, tuple[str, str]],
) -> int:
    """Print what was seen; 1 when an answer was not that of the version in place."""
    line = next(line for line in driven.splitlines() if line.startswith("requests "))
    print(f"wrk: {line}; {len(told.spans)} lần đăng")
    found: Counter[str] = Counter()
    for start, end, path, status, digest in seen:
        version = told.version_during(start, end)
        if status != 200:
            found["khác 200"] += 1
        elif digest not in wanted[path]:
            found["không thuộc bản nào"] += 1
        elif version is None:
            found["đúng lúc đang đăng"] += 1
        else:
            found["đúng bản" if digest == wanted[path][version] else "lẫn bản"] += 1
    print("người đọc thứ hai:", ", ".join(f"{name} {count}" for name, count in found.items()))
    bad = found["khác 200"] + found["không thuộc bản nào"] + found["lẫn bản"]
    clean = re.search(r"connect 0, read 0, write 0, timeout 0, status 0$", line)
    return 0 if clean and not bad else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
