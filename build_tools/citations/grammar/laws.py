"""Laws and the constitution, known by name and year."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.form import BLANK, GAP, mention, spaced
from build_tools.citations.heads import TYPE_WORDS, Head
from build_tools.citations.source import Source
from build_tools.model import Mention
from build_tools.vietnamese import slug

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d|\s{0,2}[-/]\s{0,2}\d)"
_STOPS: Final = spaced(
    r"cac|trong|theo|cho|ke hoach|bao cao|nhiem vu|trien khai|tuyen truyen|ban hanh|den|la|ngay|va nghi"
)


class LawByYear:
    """A law, code or ordinance by name and year.

    ``Luật Đất đai năm 2013``, ``Luật Giáo dục 2019``, ``Bộ luật Lao động năm 2019``,
    ``Luật Phòng, chống tham nhũng năm 2018``, ``Luật Đất đai (sửa đổi) năm 2024``. Without
    a year the name is not one document: ``tuyên truyền Luật Đất đai``.
    """

    name = "named"
    _letter = rf"(?!\b(?:{TYPE_WORDS}|{_STOPS})\b|\n\s{{0,3}}\n)[^\d;.:()?]"
    _pattern = re.compile(
        rf"{GAP}(?P<title>[^\s\d;.:()?,]{{1,14}}(?:{_letter}){{0,80}}?)(?:{GAP}\(sua{GAP}doi[^()]{{0,20}}\))?"
        rf"{GAP}(?:\(nam{GAP}{_YEAR.replace('year', 'bracketed')}\)|(?:nam{GAP})?{_YEAR})"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        if head.type not in {"luat", "bo-luat", "phap-lenh"} or not head.is_sure:
            return ()
        if source.low[max(0, head.start - 5) : head.start].rstrip().endswith("phap"):
            return ()
        match = self._pattern.match(source.low, head.end)
        if match is None:
            return ()
        first = match.start("title")
        if not (source.capital(first) or not source.capital(head.start)):
            return ()
        if not source.capital(first) and not source.text[first : match.end("title")].isascii():
            return ()
        year = match["year"] or match["bracketed"]
        named = f"{head.type}-{slug(match['title'])}-{year}"
        title = " ".join(source.text[slice(*match.span("title"))].split())
        return (
            mention(
                source, (head.start, match.end()), self.name, head.type, NOTHING,
                year=int(year), title=title, named=named,
            ),
        )  # fmt: skip


class Constitution:
    """The constitution of a year: ``Hiến pháp năm 2013``, ``Hiến pháp 1992``."""

    name = "named"
    _pattern = re.compile(
        rf"(?:{GAP}nuoc{GAP}[a-z ]{{4,60}}?)?{BLANK}(?:\(nam{GAP}{_YEAR.replace('year', 'bracketed')}\)"
        rf"|{GAP}(?:nam{GAP})?{_YEAR})"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        match = self._pattern.match(source.low, head.end) if head.type == "hien-phap" else None
        if match is None or not head.is_sure:
            return ()
        year = match["year"] or match["bracketed"]
        return (
            mention(
                source, (head.start, match.end()), self.name, head.type, NOTHING,
                year=int(year), named=f"hien-phap-{year}",
            ),
        )  # fmt: skip
