"""Signs that look like footnotes but were not paired: something was lost or misread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from build_tools.intake.doubt import Doubt, error, warning
from build_tools.intake.note_chain import Pair
from build_tools.intake.note_signs import SUPERSCRIPT, TAIL, NoteSign
from build_tools.intake.source import Line

_MARK_HINT: Final = (
    "Tìm lời chú thích trên bản in, thêm “[^{0}]: …” ở cuối tệp và đổi số này thành [^{0}]."
)
_NOTE_HINT: Final = (
    "Tìm chỗ đánh dấu trên bản in, đặt [^{0}] vào đó và đổi đoạn này thành “[^{0}]: …”."
)


def doubt_signs(
    lines: Sequence[Line],
    marks: Sequence[NoteSign],
    starts: Sequence[NoteSign],
    pairs: Sequence[Pair],
) -> Iterator[Doubt]:
    """Raised digits without a partner, and numbers missing from the sequence."""
    for pair in pairs:
        if pair.mark.style == TAIL:
            yield _glued(lines, pair.mark)
    paired = {pair.mark for pair in pairs} | {pair.start for pair in pairs}
    told: set[int] = set()
    styles = {SUPERSCRIPT} | {pair.mark.style for pair in pairs}
    missing = _missing(pairs)
    for mark in marks:
        lone = mark.style == SUPERSCRIPT or (mark.number in missing and mark.glued)
        if mark not in paired and mark.style in styles and lone:
            told.add(mark.number)
            yield _doubt("KHO701", lines, mark, "không có lời chú thích", _MARK_HINT)
    for start in starts:
        lone = start.style == SUPERSCRIPT or start.number in missing - told
        if start not in paired and start.style in _start_styles(pairs) and lone:
            told.add(start.number)
            yield _doubt("KHO702", lines, start, "không có dấu nào trong bài", _NOTE_HINT)
    for number in sorted(missing - told):
        after = next(pair for pair in pairs if pair.mark.number > number)
        yield error(
            "KHO702",
            lines[after.mark.line].text[after.mark.start : after.mark.end].start,
            str(number),
            f"Số chú thích nhảy cóc: thiếu chú thích {number}.",
            "Đối chiếu bản in: dấu hoặc lời chú thích này có thể đã mất khi nhận dạng.",
        )


def _glued(lines: Sequence[Line], mark: NoteSign) -> Doubt:
    text = lines[mark.line].text
    figure = text[: mark.end].text.split()[-1]
    return warning(
        "KHO719",
        text[mark.start : mark.end].start,
        figure,
        f"Số “{figure}” được hiểu là “{figure[: -len(str(mark.number))]}” với dấu chú thích {mark.number}.",
        "Đối chiếu bản in: dấu chú thích nhỏ phía trên dính liền vào con số.",
    )


def _start_styles(pairs: Sequence[Pair]) -> set[str]:
    return {SUPERSCRIPT} | {pair.start.style for pair in pairs}


def _missing(pairs: Sequence[Pair]) -> set[int]:
    numbers = {pair.mark.number for pair in pairs}
    return set(range(1, max(numbers, default=0))) - numbers


def _doubt(code: str, lines: Sequence[Line], sign: NoteSign, what: str, hint: str) -> Doubt:
    piece = lines[sign.line].text[sign.start : sign.end].strip()
    noun = "Dấu chú thích" if code == "KHO701" else "Lời chú thích"
    return error(
        code,
        piece.start,
        piece.text,
        f"{noun} {sign.number} {what}; chữ được giữ nguyên tại chỗ.",
        hint.format(sign.number),
    )
