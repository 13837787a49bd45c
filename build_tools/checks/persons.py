"""A named private person near discipline, complaint or illness.

Who signs the report is no private person, and who chairs a meeting on discipline is not the
one disciplined: what the name does in its sentence decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.figures import sentence_at
from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.gates import sign_off
from build_tools.checks.person_names import PersonName, person_names
from build_tools.model import Report
from build_tools.problems import Severity

_PUNISHED: Final = (
    r"kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|xoá tên|đình chỉ|buộc thôi việc|giáng chức|"
    r"khởi tố|truy tố|tạm giam|tạm giữ|xét xử|phạt tù|án treo|bắt"
)
_TOUCHY: Final = (
    rf"{_PUNISHED}|vi phạm|sai phạm|khuyết điểm|tố cáo|khiếu nại|khiếu kiện|tố giác|đơn thư|đơn phản ánh|đơn kiến nghị|tham ô|hối lộ|"
    r"đánh bạc|nghiện|ma túy|bạo hành|sinh con thứ|ung thư|HIV|tâm thần|tai biến|hiểm nghèo|"
    r"(?:bị|mắc|căn|lâm) bệnh|bệnh nặng|khuyết tật|trầm cảm"
)
_ANY: Final = re.compile(rf"(?<!\w)(?:{_TOUCHY})(?!\w)", re.IGNORECASE)
_SHIELDED: Final = re.compile(
    r"(?<!\w)(?:do|cùng|bởi|chủ trì|theo chỉ đạo|ý kiến|phát biểu|tấm gương|học tập|noi gương|thay mặt|"
    r"gồm có|giao|phân công)(?!\w)",
    re.IGNORECASE,
)
_ACTING: Final = re.compile(
    r"(?:\s*\([^()]*\)|\s*,[^.;]{0,100}?,|\s*,\s*(?:Bí thư|Phó|Ủy viên|Chủ tịch|Trưởng|Giám đốc)[^.;,]{0,60})?"
    r"\s*(?:đã |sẽ |đang )?(?:chủ trì|chỉ đạo|phát biểu|dự|tham dự|trình bày|quán triệt|báo cáo|đề nghị|"
    r"yêu cầu|kết luận|làm (?:trưởng|tổ trưởng|chủ)|ký|thay mặt|phụ trách|trao|thăm|nhấn mạnh|đánh giá|"
    r"ghi nhận|tiếp|đối thoại|giải quyết|khẳng định|được|giữ chức|truyền đạt|giới thiệu|cho biết|lãnh đạo|"
    r"thông báo|triển khai)(?!\w)",
    re.IGNORECASE,
)
_SUFFERS: Final = re.compile(
    rf"[^.;]{{0,90}}?(?<!\w)(?:bị|vì|do|có|mắc|nhiễm|nhận|gửi|đã|nộp)\s[^.;]{{0,40}}?(?<!\w)(?:{_TOUCHY})(?!\w)"
    r"|\s*(?:\([^()]*\)|,[^.;]{0,60},)?\s*(?:vi phạm|tố cáo|khiếu nại|đánh bạc)(?!\w)",
    re.IGNORECASE,
)
_AIMED: Final = re.compile(
    rf"(?<!\w)(?:{_PUNISHED}|tố cáo|khiếu nại|tố giác)(?:\s+(?:\d+\s+)?(?:đảng viên|đồng chí|trường hợp|cán bộ|"
    r"người|công chức|viên chức|ông|bà))?(?:[^.;:]{0,50}\s(?:đối với|với|gồm))?\s*[:(]?\s*$",
    re.IGNORECASE,
)
_REACH: Final = 80


def private_persons(report: Report) -> Iterator[Finding]:
    """``Cảnh cáo đồng chí Trần Văn Mẫu``, ``đơn tố cáo của bà Lê Thị Mẫu``."""
    signer = report.metadata.signed.name if report.metadata.signed else None
    for passage in passages(report):
        text = printed(passage.text)
        if not _ANY.search(text):
            continue
        touched: list[PersonName] = []
        for name in person_names(text):
            if signer and name.text.casefold() == signer.casefold():
                continue
            if _is_touched(text, name) or _follows(text, touched, name):
                touched.append(name)
                yield _finding(report, Spot(passage, name.start, name.end), name)


def _is_touched(text: str, name: PersonName) -> bool:
    start, end = sentence_at(text, name.start)
    before = text[max(start, name.start - _REACH) : name.start].rpartition(";")[2]
    after = text[name.end : end]
    if name.honorific and _ACTING.match(after):
        return False
    if name.honorific and _SUFFERS.match(after):
        return True
    if not name.honorific:
        return _AIMED.search(before) is not None
    told = list(_ANY.finditer(before))
    return bool(told) and not _SHIELDED.search(before, told[-1].end())


def _follows(text: str, touched: list[PersonName], name: PersonName) -> bool:
    """``Trần Văn Mẫu, Lê Thị Mẫu và …``: the next name of a list."""
    return bool(touched) and re.fullmatch(
        r"\s*(?:\([^()]*\))?\s*(?:,|;|và|,\s*và)\s*(?:đồng chí |đ/c |ông |bà )?",
        text[touched[-1].end : name.start],
        re.IGNORECASE,
    ) is not None  # fmt: skip


def _finding(report: Report, spot: Spot, name: PersonName) -> Finding:
    return Finding(
        "KHO424",
        report,
        spot,
        f"Tên một cá nhân (“{name.text}”) đứng cạnh chuyện kỷ luật, đơn thư hoặc bệnh tật.",
        "Bỏ tên, ghi số lượng (“01 đảng viên”) hoặc viết tắt “đồng chí N.V.A.”. Được phép nêu tên thì thêm "
        + sign_off("KHO424", name.text),
        Severity.ERROR,
    )
