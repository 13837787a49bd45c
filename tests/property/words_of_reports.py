"""Texts that look like reports, for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "Chỉ thị", "số 05-CT/TW", "Nghị quyết số 29-NQ/TW", "Nghị định số 30/2020/NĐ-CP", "khóa XI",
    "ngày 04/5/2023", "ngày 0/6/2013", "năm 2013", "của Bộ Chính trị", "do Ban Bí thư ban hành",
    "Nghị quyết Trung ương 4", "(khóa XI, XII)", "Đại hội XIII của Đảng", "nhiệm kỳ 2020-2025", "Điều lệ Đảng",
    "Hướng dẫn 02", "19-NQ/TW", "(gọi tắt là Quy định 58)", "Luật Đất đai năm 2013", "và số", "18, 19",
    "về công tác dân vận", "Luật Đất đai số 45/2013/QH13", "Quy định 58-QĐ/TW", "(khóa XI)", "số",
    "Tuy nhiên,", "kết quả đạt 80%", "10.213 tỷ đồng", "“tự diễn biến”", "và", ";", ".", ",", "-", "–", "/",
    "[^1]", "[^1]: Ghi chú", "[^2]", "[^ 3]", "*", "**", "_", "`", "#", "##", "## I- Kết quả",
    "### 1. Dân vận", "- ", "+ ", "> ", "1. ", "| a | b |", "|---|---|", "---", "<b>", "</b>", "<!--",
    "&amp;", "&#0;", "\\", "[x](https://example.org/)", "![x](y)", "[x]: y", "\n", "\n\n", "    ", "\t",
    "\u2028", "\u0301", "Ð", "\U0001f600", "\x00", "\x0b",
)  # fmt: skip

#: running text as an editor may type or paste it
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)

_REFUSED = ("[^", "<", "]:", "#", "\x00", "![")

#: bodies that are mostly read without a fault: one heading, a note, and any other markup
sound_bodies = st.lists(
    st.sampled_from([piece for piece in PIECES if not any(sign in piece for sign in _REFUSED)]),
    max_size=40,
).map(
    lambda pieces: (
        f"## I- Kết quả\n\nMột[^1]. {' '.join(pieces)}\n\n[^1]: Theo Chỉ thị số 05-CT/TW."
    )
)

#: text without marks of Markdown, so that what is written is what is read
plain_words = st.lists(
    st.sampled_from(
        [piece for piece in PIECES if not set(piece) & set("[]*_`#|<>&\\+\n\t\x00\x0b\u2028!")]
    ),
    min_size=1,
    max_size=20,
).map(" ".join)
