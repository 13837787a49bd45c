"""Doubts: the slips they see, and how seldom they cry over sound text."""

from __future__ import annotations

import pytest

from build_tools.archive import Archive
from build_tools.intake.doubting.everything import doubts_of
from build_tools.intake.draft import Block, BlockKind, Draft, Head
from build_tools.intake.source import Source

FILLER = (
    "Đảng ủy giao các đối tượng rõ việc. Chăm lo các đối tượng chính sách. Rà các đối tượng khó."
)


def draft_of(*paragraphs: str) -> Draft:
    source = Source("a.txt", "\n".join(paragraphs))
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, source.traced(at, at + len(paragraph))))
        at += len(paragraph) + 1
    return Draft(source, Head(), tuple(blocks), ())


def found(*paragraphs: str) -> list[tuple[str, str]]:
    return [(doubt.code, doubt.text) for doubt in doubts_of(draft_of(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ngày 31/6/2023 họp", ("KHO704", "31/6/2023")),
        ("ngày 30 tháng 02 năm 2023", ("KHO704", "ngày 30 tháng 02 năm 2023")),
        ("kỷ niệm 30 năm Ngày thành lập (1990-2021)", ("KHO704", "30 năm Ngày thành lập (1990-2021)")),
        ("ngôanh dọc", ("KHO705", "ngôanh")),
        ("pháp luãt nhà nước", ("KHO705", "luãt")),
        ("LÃNH ĐẠO THỰC HIẾNH", ("KHO705", "HIẾNH")),
        ("Quyết định QÐ số 7", ("KHO707", "QÐ")),
        ("chữ а của tiếng Nga", ("KHO707", "а")),
        ("ngày O5/4", ("KHO708", "O5")),
        ("có l2 việc", ("KHO708", "l2")),
    ],
)  # fmt: skip
def test_seen(text, doubt):
    assert doubt in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 29/02/2024, ngày 30/4, từ 01/01/2023 đến 31/12/2023",
        "kỷ niệm 31 năm Ngày thành lập (1990-2021)",
        "Quốc lộ 61, QH15, H5N1, A1, K11, 4G, 10.213 tỷ đồng, 7,5%",
        "giữ gìn, quốc huy, khuỷu tay, nghiêng, giếng, gì, quý, quyển, thuở, ngoằn ngoèo",
        "tỉnh Đắk Lắk có ĐUKCQ, QĐ, NĐ-CP và Internet",
        "diện tích 120 m² và nước ngoài",
    ],
)
def test_silent(text):
    assert found(text) == []


def test_a_word_that_differs_by_a_mark_in_one_frame():
    assert ("KHO706", "đổi") in found(FILLER, "Trao quà cho các đổi tượng ở xã.")
    assert found(FILLER, "Đổi mới cách làm.") == []


def test_false_alarms_on_the_sample_stay_few(sample_archive: Archive):
    """Sound texts: at most one false alarm in four reports."""
    alarms = []
    for report in sample_archive.reports:
        passages = [passage.text for section in report.sections for passage in section.passages]
        notes = [passage.text for note in report.footnotes for passage in note.passages]
        alarms += found(*passages, *notes)
    assert len(alarms) <= len(sample_archive.reports) // 4, alarms
