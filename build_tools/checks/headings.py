"""Headings: printed numbers without gaps, areas that the registry knows, the right quarter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from build_tools.checks.finding import Finding, Spot
from build_tools.model import PassageKind, Report, Section
from build_tools.quarter import Quarter
from build_tools.vietnamese import fold, roman_to_int

#: the order of lettered items in Vietnamese papers, and that of papers made elsewhere
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_NOT_ROMAN: Final = frozenset(_LETTERS + _LATIN) - frozenset("ivxlcdm")
_PARTS_WITH_AREAS: Final = frozenset({"i", "iii"})
_PROGRAMME: Final = re.compile(r"phuong huong|chuong trinh|nhiem vu (?:trong tam )?quy")
_AREA_LEVEL: Final = 3
_QUARTER: Final = re.compile(
    r"\bquý\s+(?P<number>IV|I{1,3}|[1-4])\b(?:\s*(?:/|năm)\s*(?P<year>\d{4}))?"
)


def gaps_in_numbers(report: Report) -> Iterator[Finding]:
    """A number is missing, or stands before a smaller one: a heading was lost or misread."""
    siblings: dict[tuple[str, ...], list[Section]] = defaultdict(list)
    for section in report.sections:
        if section.number is not None:
            kind = _kind(section.number)
            siblings[(section.part or "", *section.outer, str(section.level), kind)].append(section)
    for (*_, kind), sections in siblings.items():
        numbered = _valued(kind, sections)
        if not numbered:
            continue
        first, opening = numbered[0]
        if first != 1:
            yield _gap(report, opening, f"Mục {opening.number} đứng đầu, không thấy mục trước nó.")
        for (earlier, before), (later, after) in pairwise(numbered):
            if later != earlier + 1:
                yield _gap(report, after, f"Sau mục {before.number} là mục {after.number}.")


def _kind(number: str) -> str:
    last = number.rsplit(".", 1)[-1]
    if last.isdecimal():
        return "figure"
    return "capital" if last.isupper() else "letter"


def _valued(kind: str, sections: list[Section]) -> list[tuple[int, Section]]:
    """Sections of one list with their numbers; whether ``C`` is a letter, the list tells."""
    printed = [(section.number or "").rsplit(".", 1)[-1] for section in sections]
    if kind == "figure":
        return [(int(number), section) for number, section in zip(printed, sections, strict=True)]
    letters = [number.lower() for number in printed]
    if kind == "capital" and not any(letter in _NOT_ROMAN for letter in letters):
        values = [roman_to_int(number) for number in printed]
    else:
        latin = "đ" not in letters and not set(letters) <= set(_LETTERS)
        order = _LATIN if latin else _LETTERS
        values = [order.find(letter) + 1 for letter in letters]
    return [(value, section) for value, section in zip(values, sections, strict=True) if value]


def _gap(report: Report, section: Section, message: str) -> Finding:
    return Finding(
        "KHO220",
        report,
        _title(section),
        message,
        "Đối chiếu bản in: có thể mất một đề mục, hoặc máy đọc nhầm số. Bản in đúng như vậy thì để.",
    )


def headings_without_area(report: Report) -> Iterator[Finding]:
    """An item of part I or III whose heading names none of the seven areas."""
    for part in _PARTS_WITH_AREAS:
        items = [s for s in report.sections if s.part == part and s.level == _AREA_LEVEL]
        if not any(section.area for section in items):
            continue
        for section in items:
            if section.area is None:
                yield Finding(
                    "KHO221",
                    report,
                    _title(section),
                    f"Đề mục “{section.title}” không thuộc lĩnh vực nào, nên trang lĩnh vực không có mục này.",
                    "Sửa đề mục nếu gõ hay đọc nhầm; đúng rồi thì thêm cụm từ của nó vào aliases "
                    "trong registry/areas.yml.",
                )


def quarters_in_headings(report: Report) -> Iterator[Finding]:
    """Part I speaks of the report's own quarter, the programme of the next one."""
    own = report.metadata.quarter
    for section in report.sections:
        if section.part is not None or section.number is None:
            continue
        named = list(_QUARTER.finditer(section.title))
        programme = _PROGRAMME.search(fold(section.title)) is not None
        if section.anchor == "i":
            wanted = own
        elif section.anchor in {"ii", "iii"} and programme:
            wanted = own.next
        else:
            continue
        if len(named) == 1 and not _is(named[0], wanted):
            yield _other_quarter(report, section, named[0], wanted)


def _is(match: re.Match[str], quarter: Quarter) -> bool:
    same = match["number"] in {quarter.roman, str(quarter.number)}
    return same and match["year"] in {None, str(quarter.year)}


def _other_quarter(
    report: Report, section: Section, match: re.Match[str], wanted: Quarter
) -> Finding:
    return Finding(
        "KHO222",
        report,
        _title(section, match[0]),
        f"Đề mục ghi “{match[0]}”, mà theo khóa quarter phải là {wanted.label}.",
        "Xem lại đề mục hoặc khóa quarter.",
    )


def _title(section: Section, words: str = "") -> Spot:
    heading = next(p for p in section.passages if p.kind is PassageKind.HEADING)
    at = heading.text.find(words) if words else 0
    return Spot(heading, max(at, 0), max(at, 0) + len(words) if words else len(heading.text))
