"""A finding an editor lets stand: silent with its reason, loud again when it is stale."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.checks.content import check_content
from build_tools.gathering import read_archive
from build_tools.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
WRONG = "Bổ sung 18 đồng chí, gồm 07 cấp ủy viên, 02 ủy viên và 03 bí thư."
ENTRY = "accepted:\n  - {code: KHO230, near: Bổ sung 18 đồng chí, reason: bản in ghi như vậy}\n"


@pytest.fixture
def codes(tmp_path):
    def check(body: str, head: str = "") -> list[str]:
        shutil.copytree(ROOT / "content" / "registry", tmp_path / "registry", dirs_exist_ok=True)
        path = tmp_path / "2023" / "q3" / "170-bc-duk.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        keys = "title: B\nnumber: 170-BC/ĐUK\nquarter: 2023-Q3\nissuer: duk-kien-giang\nedition: summary\n"
        path.write_text(f"---\n{keys}{head}---\n\n## I- Kết quả\n\n{body}\n", encoding="utf-8")
        problems = Problems()
        check_content(read_archive(tmp_path, Path("content"), problems), problems)
        return [problem.code for problem in problems]

    return check


def test_a_finding_is_silent_when_its_code_and_words_are_accepted_with_a_reason(codes):
    assert codes(WRONG) == ["KHO230"]
    assert codes(WRONG, ENTRY) == []


def test_only_the_sentence_with_those_words_is_silenced(codes):
    other = "Kỷ luật 05 đảng viên (khiển trách 02, cảnh cáo 01)."
    assert codes(f"{WRONG}\n\n{other}", ENTRY) == ["KHO230"]


def test_an_entry_that_silences_nothing_is_itself_a_warning(codes):
    assert codes("Bổ sung 18 đồng chí.", ENTRY) == ["KHO290"]


def test_another_code_silences_nothing(codes):
    assert sorted(codes(WRONG, ENTRY.replace("KHO230", "KHO231"))) == ["KHO230", "KHO290"]


def test_an_error_is_never_silenced(codes):
    entry = "accepted:\n  - {code: KHO250, near: Tuy nhiên, reason: để sau}\n"
    assert sorted(codes("Đã làm.\n\nTuy nhiên, …", entry)) == ["KHO250", "KHO290"]


def test_an_entry_without_a_reason_is_an_error(codes):
    assert "KHO111" in codes(WRONG, "accepted:\n  - {code: KHO230, near: Bổ sung}\n")


def test_a_visible_note_of_the_editors_silences_its_sentence(codes):
    assert codes(WRONG.replace("bí thư.", "bí thư [BBT: bản in ghi như vậy].")) == []


def test_a_gate_opens_only_for_the_words_a_person_answers_for_by_name_and_day(codes):
    body = "Liên hệ: 0912 345 678."
    entry = '  - {code: KHO422, near: "0912 345 678", reason: số trực, by: Trần Văn Mẫu, on: 2024-01-05}\n'
    assert codes(body) == ["KHO422"]
    assert codes(body, f"accepted:\n{entry}") == []
    assert codes(f"{body} Số khác: 0912 345 679.", f"accepted:\n{entry}") == ["KHO422"]
    unsigned = entry.replace(", by: Trần Văn Mẫu, on: 2024-01-05", "")
    assert sorted(codes(body, f"accepted:\n{unsigned}")) == ["KHO290", "KHO422"]
    assert codes(f"{body} [BBT: như bản in]") == ["KHO422"]
