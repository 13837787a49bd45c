"""The preview: the pages a build would give, the last good ones, and what is wrong."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.problems import Problems
from build_tools.site.compose import Dresser
from build_tools.site.prepare import prepare
from build_tools.site.preview.latest import Latest
from build_tools.site.preview.server import as_event
from build_tools.site.preview.watching import watch

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
REPORT = "2023/q3/170-bc-duk"


def test_a_page_dressed_alone_is_the_page_of_the_built_site(
    sample: Path, sample_site: Path
) -> None:
    prepared = prepare(sample, None, Problems())
    assert prepared
    dresser = Dresser(CONFIG, sample, "")
    dresser.wear(prepared)
    for page in prepared.pages:
        built = (sample_site / page.address / "index.html").read_text("utf-8")
        assert dresser.dress(page) == built, page.address


@pytest.fixture
def latest(content: Path, tmp_path: Path) -> Latest:
    shutil.copytree(content, tmp_path / "content")
    made = Latest(CONFIG, tmp_path / "content", "http://127.0.0.1:8000/", tmp_path / "work")
    made.read(dressing=False)
    return made


@pytest.fixture
def save(tmp_path: Path, latest: Latest) -> Callable[[str, str], None]:
    def change(old: str, new: str) -> None:
        report = tmp_path / "content" / f"{REPORT}.md"
        text = report.read_text("utf-8")
        assert old in text
        report.write_text(text.replace(old, new, 1), "utf-8")
        latest.read(dressing=False)

    return change


def test_a_save_is_on_the_page(latest: Latest, save: Callable[[str, str], None]) -> None:
    save("Tuy nhiên,", "Tuy nhiên, CHỮ VỪA LƯU,")
    assert "CHỮ VỪA LƯU" in (latest.page(f"{REPORT}/") or "")
    assert (latest.state.pages, latest.state.stale) == (2, False)


def test_a_save_that_cannot_be_read_leaves_the_page_and_tells_why(
    latest: Latest, save: Callable[[str, str], None]
) -> None:
    before = latest.page(f"{REPORT}/")
    save("[^3]:", "[^33]: CHỮ HỎNG")
    assert latest.page(f"{REPORT}/") == before
    assert (latest.state.pages, latest.state.stale) == (1, True)
    told = json.loads(as_event(latest.state))
    error = next(one for one in told["problems"] if one["severity"] == "error")
    assert error["path"].endswith(f"{REPORT}.md")
    assert error["hint"]
    assert "^" in error["excerpt"]
    save("[^33]: CHỮ HỎNG", "[^3]:")
    assert (latest.state.pages, latest.state.stale) == (2, False)


def test_search_follows_and_is_served_from_its_own_folder(latest: Latest) -> None:
    assert not latest.state.searchable
    indexing = threading.Thread(target=latest.index)
    indexing.start()
    assert latest.file("search/index/catalogue.kho")
    indexing.join()
    assert latest.file("search/index/catalogue.kho")
    assert latest.state.searchable


def test_nothing_outside_its_folders_is_served(latest: Latest, tmp_path: Path) -> None:
    (tmp_path / "work" / "assets").mkdir(parents=True)
    (tmp_path / "work" / "secret.txt").write_text("x", "utf-8")
    assert latest.file("../secret.txt") is None
    latest.index()
    assert latest.file("search/index/../secret.txt") is None
    assert latest.page("../content/") is None


def test_every_save_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    first, second = tmp_path / "a" / "1.md", tmp_path / "a" / "2.md"
    first.write_text("một", "utf-8")
    stop, heard = threading.Event(), threading.Event()
    found: list[set[Path]] = []

    def changed(paths: set[Path]) -> None:
        found.append(paths)
        heard.set()

    watching = threading.Thread(target=watch, args=((tmp_path,), changed, stop))
    watching.start()
    try:
        for act in (
            lambda: second.write_text("hai", "utf-8"),
            lambda: first.write_text("một hai", "utf-8"),
            second.unlink,
        ):
            threading.Event().wait(0.2)
            act()
            assert heard.wait(10)
            heard.clear()
    finally:
        stop.set()
        watching.join()
    assert set().union(*found) == {first, second}
