"""The manifest proves a site: every file, the commit, each report's source; offline."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.checks.manifest import Source, Standing, read_manifest
from build_tools.checks.whole import whole_site
from build_tools.digests import Digest, digest_of, digests_below
from build_tools.problems import Problems
from build_tools.site.source import source_of

Kho = Callable[..., subprocess.CompletedProcess[str]]
REPORT = "2023/q3/170-bc-duk/index.html"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(scope="module")
def shared_copy(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("published") / "site"
    shutil.copytree(real_site, copy)
    return copy


@pytest.fixture
def site(shared_copy: Path, tmp_path: Path) -> Path:
    """A site of its own for a test; what is not touched is shared."""
    copy = tmp_path / "site"
    shutil.copytree(shared_copy, copy, copy_function=os.link)
    return copy


def rewrite(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


def found(site: Path) -> list[tuple[str, str]]:
    problems = Problems()
    whole_site(site, problems)
    return [(problem.code, problem.place.path) for problem in problems]


def test_every_file_but_the_manifest_itself_is_listed_with_its_digest_and_size(site):
    listed = json.loads((site / "manifest.json").read_text("utf-8"))["files"]
    files = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    assert listed.keys() == files.keys() - {"manifest.json"}
    for name, row in listed.items():
        content = files[name].read_bytes()
        assert row == {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def test_each_report_names_its_file_and_the_digest_of_its_bytes(site, project):
    (row,) = json.loads((site / "manifest.json").read_text("utf-8"))["reports"].items()
    source = project / "content/2023/q3/170-bc-duk.md"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    path = "2023/q3/170-bc-duk.md"
    assert row == ("2023/q3/170-bc-duk/", {"path": path, "sha256": digest})


def test_a_fresh_site_is_whole(site):
    assert found(site) == []


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        pytest.param(lambda b: b + b"!", "KHO511", "byte, nay", id="one byte more"),
        pytest.param(lambda b: b.swapcase(), "KHO511", "cùng độ dài", id="letters of other case"),
        pytest.param(lambda _: b"", "KHO511", "nay 0 byte", id="emptied"),
    ],
)
def test_an_altered_file_is_named(site, change, code, words):
    rewrite(site / REPORT, change((site / REPORT).read_bytes()))
    problems = Problems()
    whole_site(site, problems)
    (problem,) = problems
    assert (problem.code, problem.place.path) == (code, REPORT)
    assert words in problem.message


def test_a_file_replaced_by_a_link_to_its_own_words_is_altered(site, tmp_path):
    elsewhere = tmp_path / "elsewhere.xml"
    (site / "feed.xml").rename(elsewhere)
    (site / "feed.xml").symlink_to(elsewhere)
    assert found(site) == [("KHO511", "feed.xml")]


def test_a_missing_file_is_named(site):
    (site / "feed.xml").unlink()
    (site / "404.html").unlink()
    assert found(site) == [("KHO512", "404.html"), ("KHO512", "feed.xml")]


def test_an_added_file_is_named_whatever_it_is(site):
    (site / "assets" / "la.js").write_text("0", "utf-8")
    (site / ".an").write_text("0", "utf-8")
    (site / "tro-ra-ngoai").symlink_to("/")
    assert found(site) == [("KHO513", name) for name in (".an", "assets/la.js", "tro-ra-ngoai")]


def test_a_page_that_is_missing_or_added_is_reported_once(kho, site):
    (site / REPORT).unlink()
    (site / "la.html").write_text("<p>lạ</p>", "utf-8")
    told = kho("verify", site).stdout
    assert told.count(f"{REPORT}: lỗi") == 1
    assert told.count("la.html: lỗi") == 1


def test_a_manifest_without_digests_cannot_prove_anything(site):
    content = json.loads((site / "manifest.json").read_text("utf-8"))
    del content["files"]
    rewrite(site / "manifest.json", json.dumps(content).encode())
    assert found(site) == [("KHO514", "manifest.json")]


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{}", '{"pages": 3}', '{"pages": {"a": [1]}, "base": "/", "papers": []}', "[" * 99_999,
        '{"pages": {}, "base": "/", "papers": [], "files": {"a": {"sha256": 1, "size": 2}}}',
        '{"pages": {}, "base": "/", "papers": [], "files": {"a": {"sha256": "", "size": "x"}}}',
        '{"pages": {}, "base": "/", "papers": [], "source": {"commit": null, "state": "?"}}',
    ],
)  # fmt: skip
def test_a_manifest_of_any_other_shape_is_refused_and_never_a_traceback(tmp_path, content):
    (tmp_path / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one, too
        read_manifest(tmp_path)
    assert whole_site(tmp_path, Problems()) is None


def test_the_command_proves_a_site_by_the_digest_that_was_kept(kho, site):
    digest = hashlib.sha256((site / "manifest.json").read_bytes()).hexdigest()
    told = kho("verify", site, "--manifest", f"sha256:{digest}")
    assert (told.returncode, digest in told.stdout) == (0, True)
    other = kho("verify", site, "--manifest", "0" * 64)
    assert (other.returncode, "KHO515" in other.stdout) == (1, True)


def test_a_known_digest_is_believed_and_its_file_not_opened(tmp_path):
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    claimed = Digest("của bộ nhớ đệm", 7)
    known = {"a": claimed, "no longer there": claimed}
    assert digests_below(tmp_path, known) == {"a": claimed, "b": digest_of(b"b")}


@pytest.fixture
def repository(tmp_path: Path) -> Callable[..., str]:
    """A repository with one commit; gives ``git`` for more."""
    environment = {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ("git", "-c", "user.name=a", "-c", "user.email=a@example.vn", *arguments),
            cwd=tmp_path, env=environment, check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        return done.stdout.strip()

    git("init", "--quiet")
    (tmp_path / "a.md").write_text("một", "utf-8")
    git("add", "a.md")
    git("commit", "--quiet", "--message", "Một")
    return git


def test_a_clean_repository_names_its_commit(repository, tmp_path):
    assert source_of(tmp_path, {}) == Source(repository("rev-parse", "HEAD"), Standing.CLEAN)


@pytest.mark.parametrize("name", ["a.md", "new.md"])
@pytest.mark.usefixtures("repository")
def test_a_repository_with_changes_names_none(tmp_path, name):
    (tmp_path / name).write_text("hai", "utf-8")
    assert source_of(tmp_path, {"KHO_COMMIT": COMMIT}) == Source(None, Standing.DIRTY)


def test_no_program_of_the_repository_runs(repository, tmp_path):
    ran, script = tmp_path / "ran", tmp_path / ".git" / "script"
    script.write_text(f"#!/bin/sh\ntouch '{ran}'\n", "utf-8")
    script.chmod(0o755)
    repository("config", "core.fsmonitor", str(script))
    for hook in ("post-index-change", "post-checkout", "pre-commit"):
        shutil.copy2(script, tmp_path / ".git" / "hooks" / hook)
    os.utime(tmp_path / "a.md", (1, 1))  # the index must be refreshed
    assert source_of(tmp_path, {}).standing == Standing.CLEAN
    assert not ran.exists()


@pytest.mark.parametrize(
    ("declared", "source"),
    [
        (COMMIT, Source(COMMIT, Standing.DECLARED)),
        (f" {COMMIT.upper()}\n", Source(COMMIT, Standing.DECLARED)),
        ("v1.2", Source(None, Standing.UNKNOWN)),
        ("", Source(None, Standing.UNKNOWN)),
    ],
)
def test_outside_a_repository_the_commit_is_what_was_declared(tmp_path, declared, source):
    assert source_of(tmp_path, {"KHO_COMMIT": declared}) == source


@pytest.mark.usefixtures("repository")
def test_without_git_the_commit_is_not_known(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert source_of(tmp_path, {}) == Source(None, Standing.UNKNOWN)
