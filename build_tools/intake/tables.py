"""Tables: drawn with bars, or only aligned by blanks.

Rows with the same number of cells make a table; a row that wraps or lacks a cell would
have to be guessed, so it stays text and is pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.openings import begins_block
from build_tools.intake.source import Fate, FateKind, Gap, Line, Traced, fates_of

_WIDE: Final = re.compile(r"\s{3,}|\s*\t\s*")
_BORDER: Final = re.compile(r"[|+\-–—=:\s]+")
_ROWS: Final = 2
_COLUMNS: Final = 2
BAR: Final = "nét kẻ bảng"
_BARS: Final = "|│┃¦"


def find_tables(
    lines: Sequence[Line],
) -> tuple[tuple[Line, ...], tuple[Fate, ...], tuple[Doubt, ...]]:
    """The lines with rows of tables divided into cells."""
    result: list[Line] = []
    fates: list[Fate] = []
    doubts: list[Doubt] = []
    at = 0
    while at < len(lines):
        for cut, is_border in ((_bar_cells, True), (_aligned_cells, False)):
            end = _reach(lines, at, cut, borders=is_border)
            rows = [(line, cells) for line in lines[at:end] if (cells := cut(line.text))]
            if _is_table(rows, drawn=is_border):
                result += [_row(line, cells) for line, cells in rows]
                if is_border:
                    fates += _bars(lines[at:end])
                else:
                    doubts.append(_rebuilt(lines[at]))
                at = end
                break
        else:
            if not lines[at].whole and len(_WIDE.split(lines[at].text.text)) > _COLUMNS:
                doubts.append(_maybe(lines[at]))
            result.append(lines[at])
            at += 1
    return tuple(result), tuple(fates), tuple(doubts)


def _reach(
    lines: Sequence[Line], at: int, cut: Callable[[Traced], list[Traced]], *, borders: bool
) -> int:
    end = at
    while end < len(lines) and not lines[end].cells:
        text = lines[end].text
        border = borders and end > at and "|" in text.text and _BORDER.fullmatch(text.text)
        if not border and not cut(text):
            break
        if end > at and lines[end].gap is Gap.PAGE and not borders:
            break
        end += 1
    return end


def _is_table(rows: Sequence[tuple[Line, list[Traced]]], *, drawn: bool) -> bool:
    """Rows of one width; blanks alone prove a table only with three rows or three columns."""
    widths = {len(cells) for _, cells in rows}
    if len(rows) < _ROWS or len(widths) != 1:
        return False
    return drawn or len(rows) > _ROWS or widths.pop() > _COLUMNS


def _row(line: Line, cells: Sequence[Traced]) -> Line:
    return Line(line.text, line.gap, line.indent, cells=tuple(cells))


def _bar_cells(text: Traced) -> list[Traced]:
    """``| Kết nạp | 170 |`` in cells; empty for a line that is no row."""
    bars = [at for at, letter in enumerate(text.text) if letter in _BARS]
    if len(bars) < _COLUMNS or _BORDER.fullmatch(text.text):
        return []
    edges = [-1, *bars, len(text)]
    cells = [text[a + 1 : b].strip() for a, b in pairwise(edges)]
    if bars[0] == 0:
        cells = cells[1:]
    if bars[-1] == len(text) - 1:
        cells = cells[:-1]
    return cells if len(cells) >= _COLUMNS else []


def _aligned_cells(text: Traced) -> list[Traced]:
    """Cells parted by wide gaps; empty when there is one cell or a bullet."""
    gaps = list(_WIDE.finditer(text.text))
    if not gaps or begins_block(text.text):
        return []
    edges = [0, *(end for gap in gaps for end in gap.span()), len(text)]
    return [text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _bars(lines: Sequence[Line]) -> list[Fate]:
    return [
        fate
        for line in lines
        for at, letter in enumerate(line.text.text)
        if letter in _BARS or ("|" in line.text.text and _BORDER.fullmatch(line.text.text))
        for fate in fates_of(line.text[at : at + 1], FateKind.DROPPED, BAR)
    ]


def _rebuilt(line: Line) -> Doubt:
    return warning(
        "KHO713",
        line.text.start,
        line.text.text,
        "Bảng dựng lại từ các cột cách nhau bằng khoảng trắng.",
        "Đối chiếu từng hàng, từng cột với bản in.",
    )


def _maybe(line: Line) -> Doubt:
    return warning(
        "KHO713",
        line.text.start,
        line.text.text,
        "Dòng này có những khoảng trắng rộng, có thể là một hàng của bảng; đã giữ như đoạn văn.",
        "Nếu bản in là bảng thì dựng lại bằng dấu | theo sổ tay biên tập.",
    )
