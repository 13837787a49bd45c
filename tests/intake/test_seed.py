"""The one real scan: nothing lost, everything found. Skips where the scan is absent."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from build_tools.intake.account_of_import import doubts_json
from build_tools.intake.imported import Imported, Order, import_file
from build_tools.intake.note_signs import RAISED
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.reading import ReportFile, read_report
from build_tools.registry.reader import read_registry

PLAIN = str.maketrans(RAISED, "0123456789")
JOINS = (
    (19, 25), (35, 43), (55, 67), (81, 85), (95, 109), (121, 131),
    (143, 151), (169, 171), (183, 185), (200, 202), (222, 224),
)  # fmt: skip
SLIPS = {
    ("KHO704", 23), ("KHO704", 59), ("KHO705", 27), ("KHO706", 27), ("KHO706", 29),
    ("KHO706", 107), ("KHO706", 169), ("KHO706", 173), ("KHO706", 175), ("KHO706", 177),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real registry without reports."""
    folder = tmp_path_factory.mktemp("archive")
    shutil.copytree(content / "registry", folder / "registry")
    return folder


@pytest.fixture(scope="module")
def done(seed: Path, archive: Path) -> Imported:
    problems = Problems()
    imported = import_file(Order(seed, archive), problems, lambda _: None)
    assert imported is not None, text_report(problems)
    return imported


@pytest.fixture(scope="module")
def report(done: Imported, archive: Path):
    problems = Problems()
    relative = done.target.relative_to(archive).as_posix()
    read = read_report(
        ReportFile(done.target, relative, relative),
        read_registry(archive, archive, problems),
        problems,
    )
    assert read is not None, text_report(problems)
    return read


@pytest.fixture(scope="module")
def printed(seed: Path) -> list[str]:
    return seed.read_text(encoding="utf-8").split("\n")


def test_it_goes_where_it_belongs(done, archive):
    assert done.target == archive / "2023" / "q3" / "170-bc-duk.md"


def test_every_note_reads_as_printed(report, printed):
    notes = {}
    for line in printed:
        if match := re.match(rf"([{RAISED}]+) (.*)", line):
            notes[match[1].translate(PLAIN)] = " ".join(match[2].split())
    assert len(notes) == 24
    assert {note.number: note.text for note in report.footnotes} == notes
    assert [note.number for note in report.footnotes] == [str(n) for n in range(1, 25)]


def test_three_parts_and_sixteen_areas(report):
    numbers = [(section.level, section.number) for section in report.sections]
    areas = [[(3, str(n)) for n in range(1, last + 1)] for last in (7, 2, 7)]
    parts = [(2, "I"), (2, "II"), (2, "III")]
    assert numbers == [one for part, own in zip(parts, areas, strict=True) for one in (part, *own)]


@pytest.mark.parametrize(("above", "below"), JOINS)
def test_sentences_cross_page_ends(report, printed, above, below):
    end = re.sub(f"[{RAISED}]+", "", printed[above - 1])[-40:].strip()
    start = re.sub(f"[{RAISED}]+", "", printed[below - 1])[:30].strip()
    passages = [passage.text for section in report.sections for passage in section.passages]
    assert sum(f"{end} {start}" in text.replace("*", "") for text in passages) == 1


def test_nothing_is_lost(done):
    assert done.account.missing == 0
    assert done.account.twice == ()
    assert done.account.lost == ()


def test_head_and_tail(report):
    metadata = report.metadata
    assert metadata.number == "170-BC/ĐUK"
    assert metadata.issuer == "duk-kien-giang"
    assert metadata.date is None
    assert metadata.signed.authority == "T/M BAN CHẤP HÀNH"
    assert len(metadata.recipients) == 4


def test_slips_a_machine_can_see(done):
    """Twelve doubts, all on slips that people found too; the twelfth names line 125 from line 69."""
    doubts = json.loads(doubts_json(done))
    found = {(one["code"], one["source_line"]) for one in doubts}
    assert found >= SLIPS
    others = [one for one in doubts if (one["code"], one["source_line"]) not in SLIPS]
    assert [(one["source_line"], "125" in one["message"]) for one in others] == [(69, True)]
    assert all(one["line"] for one in doubts)


#: what the check says of the draft, by line of the source; each was found by people too
CHECKED = {
    (23, "KHO304"), (27, "KHO242"), (27, "KHO243"), (29, "KHO241"), (33, "KHO238"),
    (37, "KHO234"), (41, "KHO238"), (51, "KHO231"), (59, "KHO226"), (59, "KHO241"),
    (101, "KHO241"), (107, "KHO241"), (125, "KHO241"), (127, "KHO241"), (137, "KHO241"),
    (149, "KHO241"), (169, "KHO241"), (173, "KHO241"), (175, "KHO241"), (177, "KHO241"),
    (218, "KHO241"),
}  # fmt: skip


def test_the_check_accepts_the_draft_and_points_at_true_slips_only(kho, done, archive, seed):
    assert done.target.is_file()
    checked = kho("check", "--content", archive, "--format", "json")
    assert checked.returncode == 0
    lines = done.target.read_text("utf-8").split("\n")
    paper = seed.read_text("utf-8").split("\n")
    told = {
        (_line_in(paper, lines[one["line"] - 1], one["column"]), one["code"])
        for one in json.loads(checked.stdout)
        if one["code"] != "KHO406"
    }
    assert told == CHECKED


def _line_in(paper: list[str], line: str, column: int) -> int:
    """The line of the paper that holds the words from a column on, with no mark among them."""
    words = re.split(r"\[\^|\*", line[column - 1 :])[0][:24]
    around = re.split(r"\[\^\d+\]:? ?|\*", line[max(0, column - 13) : column - 1])[-1]
    found = [at for at, text in enumerate(paper, 1) if around + words in text]
    return found[0] if len(found) == 1 else -column


@pytest.mark.usefixtures("done")
def test_the_draft_builds_unpublished(kho, archive, tmp_path):
    built = kho("build", "--content", archive, "--site", tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert "1 bản nháp chưa đăng" in built.stdout


def test_once_approved_it_is_published(kho, done, archive, tmp_path):
    text = done.target.read_text(encoding="utf-8")
    folder = tmp_path / "content"
    shutil.copytree(archive, folder)
    approved = "approval: {by: Người thử, on: 2024-01-02}"
    target = folder / done.target.relative_to(archive)
    target.write_text(
        text.replace("approval: null", approved).replace("draft: true\n", ""), encoding="utf-8"
    )
    built = kho("build", "--content", folder, "--site", tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site/2023/q3/170-bc-duk/index.html").is_file()
