"""The keys of the registry's files, declared once for reading, messages and forms."""

from __future__ import annotations

from typing import Final

from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.schema import (
    Choice,
    Day,
    Field,
    ListOf,
    Record,
    Slug,
    Truth,
    WebAddress,
    Whole,
    Words,
)

PROFILE: Final = Record(
    (
        Field("title", Words(), "tên kho", required=True, nullable=False),
        Field("description", Words(), "mô tả", required=True, nullable=False),
        Field("sample", Truth(), "dữ liệu mẫu", default=False),
        Field("notice", Words(), "lời báo trên mọi trang"),
    )
)
ISSUER: Final = Record(
    (
        Field("id", Slug(), "mã", required=True, nullable=False),
        Field("name", Words(), "tên đầy đủ", required=True, nullable=False),
        Field("short", Words(), "tên gọi tắt"),
        Field("code", Words(), "ký hiệu, như ĐUK"),
        Field("aliases", ListOf(Words()), "cách viết khác", default=()),
        Field("parent", Slug(), "cơ quan cấp trên"),
        Field("predecessors", ListOf(Slug()), "cơ quan tiền thân"),
        Field("successors", ListOf(Slug()), "cơ quan kế tục"),
        Field("from", Words(), "từ khi nào"),
        Field("until", Words(), "đến khi nào"),
        Field("note", Words(), "ghi chú"),
    )
)
AREA: Final = Record(
    (
        Field("id", Slug(), "mã", required=True, nullable=False),
        Field("name", Words(), "tên lĩnh vực", required=True, nullable=False),
        Field("aliases", ListOf(Words()), "cách viết trong tiêu đề", default=()),
    )
)
SOURCE: Final = Record(
    (
        Field("url", WebAddress(), "địa chỉ bản chính thức", required=True, nullable=False),
        Field("accessed", Day(), "ngày xem", required=True, nullable=False),
    )
)
DIRECTIVE: Final = Record(
    (
        Field("id", Slug(), "mã", required=True, nullable=False),
        Field("type", Choice(tuple(DOCUMENT_TYPES)), "loại văn bản", required=True, nullable=False),
        Field("called", Words(), "tên gọi, khi văn bản không có số"),
        Field("number", Whole(), "số"),
        Field("symbol", Words(), "ký hiệu, như CT/TW"),
        Field("issuer", Slug(), "mã cơ quan ban hành"),
        Field("date", Day(), "ngày ban hành", required=True),
        Field("year", Whole(), "năm, khi chỉ biết năm"),
        Field("term", Words(), "khóa hoặc nhiệm kỳ"),
        Field("title", Words(), "trích yếu", required=True),
        Field("same_as", ListOf(Slug()), "mã khác của cùng văn bản", default=()),
        Field("collective", Truth(), "một tên chỉ nhiều văn bản", default=False),
        Field("source", SOURCE, "nguồn chính thức"),
        Field("note", Words(), "ghi chú"),
    )
)
