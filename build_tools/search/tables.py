"""What Python and the browser must both know to read Vietnamese alike.

The lists and patterns stand here once. ``browser_tables`` writes them out as the module
``tables.js``, which the site serves beside the other search modules, so that a query is
cut by the very rules by which the text was cut.
"""

from __future__ import annotations

import json
from typing import Any, Final

from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.intake.syllables import (
    AFTER_GI,
    AFTER_QU,
    FRONT,
    ONSETS,
    RIMES,
    Y_ALONE,
)
from build_tools.vietnamese import fold

#: codes of document types as they stand in symbols; ``da`` reads as a word too often
CODES: Final = tuple(
    sorted(
        {kind.code for kind in DOCUMENT_TYPES.values()} - {"da", "luat", "hien-phap", "dieu-le"},
        key=lambda code: (-len(code), code),
    )
)

#: type words without marks → code: ``chi thi`` → ``ct``
TYPE_WORDS: Final = {
    fold(kind.name): kind.code for kind in DOCUMENT_TYPES.values() if kind.code.isalpha()
}

#: words before a Roman numeral that may also be a word: ``khóa XI``, but ``xi măng``
ROMAN_AFTER: Final = ("quy", "khoa", "phan", "hoi", "ki", "thu", "chuong", "lan", "muc")

_CODE: Final = "(?:" + "|".join(CODES) + ")"
#: an office that is known as one without its slash: no Vietnamese word looks so
_BARE_ORG: Final = "(?:[bcdghklmnpqrstvx]{2,6}|tw|tu|d?u[bk][a-z]{0,4}|bt[a-z]{2,5})"
_ORG: Final = "[a-z]{1,12}[0-9]{0,2}(?![a-z0-9])"

#: what a text is cut into, first match wins; both languages read these patterns alike.
#: Read over plain text: lower-case ASCII, one character for each of the original.
PATTERNS: Final = (
    ("date", r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})(?![0-9])"),
    ("date", r"([0-9]{1,2}) thang ([0-9]{1,2}),? nam ([0-9]{4})(?![0-9])"),
    ("day", r"([0-9]{1,2}) thang ([0-9]{1,2})(?![0-9/.])"),
    ("month", r"thang ([0-9]{1,2})(?: ?[/-] ?| nam )([0-9]{4})(?![0-9])"),
    ("law", r"([0-9]{1,4})/([0-9]{4})/((?:ubtv)?qh[0-9]{1,2})(?![a-z0-9])"),
    ("state", rf"([0-9]{{1,5}})/([0-9]{{4}})[/ -]({_CODE})(?:[ -]?[/-] ?({_ORG}))?(?![a-z])"),
    ("symbol", rf"([0-9]{{1,5}}) ?[-/.] ?({_CODE}|da|[a-z]{{2,8}})[-/]({_ORG})"),
    ("symbol", rf"([0-9]{{1,5}})(?: ?[-/.] ?| ?)({_CODE})(?:[-/ ]+({_BARE_ORG}))?(?![a-z0-9])"),
    (
        "coded",
        rf"({_CODE})(?: ?[-/.] ?| ?)(?:so ?)?([0-9]{{1,4}})(?![0-9]|[-/ ]*{_CODE}(?![a-z]))"
        rf"(?:[-/ ]+({_BARE_ORG}))?(?![a-z0-9])",
    ),
    ("slashed", r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/%]|[.,][0-9])"),
    ("number", r"[0-9]+(?:[.,][0-9]+)*"),
    ("word", r"[a-z][a-z0-9]*"),
)

#: words of questions and grammar: they say little about what is looked for
FILLERS: Final = (
    "và là của các những cho về tại trong được với theo đến từ thì mà này đó ở ra vào như khi "
    "có bị bởi sẽ đã đang cũng hay hoặc nào gì ai đâu sao bao nhiêu mấy thế ngày số"
)

#: numbers that are written either way: ``chi bộ bốn tốt``, ``chi bộ 4 tốt``
NUMBERS: Final = {"1": "một", "2": "hai", "3": "ba", "4": "bốn", "5": "năm", "6": "sáu", "7": "bảy"}

#: abbreviations that Party and State offices write without explaining them
ABBREVIATIONS: Final = {
    "antq": "an ninh tổ quốc",
    "anqp": "an ninh quốc phòng",
    "anct": "an ninh chính trị",
    "antt": "an ninh trật tự",
    "atgt": "an toàn giao thông",
    "attp": "an toàn thực phẩm",
    "asxh": "an sinh xã hội",
    "bbt": "Ban Bí thư",
    "bcđ": "Ban Chỉ đạo",
    "bch": "Ban Chấp hành",
    "bchtw": "Ban Chấp hành Trung ương",
    "bct": "Bộ Chính trị",
    "bhxh": "bảo hiểm xã hội",
    "bhyt": "bảo hiểm y tế",
    "btc": "Ban Tổ chức",
    "btctu": "Ban Tổ chức Tỉnh ủy",
    "btctw": "Ban Tổ chức Trung ương",
    "btg": "Ban Tuyên giáo",
    "btgtu": "Ban Tuyên giáo Tỉnh ủy",
    "btv": "Ban Thường vụ",
    "btvtu": "Ban Thường vụ Tỉnh ủy",
    "bvctnb": "bảo vệ chính trị nội bộ",
    "cb": "cán bộ",
    "cbcc": "cán bộ công chức",
    "cbccvc": "cán bộ công chức viên chức",
    "cbđv": "cán bộ đảng viên",
    "cc": "công chức",
    "ccb": "cựu chiến binh",
    "cchc": "cải cách hành chính",
    "cđs": "chuyển đổi số",
    "cnh": "công nghiệp hóa",
    "cntt": "công nghệ thông tin",
    "cnxh": "chủ nghĩa xã hội",
    "cnvc": "công nhân viên chức",
    "cnvclđ": "công nhân viên chức lao động",
    "csvn": "cộng sản Việt Nam",
    "ctxh": "chính trị xã hội",
    "cstđ": "chiến sĩ thi đua",
    "dn": "doanh nghiệp",
    "dnnn": "doanh nghiệp nhà nước",
    "dvk": "dân vận khéo",
    "đb": "đảng bộ",
    "đbcs": "đảng bộ cơ sở",
    "đh": "đại hội",
    "đhđb": "đại hội đảng bộ",
    "đtn": "Đoàn Thanh niên",
    "đtncshcm": "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "đu": "đảng ủy",
    "đuk": "Đảng ủy Khối",
    "đv": "đảng viên",
    "đvtn": "đoàn viên thanh niên",
    "gdđt": "giáo dục đào tạo",
    "gtvt": "giao thông vận tải",
    "gs": "giám sát",
    "hccb": "Hội Cựu chiến binh",
    "hcm": "Hồ Chí Minh",
    "hđnd": "Hội đồng nhân dân",
    "hđh": "hiện đại hóa",
    "hnd": "Hội Nông dân",
    "htct": "hệ thống chính trị",
    "htctn": "hoàn thành tốt nhiệm vụ",
    "htxsnv": "hoàn thành xuất sắc nhiệm vụ",
    "ktgs": "kiểm tra giám sát",
    "ktxh": "kinh tế xã hội",
    "khcn": "khoa học công nghệ",
    "khkt": "khoa học kỹ thuật",
    "kt": "kiểm tra",
    "llct": "lý luận chính trị",
    "lđlđ": "Liên đoàn Lao động",
    "lhpn": "Liên hiệp Phụ nữ",
    "mttq": "Mặt trận Tổ quốc",
    "nlđ": "người lao động",
    "nn": "nhà nước",
    "nqtw": "Nghị quyết Trung ương",
    "nsnn": "ngân sách nhà nước",
    "ntm": "nông thôn mới",
    "pbgdpl": "phổ biến giáo dục pháp luật",
    "pccc": "phòng cháy chữa cháy",
    "pctn": "phòng chống tham nhũng",
    "pctntc": "phòng chống tham nhũng tiêu cực",
    "qcdc": "quy chế dân chủ",
    "qlnn": "quản lý nhà nước",
    "qp": "quốc phòng",
    "qpan": "quốc phòng an ninh",
    "qutw": "Quân ủy Trung ương",
    "sxkd": "sản xuất kinh doanh",
    "tccs": "tổ chức cơ sở",
    "tccb": "tổ chức cán bộ",
    "tccsđ": "tổ chức cơ sở đảng",
    "tcđ": "tổ chức đảng",
    "tđkt": "thi đua khen thưởng",
    "thpt": "trung học phổ thông",
    "tndn": "thu nhập doanh nghiệp",
    "tntn": "thanh niên tình nguyện",
    "tnhh": "trách nhiệm hữu hạn",
    "tthc": "thủ tục hành chính",
    "ttu": "Thường trực Tỉnh ủy",
    "tu": "Tỉnh ủy",
    "tw": "Trung ương",
    "tmcp": "thương mại cổ phần",
    "ubkt": "Ủy ban Kiểm tra",
    "ubktđu": "Ủy ban Kiểm tra Đảng ủy",
    "ubkttu": "Ủy ban Kiểm tra Tỉnh ủy",
    "ubmttq": "Ủy ban Mặt trận Tổ quốc",
    "ubnd": "Ủy ban nhân dân",
    "vc": "viên chức",
    "vhxh": "văn hóa xã hội",
    "vp": "văn phòng",
    "vptu": "Văn phòng Tỉnh ủy",
    "xdđ": "xây dựng Đảng",
    "xhcn": "xã hội chủ nghĩa",
}


def shared_tables() -> dict[str, Any]:
    """The lists as plain values, in the shape the browser's modules read them."""
    return {
        "patterns": PATTERNS,
        "typeWords": TYPE_WORDS,
        "romanAfter": ROMAN_AFTER,
        "fillers": FILLERS,
        "numbers": NUMBERS,
        "abbreviations": {fold(short): words for short, words in ABBREVIATIONS.items()},
        "syllables": {
            "onsets": ONSETS,
            "rimes": sorted(RIMES),
            "afterQu": sorted(AFTER_QU),
            "afterGi": sorted(AFTER_GI - RIMES),
            "notAfterGi": sorted(RIMES - AFTER_GI),
            "front": sorted(FRONT),
            "yAlone": sorted(Y_ALONE),
        },
    }


def browser_tables() -> str:
    """The module ``tables.js``."""
    text = json.dumps(shared_tables(), ensure_ascii=False, separators=(",", ":"))
    return f"export default {text};\n"
