"""Paragraphs of a body told apart: headings, bullets, tables, text."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.intake.bullets import Levels, written
from build_tools.intake.doubt import Doubt, error
from build_tools.intake.draft import Block, BlockKind
from build_tools.intake.emphasis import read_emphasis
from build_tools.intake.headings import Candidate, Found, find_headings
from build_tools.intake.openings import bullet_of
from build_tools.intake.paragraphs import joined
from build_tools.intake.source import EMPTY, Fate, FateKind, Gap, Line, Traced, fates_of
from build_tools.markdown.headings import read_heading, section_anchor


def blocks_of(
    groups: Sequence[Sequence[Line]],
) -> tuple[tuple[Block, ...], tuple[Fate, ...], tuple[Doubt, ...]]:
    """The blocks of a body from its lines grouped into paragraphs."""
    fates: list[Fate] = []
    texts = [_text(lines, fates) for lines in groups]
    plain = [at for at, lines in enumerate(groups) if _is_plain(lines)]
    found, doubts = find_headings(
        [
            Candidate(texts[at], groups[at][0].heading, groups[at][0].gap is not Gap.NONE)
            for at in plain
        ]
    )
    headings = dict(zip(plain, found, strict=True))
    twins = _twins(texts, headings)
    making = _Making(fates)
    for at, lines in enumerate(groups):
        heading = None if at in twins else headings.get(at)
        making.add(lines, texts[at], heading)
    return tuple(making.blocks), tuple(fates), (*doubts, *map(_twin, (texts[at] for at in twins)))


def _is_plain(lines: Sequence[Line]) -> bool:
    first = lines[0]
    return not first.cells and first.bullet is None and bullet_of(first.text.text) is None


def _text(lines: Sequence[Line], fates: list[Fate]) -> Traced:
    if lines[0].cells:
        return EMPTY
    text, starred = read_emphasis(joined(lines))
    fates += starred
    return text


def _twins(texts: Sequence[Traced], headings: dict[int, Found | None]) -> list[int]:
    """Headings whose address is taken: the archive cannot hold two of one number."""
    anchors: set[str] = set()
    parents: list[tuple[int, str]] = []
    twins = []
    for at, found in headings.items():
        if found is None:
            continue
        while parents and parents[-1][0] >= found.level:
            parents.pop()
        heading = read_heading(texts[at].reader_text)
        anchor = section_anchor(heading, parents[-1][1] if parents else None)
        if anchor in anchors:
            twins.append(at)
            continue
        anchors.add(anchor)
        parents.append((found.level, anchor))
    return twins


class _Making:
    def __init__(self, fates: list[Fate]) -> None:
        self.blocks: list[Block] = []
        self.levels = Levels()
        self.fates = fates

    def add(self, lines: Sequence[Line], text: Traced, heading: Found | None) -> None:
        first = lines[0]
        bullet = bullet_of(text.text)
        if first.cells:
            self._row(first)
        elif heading is not None:
            self.levels.close()
            self.blocks.append(Block(BlockKind.HEADING, text, heading.level))
        elif first.bullet is not None:
            self.blocks.append(
                Block(BlockKind.BULLET, text, first.bullet, "-" if first.bullet % 2 == 0 else "+")
            )
        elif bullet is not None:
            self._bullet(text, *bullet)
        else:
            self.levels.close()
            self.blocks.append(Block(BlockKind.PARAGRAPH, text))

    def _bullet(self, text: Traced, marker: str, end: int) -> None:
        sign = written(marker)
        detail = f"gạch đầu dòng “{sign} ”"
        self.fates += fates_of(text[:end].strip(), FateKind.REWRITTEN, detail)
        level = self.levels.level_of(marker)
        self.blocks.append(Block(BlockKind.BULLET, text[end:], level, sign))

    def _row(self, line: Line) -> None:
        self.levels.close()
        row = tuple(self._cell(cell) for cell in line.cells)
        last = self.blocks[-1] if self.blocks else None
        if last and last.rows and line.gap is Gap.NONE and len(last.rows[0]) == len(row):
            self.blocks[-1] = Block(BlockKind.TABLE, rows=(*last.rows, row))
        else:
            self.blocks.append(Block(BlockKind.TABLE, rows=(row,)))

    def _cell(self, cell: Traced) -> Traced:
        text, starred = read_emphasis(cell)
        self.fates += starred
        return text


def _twin(text: Traced) -> Doubt:
    return error(
        "KHO703",
        text.start,
        text.text[:60],
        "Số mục trùng với một mục trước trong cùng phần; đã để thành đoạn văn.",
        "Đối chiếu bản in: sửa số mục đọc nhầm rồi thêm dấu ### ở đầu dòng.",
    )
