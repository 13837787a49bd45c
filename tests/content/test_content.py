"""The published content itself: faithful to the paper, in words of its own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from build_tools.citations.recognise import recognise
from build_tools.gathering import read_archive
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.vietnamese import fold, nfc

KEY = "2023/q3/170-bc-duk"
RUN = 14
NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")


@pytest.fixture(scope="module")
def report(real_archive):
    return next(report for report in real_archive.reports if report.key == KEY)


@pytest.fixture(scope="module")
def written(content: Path) -> str:
    return nfc((content / f"{KEY}.md").read_text("utf-8"))


@pytest.fixture(scope="module")
def printed(seed: Path) -> str:
    return nfc(seed.read_text("utf-8"))


@pytest.mark.parametrize("folder", ["content", "sample"])
def test_the_content_has_no_errors(folder, request):
    problems = Problems()
    read_archive(request.getfixturevalue(folder), Path("content"), problems)
    assert problems.errors == 0, text_report(problems)


def test_the_report_has_three_parts_with_seven_two_and_seven_items(report):
    parts = [section for section in report.sections if section.part is None]
    assert [part.number for part in parts] == ["I", "II", "III"]
    counts = Counter(section.part for section in report.sections if section.part)
    assert counts == {"i": 7, "ii": 2, "iii": 7}
    assert len(report.sections) == 3 + 16


def test_its_items_follow_the_seven_areas_twice(real_archive, report):
    areas = [area.id for area in real_archive.registry.areas]
    assert len(areas) == 7
    for part in ("i", "iii"):
        assert [section.area for section in report.sections if section.part == part] == areas


def test_every_area_of_the_results_has_one_limitation(report):
    found = {s.anchor: len(s.limitations) for s in report.sections if s.part == "i"}
    assert found == {f"i-{number}": 1 for number in range(1, 8)}


def test_it_has_twenty_four_notes_each_with_one_mark(report):
    assert [note.number for note in report.footnotes] == [str(n) for n in range(1, 25)]
    assert [len(note.marks) for note in report.footnotes] == [1] * 24


def test_it_is_a_summary_of_unknown_date_signed_as_printed(report):
    metadata = report.metadata
    assert (metadata.number, metadata.date, metadata.place) == ("170-BC/ĐUK", None, None)
    assert (metadata.edition, metadata.approval) == ("summary", None)
    assert (metadata.signed.authority, metadata.signed.name) == (
        "T/M BAN CHẤP HÀNH",
        "Trần Chí Viễn",
    )
    assert len(metadata.recipients) == 4


def test_every_document_it_cites_is_in_the_registry(real_archive):
    cited = real_archive.backlinks.keys()
    assert [key for key in cited if not real_archive.is_registered(key)] == []


def test_every_number_of_the_paper_stands_in_the_report(printed, written):
    missing = set(NUMBER.findall(printed)) - set(NUMBER.findall(written))
    assert sorted(number for number in missing if not _is_joined(number, written)) == []


def _is_joined(number: str, text: str) -> bool:
    """A number the paper broke over a line or joined by a hyphen may stand in two pieces."""
    return all(
        re.search(rf"(?<!\d){re.escape(part)}(?!\d)", text) for part in re.split(r"[-/]", number)
    )


def test_every_numbered_document_of_the_paper_is_cited_as_often_at_least(printed, written):
    in_paper = Counter((m.number, m.symbol) for m in recognise(printed))
    in_report = Counter((m.number, m.symbol) for m in recognise(written))
    assert in_paper - in_report == Counter()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1)}


def test_no_run_of_fourteen_words_is_taken_from_the_paper(content, printed):
    paper = runs(printed)
    assert len(paper) > 5000
    taken = {
        " ".join(run)
        for file in content.rglob("*.md")
        for run in runs(file.read_text("utf-8")) & paper
    }
    assert sorted(taken) == []
