"""What the page carries and the report does not: page numbers, running heads, rules.

A page number proves itself by its neighbours: 2, 3, 4 … down the text. A running head
proves itself by standing again and again beside the page breaks. What looks like either
without the proof stays in the text.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.folding import ends_sentence, flat, goes_on
from build_tools.intake.openings import begins_block
from build_tools.intake.source import Fate, FateKind, Gap, Line, fates_of

PAGE_NUMBER: Final = "số trang"
RUNNING_HEAD: Final = "dòng đầu trang hoặc chân trang"
RULE: Final = "nét kẻ"
_PAGE_NUMBER: Final = re.compile(
    r"[-–—|.~\s]*(?P<word>(?:trang|page)\s*(?:so\s*)?)?(?P<number>[1-9]\d{0,2})(?:\s*[/|]\s*\d{1,3})?[-–—|~\s]*"
)
_RULE: Final = re.compile(r"[-_=—–―─*~.·•\s]{3,}|[*_]")
_DOTS: Final = re.compile(r"[.\s…]+")
_DIGITS: Final = re.compile(r"\d+")
_HEAD_LENGTH: Final = 120
_TIMES: Final = 2
_STEP: Final = 2
_FIRST_PAGES: Final = 3
_APART: Final = 3
_RARELY: Final = 20
_FAR_IN: Final = 12


def remove_furniture(
    lines: Sequence[Line],
) -> tuple[tuple[Line, ...], tuple[Fate, ...], tuple[Doubt, ...]]:
    """The lines without page furniture; where a page ends the next line says so."""
    numbers = _page_numbers(lines)
    reasons: dict[int, str] = dict.fromkeys(numbers, PAGE_NUMBER)
    reasons |= {at: RULE for at, line in enumerate(lines) if _is_rule(line.text.text)}
    heads = _running_heads(lines, reasons)
    reasons |= dict.fromkeys(heads, RUNNING_HEAD)
    kept: list[Line] = []
    gap = Gap.NONE
    for at, line in enumerate(lines):
        gap = max(gap, line.gap)
        if at not in reasons:
            kept.append(dataclasses.replace(line, gap=gap))
            gap = Gap.NONE
        elif reasons[at] != RULE:
            gap = Gap.PAGE
        else:
            gap = max(gap, Gap.BLANK)
    fates = [
        fate
        for at, reason in reasons.items()
        for fate in fates_of(lines[at].text, FateKind.DROPPED, reason)
    ]
    return tuple(kept), tuple(fates), tuple(_doubts(lines, heads))


def _is_rule(text: str) -> bool:
    return bool(_RULE.fullmatch(text)) and not _DOTS.fullmatch(text)


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """Lines that hold a rising number and nothing else, and stand apart from the text."""
    gapless = sum(line.gap is not Gap.NONE for line in lines) * _RARELY < len(lines)
    found = [
        (at, int(match["number"]), match["word"] is not None)
        for at, line in enumerate(lines)
        if (gapless or _stands_apart(lines, at))
        and (match := _PAGE_NUMBER.fullmatch(flat(line.text.text)))
    ]
    chains: list[list[tuple[int, int, bool]]] = []
    for page in found:
        before = [
            chain
            for chain in chains
            if 0 < page[1] - chain[-1][1] <= _STEP and page[0] - chain[-1][0] >= _APART
        ]
        chains.append([*max(before, key=len, default=[]), page])
    best = max(chains, key=len, default=[])
    if len(best) == 1:
        at, number, named = best[0]
        alone = lines[at].gap is not Gap.NONE or at + 1 == len(lines)
        if not named and not (alone and number <= _FIRST_PAGES):
            return []
    return [at for at, _, _ in best]


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line has air above or below it, or is set far from the margin."""
    last = at + 1 == len(lines)
    return (
        last
        or lines[at].gap is not Gap.NONE
        or lines[at + 1].gap is not Gap.NONE
        or lines[at].indent >= _FAR_IN
    )


def _running_heads(lines: Sequence[Line], known: Mapping[int, str]) -> list[int]:
    """Short lines that stand again and again at the page breaks."""
    breaks = {at for at, reason in known.items() if reason == PAGE_NUMBER}
    breaks |= {at for at, line in enumerate(lines) if line.gap is Gap.PAGE and at}
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if at not in known and _may_be_head(line.text.text):
            places[_DIGITS.sub("#", flat(line.text.text))].append(at)
    heads: set[int] = set()
    grown = True
    while grown:
        grown = False
        for places_of_one in places.values():
            beside = [at for at in places_of_one if _is_beside(at, breaks | heads)]
            if len(beside) >= max(_TIMES, len(breaks) // 2) and not heads.issuperset(beside):
                heads.update(beside)
                grown = True
    return sorted(heads)


def _may_be_head(text: str) -> bool:
    """Short, no heading, no bullet, no end or middle of a sentence."""
    whole = not ends_sentence(text) and not goes_on(text)
    return whole and len(text) <= _HEAD_LENGTH and not begins_block(text)


def _is_beside(at: int, breaks: set[int]) -> bool:
    """Whether a line is first on its page, last on it, or next to what is."""
    return at in breaks or at - 1 in breaks or at + 1 in breaks


def _doubts(lines: Sequence[Line], heads: Sequence[int]) -> list[Doubt]:
    seen: dict[str, int] = {}
    for at in heads:
        seen.setdefault(_DIGITS.sub("#", flat(lines[at].text.text)), at)
    return [
        warning(
            "KHO711",
            lines[at].text.start,
            lines[at].text.text,
            f"Đã bỏ dòng lặp lại ở đầu hoặc cuối trang: “{lines[at].text.text}”.",
            "Nếu đó là chữ của báo cáo, chép lại vào đúng chỗ.",
        )
        for at in seen.values()
    ]
