"""Notes move behind their marks, and numbers stay whole, before a page is laid out."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from build_tools.papers.notes import LONGEST, notes_to_their_marks
from build_tools.papers.wholes import keep_whole


def mark(number: str, target: str | None = None) -> str:
    return f'<sup class="noteref"><a href="#fn-{target or number}">{number}</a></sup>'


def note(number: str, body: str) -> str:
    return f'<div class="note" id="fn-{number}">{body}</div>'


def placed(text: str, notes: str) -> tuple[str, list[str]]:
    """The text as it reads after the move, and the ids of the notes that stayed."""
    body, rest = ET.fromstring(f"<div>{text}</div>"), ET.fromstring(f"<div>{notes}</div>")
    notes_to_their_marks(body, rest)
    return "".join(body.itertext()), [child.attrib["id"] for child in rest]


def test_a_note_stands_right_behind_its_mark_and_the_sentence_goes_on():
    text, left = placed(f"<p>Đã họp{mark('1')}, xong.</p>", note("1", "Hai cuộc."))
    assert (text, left) == ("Đã họp1Hai cuộc., xong.", [])


def test_a_note_with_two_marks_stands_at_the_first():
    text, _ = placed(f"<p>A{mark('1')} B{mark('1')}</p>", note("1", "(n)"))
    assert text == "A1(n) B1"


def test_two_marks_in_one_place_keep_their_order():
    text, _ = placed(f"<p>A{mark('1')}{mark('2')}.</p>", note("1", "(x)") + note("2", "(y)"))
    assert text == "A1(x)2(y)."


def test_a_mark_deep_in_a_list_or_table_is_found():
    text, _ = placed(f"<ul><li><p>A{mark('1')}</p></li></ul>", note("1", "<p>(n)</p>"))
    assert text == "A1(n)"


def test_what_no_page_foot_can_hold_stays_at_the_end():
    notes = [
        note("1", "một" + mark("2")),
        note("2", "dấu chỉ có trong chú thích khác"),
        note("3", "không có dấu"),
        note("4", "d" * (LONGEST + 1)),
    ]
    text, left = placed(f"<p>A{mark('1')} B{mark('4')}</p>", "".join(notes))
    assert text == "A1một2 B4"
    assert left == ["fn-2", "fn-3", "fn-4"]


def test_a_mark_without_a_note_stays_a_mark():
    assert placed(f"<p>A{mark('9')}</p>", "") == ("A9", [])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kế hoạch số 41-KH/TU, ngày 12/4/2022", ["41-KH/TU,", "12/4/2022"]),
        ("quý III/2023", ["III/2023"]),
        ("(khóa XIII), Luật số 29/2018/QH14.", ["29/2018/QH14."]),
        ("kinh tế - xã hội", []),
        ("đạt 97,00% kế hoạch", []),
        ("https://kho.example/mot/dia-chi-rat-dai/co-the-xuong-dong/", []),
    ],
)
def test_document_numbers_dates_and_quarters_are_kept_whole(text, whole):
    body = ET.fromstring(f"<div><p>{text}<b>{text}</b>{text}</p></div>")
    keep_whole(body)
    assert "".join(body.itertext()) == text * 3
    assert [span.text for span in body.iter("span")] == whole * 3
