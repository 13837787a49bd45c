"""The row “Cộng” of a table against the rows above it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import number, shown
from build_tools.checks.finding import Finding, Spot, printed
from build_tools.model import Passage, PassageKind, Report

_TOTAL: Final = re.compile(
    r"\s*(?:tổng|cộng|tổng cộng|tổng số|toàn (?:đảng bộ )?khối)\s*", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_RATE: Final = re.compile(r"%|tỷ lệ|tỉ lệ|bình quân|xếp loại|năm|STT|TT\b", re.IGNORECASE)
_FEWEST: Final = 2


def table_sums(report: Report) -> Iterator[Finding]:
    """A column whose total is not the sum of its rows."""
    tables: dict[str, dict[int, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for section in report.sections:
        for passage in section.passages:
            if passage.kind is PassageKind.TABLE:
                tables[passage.anchor][passage.line].append(passage)
    for rows in tables.values():
        head, *body = rows.values()
        totals = [row for row in body if _TOTAL.fullmatch(row[0].text)]
        if len(totals) != 1 or body[-1] is not totals[0] or len({len(row) for row in body}) != 1:
            continue
        for column in range(1, len(body[0])):
            if column < len(head) and _RATE.search(head[column].text):
                continue
            yield from _column(report, [row[column] for row in body])


def _column(report: Report, cells: list[Passage]) -> Iterator[Finding]:
    values = [_value(cell.text) for cell in cells]
    *parts, total = values
    known = [part for part in parts if part is not None]
    if total is None or len(known) != len(parts) or len(known) < _FEWEST:
        return
    if sum(known) != total:
        yield Finding(
            "KHO236",
            report,
            Spot(cells[-1], 0, len(cells[-1].text)),
            f"Cột này cộng lại là {shown(Decimal(sum(known)))}, dòng cộng ghi {cells[-1].text}.",
            "Đối chiếu từng dòng với bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
        )


def _value(text: str) -> Decimal | None:
    words = printed(text).strip()
    if words in {"", "-", "–", "0"}:
        return Decimal(0)
    return number(words) if _NUMBER.fullmatch(words) else None
