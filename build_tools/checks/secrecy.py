"""A secrecy mark on a report: such a paper never goes on the internet.

A mark is a stamp or a field: a line of its own (``TỐI MẬT``), ``Độ mật: Mật``, ``(MẬT)`` in the
title. Prose about secrets (``bảo vệ bí mật nhà nước``) has the same words and is no mark. Levels:
Luật Bảo vệ bí mật nhà nước.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.addresses import OPENING
from build_tools.checks.finding import Finding, printed
from build_tools.checks.gates import place_of_value, sign_off
from build_tools.model import Metadata, Passage, PassageKind, Report
from build_tools.problems import Place, Severity


def _spaced(words: str) -> str:
    """A pattern for words whose letters OCR or an editor has set apart: ``M Ậ T``."""
    return r"\s*".join(letter for letter in words if letter != " ")


_LEVEL: Final = rf"(?:{_spaced('TUYỆT')}\s*|{_spaced('TỐI')}\s*)?{_spaced('MẬT')}"
_STAMP: Final = re.compile(rf"(?:(?:TÀI LIỆU|VĂN BẢN|BÁO CÁO|DẤU|ĐỘ)\s+)?{_LEVEL}")
_WRITTEN: Final = re.compile(r"(?:Tuyệt mật|Tối mật|Mật)")
_FIELD: Final = re.compile(
    rf"(?:dấu\s+(?:chỉ\s+)?)?(?:mức\s+)?độ\s+(?:bảo\s+)?mật\s*:\s*(?P<level>{_LEVEL})(?=\s*$|\s{{2,}}|\s*[.;,|)*_])",
    re.IGNORECASE,
)
_IN_TITLE: Final = re.compile(rf"[(\[]\s*{_LEVEL}\s*[)\]]|^\s*{_LEVEL}\s*[:–-]|[–-]\s*{_LEVEL}\s*$")
_SIGNS: Final = " \t*_#>[](){}“”\"'.=~<>+-–—"
_LETTERHEAD: Final = re.compile(rf"(?:^|\s{{2,}}|\t|\|)(?P<mark>{_LEVEL})(?=$|\s{{2,}}|\t|\|)")


def secrecy_marks(report: Report) -> Iterator[Finding]:
    """``TỐI MẬT`` on a line of its own, ``Độ mật: Mật``, ``(MẬT)`` in the title."""
    for key, text in _declared(report.metadata):
        match = _IN_TITLE.search(text) or _STAMP.fullmatch(text.strip(_SIGNS)) or _FIELD.match(text)
        if match:
            mark = match[0].strip(_SIGNS)
            yield _finding(report, place_of_value(report, key, mark), mark)
    for section in report.sections:
        opening = section.anchor == OPENING
        for passage in section.passages:
            if passage.kind is not PassageKind.TABLE:
                yield from _in_passage(report, passage, opening=opening)


def _in_passage(report: Report, passage: Passage, *, opening: bool) -> Iterator[Finding]:
    for index, line in enumerate(passage.source):
        shown = printed(line)
        if "m" not in shown.lower():
            continue
        mark = _mark(shown, opening=opening, bullet=bool(passage.marker))
        if mark:
            column = line.find(mark) + 1
            place = Place(report.path, passage.line + index, column, line, len(mark))
            yield _finding(report, place, mark)


def _mark(line: str, *, opening: bool, bullet: bool) -> str | None:
    """The mark of a line; above the first heading it may share the line with the letterhead."""
    field = _FIELD.match(line.strip(_SIGNS))
    if field:
        return field["level"]
    bare = line.strip(_SIGNS)
    if opening and (beside := _LETTERHEAD.search(bare)):
        return beside["mark"]
    if bullet:
        return None
    return bare if _STAMP.fullmatch(bare) or (opening and _WRITTEN.fullmatch(bare)) else None


def _declared(metadata: Metadata) -> Iterator[tuple[str, str]]:
    yield "title", metadata.title
    yield "number", metadata.number or ""
    yield "place", metadata.place or ""
    for recipient in metadata.recipients:
        yield "recipients", recipient
    if metadata.signed:
        yield "signed", metadata.signed.authority or ""
        yield "signed", metadata.signed.position or ""


def _finding(report: Report, at: Place, mark: str) -> Finding:
    return Finding(
        "KHO420",
        report,
        at,
        f"Văn bản có dấu “{mark}”: không được đưa lên mạng, kể cả vào kho mã nguồn.",
        "Dừng lại, gỡ tệp này ra, báo người phụ trách bảo vệ bí mật. Đã giải mật thì ghi quyết định "
        + sign_off("KHO420", mark),
        Severity.ERROR,
    )
