"""Names of persons as papers print them: ``đồng chí Nguyễn Văn Mẫu``, ``bà TRẦN THỊ MẪU``.

A name begins with a family name; without that list ``đồng chí Phó Bí thư`` would be a person.
A name cut to a letter (``Nguyễn Văn A``) is already hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_FAMILIES: Final = (
    "An|Âu|Ân|Bạch|Bành|Bế|Bồ|Bùi|Ca|Cái|Cao|Cát|Cầm|Cấn|Chế|Chu|Chung|Chúc|Châu|Chử|Công|Cù|Cung|"
    "Danh|Diệp|Doãn|Dư|Dương|Đàm|Đào|Đậu|Đặng|Đèo|Điểu|Điêu|Đinh|Đoàn|Đỗ|Đồng|Đổng|Đới|Đường|Giang|Giàng|"
    "Hà|Hàn|Hạ|Hạng|Hầu|Hoa|Hoàng|Hồ|Hồng|Hứa|Huỳnh|Kha|Khổng|Khuất|Kiều|Kim|Kiên|La|Lã|Lạc|Lại|Lâm|Lê|"
    "Liêu|Liễu|Lò|Lô|Lỗ|Lộc|Lù|Lục|Lư|Lữ|Lương|Lưu|Lý|Ma|Mã|Mạc|Mai|Man|Mâu|Nghiêm|Ngô|Nguyễn|"
    "Nhan|Nhâm|Ninh|Nông|Ông|Phạm|Phan|Phí|Phó|Phù|Phùng|Phương|Quách|Quan|Quản|Quảng|Sầm|Sơn|Sùng|"
    "Tạ|Tăng|Thạch|Thái|Thang|Thành|Thân|Thẩm|Thi|Thiều|Tiêu|Tô|Tôn|Tống|Trà|Trang|Trần|Triệu|Trình|"
    "Trịnh|Trương|Từ|Tường|Ung|Uông|Ưng|Văn|Vi|Viên|Võ|Vũ|Vương|Vừ|Y"
)
#: any first word is a family name where the second is that of a man or a woman
_RARER: Final = r"(?!(?:Sở|Phòng|Hội|Ngành|Nhà|Bộ)\s)[^\W\d_]{2,}(?=\s+(?:Văn|Thị)\s)"
_HONORIFIC: Final = r"(?:đồng chí|đ/c|ông|bà|anh|chị|cháu|em|bị can|bị cáo|đương sự|công dân|đảng viên|cán bộ|người dân)"
_NAME: Final = re.compile(
    rf"(?<!\w)(?:(?P<honorific>{_HONORIFIC})\s+)?(?P<name>(?:{_FAMILIES}|{_RARER})(?:\s+[^\W\d_]+){{1,5}})",
    re.IGNORECASE,
)
_NO_NAMES: Final = frozenset({"hồ chí minh"})
_FEWEST: Final = 2
#: second words that make an office or a place of what looks like a family name
_OFFICES: Final = frozenset(
    "bí chủ giám ban đoàn đảng thư tịch trưởng viên ủy hội tỉnh công".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name and where it stands; ``honorific`` is the word before it, empty without one."""

    start: int
    end: int
    text: str
    honorific: str


def person_names(text: str) -> Iterator[PersonName]:
    """Every whole name of a text, in order.

    >>> [name.text for name in person_names("Cảnh cáo đồng chí Trần Văn Mẫu và đồng chí Phó Bí thư")]
    ['Trần Văn Mẫu']
    """
    at = 0
    while match := _NAME.search(text, at):
        words = list(re.finditer(r"\S+", match["name"]))
        size = 0
        while size < len(words) and _is_part(words[size][0]):
            size += 1
        at = match.start("name") + words[max(size, 1) - 1].end()
        name = match["name"][: words[size - 1].end()] if size else ""
        if size < _FEWEST or words[1][0].lower() in _OFFICES or name.lower() in _NO_NAMES:
            continue
        if len(words[size - 1][0]) > 1 and not _goes_on(text, at):
            start = match.start("name")
            yield PersonName(start, at, name, (match["honorific"] or "").lower())


def _is_part(word: str) -> bool:
    return word.istitle() or (word.isupper() and len(word) > 1)


def _goes_on(text: str, at: int) -> bool:
    """``Nguyễn Văn A``: the letter that hides the name follows."""
    return re.match(r"\s+[A-ZĐ](?!\w)", text[at : at + 4]) is not None
