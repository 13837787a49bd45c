"""A content folder made to harm: what is no ordinary file, and names that would not travel."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath

import pytest

from build_tools.content_files import content_files, unfit
from build_tools.files import MAX_BYTES, read_file
from build_tools.problem_text import text_report
from build_tools.problems import Problems

SHOWN = Path("content")


def walk(content: Path) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    problems = Problems()
    names = content_files(content, SHOWN, problems)
    assert all(one.severity == "error" for one in problems)
    return names, [(one.code, one.place.path.removeprefix("content/")) for one in problems]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one report file."""
    folder = tmp_path / "content"
    (folder / "2023" / "q3").mkdir(parents=True)
    (folder / "2023" / "q3" / "12-bc-duk.md").write_text("x", "utf-8")
    return folder


REPORT = "2023/q3/12-bc-duk.md"


def test_reports_and_pictures_come_in_order_and_other_files_not_at_all(content):
    for name in (
        "2023/q3/anh.PNG",
        "2023/a.pdf",
        "2023/q3/nguon.docx",
        "2023/q3/._x.md",
        ".git/a.md",
    ):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("x", "utf-8")
    assert walk(content) == (("2023/a.pdf", REPORT, "2023/q3/anh.PNG"), [])


@pytest.mark.parametrize("suffix", [".md", ".png"])
def test_a_link_out_of_the_folder_is_refused_whatever_it_names(content, tmp_path, suffix):
    (tmp_path / f"secret{suffix}").write_text("mật", "utf-8")
    (content / f"2023/q3/a{suffix}").symlink_to(tmp_path / f"secret{suffix}")
    assert walk(content) == ((REPORT,), [("KHO607", f"2023/q3/a{suffix}")])


def test_a_linked_folder_is_not_entered_wherever_it_leads(content, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.png").write_text("x", "utf-8")
    (content / "out").symlink_to(tmp_path / "outside")
    (content / "2023" / "loop").symlink_to(content)
    assert walk(content) == ((REPORT,), [("KHO607", "2023/loop"), ("KHO607", "out")])


def test_links_that_lead_round_in_a_circle_end(content):
    one, other = content / "2023/q3/a.md", content / "2023/q3/b.md"
    one.symlink_to(other)
    other.symlink_to(one)
    problems = Problems()
    for name in content_files(content, SHOWN, problems):
        read_file(content / name, name, problems)
    assert [(one.code, "vòng quanh" in one.message) for one in problems] == [("KHO601", True)] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_is_refused_and_never_waited_for(content):
    os.mkfifo(content / "2023/q3/13-bc-duk.md")
    os.mkfifo(content / "ong")
    assert walk(content) == ((REPORT,), [("KHO610", "2023/q3/13-bc-duk.md"), ("KHO610", "ong")])
    problems = Problems()
    assert read_file(content / "ong", "ong", problems) is None
    assert [one.code for one in problems] == ["KHO610"]


def test_a_device_is_refused_though_it_looks_empty():
    problems = Problems()
    assert read_file(Path("/dev/zero"), "a.md", problems) is None
    assert [one.code for one in problems] == ["KHO610"]


def test_a_hundred_megabytes_are_not_read(tmp_path):
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    problems = Problems()
    assert read_file(path, "a.md", problems) is None
    assert [one.code for one in problems] == ["KHO604"]
    assert MAX_BYTES < 100_000_000


def test_a_folder_that_cannot_be_opened_is_said_and_not_skipped(content, monkeypatch):
    scandir = os.scandir

    def closed(path):
        if str(path).endswith("q3"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert walk(content) == ((), [("KHO601", "2023/q3")])


def test_a_folder_that_vanished_is_said(tmp_path):
    problems = Problems()
    assert content_files(tmp_path / "none", SHOWN, problems) == ()
    assert [(one.code, one.place.path) for one in problems] == [("KHO601", "content")]


@pytest.mark.parametrize(
    "name",
    [
        "a\nb.png", "a\x1b[31m.png", "\u202egnp.exe.png", "a\u200b.png", "<script>alert(1)<.png", 'a".png',
        "a:b.png", "a|b.png", "a*.png", "a?.png", "..\\..\\a.png", "CON.png", "aux.png", "nul.tar.png",
        "Com1.png", " a.png", "a.png ", "a.png.", "x" * 151, "đ" * 76, "\udcff.png",
    ],
)  # fmt: skip
def test_names_that_would_not_travel_are_refused(name):
    assert unfit(PurePosixPath("2023/q3", name)) is not None


@pytest.mark.parametrize("name", ["170-bc-duk-hinh-1.png", "Hình 1.PNG", "a..b.pdf", "console.png"])
def test_names_that_people_give_are_kept(name):
    assert unfit(PurePosixPath("2023/q3", name)) is None


def test_a_name_that_the_disk_took_is_refused_without_breaking_the_report(content):
    (content / "2023/q3/a\n::error::b.png").write_text("x", "utf-8")
    problems = Problems()
    content_files(content, SHOWN, problems)
    assert [one.code for one in problems] == ["KHO611"]
    assert len(text_report(problems).splitlines()) == 3


def test_a_report_named_as_a_script_is_left_to_the_reader_of_reports(content):
    (content / "2023/q3/<script>alert(1)<\x1b>.md").write_text("x", "utf-8")
    names, found = walk(content)
    assert (len(names), found) == (2, [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hinh.png", "hinh.PNG"),
        ("hình.png", unicodedata.normalize("NFD", "hình.png")),
        ("ĐỒ.png", "đồ.png"),
    ],
)
def test_names_that_another_system_takes_for_one_are_refused(content, one, other):
    for name in (one, other):
        (content / "2023" / name).write_text("x", "utf-8")
    if len(list((content / "2023").glob("*.*"))) < 2:
        pytest.skip("this very disk takes them for one")
    names, found = walk(content)
    assert (len(names), [code for code, _ in found]) == (3, ["KHO612"])
