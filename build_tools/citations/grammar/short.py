"""Documents cited by type and number alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from build_tools.citations.attributes import NOTHING, read_attributes
from build_tools.citations.grammar.form import (
    FOLLOWS,
    GAP,
    NUMBER_WORD,
    mention,
    spaced,
)
from build_tools.citations.grammar.numbered import QUALIFIERS
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention

_STRONG: Final = re.compile(
    spaced(
        r"\s{1,4}(?:cua (?:bo|ban|chinh|tinh|thanh|huyen|dang|trung|thu|uy|ubnd|hdnd|quoc|hoi)|\(?khoa [ivxl]+"
        r"|ngay \d{1,2}[-/.]|nam (?:19|20)\d\d)\b"
    )
)
_DEFINED: Final = re.compile(
    spaced(r"(?:(?:goi|viet) (?:(?:tat |gon |chung |ngan gon )?la|tat)|sau day(?=\s?:))")
    + r"(?: {1,4}|\s{0,3}[:?\"]{1,2}\s{0,3})\Z"
)
_LAST_WORDS: Final = ("la", "tat", "day")  # of what ``_DEFINED`` finds
_NO_NUMBER_AFTER: Final = (
    r"(?!\d|[.,/]\d|\s{0,2}%|\s{0,2}/\s{0,2}\w|-\w|\s{0,2}-\s{0,2}(?:\d|[a-z]{1,6}\s?[/-])|[a-z])"
)
_NUMBER: Final = re.compile(
    rf"(?:{GAP}(?:{QUALIFIERS})(?={GAP}so\b))?{GAP}(?P<so>{NUMBER_WORD})?(?P<number>\d{{1,4}}){_NO_NUMBER_AFTER}"
)
_COUNTED: Final = re.compile(
    spaced(
        r"\s{1,4}(?:dong chi|truong hop|to chuc|chi bo|dang bo|dang vien|luot|cuoc|lop|nam|thang|ngay|nguoi"
        r"|don|vu|viec|ca nhan|tap the|cong trinh|trieu|ty|phan|muc|diem|bai|xa|huyen|ho|giai doan|can bo|ca|lan(?! toa)|buoi|noi dung|van ban|hoc vien|hoi vien|doan vien|du an|nhiem vu|chi tieu|mo hinh)\b"
    )
)
_A_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FORM_NUMBER: Final = re.compile(r"(?:mau|bieu|phu luc|to)\s{1,3}\Z")
_YEARLY: Final = re.compile(
    rf"{GAP}{NUMBER_WORD}?(?P<number>\d{{1,4}})/(?P<year>20\d\d|19\d\d)(?![\w/-])"
)
NUMBERED_TYPES: Final = frozenset(DOCUMENT_TYPES) - {
    "dieu-le",
    "hien-phap",
    "luat",
    "bo-luat",
    "phap-lenh",
}
ALWAYS_NOUNS: Final = {"nghi-quyet", "chi-thi", "nghi-dinh", "thong-tu"}


def is_definition(source: Source, start: int) -> bool:
    """Whether ``gọi tắt là`` or ``sau đây gọi là`` stands right before."""
    first = max(0, start - 30)
    if not source.low[first:start].rstrip(' \n:?"').endswith(_LAST_WORDS):
        return False
    return _DEFINED.search(source.low, first, start) is not None


def is_counted(source: Source, end: int) -> bool:
    """Whether a number that ends here counts something: ``12 đồng chí``, ``03 lượt``."""
    return _COUNTED.match(source.low, end) is not None


class NumberAlone:
    """A type word with a number and no symbol, defined in the paper or not.

    ``(gọi tắt là Hướng dẫn 02)``, ``Hướng dẫn số 61 của Ban Tổ chức Tỉnh ủy``,
    ``Nghị quyết 09 của Bộ Chính trị (khóa IX)``, ``Nghị định 30``, ``Chương trình hành động số 20``. Without ``số`` the
    number may be a count: ``Quyết định 02 trường hợp``, ``hướng dẫn 12 chi bộ``, so the
    word must be a name and nothing counted may follow.
    """

    name = "short-undef"
    types = NUMBERED_TYPES

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation, if the number is one; a decree may have its year, ``100/2019``."""
        if head.type in {"nghi-dinh", "thong-tu"} and (full := _YEARLY.match(source.low, head.end)):
            found = read_attributes(source, full.end())
            year, number = int(full["year"]), int(full["number"])
            span = (head.start, full.end())
            return (mention(source, span, self.name, head.type, found, year=year, number=number),)
        match = _NUMBER.match(source.low, head.end)
        if match is None or not head.is_sure:
            return ()
        is_defined = is_definition(source, head.start)
        if not (is_defined or _is_cited(source, head, match)):
            return ()
        form = "short-def" if is_defined else self.name
        end = match.end("number")
        found = NOTHING if is_defined else read_attributes(source, end)
        number = int(match["number"])
        return (mention(source, (head.start, end), form, head.type, found, number=number),)

    def again(
        self, source: Source, head: Head, known: Collection[tuple[str, int]]
    ) -> Mention | None:
        """A citation of a number that this paper cites elsewhere, whatever verb follows it."""
        match = _NUMBER.match(source.low, head.end)
        if (
            match is None
            or head.type not in self.types
            or not head.is_sure
            or is_counted(source, match.end("number"))
        ):
            return None
        number, end = int(match["number"]), match.end("number")
        if (head.type, number) not in known or len(match["number"]) == 1:
            return None
        if not (source.capital(head.start) or source.is_unmarked):
            return None
        found = read_attributes(source, end)
        return mention(source, (head.start, end), self.name, head.type, found, number=number)


def _is_cited(source: Source, head: Head, match: re.Match[str]) -> bool:
    low, end = source.low, match.end("number")
    if _FORM_NUMBER.search(low, max(0, head.start - 9), head.start):
        return False
    if _A_YEAR.fullmatch(match["number"]):  # “Nghị quyết 2024” is the one of that year
        return False
    if _STRONG.match(low, end) and head.type in ALWAYS_NOUNS:
        return True
    if match["so"]:
        return True
    if head.type == "chuong-trinh" or not source.capital(head.start):
        return False
    return len(match["number"]) > 1 and FOLLOWS.match(low, end) is not None
