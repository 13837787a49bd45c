"""``kho build``: from content to a published site, and what happens when it cannot."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Kho = Callable[..., subprocess.CompletedProcess[str]]
PROJECT = Path(__file__).parents[2]

REAL_PAGES = {
    "home": 1, "year": 1, "quarter": 1, "report": 1, "directives": 1, "directive": 42,
    "issuers": 1, "issuer": 7, "areas": 1, "area": 7, "search": 1, "exports": 1, "recognition": 1,
}  # fmt: skip
SAMPLE_PAGES = {
    "home": 1, "year": 2, "quarter": 8, "report": 14, "directives": 1,
    "issuers": 1, "areas": 1, "area": 7, "search": 1, "exports": 1, "recognition": 1,
}  # fmt: skip


def pages_by_kind(site: Path) -> dict[str, int]:
    pages = json.loads((site / "manifest.json").read_text("utf-8"))["pages"]
    return {kind: len(addresses) for kind, addresses in pages.items()}


def all_text(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def editable(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    shutil.copytree(PROJECT / "content", content)
    return content


def test_the_real_archive_has_every_kind_of_page(real_site: Path) -> None:
    assert REAL_PAGES.items() <= pages_by_kind(real_site).items()


def test_the_sample_archive_has_every_kind_of_page(sample_site: Path) -> None:
    assert SAMPLE_PAGES.items() <= pages_by_kind(sample_site).items()


@pytest.mark.parametrize(
    "address",
    [
        "index.html", "2023/index.html", "2023/q3/index.html", "2023/q3/170-bc-duk/index.html",
        "van-ban/index.html", "van-ban/ct-21-tw-2023/index.html", "co-quan/index.html",
        "co-quan/duk-kien-giang/index.html", "linh-vuc/index.html", "linh-vuc/chinh-tri/index.html",
        "tim-kiem/index.html", "du-lieu/index.html", "du-lieu/bao-cao.json", "du-lieu/bao-cao.csv",
        "du-lieu/van-ban.json", "du-lieu/vien-dan.csv", "feed.xml", "search/kho-search.js",
        "search/index/catalogue.kho", "404.html", "sitemap.xml",
    ],
)  # fmt: skip
def test_every_address_of_the_design_exists(real_site: Path, address: str) -> None:
    assert (real_site / address).is_file()


def test_every_page_of_the_sample_is_labelled_as_a_sample(sample_site: Path) -> None:
    notice = "DỮ LIỆU MẪU"
    pages = list(sample_site.rglob("*.html"))
    unlabelled = [p for p in pages if notice not in p.read_text("utf-8").upper()]
    assert (len(pages) > 100, unlabelled) == (True, [])


def test_the_real_archive_is_not_labelled_as_a_sample(real_site: Path) -> None:
    assert "dữ liệu mẫu" not in (real_site / "index.html").read_text("utf-8").lower()


def test_a_build_says_what_it_built_and_how_to_look_at_it(kho: Kho, tmp_path: Path) -> None:
    told = kho("build", "--site", tmp_path / "site").stdout
    assert re.search(r"Đã dựng \d+ trang vào .* trong \d+\.\d giây\.", told)
    assert "1 báo cáo, 24 chú thích, 65 viện dẫn" in told
    assert "Cần xem lại:" in told
    assert "kho serve" in told


def test_under_make_it_names_the_make_target(kho: Kho, tmp_path: Path) -> None:
    assert "make serve" in kho("build", "--site", tmp_path / "site", MAKELEVEL="1").stdout


def test_a_fault_in_the_content_leaves_the_old_site_byte_for_byte(
    kho: Kho, editable: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    assert kho("build", "--content", editable, "--site", site).returncode == 0
    before = all_text(site)
    report = editable / "2023/q3/170-bc-duk.md"
    report.write_text(report.read_text("utf-8").replace("[^7]:", "[^77]:"), "utf-8")
    failed = kho("build", "--content", editable, "--site", site)
    assert failed.returncode == 1
    assert "KHO202" in failed.stderr
    assert "trang web cũ (nếu có) giữ nguyên" in failed.stderr
    assert all_text(site) == before


def test_a_picture_beside_the_report_is_published_with_it(
    kho: Kho, editable: Path, tmp_path: Path
) -> None:
    (editable / "published.jsonl").unlink()  # the report is then a new one and may change
    report = editable / "2023/q3/170-bc-duk.md"
    picture = editable / "2023/q3/170-bc-duk-hinh-1.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    shown = "![Trụ sở](170-bc-duk-hinh-1.png) [báo cáo này](170-bc-duk.md#i-4)\n\n[^1]:"
    report.write_text(report.read_text("utf-8").replace("[^1]:", shown, 1), "utf-8")
    done = kho("build", "--content", editable, "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/2023/q3/170-bc-duk-hinh-1.png").is_file()


def test_a_folder_that_cannot_be_written_is_a_problem_with_its_cure(
    kho: Kho, tmp_path: Path
) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", "utf-8")
    failed = kho("build", "--site", tmp_path / "tep" / "site")
    assert failed.returncode == 1
    assert "KHO609" in failed.stderr
    assert "Traceback" not in failed.stderr
