"""The words that tell how a document is treated, and those that may stand around them.

Everything is written with its marks here and read in plain letters, since scans and e-mail
lose marks (see ``citations.source``). A new verb is one more word in ``VERBS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from build_tools.citations.source import plain

Words: TypeAlias = tuple[str, ...]

_TOKEN: Final = re.compile(r"[a-z0-9]+(?:[-/.][a-z0-9]+)*|[^\sa-z0-9]")

#: reviewing verbs: what follows, ``việc thực hiện …``, names what is reviewed
REVIEWS: Final = (
    "kiểm tra", "giám sát", "thanh tra", "theo dõi", "đôn đốc", "rà soát", "đánh giá",
    "kiểm điểm", "sơ kết", "tổng kết",
)  # fmt: skip
#: every verb of treatment, in the order in which a list of them is offered
VERBS: Final = (
    "nghiên cứu", "tìm hiểu", "học tập", "tiếp thu", "quán triệt", "thảo luận", "tập huấn",
    "phổ biến", "giới thiệu", "tuyên truyền", "cụ thể hóa", "thể chế hóa", "triển khai",
    "thực hiện", "thi hành", "chấp hành", "tuân thủ", "áp dụng", "vận dụng", *REVIEWS,
    "ban hành", "xây dựng", "góp ý", "sửa đổi", "bổ sung", "điều chỉnh", "thay thế", "bãi bỏ",
    "hủy bỏ", "thu hồi",
)  # fmt: skip
#: what is said of a paper's own making, not of its treatment, when it ``được ban hành``
MAKING: Final = frozenset({"ban hành", "xây dựng"})
#: verbs that govern a document through ``theo``: ``thực hiện theo Quy định số 24``
FOLLOWING: Final = frozenset({"thực hiện", "thi hành", "chấp hành", "áp dụng"})


def tokens(low: str) -> list[str]:
    """Words and marks of a plain text: ``ngay``, ``15/5/2016``, ``,``."""
    return _TOKEN.findall(low)


class Phrases:
    """A set of phrases, looked for at the end or at the start of a run of tokens."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.named: dict[Words, str] = {
            tuple(tokens(plain(phrase).lower())): phrase for phrase in phrases
        }
        self.longest = max(map(len, self.named))

    def ending(self, run: Sequence[str], end: int) -> tuple[str, int] | None:
        """The longest phrase that ends before ``end``, with the offset where it begins."""
        for length in range(min(self.longest, end), 0, -1):
            if (found := self.named.get(tuple(run[end - length : end]))) is not None:
                return found, end - length
        return None

    def starting(self, run: Sequence[str], start: int) -> tuple[str, int] | None:
        """The longest phrase that begins at ``start``, with the offset behind it."""
        for length in range(min(self.longest, len(run) - start), 0, -1):
            if (found := self.named.get(tuple(run[start : start + length]))) is not None:
                return found, start + length
        return None


TREATING: Final = Phrases(VERBS)
_BODIES: Final = frozenset({"ban", "doan", "to"})


def verb_ending(run: Sequence[str], end: int) -> tuple[str, int] | None:
    """The verb that ends before ``end``; ``Ban Chấp hành``, ``Đoàn giám sát`` are bodies."""
    found = TREATING.ending(run, end)
    return None if found and found[1] and run[found[1] - 1] in _BODIES else found


MANNER: Final = (
    "tốt", "nghiêm", "nghiêm túc", "nghiêm chỉnh", "có hiệu quả", "hiệu quả", "kịp thời",
    "đầy đủ", "đồng bộ", "quyết liệt", "sâu rộng", "sâu sắc", "rộng rãi", "thắng lợi",
    "thường xuyên", "toàn diện", "đúng", "ngay", "xong", "bước đầu", "hoàn thành", "tiếp",
    "tiếp tục", "đúng tiến độ", "chất lượng", "có chất lượng",
)  # fmt: skip
_LEADING: Final = (
    "lãnh đạo", "chỉ đạo", "tổ chức", "tham mưu", "tiếp tục", "đẩy mạnh", "tăng cường",
    "tập trung", "chủ động", "phối hợp", "kịp thời", "hướng dẫn", "tích cực", "bắt đầu",
)  # fmt: skip
_PLANNING: Final = tuple(
    f"{verb}{many} {paper}"
    for verb in ("xây dựng", "ban hành", "xây dựng và ban hành", "xây dựng, ban hành", "lập")
    for many in ("", " các")
    for paper in ("kế hoạch", "chương trình", "chương trình hành động", "văn bản", "hướng dẫn",
                  "chương trình, kế hoạch", "kế hoạch, chương trình")
)  # fmt: skip
_YEARS: Final = tuple(
    f"{count} {unit}"
    for count in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
    for unit in ("năm", "tháng")
)

#: between a verb and the document it governs
NEAR: Final = Phrases((
    *MANNER, "về", "các", "những", "nội dung", "tinh thần", "ý nghĩa", "chính", "cơ bản",
    "của", "việc", "toàn văn", "dự thảo", "quan điểm", "mục tiêu", "nhiệm vụ", "giải pháp",
    "một số điều", "một số nội dung", "cho", "quy định tại", "nêu tại", "điểm mới", "mới",
    "cốt lõi", "chủ yếu", "trọng tâm",
))  # fmt: skip
#: between two verbs of one chain
LINK: Final = Phrases((
    *MANNER, *_LEADING, *_PLANNING, *_YEARS, "việc", "công tác", "kết quả", "tình hình",
    "quá trình", "tiến độ", "nội dung", "giữa nhiệm kỳ", "chuyên đề", "báo cáo", "cuối kỳ",
    "giữa kỳ", "nhiệm kỳ",
))  # fmt: skip
JOINTS: Final = Phrases((
    ",", ";", "và", ", và", "; và", "cùng", "cùng với", ", cùng", "gắn với", "với", "hoặc", "lẫn",
    ", trong đó có", "trong đó có", ", nhất là", "nhất là", ", đặc biệt là", "đặc biệt là",
))  # fmt: skip
#: from ``các văn bản`` to the documents meant
NAMING: Final = Phrases((
    "nhất là", "đặc biệt là", "trọng tâm là", "trong đó có", "trong đó có các", "như", "gồm", ":",
    "sau:", "sau đây:", "gồm:",
))  # fmt: skip
GENERIC: Final = Phrases((
    "các", "những", "một số", "hai", "ba", "bốn", "năm", "chỉ thị", "nghị quyết", "kết luận", "quy định", "quyết định",
    "hướng dẫn", "kế hoạch", "thông báo", "văn bản", "chủ trương", "chính sách", "pháp luật",
    "luật", "nghị định", "nội dung", "mới", "của", "trung ương", "tỉnh ủy", "cấp trên", "đảng",
    "nhà nước", "quốc hội", "chính phủ", "bộ chính trị", "ban bí thư", "tỉnh", "khối",
    "đảng ủy khối", "ban thường vụ", "ban chấp hành", "và", ",",
))  # fmt: skip
OPENING: Final = Phrases((
    "các", "những", "nội dung", "tinh thần", "riêng", "tuy nhiên", "đồng thời", "ngoài ra",
    "bên cạnh đó", "trong quý", ",",
))  # fmt: skip

NEGATING: Final = frozenset({"chua", "khong", "chang", "cham", "it", "thieu"})
NOT_NEGATED: Final = frozenset({"ngung", "chi", "nhung", "nhat"})
STOPS: Final = frozenset(',;:.!?()“”"')
BLOCKING: Final = frozenset(
    ("theo", "tai", "bang", "cu", "nham", "de", "ma", "neu", "o", "qua", "khi", "boi")
)
