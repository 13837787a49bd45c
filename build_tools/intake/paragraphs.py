"""Printed lines joined into paragraphs, within a page and across pages.

Where a line stops short of the margin a paragraph ends; where a sentence stops in the
middle it goes on, past blank lines, page ends and notes. Nothing is joined to a bullet
or to a numbered line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from build_tools.intake.folding import ends_sentence, flat, goes_on, hangs, is_title, is_upper
from build_tools.intake.openings import begins_block, bullet_of, numbers_of
from build_tools.intake.signs import without_signs
from build_tools.intake.source import Gap, Line, Traced, join
from build_tools.markdown.outline import LIMITATION_OPENS

_WIDEST_PAGE: Final = 140
_NEARLY: Final = 0.85
_SPACED_GAPS: Final = 0.8
_SPACED_BROKEN: Final = 0.3
_FEW: Final = 8
_RARELY: Final = 20
_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is set: its widest line in characters, and whether lines are wrapped at all.

    ``spaced`` says that a blank line stands after every line, so that it means nothing;
    ``hanging`` that the lines under a bullet are set in, ``indented`` that paragraphs are;
    ``margin`` is the indent of lines that go on.
    """

    width: int
    wrapped: bool
    spaced: bool
    hanging: bool
    indented: bool
    margin: int


def measure(lines: Sequence[Line]) -> Measure:
    """Measure lines that were set alike."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)] if lengths else 0
    wrapped = 0 < width <= _WIDEST_PAGE and _is_wrapped_text(lines, width)
    gaps = [(a, b) for a, b in pairwise(lines) if b.gap is Gap.BLANK]
    broken = sum(_runs_on(a, b) for a, b in gaps)
    spaced = (
        wrapped
        and len(lines) > _FEW
        and len(gaps) >= _SPACED_GAPS * (len(lines) - 1)
        and broken >= _SPACED_BROKEN * len(gaps)
    )
    return Measure(width, wrapped, spaced, _hangs(lines), _is_indented_text(lines), _margin(lines))


def _is_wrapped_text(lines: Sequence[Line], width: int) -> bool:
    """Whether sentences run over line ends, or full lines stand close where room parts paragraphs."""
    runs = sum(_runs_on(a, b) for a, b in pairwise(lines) if b.gap is not Gap.PAGE)
    plain = [(a, b) for a, b in pairwise(lines) if not begins_block(b.text.text)]
    close = [pair for pair in plain if pair[1].gap is Gap.NONE]
    apart = sum(below.gap is Gap.BLANK for _, below in plain)
    tight = apart > len(close) and any(_length(a, b) > _NEARLY * width for a, b in close)
    return runs * _RARELY >= len(lines) or tight


def _hangs(lines: Sequence[Line]) -> bool:
    """Whether lines that surely go on under a bullet stand further in than the bullet."""
    under = [
        below.indent > above.indent
        for above, below in pairwise(lines)
        if below.gap is Gap.NONE and bullet_of(above.text.text) and _runs_on(above, below)
    ]
    return sum(under) * 2 > len(under)


def _margin(lines: Sequence[Line]) -> int:
    """The indent at which most lines stand that surely go on with a paragraph."""
    indents = Counter(b.indent for a, b in pairwise(lines) if _runs_on(a, b))
    return indents.most_common(1)[0][0] if indents else 0


def _is_indented_text(lines: Sequence[Line]) -> bool:
    """Whether lines that surely begin a paragraph stand further in than those that go on."""
    margin = _margin(lines)
    begins = [
        below.indent >= margin + _INDENT
        for above, below in pairwise(lines)
        if ends_sentence(without_signs(above.text.text))
        and not begins_block(below.text.text)
        and below.gap is not Gap.BLANK
    ]
    return sum(begins) * 4 > len(begins)


def _runs_on(above: Line, below: Line) -> bool:
    """Whether a sentence stops in the middle of one line and goes on in the next.

    A figure goes on too (``nhiệm kỳ 2020 -`` + ``2025``), unless a heading stands above.
    """
    text = without_signs(above.text.text)
    if ends_sentence(text):
        return text.rstrip().endswith(";") and goes_on(below.text.text)
    if hangs(text) and below.gap is not Gap.BLANK:
        return True
    if below.text.text[:1].isdecimal():
        heads = is_upper(above.text.text) or numbers_of(above.text.text)
        return not heads and (below.gap is not Gap.BLANK or hangs(text))
    return goes_on(below.text.text)


def belong_together(first: Line, above: Line, below: Line, size: Measure) -> bool:
    """Whether a line goes on with the paragraph that began with ``first`` and stands above it."""
    if above.whole or below.whole or above.cells or below.cells:
        return False
    text = below.text.text
    gap = Gap.NONE if size.spaced and below.gap is Gap.BLANK else below.gap
    full = _is_full(above, below, size)
    if begins_block(text):
        ended = ends_sentence(without_signs(above.text.text))
        strictly = full and _length(above, below) > size.width
        return gap is Gap.NONE and strictly and not ended and _is_wrapped_number(text)
    if is_title(text) and not (gap is Gap.NONE and full and not is_upper(above.text.text)):
        return _is_title_line(first, above, below)
    if _runs_on(above, below):
        return not (is_upper(above.text.text) and numbers_of(first.text.text)) or gap is Gap.NONE
    if gap is Gap.PAGE:
        return _crosses_page(first, above, below, size)
    ragged = size.wrapped and size.indented and not _is_whole(first, above)
    indented = _is_indented(first, above, below, size)
    return gap is Gap.NONE and not indented and (full or ragged)


def _crosses_page(first: Line, above: Line, below: Line, size: Measure) -> bool:
    """Whether a paragraph goes on overleaf with a capital.

    A heading does not, the middle of a sentence does; a whole sentence does if not one more
    word would have fitted on its line, unless the page opens with “Tuy nhiên”, which always
    opens a paragraph.
    """
    if _is_indented(first, above, below, size):
        return False
    if not ends_sentence(without_signs(above.text.text)):
        return not _is_whole(first, above)
    opens = flat(below.text.text).startswith(LIMITATION_OPENS)
    strictly = _is_full(above, below, size) and _length(above, below) > size.width
    return not opens and (strictly or (size.indented and _is_full(above, below, size)))


def _is_whole(first: Line, above: Line) -> bool:
    """Whether a paragraph may end here: a sentence ends, or it is a heading."""
    text = above.text.text
    numbered = bool(numbers_of(first.text.text)) and not bullet_of(first.text.text)
    return ends_sentence(without_signs(text)) or is_upper(text) or numbered


def _is_title_line(first: Line, above: Line, below: Line) -> bool:
    """Whether a line in capitals goes on with a title above it, or names ``PHẦN I`` above it."""
    title = is_upper(above.text.text) and below.gap is Gap.NONE
    bare = any(number.length == len(first.text) for number in numbers_of(first.text.text))
    return title or (bare and below.gap is not Gap.PAGE and first is above)


def _is_wrapped_number(text: str) -> bool:
    """A line that happens to begin as a block does: ``XII). Có 59 tổ chức``, ``- kinh doanh``."""
    bullet = bullet_of(text)
    return bullet is None or goes_on(text[bullet[1] :])


def _is_full(above: Line, below: Line, size: Measure) -> bool:
    """Whether the first word of the line below would not have fitted on the line above."""
    return size.wrapped and _length(above, below) > _NEARLY * size.width


def _length(above: Line, below: Line) -> int:
    """How long the line above would be with the first word of the line below."""
    return above.indent + len(above.text) + 1 + len(below.text.text.split()[0])


def _is_indented(first: Line, above: Line, below: Line, size: Measure) -> bool:
    """Whether a line stands further in than the text, as the first of a paragraph does."""
    hanging = size.hanging and bullet_of(first.text.text) is not None
    if size.indented and not hanging:
        return below.indent >= size.margin + _INDENT
    return (
        below.gap is not Gap.PAGE
        and below.indent >= above.indent + _INDENT
        and not (hanging and first is above)
    )


def group(lines: Sequence[Line], size: Measure) -> tuple[tuple[Line, ...], ...]:
    """Lines grouped into paragraphs."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and belong_together(groups[-1][0], groups[-1][-1], line, size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(map(tuple, groups))


def joined(lines: Sequence[Line]) -> Traced:
    """The lines of one paragraph as one text."""
    return join(line.text for line in lines)
