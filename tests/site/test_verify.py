"""Verification finds in a finished site what a reader's browser would stumble over."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.checks.site import verify_site
from build_tools.problems import Problems

Kho = Callable[..., subprocess.CompletedProcess[str]]
REPORT = "2023/q3/170-bc-duk/index.html"


@pytest.fixture
def site(real_site: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "site"
    shutil.copytree(real_site, copy)
    return copy


def faults(site: Path) -> list[tuple[str, str]]:
    problems = Problems()
    verify_site(site, problems)
    return [(problem.code, problem.place.path) for problem in problems]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("built", ["real_site", "sample_site"])
def test_a_fresh_site_has_no_broken_link_and_no_double_id(
    built: str, request: pytest.FixtureRequest
) -> None:
    assert faults(request.getfixturevalue(built)) == []


def test_all_footnotes_lead_there_and_back(real_site: Path) -> None:
    html = (real_site / REPORT).read_text("utf-8")
    for number in range(1, 25):
        assert html.count(f'id="fn-{number}"') == 1
        assert html.count(f'id="fnref-{number}"') == 1
        assert f'href="#fn-{number}"' in html
        assert f'href="#fnref-{number}"' in html


def test_a_link_to_a_missing_page_is_found(site: Path) -> None:
    edit(site / REPORT, 'href="#fn-3"', 'href="../khong-co/"')
    assert ("KHO501", REPORT) in faults(site)


def test_a_link_out_of_the_site_is_found(site: Path) -> None:
    edit(site / REPORT, 'href="#fn-3"', 'href="../../../../ngoai.html"')
    assert ("KHO501", REPORT) in faults(site)


def test_a_link_to_a_missing_fragment_is_found(site: Path) -> None:
    edit(site / REPORT, 'href="#fn-3"', 'href="#fn-333"')
    assert faults(site) == [("KHO502", REPORT)]


def test_a_fragment_missing_on_another_page_is_found(site: Path) -> None:
    edit(site / REPORT, 'id="i-3-p1"', 'id="i-3-p111"')
    assert {code for code, _ in faults(site)} == {"KHO502"}


def test_an_id_that_stands_twice_is_found(site: Path) -> None:
    edit(site / REPORT, 'id="fn-3"', 'id="fn-4"')
    assert ("KHO503", REPORT) in faults(site)


def test_a_missing_page_is_found(site: Path) -> None:
    (site / REPORT).unlink()
    assert ("KHO504", REPORT) in faults(site)


def test_a_page_that_does_not_belong_is_found(site: Path) -> None:
    (site / "la.html").write_text("<p>lạ</p>", "utf-8")
    assert faults(site) == [("KHO505", "la.html")]


def test_a_search_index_that_was_cut_off_is_found(site: Path) -> None:
    (site / "search" / "index" / "catalogue.kho").write_bytes(b"")
    assert faults(site) == [("KHO508", "search/index")]


def test_a_folder_that_is_no_site_is_said_so(tmp_path: Path) -> None:
    assert ("KHO506", "manifest.json") in faults(tmp_path)


def test_the_command_counts_what_it_saw(kho: Kho, site: Path) -> None:
    good = kho("verify", site)
    assert (good.returncode, "Không có lỗi." in good.stdout) == (0, True)
    (site / REPORT).unlink()
    assert kho("verify", site).returncode == 1
    assert kho("verify", site / "khong-co").returncode == 2
