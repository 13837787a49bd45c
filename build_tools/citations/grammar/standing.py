"""Documents that stand for a term or for good: charters, rules of procedure, yearly resolutions."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.attributes import NOTHING
from build_tools.citations.grammar.bodies import read_national_union
from build_tools.citations.grammar.form import GAP, PERIOD, ROMAN, mention, spaced
from build_tools.citations.heads import Head
from build_tools.citations.source import Source
from build_tools.model import Mention
from build_tools.vietnamese import slug

_SHORTEST: Final = 4


class Charter:
    """The charter of the Party or of a union: ``Điều lệ Đảng``, ``Điều lệ Công đoàn Việt Nam``.

    A union has one id under all its names: ``Điều lệ Đoàn TNCS Hồ Chí Minh``, ``Điều lệ Đoàn``.
    ``Điều lệ công ty`` is one of many, and ``Đảng bộ``, ``Đảng viên`` are other words.
    """

    name = "named"
    types = frozenset({"dieu-le"})
    _party = re.compile(spaced(r" dang(?: cong san viet nam)?\b(?! (?:bo|uy|vien|phi|doan|cap)\b)"))
    _gap = re.compile(GAP)

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        if not head.is_sure:
            return ()
        if party := self._party.match(source.low, head.end):
            whose, end = "dang", party.end()
        else:
            gap = self._gap.match(source.low, head.end)
            union = read_national_union(source, gap.end()) if gap else None
            if union is None:
                return ()
            whose, end = union
        named = f"dieu-le-{whose}"
        return (mention(source, (head.start, end), self.name, head.type, NOTHING, named=named),)


class RulesOfProcedure:
    """A committee's rules for its term.

    ``Quy chế làm việc của Ban Chấp hành Đảng bộ Khối nhiệm kỳ 2020-2025``. Without the
    term it is any committee's: ``quy chế làm việc của cấp ủy cơ sở``.
    """

    name = "named"
    types = frozenset({"quy-che"})
    _opening = re.compile(rf"{GAP}lam{GAP}viec{GAP}(?:cua{GAP})?")
    _period = re.compile(PERIOD)
    _term = re.compile(rf",?{GAP}\(?khoa{GAP}(?P<term>{ROMAN})\)?\Z")
    _no_body = re.compile(r"[.;:()\d]|\n\s{0,3}\n")

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        low = source.low
        opening = self._opening.match(low, head.end) if head.is_sure else None
        match = self._period.search(low, opening.end(), opening.end() + 190) if opening else None
        if opening is None or match is None:
            return ()
        start, end = opening.end(), match.start()
        end -= len(low[start:end]) - len(low[start:end].rstrip(" \n,("))
        term = self._term.search(low, start, end)
        end = term.start() if term else end
        if end - start < _SHORTEST or self._no_body.search(low, start, end):
            return ()
        period = f"{match['from']}-{match['to']}"
        whose = source.text[start:end]
        return (
            mention(
                source, (head.start, match.end("to")), self.name, head.type, NOTHING,
                named=f"qc-lam-viec-{committee_code(whose)}-{period}", period=period,
                term=term and term["term"].upper(),
            ),
        )  # fmt: skip


class YearlyResolution:
    """The committee's resolution on a year's work.

    ``Nghị quyết về phương hướng, nhiệm vụ năm 2023``; other subjects are no names.
    """

    name = "named"
    types = frozenset({"nghi-quyet"})
    _pattern = re.compile(
        rf"{GAP}ve{GAP}(?P<about>(?:phuong{GAP}huong|nhiem{GAP}vu)[^.;:()\d]{{0,60}}?){GAP}"
        r"nam\s{1,3}(?P<year>20\d\d)(?!\d|\s{0,2}-\s{0,2}\d)"
    )

    def read(self, source: Source, head: Head) -> tuple[Mention, ...]:
        """The one citation."""
        match = self._pattern.match(source.low, head.end)
        if match is None or not head.is_sure or not source.capital(head.start):
            return ()
        named = f"nq-{slug(match['about'])}-{match['year']}"
        return (
            mention(source, (head.start, match.end()), self.name, head.type, NOTHING, named=named),
        )


def committee_code(whose: str) -> str:
    """The code of a committee in ids: ``Thường trực Đảng ủy Khối`` is ``duk``.

    >>> committee_code("Ban Chấp hành Đảng bộ tỉnh khóa XI"), committee_code("Ủy ban Kiểm tra Tỉnh ủy")
    ('tu', 'ubkttu')
    """
    words = slug(whose)
    code = next(
        (
            code
            for sign, code in (
                ("dang-uy-khoi", "duk"), ("dang-bo-khoi", "duk"), ("tinh-uy", "tu"), ("thanh-uy", "tu"),
                ("dang-bo-tinh", "tu"), ("dang-bo-thanh-pho", "tu"), ("trung-uong", "tw"),
                ("huyen-uy", "hu"), ("dang-bo-huyen", "hu"), ("quan-uy", "qu"), ("thi-uy", "thu"),
                ("dang-bo-thi-xa", "thu"), ("dang-uy", "du"),
            )
            if sign in words
        ),
        None,
    )  # fmt: skip
    if code is None and "dang-bo" in words:
        code = "qu" if re.search(r"dang-bo-quan(?!-su|-doi|-khu)", words) else "du"
    code = code or words.split("-khoa-")[0]
    return f"ubkt{code}" if words.startswith("uy-ban-kiem-tra") else code
