"""Contradictions between reports and registry, and what merely looks like one.

``tests/fixtures/conflicts/<case>.txt`` holds entries of the registry and the bodies of
reports, each behind a line ``=== <file>``; ``<case>.problems.txt`` is what the terminal
says. A case whose name begins with ``silent`` must say nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.checks.content import check_content
from build_tools.gathering import read_archive
from build_tools.problem_text import json_report, text_report
from build_tools.problems import Problems, Severity

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "conflicts"
CASES = sorted(path for path in FOLDER.glob("*.txt") if ".problems" not in path.name)
SILENT = [case for case in CASES if case.stem.startswith("silent")]
RULES = [f"KHO{number}" for number in (301, 302, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313)]
ISSUERS = """\
- {id: duk, name: Đảng ủy Khối, code: ĐUK, predecessors: [duk-cu]}
- {id: duk-cu, name: Đảng ủy Dân Chính Đảng, code: ĐUK}
- {id: bo-chinh-tri, name: Bộ Chính trị, code: TW}
- {id: ban-bi-thu, name: Ban Bí thư, code: TW}
- {id: trung-uong, name: Ban Chấp hành Trung ương Đảng, aliases: [Ban Chấp hành Trung ương], code: TW}
- {id: tinh-uy, name: Tỉnh ủy Lam Hải, aliases: [Tỉnh ủy, Ban Thường vụ Tỉnh ủy], code: TU}
- {id: btc, name: Ban Tổ chức Tỉnh ủy, code: BTCTU}
- {id: chinh-phu, name: Chính phủ, code: CP}
- {id: thu-tuong, name: Thủ tướng Chính phủ}
"""


def content_of(case: str, root: Path) -> Path:
    """The content folder that a case describes."""
    files = {"registry/directives.yml": "[]\n", "registry/areas.yml": "[]\n"}
    files["registry/issuers.yml"] = ISSUERS
    files["registry/archive.yml"] = "title: Kho thử\ndescription: Kho thử\n"
    for part in case.split("=== ")[1:]:
        name, _, text = part.partition("\n")
        files[name] = text.strip() + "\n"
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if name.startswith("registry") else _report(name, text), "utf-8")
    return root / "content"


def _report(name: str, body: str) -> str:
    year, quarter, file = name.split("/")
    number = file.partition("-")[0]
    head = f"title: Báo cáo\nnumber: {number}-BC/ĐUK\nquarter: {year}-{quarter.upper()}\n"
    return f"---\n{head}issuer: duk\nedition: summary\n---\n## I- Kết quả\n\n{body}"


def found(case: Path, root: Path) -> Problems:
    problems = Problems()
    content = content_of(case.read_text("utf-8"), root)
    check_content(read_archive(content, Path("content"), problems), problems)
    told = Problems()
    for problem in problems:
        if problem.code != "KHO413":  # the cases put their reports into one quarter
            record = told.error if problem.severity is Severity.ERROR else told.warning
            record(
                problem.code, problem.place, problem.message, problem.hint, beside=problem.beside
            )
    return told


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_case_is_reported_in_these_words(case, golden, tmp_path):
    golden(case.with_suffix(".problems.txt"), text_report(found(case, tmp_path)) + "\n")


@pytest.mark.parametrize("case", SILENT, ids=lambda path: path.stem)
def test_what_only_looks_like_a_contradiction_is_let_be(case, tmp_path):
    assert list(found(case, tmp_path)) == []


def test_every_rule_has_cases_that_fire(tmp_path):
    loud = [case for case in CASES if case not in SILENT]
    codes = {p.code for at, case in enumerate(loud) for p in found(case, tmp_path / str(at))}
    assert codes == set(RULES)


def test_only_the_registry_itself_can_be_in_error(tmp_path):
    for at, case in enumerate(CASES):
        for problem in found(case, tmp_path / str(at)):
            assert (problem.severity == "error") == problem.place.path.endswith("directives.yml")


def test_both_places_of_a_contradiction_have_line_column_and_source(tmp_path):
    for at, case in enumerate(CASES):
        for problem in found(case, tmp_path / str(at)):
            assert None not in {problem.place.line, problem.place.column, problem.place.source}
            if problem.beside is not None:
                other = problem.beside
                assert None not in {other.line, other.column, other.source}
                assert other != problem.place


def test_programs_read_the_other_place_too(tmp_path):
    problems = found(FOLDER / "dates-of-report-and-registry.txt", tmp_path)
    assert '"beside": {\n   "path": "content/registry/directives.yml",' in json_report(problems)
