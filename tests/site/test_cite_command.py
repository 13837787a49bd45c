"""``kho cite``: any text in, one JSON object a line out."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from build_tools.citing import FIELDS

TEXT = "Theo Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị (gọi tắt là Chỉ thị 05)."


def cited(
    *arguments: str, stdin: str = "", root: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "build_tools", "cite", *arguments],
        input=stdin, cwd=root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def rows(done: subprocess.CompletedProcess[str]) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_file_gives_one_row_a_citation_in_order(tmp_path, project):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    first, second = rows(cited(str(file), root=project))
    assert tuple(first) == FIELDS
    assert first == {
        "start": 5, "end": 24, "surface": "Chỉ thị số 05-CT/TW", "form": "full", "type": "chi-thi",
        "number": 5, "year": 2016, "symbol": "CT/TW", "issuer": "Bộ Chính trị", "date": "2016-05-15",
        "term": None, "title": None, "canonical": "ct-05-tw-2016",
    }  # fmt: skip
    assert (second["form"], second["canonical"]) == ("short-def", "ct-05-tw-2016")


def test_offsets_are_those_of_the_composed_text(project):
    decomposed = unicodedata.normalize("NFD", TEXT)
    assert rows(cited("-", stdin=decomposed, root=project)) == rows(
        cited("-", stdin=TEXT, root=project)
    )


def test_json_lines_are_read_one_document_each(project):
    texts = [
        {"id": "a", "text": TEXT},
        {"id": 2, "text": "Học Chỉ thị 05."},
        {"id": "c", "text": ""},
    ]
    lines = "\n".join(json.dumps(text, ensure_ascii=False) for text in texts) + "\n"
    first, second, third = rows(cited("-", "--jsonl", stdin=lines, root=project))
    assert [len(row["mentions"]) for row in (first, second, third)] == [2, 1, 0]
    assert [row["id"] for row in (first, second, third)] == ["a", 2, "c"]
    assert second["mentions"][0]["canonical"] == "ct-05"


@pytest.mark.parametrize(
    "head",
    [
        "Số 22-BC/ĐUK\n\nBÁO CÁO\n",
        "BÁO CÁO\nSố: 22-BC/ĐUK\n",
        "**Số 22-BC/ĐUK**   Lam Hải, ngày 03/4/2023\n",
    ],
)
def test_a_paper_never_cites_itself(project, head):
    text = f"{head}\nTiếp theo Báo cáo số 22-BC/ĐUK, so với Báo cáo số 12-BC/ĐUK."
    assert [row["canonical"] for row in rows(cited("-", stdin=text, root=project))] == ["bc-12-duk"]


def test_a_line_that_begins_with_a_number_is_no_head(project):
    text = "Thực hiện Chỉ thị\nSố 05-CT/TW của Bộ Chính trị."
    assert [row["canonical"] for row in rows(cited("-", stdin=text, root=project))] == ["ct-05-tw"]


def test_the_home_province_comes_from_the_registry(project, tmp_path):
    text = (
        "Quyết định số 655-QĐ/TU của Tỉnh ủy Kiên Giang; Chỉ thị số 05-CT/TU của Thành ủy Cần Thơ."
    )
    at_home = rows(cited("-", stdin=text, root=project))
    assert [row["canonical"] for row in at_home] == ["qd-655-tu", "ct-05-tu-can-tho"]
    elsewhere = rows(cited("-", "--content", str(tmp_path), stdin=text, root=project))
    assert elsewhere[0]["canonical"] == "qd-655-tu-kien-giang"


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        (["khong-co.txt"], "", "Không đọc được khong-co.txt"),
        (["-", "--jsonl"], "{}\n", "Dòng 1: cần một đối tượng JSON"),
        (["-", "--jsonl"], '{"id": 1, "text": "a"}\nx\n', "Dòng 2"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(project, arguments, stdin, told):
    done = cited(*arguments, stdin=stdin, root=project)
    assert done.returncode == 2
    assert told in done.stderr
