"""Every rule fires where its golden file says so, at those words, and nowhere else."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from build_tools.checks.accepting import Acceptances
from build_tools.checks.examples import FOLDER, Example, read_examples
from build_tools.checks.finding import Finding
from build_tools.checks.rules import ARCHIVE_RULES, REPORT_RULES
from build_tools.gathering import read_archive
from build_tools.problem_text import text_report
from build_tools.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
NAMES = [rule.name for rule in (*REPORT_RULES, *ARCHIVE_RULES)]
CASES = [one for path in sorted((ROOT / FOLDER).glob("*.txt")) for one in read_examples(path)]
FIRST = "2023-Q3 170-BC/ĐUK"


HEADS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "svg": b"<svg>", "pdf": b"%PDF-1.7"}


def lay_beside(folder: Path, name: str, kind: str, kilobytes: str) -> None:
    """A file beside the reports: ``@+ 2023/q3/so-do.png png 300``."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADS[kind].ljust(int(kilobytes) * 1000, b" "))


def written(example: Example, folder: Path) -> None:
    """The reports of a case as files of an archive."""
    shutil.copytree(ROOT / "content" / "registry", folder / "registry")
    reports: list[tuple[str, list[str]]] = []
    for line in example.lines:
        if line.startswith("@+ "):
            lay_beside(folder, *line.split()[1:])
        elif line.startswith("@@ "):
            reports.append((line[3:], []))
        else:
            if not reports:
                reports.append((FIRST, []))
            reports[-1][1].append(line)
    for place, lines in reports:
        quarter, number = place.split()
        keys = {
            "title": "Báo cáo",
            "number": number,
            "quarter": quarter,
            "issuer": "duk-kien-giang",
            "edition": "summary",
        } | dict(line[2:].split(": ", 1) for line in lines if line.startswith("@ "))
        body = "\n".join(line for line in lines if not line.startswith("@ "))
        if not any(line.startswith("## ") for line in lines):
            body = f"## I- Kết quả\n\n{body}"
        head = "\n".join(f"{key}: {value}" for key, value in keys.items())
        year, number_of_quarter = keys["quarter"].split("-Q")
        name = number.lower().replace("/", "-").replace("đ", "d")
        path = folder / year / f"q{number_of_quarter}" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")


def found(example: Example, folder: Path) -> list[Finding]:
    written(example, folder)
    problems = Problems()
    archive = read_archive(folder, Path("content"), problems)
    assert problems.errors == 0, text_report(problems)
    findings = [
        finding
        for rule in REPORT_RULES
        if rule.name == example.rule
        for report in archive.reports
        for finding in rule.find(report)
    ] + [
        finding
        for rule in ARCHIVE_RULES
        if rule.name == example.rule
        for finding in rule.find(archive)
    ]
    accepted = Acceptances(archive.reports)
    return [finding for finding in findings if not accepted.silence_finding(finding)]


@pytest.mark.parametrize(
    "example", CASES, ids=[f"{c.rule}-{c.code or 'im'}-{at}" for at, c in enumerate(CASES)]
)
def test_a_rule_does_what_its_golden_case_says(example, tmp_path):
    findings = found(example, tmp_path)
    told = [(finding.code, finding.place) for finding in findings]
    if example.code is None:
        assert told == [], [finding.message for finding in findings]
        return
    assert [code for code, _ in told] == [example.code], [f.message for f in findings]
    place = told[0][1]
    assert place.source is not None
    assert place.column is not None
    assert place.source[place.column - 1 :].startswith(example.words)


def test_every_rule_has_cases_that_fire_and_cases_that_stay_silent():
    fires = Counter(case.rule for case in CASES if case.code)
    silent = Counter(case.rule for case in CASES if case.code is None)
    assert {case.rule for case in CASES} == set(NAMES)
    assert [name for name in NAMES if not (fires[name] and silent[name])] == []


def test_rules_have_names_of_their_own():
    assert len(NAMES) == len(set(NAMES))
