"""A build that cannot finish says why and leaves the old site alone."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from build_tools.problems import Problems
from build_tools.search.pagefind import IndexingError
from build_tools.site import build
from build_tools.site.publish import staged


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was published before."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("cũ", encoding="utf-8")
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def codes(project: Path, content: Path, site: Path):
    """Build over the old site; gives the codes of what went wrong."""

    def build_over() -> list[str]:
        problems = Problems()
        built = build.build_site(content, site, project / "mkdocs.yml", problems, lambda _: None)
        assert built is None
        assert (site / "index.html").read_text("utf-8") == "cũ"
        return [problem.code for problem in problems if problem.severity == "error"]

    return build_over


def fail_with(fault: Exception):
    def fail(*_: object, **__: object) -> None:
        raise fault

    return fail


def test_a_second_build_of_the_same_site_is_told_to_wait(codes, site):
    with staged(site):
        assert codes() == ["KHO608"]


def test_a_failing_indexer_is_reported(codes, monkeypatch):
    monkeypatch.setattr(build, "compose", lambda *_, **__: None)
    monkeypatch.setattr(build, "finish", fail_with(IndexingError("hết bộ nhớ")))
    assert codes() == ["KHO507"]


def test_a_full_disk_is_reported(codes, monkeypatch):
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(build, "compose", fail_with(full))
    assert codes() == ["KHO609"]
