"""Whatever a file holds, each of its characters has exactly one way, and nothing breaks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from intake.test_repagination import holds_everything

from build_tools.intake.source import Source
from build_tools.intake.structure import structure
from build_tools.intake.text_reader import read_text_manuscript

PIECES = (
    "BÁO CÁO", "Số 12-BC/ĐUKDN", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY KHỐI", "MẬT", "Lam Hải, ngày 05 tháng 4 năm 2023",
    "I- KẾT QUẢ", "PHẦN I", "1. Chi bộ", "1.1. Nền nếp", "a) Việc thứ nhất", "- Mở lớp;", "+ Ba lớp.", "• Khác", "*nghiêng*",
    "**đậm**", "¹ Lời chú.", "² Nữa.", "việc¹ này", "kia².", "(1) Lời", "việc(1)", "[1] Lời", "việc[1]", "1 Lời chú", "việc1",
    "| a | b |", "|---|---|", "cột một    cột hai    cột ba", "12", "- 3 -", "____", "***", "*", "Nơi nhận:", "- Lưu VP.",
    "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Thử", "(Đã ký)", "Chú thích:", "câu đang dở", "nối tiếp câu.", "Tuy nhiên, còn chậm.",
    "chính trị-", "\u00ad", "\u00a0", "\ufeff", "a\u0323\u0302", "<b>", "# Đề", "~", "\\", "2023.", "Trang 4/9", "05-CT/TW",
)  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", " ", "   ", "\f", "\r\n", "\t"])
        )
    )
)
@settings(max_examples=300, derandomize=True, deadline=None, database=None)
def test_every_character_has_one_way(pieces):
    text = "".join(piece + glue for piece, glue in pieces)
    holds_everything(structure(read_text_manuscript(Source("scan.txt", text))))


@given(st.text(max_size=120))
@settings(max_examples=200, derandomize=True, deadline=None, database=None)
def test_no_text_breaks_it(text):
    holds_everything(structure(read_text_manuscript(Source("scan.txt", text))))
