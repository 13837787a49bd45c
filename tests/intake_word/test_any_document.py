"""Property: whatever is written into a Word file comes back with the same structure."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_word.reading import notes, read, rows, shown
from intake_word.word_file import docx, mark, note, numbering, p, run, table

WORDS = st.lists(
    st.sampled_from(
        [
            "Đảng",
            "ủy",
            "Khối",
            "tiếp",
            "tục",
            "lãnh",
            "đạo",
            "các",
            "chi",
            "bộ",
            "đạt",
            "104,4%",
            "kế",
            "hoạch",
            "quý",
        ]
    ),
    min_size=2,
    max_size=12,
).map(" ".join)
ANY_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf")), max_size=40
)
LISTS = numbering((("bullet", "-"), ("bullet", "+"), ("bullet", "•")))
BLOCKS = st.lists(
    st.one_of(
        st.tuples(st.just("đoạn"), WORDS, st.booleans()),
        st.tuples(st.just("gạch"), WORDS, st.integers(0, 2)),
        st.tuples(
            st.just("bảng"), st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=4), st.none()
        ),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(BLOCKS)
def test_paragraphs_bullets_tables_and_notes_come_back_in_order(blocks):
    body, expected, texts_of_notes = "", [], []
    for kind, content, extra in blocks:
        if kind == "bảng":
            body += p() + table(*content) + p()
            expected += [("hàng", list(row)) for row in content]
        elif kind == "gạch":
            body += p(content, item=(1, extra))
            expected.append(("gạch", extra, content))
        elif extra:
            texts_of_notes.append(f"Theo {content}.")
            number = len(texts_of_notes)
            body += p(run(content), mark(number), run("."))
            expected.append(("đoạn", f"{content}[^{number}]."))
        else:
            body += p(content)
            expected.append(("đoạn", content))
    found = "".join(note(at, text) for at, text in enumerate(texts_of_notes, start=1))
    manuscript = read(docx(body, parts={"numbering": LISTS, "footnotes": found}))
    actual = [
        ("hàng", [cell.reader_text for cell in line.cells])
        if line.cells
        else ("gạch", line.bullet, shown(line.text.text))
        if line.bullet is not None
        else ("đoạn", shown(line.text.text))
        for line in manuscript.lines
    ]
    assert actual == expected
    assert notes(manuscript) == {str(at): [text] for at, text in enumerate(texts_of_notes, start=1)}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(ANY_TEXT, st.booleans(), st.booleans(), st.booleans()), max_size=5),
        max_size=5,
    )
)
def test_no_character_is_lost_or_counted_twice_whatever_its_look(paragraphs):
    body = "".join(
        p(
            *(
                run(text, "<w:b/>" * bold + "<w:i/>" * italic + "<w:vanish/>" * hidden)
                for text, bold, italic, hidden in runs
            )
        )
        for runs in paragraphs
    )
    printed = "".join(text for runs in paragraphs for text, *_ in runs)
    source = read(docx(body)).source.text
    assert "".join(source.split()) == "".join(printed.split())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=5),
    st.lists(WORDS, min_size=1, max_size=5),
)
def test_what_another_writer_makes_is_read_too(pairs, paragraphs):
    document = python_docx.Document()
    document.add_heading("I- Kết quả", level=1)
    for text in paragraphs:
        document.add_paragraph(text, style="List Bullet")
    made = document.add_table(rows=len(pairs), cols=2)
    for row, pair in zip(made.rows, pairs, strict=True):
        for one, text in zip(row.cells, pair, strict=True):
            one.text = text
    stream = BytesIO()
    document.save(stream)
    manuscript = read(stream.getvalue())
    assert manuscript.lines[0].heading == 1
    bullets = [line for line in manuscript.lines if line.bullet == 0]
    assert [line.text.text for line in bullets] == paragraphs
    assert rows(manuscript) == [list(pair) for pair in pairs]
