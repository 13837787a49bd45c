"""``kho registry``: proposed entries hold what the reports say, and read back."""

from __future__ import annotations

import shutil

import pytest

from build_tools.gathering import read_archive
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
    before = (content / "registry" / "directives.yml").read_text("utf-8")
    assert kho("registry", "--content", content, "--write").returncode == 0
    after = (content / "registry" / "directives.yml").read_text("utf-8")
    assert after.startswith(before.rstrip())
    problems = Problems()
    archive = read_archive(content, content, problems)
    assert not problems.has_errors, text_report(problems)
    assert archive.is_registered("nd-145-cp-2020")
    assert "0 văn bản" in kho("registry", "--content", content).stderr


def test_a_citation_in_doubt_proposes_nothing(kho, content):
    assert "- id: nq-18-tw\n" not in kho("registry", "--content", content).stdout
