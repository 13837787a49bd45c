"""“Sửa trang này”, “Thêm báo cáo quý mới”: from a page to the right file in the web editor."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from build_tools.archive import Archive
from build_tools.pages.every import every_page
from build_tools.pages.page import Page
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.site.editing import EditingLinks
from build_tools.site.prepare import prepare
from build_tools.site.repository import LONGEST, Repository, repository

GITHUB = "https://github.com/to-chuc/kho"


def where(url: str = GITHUB, uri: str | None = "edit/main/content/") -> Repository:
    found = repository(url, uri)
    assert found
    return found


@pytest.mark.parametrize(
    ("url", "uri", "edit", "new"),
    [
        (GITHUB, "edit/main/content/", "/edit/main/content/a.md", "/new/main?filename=content/a.md&value=x"),
        (GITHUB, "edit/ban-thao/", "/edit/ban-thao/a.md", "/new/ban-thao?filename=a.md&value=x"),
        ("https://git.example.vn/to/kho", "_edit/main/content/", "/_edit/main/content/a.md",
         "/_new/main/?filename=content/a.md&value=x"),
        ("https://git.example.vn/to/kho", "src/branch/main/content/", "/_edit/main/content/a.md",
         "/_new/main/?filename=content/a.md&value=x"),
        ("https://codeberg.org/to/kho", None, "/_edit/main/content/a.md",
         "/_new/main/?filename=content/a.md&value=x"),
        ("https://gitlab.com/to/kho.git", "edit/master/docs/", "/-/edit/main/content/a.md",
         "/-/new/main?file_name=content/a.md"),
        ("https://git.example.vn/to/kho/", "-/edit/main/content", "/-/edit/main/content/a.md",
         "/-/new/main?file_name=content/a.md"),
    ],
)  # fmt: skip
def test_each_host_has_its_own_editor(url: str, uri: str | None, edit: str, new: str) -> None:
    home = url.rstrip("/").removesuffix(".git")
    found = where(url, uri)
    assert found.edit("a.md") == home + edit
    assert found.new("a.md", ["x"]) == home + new


@pytest.mark.parametrize(("url", "uri"), [("", "edit/main/content/"), (None, None), (GITHUB, "")])
def test_without_a_repository_there_is_no_editor(url: str | None, uri: str | None) -> None:
    assert repository(url, uri) is None


def test_an_edit_uri_that_no_host_has_is_refused() -> None:
    with pytest.raises(ValueError, match="wiki"):
        repository(GITHUB, "wiki/main")


def test_a_text_too_long_for_an_address_gives_way_to_a_shorter_one() -> None:
    long, short = "đ" * LONGEST, "ngắn"
    assert where().new("a.md", [long, short]).endswith("&value=ng%E1%BA%AFn")
    assert where().new("a.md", [long]).endswith("filename=content/a.md")


def links(archive: Archive) -> dict[str, tuple[str | None, list[str]]]:
    editing = EditingLinks(archive, where())
    pages = [page for page in every_page(archive) if isinstance(page, Page)]
    found = {page.address: editing.of(page) for page in pages}
    return {
        address: (one.edit, [report.url for report in one.add])
        for address, one in found.items()
        if one
    }


def test_a_page_leads_to_the_file_that_makes_it(sample_archive: Archive, sample: Path) -> None:
    edits = {address: edit for address, (edit, _) in links(sample_archive).items() if edit}
    assert edits["2022/q3/51-bc-dukcq/"] == f"{GITHUB}/edit/main/content/2022/q3/51-bc-dukcq.md"
    assert edits["linh-vuc/"] == f"{GITHUB}/edit/main/content/registry/areas.yml"
    assert "2022/" not in edits
    for address, edit in edits.items():
        parts = urlsplit(edit)
        file = sample / parts.path.partition("/content/")[2]
        assert file.is_file(), address
        if parts.fragment:
            line = file.read_text("utf-8").split("\n")[int(parts.fragment[1:]) - 1]
            assert line.lstrip("- ") == f"id: {address.rstrip('/').split('/')[-1]}"


def test_a_document_that_no_file_names_has_nothing_to_edit(sample_archive: Archive) -> None:
    unregistered = {f"van-ban/{one.id}/" for one in sample_archive.unregistered}
    assert unregistered
    assert not unregistered & links(sample_archive).keys()


def test_gaps_and_the_quarter_to_come_offer_a_new_report(sample_archive: Archive) -> None:
    adding = {address: add for address, (_, add) in links(sample_archive).items() if add}
    assert set(adding) == {"", "2022/q3/", "2023/q1/"}
    assert len(adding[""]) == 2


def test_the_offered_template_is_a_draft_that_checks_clean(
    sample_archive: Archive, sample: Path, tmp_path: Path
) -> None:
    address = links(sample_archive)["2022/q3/"][1][0]
    assert len(address) <= LONGEST
    asked = parse_qs(urlsplit(address).query)
    assert asked["filename"] == ["content/2022/q3/khong-so-dukdn.md"]
    content = tmp_path / "content"
    (content / "2022/q3").mkdir(parents=True)
    shutil.copytree(sample / "registry", content / "registry")
    (tmp_path / asked["filename"][0]).write_text(asked["value"][0], "utf-8")
    problems = Problems()
    prepare(content, None, problems, drafts=True)
    assert not problems.has_errors, text_report(problems)
