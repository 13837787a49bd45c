"""What a Word file may not carry: programs, links that fetch, embedded files, XML tricks.

The import would run or fetch none of these. They are refused all the same, because an
editor would open the file in Word, which does, and because a text that comes from
somewhere else is not the text of the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from build_tools.intake.word.refusal import ACTIVE, BROKEN, RESAVE, WRONG_KIND, RefusalError

_CONTENT_TYPES: Final = "[Content_Types].xml"
_HARMLESS: Final = frozenset({"hyperlink"})
_EMBEDDED: Final = frozenset({"oleObject", "package", "control", "aFChunk", "subDocument", "activeXControlBinary"})  # fmt: skip
_EXTERNAL: Final = {
    "attachedTemplate": (
        "mẫu (template)",
        "Trong Word: File › Options › Add-ins › Templates › Go, xóa ô Document template, lưu lại rồi nhập.",
    ),
    "image": (
        "hình",
        "Trong Word: cắt hình rồi Paste Special › Picture để hình nằm trong tệp, lưu lại rồi nhập.",
    ),
    "oleObject": (
        "đối tượng liên kết",
        "Trong Word: File › Info › Edit Links to Files › Break Link, lưu lại rồi nhập.",
    ),
}
_OTHER_CURE: Final = "Trong Word: File › Info › Edit Links to Files › Break Link, lưu lại rồi nhập."
_SHOWN: Final = 80


def check_package(entries: Mapping[str, bytes]) -> None:
    """Look at every XML part of an unpacked file; ``RefusalError`` on the first thing refused.

    For instance an image fetched from the web: “Tệp lấy hình từ nơi khác: “http://…””.
    """
    for name, content in entries.items():
        if name.lower().endswith((".xml", ".rels", ".vml")):
            _check_xml(name, content)
    if _CONTENT_TYPES not in entries:
        raise RefusalError(
            WRONG_KIND, "Tệp nén này không phải tệp Word: không có bảng kê nội dung."
        )
    _check_macros(entries)
    for name, content in entries.items():
        if name.lower().endswith(".rels"):
            _check_relationships(content)


def _check_xml(name: str, content: bytes) -> None:
    """Refuse a document type declaration, in whatever encoding it hides; billion laughs need one."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise RefusalError(
            ACTIVE,
            f"Phần “{name}” của tệp khai báo thực thể XML (DTD), điều Word không bao giờ viết.",
            "Không mở tệp này; xin nơi gửi một bản lưu lại từ Word.",
        )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no keywords
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise RefusalError(
            BROKEN,
            f"Phần “{name}” của tệp bị hỏng: không phải XML trọn vẹn.",
            "Mở tệp bằng Word; Word sửa được thì lưu thành tệp mới rồi nhập, không thì xin bản khác.",
        ) from fault


def _check_macros(entries: Mapping[str, bytes]) -> None:
    types = entries[_CONTENT_TYPES].decode("utf-8", "replace")
    program = next((name for name in entries if "vbaproject" in name.lower()), None)
    if program or "macroEnabled" in types or "vbaProject" in types:
        raise RefusalError(
            ACTIVE,
            "Tệp có macro (chương trình chạy kèm).",
            "Chỉ mở nếu biết rõ nơi gửi; trong Word chọn Save As › Word Document (.docx), macro sẽ bị bỏ.",
        )
    if "purl.oclc.org/ooxml" in entries.get("_rels/.rels", b"").decode("utf-8", "replace"):
        raise RefusalError(
            WRONG_KIND,
            "Tệp lưu ở dạng “Strict Open XML Document”, dạng mà bộ đọc không nhận.",
            RESAVE,
        )


def _check_relationships(content: bytes) -> None:
    for one in ET.fromstring(content):  # noqa: S314 - declarations were refused above
        kind = one.get("Type", "").rsplit("/", 1)[-1]
        target = one.get("Target", "")[:_SHOWN]
        if one.get("TargetMode", "").lower() == "external" and kind not in _HARMLESS:
            what, cure = _EXTERNAL.get(kind, ("nội dung", _OTHER_CURE))
            raise RefusalError(ACTIVE, f"Tệp lấy {what} từ nơi khác: “{target}”.", cure)
        if kind in _EMBEDDED:
            raise RefusalError(
                ACTIVE,
                f"Tệp mang theo một tệp nhúng (“{target}”).",
                "Trong Word: chuyển đối tượng nhúng thành chữ hoặc hình (cắt, Paste Special › Picture), "
                "lưu lại rồi nhập.",
            )
