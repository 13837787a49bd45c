"""Known slips of OCR and of hurried typing, each told by the words beside it.

A mark lost or another read (``khối`` → ``khôi``, ``đối`` → ``đổi``) leaves a word that
exists, so only its neighbours give it away. A row is (what is found, what is meant).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import Report

_TABLE: Final = (
    (r"khôi phục(?= (?:cơ quan|các cơ quan|các doanh nghiệp|quản lý(?: nhà nước)?\b|doanh nghiệp))", "khối"),
    (r"(?<=đảng )khôi phục(?= )", "khối"),
    (r"khôi(?= (?:các|cơ quan|doanh nghiệp|ngành|quản lý|đảng|đoàn|dân|nội|sự nghiệp|hành chính))", "khối"),
    (r"(?<=Đảng ủy )khôi\b", "Khối"),
    (r"đổi tượng(?! đài)", "đối tượng"),
    (r"(?<!phản )(?<!tuyệt )(?<!cân )đối mới(?! với)", "đổi mới"),
    (r"(?:(?<=\d )|(?<=\b(?:các|mỗi) )|(?<=\b(?:tặng|trao|từng|phần) )|(?<=\bnhững )|(?<=\bnhiều ))xuất(?= (?:quà|học bổng|ăn ca|cơm))", "suất"),
    (r"công tác viên(?! chức)", "cộng tác viên"),
    (r"cát tặng(?= (?:\d|\w+ căn|căn|nhà|mái ấm))(?! \d+(?:[.,]\d+)? ?(?:m|tấn|khối|xe))", "cất tặng"),
    (r"(?<!thế )kỷ(?= \d{1,3} năm)", "kỷ niệm"),
    (r"báo cáo kết(?= (?:thực hiện|công tác|hoạt động))", "báo cáo kết quả"),
    (r"(?<!\w)UBVTV?BV?(?!\w)|(?<!\w)UVTVB(?!\w)", "UVBTV"),
    (r"chống tham nhũng(?= (?:lãng phí|tiêu cực))", "chống tham nhũng,"),
    (r"chỉ bộ(?! (?:phận|máy|đội|môn|trưởng|luật|tiêu|công|y|tài|nội|ngoại|giao))", "chi bộ"),
    (r"chi thị(?! (?:xã|trường|trấn))", "chỉ thị"),
    (r"nghi quyết|nghị quyét|nghị quyêt", "nghị quyết"),
    (r"quy đinh", "quy định"),
    (r"kết luân", "kết luận"),
    (r"hướng dần(?= số)|hướng dẩn", "hướng dẫn"),
    (r"kế hoach", "kế hoạch"),
    (r"ban chấp hanh|ban chấp hảnh", "ban chấp hành"),
    (r"(?:đàng|đáng|đang) viên", "đảng viên"),
    (r"(?:đàng|đáng) ủy|đảng ùy|đảng úy", "đảng ủy"),
    (r"đàng bộ|(?<!xứng )đáng bộ(?! đội)", "đảng bộ"),
    (r"tinh ủy|tỉnh ùy|tỉnh úy", "tỉnh ủy"),
    (r"cơ sớ đảng|cơ sờ đảng|cơ sỡ đảng", "cơ sở đảng"),
    (r"(?<=phó )bí thu|(?<=đồng chí )bí thu", "bí thư"),
    (r"công chửc|công chúc", "công chức"),
    (r"viên chúc|viên chửc", "viên chức"),
    (r"lãnh dạo", "lãnh đạo"),
    (r"thực hiên", "thực hiện"),
    (r"nhiêm vụ|nhiệm vu(?!\w)", "nhiệm vụ"),
    (r"tư tường|tư tướng", "tư tưởng"),
    (r"kiềm tra|kiếm tra", "kiểm tra"),
    (r"giám sat|giảm sát", "giám sát"),
    (r"kỷ luât|(?<!nghiên cứu )(?<!tìm hiểu )(?<!nắm )(?<!hiểu )(?<!đọc )(?<!học )(?<!xem )(?<!rất )(?<!khá )(?<!quá )(?<!thật )(?-i:kỹ l|Kỹ [Ll]|KỸ L)uật", "kỷ luật"),
    (r"dân vân", "dân vận"),
    (r"doàn thể|đoàn thề", "đoàn thể"),
    (r"chỉ tiều", "chỉ tiêu"),
    (r"bồi dưởng", "bồi dưỡng"),
    (r"tỷ đông|tỷ đổng", "tỷ đồng"),
    (r"triệu đông|triệu đổng", "triệu đồng"),
    (r"ngân sach", "ngân sách"),
    (r"tổ chưc|tố chức|tồ chức", "tổ chức"),
    (r"doanh nghiêp", "doanh nghiệp"),
    (r"sát nhập", "sáp nhập"),
    (r"(?<=đảng bộ )khôi(?= (?:có|còn|đã|đạt|hiện|lần|tỉnh|các|nhiệm))", "Khối"),
    (r"(?<!được )(?<!phần )sẽ chia(?= (?:việc|khó|nỗi|cùng|kinh nghiệm|thông tin|yêu thương|với|mất mát))", "sẻ chia"),
    (r"(?<!được )(?<!phần )chia sẽ(?= (?:việc|khó|nỗi|cùng|kinh nghiệm|thông tin|yêu thương|với|mất mát))", "chia sẻ"),
)  # fmt: skip
_EACH: Final = tuple(
    (re.compile(rf"(?<!\w){wrong}(?!\w)", re.IGNORECASE), right) for wrong, right in _TABLE
)
_ANY: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?:{wrong})" for wrong, _ in _TABLE) + ")", re.IGNORECASE
)


def is_known(text: str, start: int) -> bool:
    """Whether a word of the table stands at an offset."""
    return any(pattern.match(text, start) for pattern, _ in _EACH)


@lru_cache(maxsize=4096)
def slips_in(text: str) -> tuple[tuple[re.Match[str], str], ...]:
    """Each word of the table with what is meant.

    >>> [right for _, right in slips_in("Thăm các đổi tượng chính sách")]
    ['đối tượng']
    """
    if not _ANY.search(text):
        return ()
    found: dict[int, tuple[re.Match[str], str]] = {}
    for pattern, right in _EACH:
        for match in pattern.finditer(text):
            found.setdefault(match.start(), (match, right))
    return tuple(found.values())


def known_slips(report: Report) -> Iterator[Finding]:
    """Words of the table where their neighbours say that another word is meant."""
    for passage in passages(report):
        for match, right in slips_in(printed(passage.text)):
            yield Finding(
                "KHO241",
                report,
                Spot(passage, match.start(), match.end()),
                f"“{match[0]}” có lẽ là “{right}”.",
                "Đối chiếu bản in: máy đọc nhầm thì sửa; bản in đúng như vậy thì giữ và thêm "
                "lời chú [BBT: …].",
            )
