"""Whatever page a report is set on, the same report comes back."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from intake.printing import HASHES, MARK, Layout, Parsed, parse, printed

from build_tools.intake.draft import Draft
from build_tools.intake.proof import Unit, printed_text, units
from build_tools.intake.source import Source
from build_tools.intake.structure import structure
from build_tools.intake.text_reader import read_text_manuscript

HEAD = """---
title: Kết quả quý II và nhiệm vụ quý III/2023
number: 61-BC/ĐUKDN
quarter: 2023-Q2
issuer: duk-doanh-nghiep-lam-hai
date: 2023-06-20
place: Lam Hải
edition: summary
signed: {authority: T/M BAN THƯỜNG VỤ, position: BÍ THƯ, name: Trần Thị Ví Dụ}
recipients: ["Tỉnh ủy (báo cáo)", "Lưu Văn phòng"]
approval: null
---
"""
WORDS = [
    "cảng",
    "cá",
    "nước",
    "đá",
    "công",
    "nhân",
    "đánh",
    "bắt",
    "xa",
    "bờ",
    "ngư",
    "trường",
    "tàu",
    "thuyền",
    "hậu",
    "cần",
    "chế",
    "biến",
    "kho",
    "lạnh",
    "sổ",
    "sách",
    "ca",
    "trưởng",
    "bến",
    "bãi",
    "đơn",
    "hàng",
    "khách",
    "mua",
    "lưới",
    "mới",
    "dầu",
    "máy",
    "giá",
    "bán",
    "trả",
    "lương",
    "bữa",
    "ăn",
    "nhà",
    "trọ",
    "con",
    "em",
    "học",
    "bổng",
    "Cảng",
    "Thử",
    "Nghiệm",
    "Xí",
    "nghiệp",
    "Giả",
    "Định",
    "12",
    "05",
    "2023",
    "1.250",
    "7,5%",
    "(tạm",
    "tính)",
    "“khéo”",
]
word = st.sampled_from(WORDS)
small = st.sampled_from([one for one in WORDS if one.islower() and one.isalpha()])


@st.composite
def sentences(draw: st.DrawFn, least: int = 1, most: int = 4) -> list[str]:
    made = []
    for _ in range(draw(st.integers(least, most))):
        middle = draw(st.lists(word, min_size=3, max_size=22))
        first, last = draw(small), draw(small)
        made.append(" ".join([first.capitalize(), *middle, last]))
    return made


@st.composite
def reports(draw: st.DrawFn, *, long_notes: bool) -> str:
    """A report file of parts, areas, paragraphs, bullets and notes in order."""
    blocks: list[str] = []
    notes: list[str] = []

    def text(end: str = ".") -> str:
        parts = draw(sentences())
        if draw(st.booleans()):
            number = len(notes) + 1
            body = [". ".join(draw(sentences(1, 3))) + "."]
            if long_notes and draw(st.integers(0, 4)) == 0:
                body.append(". ".join(draw(sentences(1, 2))) + ".")
            notes.append(f"[^{number}]: " + "\n\n    ".join(body))
            parts[draw(st.integers(0, len(parts) - 1))] += f"[^{number}]"
        return ". ".join(parts) + end

    def heading() -> str:
        return " ".join([draw(small).capitalize(), *draw(st.lists(small, min_size=2, max_size=6))])

    for part in ("I", "II")[: draw(st.integers(1, 2))]:
        blocks.append(f"## {part}- {heading().upper()}")
        for area in range(1, draw(st.integers(1, 3)) + 1):
            blocks.append(f"### {area}. {heading()}")
            for _ in range(draw(st.integers(1, 4))):
                kind = draw(st.sampled_from(["", "", "- ", "  + "]))
                if kind == "  + " and not blocks[-1].lstrip().startswith(("-", "+")):
                    kind = "- "
                blocks.append(kind + text())
            if draw(st.booleans()):
                blocks.append("Tuy nhiên, " + text()[:1].lower() + text()[1:])
    return HEAD + "\n" + "\n\n".join([*blocks, *_kept(blocks, notes)]) + "\n"


def _kept(blocks: list[str], notes: list[str]) -> list[str]:
    """Notes whose mark is still in the text, so that marks and notes match."""
    marks = set(MARK.findall("\n".join(blocks)))
    return [note for note in notes if MARK_OF.match(note)[1] in marks]


MARK_OF = re.compile(r"\[\^(\d+)\]:")


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    number = draw(st.sampled_from(["", "plain", "dashes", "word"]))
    return Layout(
        width=draw(st.sampled_from([0, 58, 70, 84, 96])),
        height=draw(st.integers(8, 50)),
        number=number,
        number_on_top=bool(number) and draw(st.booleans()),
        form_feed=draw(st.booleans()),
        style=draw(st.sampled_from(["superscript", "superscript", "bracket", "paren"])),
        notes_at_end=draw(st.booleans()),
        indent=draw(st.sampled_from([0, 0, 4])),
        columns=draw(st.booleans()),
        signature_first=draw(st.booleans()),
    )


def expected(report: Parsed) -> list[str]:
    """Every block as read, marks as ``[^n]``; notes after them."""
    body = [re.sub(r"^[-+] ", "", HASHES.sub("", block.strip())) for block in report.blocks]
    notes = [text for number in report.notes for text in report.notes[number]]
    return [*(MARK.sub("", block) for block in body), *notes]


def found(draft: Draft) -> list[str]:
    body = [piece.reader_text for block in draft.blocks for piece in block.pieces]
    return [*body, *(text.reader_text for note in draft.notes for text in note.paragraphs)]


@given(report=st.booleans().flatmap(lambda long: reports(long_notes=long)), layout=layouts())
@settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_any_page_gives_the_same_report(report: str, layout: Layout) -> None:
    before = parse(report)
    if not layout.shows_pages and any(len(note) > 1 for note in before.notes.values()):
        layout = Layout(width=layout.width, height=layout.height, form_feed=True)
    text = printed(before, layout)
    if layout.width:
        lines = text.split("\n")
        wraps = sum(_shows_wrapping(a, b) for a, b in pairwise(lines))
        assume(wraps * 10 > sum(map(bool, lines)))
    draft = structure(read_text_manuscript(Source("scan.txt", text)))
    assert found(draft) == expected(before), text
    assert draft.head.number == before.metadata.number
    assert draft.head.date == before.metadata.date
    assert draft.head.title.reader_text == before.metadata.title
    assert [one.reader_text for one in draft.head.recipients] == list(before.metadata.recipients)
    assert draft.head.signed.name.reader_text == before.metadata.signed.name
    holds_everything(draft)


def _shows_wrapping(above: str, below: str) -> bool:
    """A sentence that runs over a line's end; a text of few lines may not have one."""
    return above[-1:].isalpha() and below[:1].islower()


def holds_everything(draft: Draft) -> None:
    """Each character of the source is in one unit, or has one fate."""
    seen: dict[int, Unit | str] = {}
    for unit in units(draft):
        for offset in set(unit.piece.origin) - {-1}:
            if not draft.source.text[offset].isspace():
                assert seen.setdefault(offset, unit) is unit
        assert printed_text(draft.source, unit.piece) == unit.piece.reader_text
    for fate in draft.fates:
        for offset in range(fate.start, fate.end):
            if not draft.source.text[offset].isspace():
                assert offset not in seen
                seen[offset] = fate.detail
    assert all(at in seen for at, one in enumerate(draft.source.text) if not one.isspace())
