"""Markdown → Word → import gives the same report: sections, passages, notes, front matter."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from intake_word.letter import letter, shape, to_docx
from intake_word.office import MANNERS, office_docx
from need import need

from build_tools.gathering import read_archive
from build_tools.intake.imported import Order, import_file
from build_tools.model import Report
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.reading import ReportFile, read_report
from build_tools.registry.reader import read_registry

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = (ROOT / "content", ROOT / "tests" / "sample" / "content")
REPORTS = [
    pytest.param(content, path.relative_to(content).as_posix(), id=path.stem)
    for content in CONTENTS
    for path in sorted(content.glob("*/q*/*.md"))
]


def original(content: Path, key: str) -> Report:
    archive = read_archive(content, content, Problems())
    return next(one for one in archive.reports if one.key == key.removesuffix(".md"))


def imported(path: Path, report: Report, content: Path, key: str) -> Report:
    """The report read back from the file that the import wrote; nothing was lost on the way."""
    problems, target = Problems(), path.parent / key
    order = Order(path, content, target, report.metadata.quarter, report.metadata.issuer)
    done = import_file(order, problems, lambda _: None)
    assert done is not None, text_report(problems)
    assert (done.account.missing, done.account.lost, done.account.twice) == (0, (), ())
    registry = read_registry(content, content, problems)
    again = read_report(ReportFile(target, key, key), registry, problems)
    assert again is not None, text_report(problems)
    return again


def front_matter(report: Report, *fields: str) -> list[object]:
    return [getattr(report.metadata, field) for field in fields]


@pytest.mark.parametrize(("content", "key"), REPORTS)
def test_a_report_set_by_pandoc_comes_back_as_it_was(content: Path, key: str, tmp_path: Path):
    need(find_spec("pypandoc"), "pypandoc_binary")
    report = original(content, key)
    path = tmp_path / "bao-cao.docx"
    to_docx(letter(report, (content / key).read_text(encoding="utf-8")), path)
    again = imported(path, report, content, key)
    assert shape(again) == shape(report)
    fields = ("title", "number", "date", "place", "signed", "recipients")
    assert front_matter(again, *fields) == front_matter(report, *fields)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize(("content", "key"), REPORTS)
def test_a_report_set_by_an_office_comes_back_as_it_was(
    content: Path, key: str, manner: str, tmp_path: Path
):
    report = original(content, key)
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(office_docx(report, manner))
    again = imported(path, report, content, key)
    assert shape(again) == shape(report)
    fields = ("title", "number", "date", "signed", "recipients")
    assert front_matter(again, *fields) == front_matter(report, *fields)
