"""Quotation marks and brackets that open and do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages
from build_tools.model import Report

_PAIRS: Final = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]"}
_OPENING: Final = {closing: opening for opening, closing in _PAIRS.items()}
_ITEM: Final = re.compile(r"(?:^|(?<=[;:,.] ))(?:[1-9]\d?|[a-zđA-ZĐ])\)$")
_APOSTROPHE: Final = re.compile(r"(?<=\w)’(?=\w)|(?<=\w)’(?!\w)")
_SIGN: Final = re.compile(r"[“”‘’«»()\[\]\"]")


def unclosed(report: Report) -> Iterator[Finding]:
    """``“Dân vận khéo`` without its end, ``12 cá nhân)`` without its beginning."""
    for passage in passages(report):
        text = passage.text
        if "‘" not in text:
            text = _blank(_APOSTROPHE, text)
        found = _first_fault(text)
        if found is not None:
            at, message = found
            yield Finding(
                "KHO240",
                report,
                Spot(passage, at, min(len(passage.text), at + 1)),
                message,
                "Thêm dấu còn thiếu theo bản in, hoặc xóa dấu thừa.",
            )


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _first_fault(text: str) -> tuple[int, str] | None:
    open_signs: list[tuple[str, int]] = []
    for match in _SIGN.finditer(text):
        sign, at = match[0], match.start()
        if sign == '"':
            if open_signs and open_signs[-1][0] == '"':
                open_signs.pop()
            else:
                open_signs.append((sign, at))
        elif sign in _PAIRS:
            open_signs.append((sign, at))
        elif open_signs and open_signs[-1][0] == _OPENING[sign]:
            open_signs.pop()
        elif sign != ")" or not _ITEM.search(text, max(0, at - 5), at + 1):
            return at, f"Dấu {sign} không có dấu {_OPENING[sign]} mở trước nó."
    if open_signs:
        sign, at = open_signs[-1]
        return at, f"Dấu {sign} mở mà không đóng."
    return None
