"""The head of a report file: text between two ``---`` lines, typed by one schema.

An editor's mistake in it is reported with line and column of the report file; nothing
is guessed and no value changes its meaning on the way (``012`` stays ``012``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from build_tools.model import Accepted, Approval, Edition, Erratum, Metadata, Signature
from build_tools.problems import Place, Problems
from build_tools.schema import (
    Choice,
    Day,
    Field,
    ListOf,
    QuarterOfYear,
    Record,
    SitePath,
    Slug,
    Truth,
    Words,
)
from build_tools.strict_yaml import Items, Mapping, Node, read_yaml

FENCE: Final = "---"

SIGNATURE: Final = Record(
    (
        Field("authority", Words(), "thẩm quyền ký, như T/M BAN CHẤP HÀNH"),
        Field("position", Words(), "chức vụ, như BÍ THƯ"),
        Field("name", Words(), "họ tên người ký"),
    )
)
APPROVAL: Final = Record(
    (
        Field("by", Words(), "ai cho phép đăng toàn văn", required=True, nullable=False),
        Field("on", Day(), "ngày cho phép", required=True, nullable=False),
    )
)
ACCEPTED: Final = Record(
    (
        Field(
            "code",
            Words("mã cảnh báo, như KHO230"),
            "mã cảnh báo",
            required=True,
            nullable=False,
        ),
        Field("near", Words(), "vài chữ của câu ấy", required=True, nullable=False),
        Field("reason", Words(), "vì sao để như vậy", required=True, nullable=False),
        Field("by", Words(), "ai cho phép; cần khi mã là KHO420 đến KHO424"),
        Field("on", Day(), "ngày cho phép"),
    )
)
ERRATUM: Final = Record(
    (
        Field("on", Day(), "ngày đính chính", required=True, nullable=False),
        Field("what", Words(), "sửa gì, ở đâu", required=True, nullable=False),
        Field("why", Words(), "vì sao sửa", required=True, nullable=False),
    )
)
REPORT: Final = Record(
    (
        Field("title", Words(), "trích yếu", required=True, nullable=False),
        Field("number", Words(), "số ký hiệu, như 170-BC/ĐUK", required=True),
        Field("quarter", QuarterOfYear(), "quý báo cáo", required=True, nullable=False),
        Field("issuer", Slug(), "mã cơ quan ban hành", required=True, nullable=False),
        Field("date", Day(), "ngày ban hành"),
        Field("place", Words(), "nơi ban hành"),
        Field(
            "edition",
            Choice(tuple(edition.value for edition in Edition)),
            "bản đăng",
            required=True,
            nullable=False,
        ),
        Field("draft", Truth(), "bản nháp, chưa đăng", default=False),
        Field("signed", SIGNATURE, "chữ ký"),
        Field("recipients", ListOf(Words()), "nơi nhận", default=()),
        Field("approval", APPROVAL, "cho phép đăng toàn văn"),
        Field("old_addresses", ListOf(SitePath()), "địa chỉ cũ", default=()),
        Field("errata", ListOf(ERRATUM), "đính chính sau khi đã đăng", default=()),
        Field("accepted", ListOf(ACCEPTED), "cảnh báo đã xem và để nguyên", default=()),
    )
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A report file cut in two; ``body_line`` is the line on which the body begins."""

    head: str
    body: str
    body_line: int


def split(text: str, path: str, problems: Problems) -> Parts | None:
    r"""Cut a report file at its fences; None after recording what is missing.

    >>> split("---\ntitle: x\n---\n## I- Kết quả\n", "a.md", Problems())
    Parts(head='title: x', body='## I- Kết quả\n', body_line=4)
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        problems.error(
            "KHO112",
            Place(path, 1, 1, lines[0]),
            "Tệp không mở đầu bằng phần khai báo (front matter).",
            "Dòng đầu tiên phải là “---”, tiếp theo là title, number, quarter, issuer …",
        )
        return None
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            head, body = "\n".join(lines[1:index]), "\n".join(lines[index + 1 :])
            return Parts(head, body, index + 2)
    problems.error(
        "KHO113",
        Place(path, 1, 1, lines[0]),
        "Phần khai báo mở bằng “---” nhưng không đóng.",
        "Thêm một dòng “---” sau khóa cuối cùng, trước nội dung báo cáo.",
    )
    return None


def read_metadata(parts: Parts, path: str, problems: Problems) -> Metadata | None:
    """Type the head of a report; None when a fault was recorded."""
    before = problems.errors
    node = read_yaml(parts.head, path, problems, first_line=2)
    if node is None:
        if problems.errors == before:
            problems.error(
                "KHO111",
                Place(path, 1),
                "Phần khai báo trống.",
                "Thêm title, number, quarter, issuer, edition.",
            )
        return None
    values = REPORT.read(node, problems)
    if values is None or problems.errors > before:
        return None
    return _metadata(values, _key_places(node))


def _key_places(node: Node) -> dict[str, Place]:
    entries = node.entries if isinstance(node, Mapping) else ()
    places = {key.value: key.place for key, _ in entries}
    for key, value in entries:
        if isinstance(value, Items):
            places |= {f"{key.value}.{at}": item.place for at, item in enumerate(value.items)}
    return places


def _metadata(values: dict[str, Any], places: dict[str, Place]) -> Metadata:
    signed, approval = values.pop("signed"), values.pop("approval")
    edition = Edition(values.pop("edition"))
    accepted = tuple(Accepted(**entry) for entry in values.pop("accepted"))
    errata = tuple(Erratum(**entry) for entry in values.pop("errata"))
    return Metadata(
        **values,
        errata=errata,
        edition=edition,
        signed=Signature(**signed) if signed else None,
        approval=Approval(**approval) if approval else None,
        accepted=accepted,
        places=places,
    )
