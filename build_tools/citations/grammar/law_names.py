"""Laws named without their year, where the day or the rest of the paper tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from build_tools.citations.attributes import NOTHING, Attributes, read_attributes
from build_tools.citations.grammar.form import FOLLOWS, GAP, mention, spaced
from build_tools.citations.grammar.laws import LAWS, is_name, law_slug
from build_tools.citations.heads import Head
from build_tools.citations.source import Source, plain
from build_tools.model import Mention

_DRAFT: Final = re.compile(spaced(r"\bdu (?:thao|an) \Z"))


class LawByDay:
    """A law with the day it was passed, as preambles cite it.

    ``Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015``; only there, since
    ``tập huấn Luật Hòa giải ở cơ sở ngày 12/5/2023`` tells the day of the course.
    """

    name = "named"
    types = LAWS
    _title = re.compile(r"\s{1,4}(?P<title>[^\s\d;.:()?,][^\d;.:()?]{1,240})")
    _ends = re.compile(rf"(?P<ends>{GAP}|,{GAP})(?:(?:duoc{GAP})?ban{GAP}hanh{GAP})?ngay{GAP}\Z")
    _ground = re.compile(rf"\bcan{GAP}cu{GAP}(?:theo{GAP})?\Z")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        low = source.low
        name = self._title.match(low, head.end) if head.is_sure else None
        if name is None:
            return ()
        ends = self._ends.search(low, max(name.start("title"), name.end() - 30), name.end())
        if ends is None or not is_name(source, name.start("title"), ends.start()):
            return ()
        end = ends.start()
        found = read_attributes(source, end)
        if found.date_raw is None or found.year is None:
            return ()
        if not self._ground.search(low, max(0, head.start - 20), head.start) and not (
            found.issuer and found.issuer.endswith("Quốc hội")
        ):
            return ()
        title = " ".join(source.text[name.start("title") : end].split())
        named = f"{head.type}-{law_slug(title)}-{found.year}"
        told = Attributes(found.date, found.date_raw, found.year, found.issuer, None, title)
        return (mention(source, (head.start, end), self.name, head.type, told, named=named),)


def known_laws(found: Iterable[Mention]) -> dict[tuple[str, str], list[str]]:
    """The names, in plain letters, of the laws that a paper cites, by type and first word."""
    names: dict[tuple[str, str], set[str]] = {}
    for one in found:
        if one.type in LAWS and one.title:
            name = plain(one.title).lower()
            names.setdefault((one.type, name.split()[0]), set()).add(name)
    return {key: sorted(known, key=len, reverse=True) for key, known in names.items()}


def named_again(
    source: Source, head: Head, known: Mapping[tuple[str, str], list[str]]
) -> Mention | None:
    """A law that the paper cites with its year or number elsewhere, by its name alone.

    ``Luật Thanh niên năm 2020 …; thi hành Luật Thanh niên, …``; the draft of a law is another.
    """
    start = head.end + 1
    first = source.low[start : start + 30].split()
    if not first or not head.is_sure or not source.capital(start):
        return None
    for name in known.get((head.type, first[0].rstrip(".;")), ()):
        end = start + len(name)
        if source.low.startswith(name, start) and FOLLOWS.match(source.low, end):
            if _DRAFT.search(source.low, max(0, head.start - 12), head.start):
                return None
            title = source.text[start:end]
            return mention(
                source, (head.start, end), "named", head.type, NOTHING,
                title=title, named=f"{head.type}-{law_slug(title)}",
            )  # fmt: skip
    return None
