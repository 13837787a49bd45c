"""The count of members: at the beginning, who came, who went, at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from build_tools.checks.figures import figures, number, sentence_at, shown
from build_tools.checks.finding import Finding, Spot, printed
from build_tools.checks.note_sums import carriers
from build_tools.model import Report

_NUMBER: Final = r"\d{1,3}(?:\.\d{3})*"
_OPENING: Final = re.compile(
    rf"\b(?:đầu (?:quý|năm|kỳ)|cuối (?:năm|quý)(?:\s+(?:20\d\d|[IV]+(?:/20\d\d)?))?)\s*(?:có|là|:)?\s*\(?"
    rf"(?P<count>{_NUMBER})\b(?!%)",
    re.IGNORECASE,
)
_MOVES: Final = re.compile(
    rf"\b(?P<move>kết nạp(?: mới)?|chuyển đến|tiếp nhận|phục hồi|chuyển đi|từ trần|qua đời|"
    rf"(?:đưa|cho) ra khỏi đảng|khai trừ|xóa tên|xin ra(?: khỏi đảng)?)\s+(?P<count>{_NUMBER})\b(?!/)",
    re.IGNORECASE,
)
_COMING: Final = ("kết nạp", "chuyển đến", "tiếp nhận", "phục hồi")
_FEWEST: Final = 3
_MOST: Final = 100


def members_at_the_end(report: Report) -> Iterator[Finding]:
    """``Đầu quý có 4.186 đảng viên; kết nạp 42, chuyển đến 39, chuyển đi 45 …`` gives the end."""
    for note, passage, at in carriers(report):
        told = printed(note.passages[0].text)
        opening = _OPENING.search(told)
        moves = list(_MOVES.finditer(re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), told)))
        if opening is None or len(moves) < _FEWEST:
            continue
        end = number(opening["count"])
        for move in moves:
            sign = 1 if move["move"].lower().startswith(_COMING) else -1
            end += sign * number(move["count"])
        text = printed(passage.text)
        start, stop = sentence_at(text, max(at - 1, 0))
        members = [
            one
            for one in figures(text)
            if start <= one.start < stop and one.unit in {"đảng viên", ""}
        ]
        if members and all(one.amount != end for one in members):
            last = min(members, key=lambda one: abs(one.amount - end))
            if abs(last.amount - end) <= Decimal(_MOST):
                yield Finding(
                    "KHO239",
                    report,
                    Spot(passage, last.start, last.end),
                    f"Ghi {text[last.start : last.end]} đảng viên, nhưng theo số đầu kỳ và biến động ở chú "
                    f"thích (dòng {note.line}) là {shown(end)}.",
                    "Cộng, trừ lại theo bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
                )
