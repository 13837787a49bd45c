"""Doubts and refusals that no layout shows: each code where it is met."""

from __future__ import annotations

import dataclasses

import pytest

from build_tools.intake.imported import Imported, Order, import_file, losses
from build_tools.intake.proof import Mismatch
from build_tools.intake.source import Source
from build_tools.intake.structure import structure
from build_tools.intake.text_reader import read_text_manuscript
from build_tools.problems import Problems

HEAD = "Số 9-BC/ĐUKCQ\nBÁO CÁO\nCông tác quý I/2023\n\nI- KẾT QUẢ\n\n"


def codes(text: str, encoding: str = "UTF-8") -> list[str]:
    draft = structure(read_text_manuscript(Source("a.txt", text, encoding)))
    return [doubt.code for doubt in draft.doubts]


def imported(text: str, sample, tmp_path) -> tuple[Imported | None, list[str]]:
    scan = tmp_path / "scan.txt"
    scan.write_text(text, encoding="utf-8")
    problems = Problems()
    done = import_file(Order(scan, sample, tmp_path / "a.md"), problems, lambda _: None)
    return done, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("text", "encoding", "code"),
    [
        ("vết bẩn ở góc\n" + HEAD, "UTF-8", "KHO714"),
        ("I- KẾT QUẢ\n\nTốt.\n", "UTF-8", "KHO714"),
        (HEAD, "VNI", "KHO716"),
        (
            HEAD + "Mở lớp1 và trại2, cảnh cáo 013, khen4 nhiều.\n\n"
            "1 Một.\n\n2 Hai.\n\n3 Ba.\n\n4 Bốn.\n",
            "UTF-8",
            "KHO719",
        ),
    ],
)
def test_doubt(text, encoding, code):
    assert code in codes(text, encoding)


def test_what_cannot_be_read_back_is_not_written(sample, tmp_path):
    done, found = imported(HEAD + "Chữ [^ lạ] trong bài.\n", sample, tmp_path)
    assert done is None
    assert found == ["KHO789"]
    assert not (tmp_path / "a.md").exists()


def test_a_loss_is_told_first(sample, tmp_path):
    done, _ = imported(HEAD + "Tốt.\n", sample, tmp_path)
    assert losses(done.account) == ()
    wrong = dataclasses.replace(done.account, mismatches=(Mismatch("thân bài 1", "Tốt.", "Tố."),))
    (doubt,) = losses(wrong)
    assert (doubt.code, doubt.severity) == ("KHO718", "error")
    assert wrong.missing == 4
