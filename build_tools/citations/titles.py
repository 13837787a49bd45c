"""The title of a document (trích yếu) behind its number, and where the sentence goes on."""

from __future__ import annotations

import re
from typing import Final

from build_tools.identifiers import DOCUMENT_TYPES

_NAMES: Final = "|".join(kind.name for kind in DOCUMENT_TYPES.values())
_LEAD: Final = re.compile(r"\s{0,4},?\s{0,4}")
_TITLE: Final = re.compile(
    r"(?:(?:về\s+(?:việc\s+)?)?(?:“(?P<curly>[^”]+)”|\"(?P<straight>[^\"]+)\")"
    r"|(?P<title>(?:về|Về|việc)\s+[^;.]+))"
)
#: titles that begin with a verb: of plans for another paper, and, behind a day, of decisions
_FOR_ANOTHER: Final = re.compile(
    r"(?P<title>(?:tiếp tục\s+)?(?:thực hiện|triển khai|thi hành|tổng kết|sơ kết|tuyên truyền|quán triệt)"
    rf"\s(?:[^;.,]{{0,40}}?\s)?(?:{_NAMES})\s[^;.]+)"
)
_OF_DECISION: Final = re.compile(r"(?P<title>(?:phê duyệt|ban hành|quy định|sửa đổi)\s[^;.]+)")
#: how a title of each pattern begins; most citations have none
_BEGINNINGS: Final = (
    (("về", "Về", "việc", "“", '"'), _TITLE),
    (("tiếp", "thực", "triển", "thi", "tổng", "sơ", "tuyên", "quán"), _FOR_ANOTHER),
    (("phê", "ban", "quy", "sửa"), _OF_DECISION),
)
#: what no longer belongs to a title; it begins with one of few signs, so the rest is passed over
_ENDS: Final = re.compile(
    r"[\s,(\[¹²³⁴⁵⁶⁷⁸⁹](?:(?<=[¹²³⁴⁵⁶⁷⁸⁹])|(?<=\()(?!\s*(?:khóa|khoá|sửa đổi|Khóa|bổ sung)\b)|(?<=\[)(?=BBT|\^)"
    rf"|(?<=\s)(?=[cđgtvy])(?:(?:và|cùng)\s+(?:{_NAMES}|Chuyên đề)\b|và\s+\d+\s+năm\s+(?:thực hiện|thi hành)"
    r"|(?<!không\s)(?<!đã\s)(?:tiếp tục\s+|đã\s+)?được\s+(?:phổ biến|quán triệt|tổng kết|sơ kết|triển khai"
    r"|thực hiện|cụ thể|học tập|đánh giá|niêm yết|rà soát|gửi|ban hành|tập huấn|áp dụng|xem|coi|đưa|lồng|gắn)\b"
    r"|(?<!người\s)(?<!bộ\s)(?<!chí\s)đã\s|(?:vẫn|gửi|đề ra|gắn với|đi vào nền nếp)\s"
    r"|(?:đạt|có|giao|đưa ra)\s+(?:\d|nhiều|kết quả)|yêu cầu\s+(?:báo cáo|các)"
    r"|đến\s+(?:\d+%|\d+\s+(?!năm)|các|từng|toàn|đảng viên|cơ sở)|để\s+các\s)"
    rf"|(?<=,)\s+(?:(?:{_NAMES})\s+(?:số\b|\d)"
    r"|(?=(?:tỉnh|huyện|thành phố|xã|UBND|HĐND|Văn phòng|Đảng ủy|Tỉnh ủy|Huyện ủy|Thành ủy|Ủy ban|Ban|Sở|các|nguồn)"
    r"(?:\s+[^\W\d]+){0,4}\s+(?:đã|giao|lập|phân bổ|tiếp nhận|ban hành|tổ chức|tăng|giảm)\s)))"
)


def read_title(text: str, start: int, end: int, *, is_dated: bool) -> str | None:
    """The title that begins at ``start``; ``is_dated`` where a day or issuer stands before.

    >>> read_title("về công tác văn thư, Văn phòng đã sửa quy chế", 0, 60, is_dated=True)
    'về công tác văn thư'
    """
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else end
    pattern = next((found for words, found in _BEGINNINGS if text.startswith(words, at)), None)
    if pattern is None or (pattern is _OF_DECISION and not is_dated):
        return None
    match = pattern.match(text, at, end)
    if match is None:
        return None
    groups = match.groupdict()
    if quoted := groups.get("curly") or groups.get("straight"):
        return " ".join(quoted.split())
    title = match["title"]
    cut = _ENDS.search(title)
    return " ".join((title[: cut.start()] if cut else title).split()).rstrip(" ,") or None
