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
from build_tools.search.abbreviations import ABBREVIATIONS
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
_SYMBOL: Final = f"[-/ ]*{_CODE}(?![a-z])"
#: offices that are written right behind a code: ``05 cttu``; ``ctcp`` is a kind of company
_RUN_ORG: Final = "(?:tw|tu|ttg|cp|ubnd|hdnd|vptw|vptu|ubkt(?:tw|tu)|d?u[bk][a-z]{0,4}|bt[cg](?:tw|tu|dv[a-z]{2})?|b(?:dv|nc)(?:tw|tu)|du|hu)"
_ORG: Final = "[a-z]{1,12}[0-9]{0,2}(?![a-z0-9])"

#: what a text is cut into, first match wins; both languages read these patterns alike.
#: Read over plain text: lower-case ASCII, one character for each of the original.
PATTERNS: Final = (
    ("word", rf"(?!{_CODE}(?:so)?(?![a-z])|thang)[a-z][a-z0-9]*"),  # nearly all, so asked first
    ("date", r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})(?![0-9])"),
    ("date", r"([0-9]{1,2}) thang ([0-9]{1,2}),? nam ([0-9]{4})(?![0-9])"),
    ("day", r"([0-9]{1,2}) thang ([0-9]{1,2})(?![0-9/.])"),
    ("month", r"thang ([0-9]{1,2})(?: ?[/-] ?| nam )([0-9]{4})(?![0-9])"),
    ("law", r"([0-9]{1,4})/([0-9]{4})/((?:ubtv)?qh[0-9]{1,2})(?![a-z0-9])"),
    ("state", rf"([0-9]{{1,5}})/([0-9]{{4}})[/ -]({_CODE})(?:[ -]?[/-] ?({_ORG}))?(?![a-z])"),
    (
        "state",
        rf"([0-9]{{1,5}})[ -]((?:19|20)[0-9]{{2}})[ -]({_CODE})(?:[ /-]+({_BARE_ORG}))?(?![a-z0-9])",
    ),
    ("symbol", rf"([0-9]{{1,5}}) ?[-/.] ?({_CODE}|da|[a-z]{{2,8}})[-/]({_ORG})"),
    ("symbol", rf"([0-9]{{1,5}})(?: ?[-/.] ?| ?)({_CODE})(?:[-/ ]+({_BARE_ORG}))?(?![a-z0-9])"),
    ("symbol", rf"([0-9]{{1,5}}) ?[-/.]? ?(?!ctcp)({_CODE})({_RUN_ORG})(?![a-z0-9])"),
    (
        "coded",
        rf"({_CODE})(?: ?[-/.] ?| ?)(?:so ?)?([0-9]{{1,4}})(?![0-9]|{_SYMBOL})(?:[-/ ]+({_BARE_ORG}))?(?![a-z0-9])",
    ),
    ("slashed", r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/%]|[.,][0-9])"),
    ("number", r"[0-9]+(?:[.,][0-9]+)*"),
    ("word", r"[a-z][a-z0-9]*"),
)

#: behind a number that is no document's: ``báo cáo 9 tháng``, ``kế hoạch 5 năm``
COUNTED: Final = " (?:thang(?! ?[0-9]{1,2}(?![0-9]))|nam(?! ?[0-9]))(?![a-z])"

#: words of questions and grammar: they say little about what is looked for
FILLERS: Final = (
    "và là của các những cho về tại trong được với theo đến từ thì mà này đó ở ra vào như khi "
    "có bị bởi sẽ đã đang cũng hay hoặc nào gì ai đâu sao bao nhiêu mấy thế ngày số lĩnh vực nói"
)

#: words that ask and name nothing; longest first, so that no rest of one is left
QUESTIONS: Final = tuple(
    sorted(
        (
            "có bao nhiêu", "là bao nhiêu", "được bao nhiêu", "bao nhiêu", "là gì", "gồm những gì",
            "những gì", "là ai", "khi nào", "từ khi nào", "vào khi nào", "bao giờ", "lúc nào",
            "ngày nào", "những nơi nào", "vào ngày nào", "năm nào", "ở đâu", "tại đâu", "nơi nào", "như thế nào",
            "thế nào", "ra sao", "vì sao", "tại sao", "ngày ban hành", "khi nào ban hành",
            "ban hành khi nào", "ban hành ngày nào", "ban hành năm nào",
        ),
        key=lambda words: (-len(words), words),
    )
)  # fmt: skip

#: who signed a report: it stands below the text, not in it. Read over plain text.
SIGNED: Final = (
    "(?:do )?(?:ai|nguoi)(?: la nguoi| da| la)? k[yi](?: ten)?(?: ban hanh)?"
    "|k[yi] (?=bao cao)|chu k[yi](?! so?(?![a-z]))|k[yi] (?:ten|boi ai)|k[yi] boi"
)

#: who holds an office is read from the same place
OFFICE: Final = "(?:bi thu|chanh van phong|chu nhiem|truong ban)"

#: who received it
RECEIVED: Final = "noi nhan|gui (?:den |toi |cho )?(?:nhung )?(?:ai|dau|noi nao)"

#: numbers that are written either way: ``chi bộ bốn tốt``, ``chi bộ 4 tốt``
NUMBERS: Final = {"1": "một", "2": "hai", "3": "ba", "4": "bốn", "5": "năm", "6": "sáu", "7": "bảy"}

#: quarter whose report tells of these months; the longest wording first
SPANS: Final = (
    (2, ("6 tháng đầu năm", "sáu tháng đầu năm", "nửa đầu năm", "6 tháng", "sáu tháng")),
    (3, ("9 tháng đầu năm", "chín tháng đầu năm", "9 tháng", "chín tháng")),
)

#: what the report of a fourth quarter tells of the year
WHOLE_YEAR: Final = ("tổng kết", "cả năm")

#: what every report is about, so that it says nothing beside a time; longest first
GENERIC: Final = (
    "kết quả thực hiện nhiệm vụ", "tình hình thực hiện nhiệm vụ", "kết quả thực hiện",
    "tình hình thực hiện", "thực hiện nhiệm vụ", "báo cáo", "kết quả", "tình hình", "tổng kết",
    "sơ kết", "công tác", "hoạt động", "cả năm",
)  # fmt: skip


def shared_tables() -> dict[str, Any]:
    """The lists as plain values, in the shape the browser's modules read them."""
    return {
        "patterns": PATTERNS,
        "counted": COUNTED,
        "typeWords": TYPE_WORDS,
        "romanAfter": ROMAN_AFTER,
        "fillers": FILLERS,
        "questions": QUESTIONS,
        "signed": SIGNED,
        "received": RECEIVED,
        "office": OFFICE,
        "numbers": NUMBERS,
        "spans": SPANS,
        "wholeYear": WHOLE_YEAR,
        "generic": GENERIC,
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
