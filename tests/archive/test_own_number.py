"""A report never cites itself, however its own number is written."""

from __future__ import annotations

import pytest

from tests.markdown.bodies import read_bytes

HEAD = "---\ntitle: Báo cáo\nnumber: {}\nquarter: 2023-Q3\nissuer: duk\nedition: summary\n---\n"


def cited(text: str, number: str = "12-BC/ĐUK") -> list[str]:
    head = HEAD.format(number)
    report, problems = read_bytes(
        f"{head}## I- Kết quả\n\nMột[^1]. {text}\n\n[^1]: {text}\n".encode()
    )
    assert report is not None, list(problems)
    return sorted({citation.mention.surface for citation in report.citations})


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo số 12-BC/ĐUK",
        "Báo cáo 12-BC/ĐUK, ngày 02/10/2023",
        "BÁO CÁO SỐ 12 - BC/ĐUK",
        "báo cáo số 12–BC/ÐUK",
        "Bao cao so 12-BC/DUK",
        "Báo cáo số 12",
        "Báo cáo số 12-BC/ĐUK của Đảng ủy Khối năm 2023",
    ],
)
def test_its_own_number_is_no_citation(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo số 13-BC/ĐUK",
        "Báo cáo số 12-BC/TU",
        "Báo cáo số 12-BC/ĐUK, ngày 05/10/2018",
        "Kế hoạch số 12-KH/ĐUK",
    ],
)
def test_another_report_of_that_number_is_one(text):
    assert len(cited(text)) == 1
