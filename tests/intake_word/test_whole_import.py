"""A letter set as offices set it, imported with ``kho import``: file, pictures, account, doubts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Kho
from intake_word.word_file import (
    PNG,
    cell,
    docx,
    drawing,
    heading_styles,
    mark,
    note,
    numbering,
    p,
    run,
    table,
)

SAMPLE = Path(__file__).resolve().parents[1] / "sample" / "content"
BOLD, ITALIC = "<w:b/>", "<w:i/>"
LISTS = numbering((("upperRoman", "%1-"), ("decimal", "%2.")), (("bullet", "-"), ("bullet", "+")))
HEAD = table(
    (
        cell("ĐẢNG BỘ TỈNH LAM HẢI", p(run("ĐẢNG ỦY KHỐI", BOLD)), "*", "Số 15-BC/ĐUKDN"),
        cell(
            p(run("ĐẢNG CỘNG SẢN VIỆT NAM", BOLD)),
            p(run("Lam Hải, ngày 21 tháng 6 năm 2022", ITALIC)),
        ),
    )
)
TITLE = (
    p(run("báo cáo", BOLD + "<w:caps/>"))
    + p(run("Kết quả công tác quý II năm 2022", BOLD))
    + p("-----")
)
BODY = (
    p("Kết quả công tác", item=(1, 0))
    + p("Lãnh đạo sản xuất, kinh doanh", item=(1, 1))
    + p(run("Doanh thu đạt "), run("104,4%", BOLD), run(" kế hoạch"), mark(2), run(":"))
    + p("Thủy sản tăng.", item=(2, 0))
    + p("Riêng tôm tăng 5%.", item=(2, 1))
    + table(("Nhóm", "Thu"), ("Thủy sản", "1.735"))
    + p(drawing("rId9", "Biểu đồ doanh thu"))
    + p("Tuy nhiên, chi phí tăng.")
    + p("Nhiệm vụ quý III", item=(1, 0))
    + p("Giữ mức tăng.")
)
TAIL = table(
    (
        cell(p(run("Nơi nhận:", BOLD + ITALIC)), "- Tỉnh ủy (báo cáo),", "- Lưu Văn phòng."),
        cell("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "", "Đỗ Thị Ví Dụ"),
    )
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(
        docx(
            HEAD + TITLE + BODY + TAIL,
            parts={
                "styles": heading_styles(),
                "numbering": LISTS,
                "footnotes": note(2, "Kế hoạch năm: 1.662 tỷ đồng."),
            },
            relationships=[("rId9", "image", "media/image1.png")],
            media={"media/image1.png": PNG},
        )
    )
    return path


def test_the_report_is_written_with_its_front_matter(kho: Kho, letter: Path, tmp_path: Path):
    target = tmp_path / "15-bc-dukdn.md"
    done = kho("import", letter, "--to", target, "--content", SAMPLE)
    assert done.returncode == 0, done.stderr
    assert "0 mất" in done.stdout
    text = target.read_text(encoding="utf-8")
    head, body = text.split("---\n", 2)[1:]
    assert "title: Kết quả công tác quý II năm 2022\n" in head
    assert "number: 15-BC/ĐUKDN\nquarter: 2022-Q2\nissuer: duk-doanh-nghiep-lam-hai\n" in head
    assert "date: 2022-06-21\nplace: Lam Hải\n" in head
    assert "position: BÍ THƯ, name: Đỗ Thị Ví Dụ" in head
    assert '"Tỉnh ủy (báo cáo)"' in head
    assert [line for line in body.splitlines() if line] == [
        "## I- Kết quả công tác",
        "### 1. Lãnh đạo sản xuất, kinh doanh",
        "Doanh thu đạt **104,4%** kế hoạch[^1]:",
        "- Thủy sản tăng.",
        "  + Riêng tôm tăng 5%.",
        "| Nhóm | Thu |",
        "|---|---|",
        "| Thủy sản | 1.735 |",
        "![Cần mô tả hình 1](15-bc-dukdn-hinh-1.png)",
        "Tuy nhiên, chi phí tăng.",
        "## II- Nhiệm vụ quý III",
        "Giữ mức tăng.",
        "[^1]: Kế hoạch năm: 1.662 tỷ đồng.",
    ]


def test_pictures_are_saved_beside_the_report_and_asked_about(
    kho: Kho, letter: Path, tmp_path: Path
):
    target, found = tmp_path / "15-bc-dukdn.md", tmp_path / "doubts.json"
    kho("import", letter, "--to", target, "--doubts", found, "--content", SAMPLE)
    assert (tmp_path / "15-bc-dukdn-hinh-1.png").read_bytes() == PNG
    codes = [one["code"] for one in json.loads(found.read_text(encoding="utf-8"))]
    assert codes == ["KHO728"]


def test_a_refusal_writes_nothing_and_says_why(kho: Kho, tmp_path: Path):
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(docx(p("Đạt ", "<w:ins>" + run("thêm") + "</w:ins>")))
    done = kho("import", path, "--to", tmp_path / "a.md", "--content", SAMPLE)
    assert done.returncode == 1
    assert "bao-cao.docx: lỗi KHO725" in done.stderr
    assert "Cách sửa: Trong Word" in done.stderr
    assert not (tmp_path / "a.md").exists()
