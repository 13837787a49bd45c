"""A report printed from the browser looks like the paper; its notes follow the signature."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from need import need_program
from pypdf import PdfReader

Make = Callable[..., Any]
FULL = "2022/q2/35-bc-dukcq/"
SUMMARY = "2022/q1/08-bc-dukdn/"


@pytest.fixture
def printed(reader_of: Make, sample_site: Path) -> Callable[[str], list[str]]:
    """The text of each page that the browser prints, on paper of the page's own choice."""

    def pages(address: str) -> list[str]:
        paper = reader_of(sample_site).open(address).pdf(prefer_css_page_size=True)
        reader = PdfReader(io.BytesIO(paper))
        assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages} == {
            (595, 842)
        }
        # Poppler tells letters from words in Chromium's files; raw is the order of the page
        command = [need_program("pdftotext"), "-raw", "-", "-"]
        text = subprocess.run(command, input=paper, capture_output=True, check=True).stdout.decode()
        return [" ".join(page.split()) for page in text.split("\f") if page.strip()]

    return pages


def test_the_parts_stand_in_the_guidelines_order(printed: Callable[[str], list[str]]) -> None:
    text = " ".join(printed(FULL))
    parts = [
        "TỈNH ỦY LAM HẢI",
        "Số 35-BC/ĐUKCQ",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Lam Hải, ngày 17 tháng 6 năm 2022",
        "BÁO CÁO",
        "Bản đăng lại. Toàn văn.",
        "I- Tình hình",
        "Nơi nhận:",
        "T/M BAN CHẤP HÀNH",
        "Lê Văn Thử",
        "Chú thích",
    ]
    assert parts == sorted(parts, key=text.index)


def test_what_is_ours_stays_on_the_screen(printed: Callable[[str], list[str]]) -> None:
    text = " ".join(printed(FULL))
    for ours in ("Tải bản PDF", "Mục lục", "Văn bản được viện dẫn", "Lĩnh vực:", "Hạn chế Tuy"):
        assert ours not in text


def test_pages_are_numbered_from_the_second(printed: Callable[[str], list[str]]) -> None:
    for number, text in enumerate(printed(FULL), 1):
        assert bool(re.search(rf"^{number} | {number}$", text)) == (number > 1)


def test_a_summary_says_so(printed: Callable[[str], list[str]]) -> None:
    [first, *_] = printed(SUMMARY)
    assert "Bản tóm lược của kho. Đây không phải nguyên văn báo cáo." in first
    assert "Bản đăng lại" not in first


def test_on_the_screen_nothing_is_said_twice(reader_of: Make, sample_site: Path) -> None:
    page = reader_of(sample_site).open(FULL)
    assert page.locator(".edition .print-only").is_hidden()
