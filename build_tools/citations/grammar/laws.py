"""Laws and the constitution, known by name and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.form import BLANK, FOLLOWS, GAP, mention, spaced
from build_tools.citations.heads import TYPE_WORDS, Head
from build_tools.citations.source import Source
from build_tools.model import Mention
from build_tools.vietnamese import slug

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d|\s{0,2}[-/]\s{0,2}\d)"
_IN_NAME: Final = re.compile(r"\s{1,4}(?P<title>[^\s\d;.:()?,][^\d;.:()?]{1,120})")
_AMENDED: Final = re.compile(rf"\(sua{GAP}doi[^()]{{0,20}}\){GAP}")
_AMENDING: Final = re.compile(rf"sua{GAP}doi\b")
#: words that no law's name holds but as its first; “pháp luật” and “theo hợp đồng” some hold
_NO_NAME: Final = re.compile(
    rf"\b(?!luat{GAP}su\b)(?<!phap[ \n])(?:{TYPE_WORDS}|"
    + spaced(
        r"cac|trong|theo(?! hop dong| phuong thuc)|cho|ke hoach|bao cao|nhiem vu|trien khai|tuyen truyen|ban hanh|den|(?<!thuoc\s)la|ngay"
    )
    + r")\b|\n\s{0,3}\n"
)
_FIRST: Final = re.compile(spaced(r"(?:ban hanh|cac|luat su)\b"))
_LONGEST_WORD: Final = 18  # ``nam`` with its blanks
_SINCE: Final = frozenset({"từ", "vào", "đến", "trong"})
_SHORT_NAMES: Final = {
    "bhxh": "bao-hiem-xa-hoi",
    "bhyt": "bao-hiem-y-te",
    "pctn": "phong-chong-tham-nhung",
    "pccc": "phong-chay-va-chua-chay",
}
LAWS: Final = frozenset({"luat", "bo-luat", "phap-lenh"})


class LawByYear:
    """A law, code or ordinance by name and year.

    ``Luật Đất đai năm 2013``, ``Luật Giáo dục 2019``, ``Bộ luật Lao động năm 2019``,
    ``Luật Phòng, chống tham nhũng năm 2018``, ``Luật Đất đai (sửa đổi) năm 2024``. Without
    a year the name is not one document: ``tuyên truyền Luật Đất đai``. Further years are laws of
    that name too: ``Luật Đất đai năm 2013, 2024``, ``Luật Nhà ở năm 2014 và năm 2023``.
    """

    name = "named"
    types = LAWS
    _year = re.compile(rf"\(?(?:nam{GAP})?{_YEAR}")
    _word = re.compile(r"\s{1,4}(?:(?:cac\s{1,3})?nam\s{1,4})?\Z")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The law, and the laws of that name of further years."""
        low = source.low
        if not head.is_sure or low[max(0, head.start - 5) : head.start].rstrip().endswith("phap"):
            return ()
        name = _IN_NAME.match(low, head.end)
        if name is None:
            return ()
        start, end = name.span("title")
        amended = _AMENDED.match(low, end)
        year = self._year.match(low, amended.end() if amended else end)
        if year is None:
            return ()
        word = self._word.search(low, max(start, end - _LONGEST_WORD), end)
        if word is None or not is_name(source, start, word.start()):
            return ()
        closes = year[0].startswith("(") and low[year.end() : year.end() + 1] == ")"
        title = " ".join(source.text[start : word.start()].split())
        items = [(head.start, year.end() + closes, int(year["year"]))]
        items.extend(further_years(source, items[0][1]))
        form = "list" if len(items) > 1 else self.name
        return tuple(
            mention(
                source, (start, end), form, head.type, NOTHING,
                year=number, title=title, named=f"{head.type}-{law_slug(title)}-{number}",
            )
            for start, end, number in items
        )  # fmt: skip


_ALSO: Final = re.compile(
    rf"{BLANK},{BLANK}(?P<item>{_YEAR})|{GAP}va{GAP}(?P<with_and>(?:nam{GAP})?{_YEAR.replace('year', 'other')})"
    rf"|{BLANK},{BLANK}(?P<with_word>nam{GAP}{_YEAR.replace('year', 'third')})(?=\s?[;.)]|{GAP}va{GAP}nam\b|,{GAP}nam\b)"
)
_ELSEWHERE: Final = re.compile(
    spaced(
        r" (?:huyen|tinh|xa|phuong|thanh pho|dang bo|chi bo|don vi|toan|ho|nguoi|can bo|luot|truong hop)\b"
    )
)


def further_years(source: Source, end: int) -> Iterator[tuple[int, int, int]]:
    """More years of a law's name, not of the sentence: not ``, 2024 hộ``, ``và năm 2023 huyện …``."""
    while match := _ALSO.match(source.low, end):
        group = next(name for name in ("item", "with_and", "with_word") if match[name])
        end = match.end()
        if group == "item" and not FOLLOWS.match(source.low, end):
            return
        if _ELSEWHERE.match(source.low, end):
            return
        yield match.start(group), end, int(match["year"] or match["other"] or match["third"])


def law_slug(title: str) -> str:
    """A law's name in ids: ``Phòng, chống tham nhũng`` and ``PCTN`` are one.

    >>> law_slug("BHXH"), law_slug("Bảo hiểm y tế sửa đổi")
    ('bao-hiem-xa-hoi', 'bao-hiem-y-te')
    """
    name = slug(title).removesuffix("-sua-doi")
    return _SHORT_NAMES.get(name, name)


def is_name(source: Source, start: int, end: int) -> bool:
    """Whether these words can be a law's name, not a sentence that happens to end in a year."""
    if _AMENDING.match(source.low, start):  # its name tells which law it amends
        return "\n\n" not in source.low[start:end]
    first = _FIRST.match(source.low, start) if source.capital(start) else None
    if _NO_NAME.search(source.low, first.end() if first else start, end):
        return False
    if source.text[start:end].split()[-1].lower() in _SINCE:
        return False
    return source.capital(start) or source.text[start:end].isascii()


class Constitution:
    """The constitution of a year: ``Hiến pháp năm 2013``, ``Hiến pháp 1946, 1959, 1980``."""

    name = "named"
    types = frozenset({"hien-phap"})
    _pattern = re.compile(
        rf"(?:{GAP}nuoc{GAP}[a-z ]{{4,60}}?)?{BLANK}(?:\(nam{GAP}{_YEAR.replace('year', 'bracketed')}\)"
        rf"|{GAP}(?:nam{GAP})?{_YEAR})"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        match = self._pattern.match(source.low, head.end)
        if match is None or not head.is_sure:
            return ()
        items = [(head.start, match.end(), int(match["year"] or match["bracketed"]))]
        items.extend(further_years(source, match.end()))
        form = "list" if len(items) > 1 else self.name
        return tuple(
            mention(
                source, (start, end), form, head.type, NOTHING, year=year, named=f"hien-phap-{year}"
            )
            for start, end, year in items
        )
