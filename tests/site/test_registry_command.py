"""``kho registry``: proposed entries hold what the reports say, and read back."""

from __future__ import annotations

import shutil

import pytest

from build_tools.gathering import connect, read_archive
from build_tools.problem_text import text_report
from build_tools.problems import Problems


@pytest.fixture
def content(sample, tmp_path):
    return shutil.copytree(sample, tmp_path / "content")


def test_every_unregistered_directive_is_proposed_with_its_facts_and_places(kho, content):
    done = kho("registry", "--content", content)
    assert done.returncode == 0, done.stderr
    assert "- id: nd-145-cp-2020\n  type: nghi-dinh\n  number: 145\n" in done.stdout
    assert "# viện dẫn ở " in done.stdout
    assert "văn bản chưa có trong danh mục" in done.stderr


def test_written_entries_are_read_without_a_fault_and_nothing_is_left_to_propose(kho, content):
    path = content / "registry" / "directives.yml"
    before = path.read_text("utf-8")
    assert kho("registry", "--content", content, "--write").returncode == 0
    after = path.read_text("utf-8")
    problems = Problems()
    archive = read_archive(content, content, problems)
    assert not problems.has_errors, text_report(problems)
    assert archive.is_registered("nd-145-cp-2020")
    assert "0 văn bản" in kho("registry", "--content", content).stderr
    kho("registry", "--content", content, "--write")
    assert path.read_text("utf-8") == after
    rest = iter(after.split("\n"))
    assert all(line in rest for line in before.rstrip().split("\n")), (
        "a line of the editors is gone"
    )


def test_a_proposed_source_is_always_left_to_an_editor(kho, content):
    shown = kho("registry", "--content", content).stdout
    assert shown.count("\n  source: null\n") == shown.count("- id: ")
    assert "http" not in shown


def test_after_writing_every_address_outlives_the_report_that_taught_it(kho, content):
    assert kho("registry", "--content", content, "--write").returncode == 0
    whole = read_archive(content, content, Problems())
    published = [*whole.directives, *(r.origin.split("/")[1] for r in whole.redirects)]
    for report in whole.reports:
        left = connect(tuple(one for one in whole.reports if one != report), whole.registry)
        for key in published:
            if whole.is_registered(key) or key in left.directives:
                assert key in left.directives, (report.key, key)
            elif key in {name for names in whole.less.values() for name in names}:
                moved = {r.origin: r.target for r in left.redirects}
                assert f"van-ban/{key}/" in moved, (report.key, key)


def test_a_citation_in_doubt_proposes_nothing(kho, content):
    assert "- id: nq-18-tw\n" not in kho("registry", "--content", content).stdout
