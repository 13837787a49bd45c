"""Which verbs belong to which citation of a text: to the one they govern, through lists.

Never guessed: where no verb is clear, where it is denied, or where two readings differ, a
citation has none. A verb inside another paper's title (``Kết luận số 01-KL/TW về tiếp tục
thực hiện Chỉ thị số 05-CT/TW``) belongs to the citation in that title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from build_tools.citations.source import Source
from build_tools.citations.treatment.chain import Chain, chain_before
from build_tools.citations.treatment.passive import CITED, chain_after, opens_clause
from build_tools.citations.treatment.words import JOINTS, LINK, REVIEWS, Words, tokens
from build_tools.model import Citation, Mention

_SENTENCE_END: Final = re.compile(r"[.!]\s+(?=[A-Z0-9])|\n{2,}")
_SHORT_REVIEWS: Final = re.compile(r"\bso(?=(?:\s?,|\s+va)\s+tong ket)")
_DAY: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_ROMAN: Final = re.compile(r"[ivxl]+")
_TITLE_OPENS: Final = frozenset({"ve", "viec", "noi", "nham", "?", '"'})  # “ is ? in plain text
_CLAUSE: Final = frozenset({"da", "duoc", ":", CITED})
_BODY: Final = 14
_WINDOW: Final = 1200  # no clause that governs is longer; keeps every text linear


@dataclass(slots=True)
class _Governed:
    """What is known of one citation: its verbs, and those of the list around a title."""

    verbs: Words
    outer: Words
    is_nested: bool = False
    is_told: bool = False


def treatments(text: str, mentions: Sequence[Mention]) -> tuple[Words, ...]:
    """The verbs for each mention of one text, in reading order; empty where none is clear.

    >>> from build_tools.citations.recognise import recognise
    >>> text = "Quán triệt Chỉ thị số 05-CT/TW và Kết luận số 01-KL/TW; sơ kết Nghị quyết 35."
    >>> treatments(text, recognise(text))
    (('quán triệt',), ('quán triệt',), ('sơ kết',))
    """
    source = Source(text)
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(source.cased)), len(text) + 1]
    known: list[_Governed] = []
    for index, mention in enumerate(mentions):
        sentence = bisect_right(starts, mention.start)
        first = max(starts[sentence - 1], mention.start - _WINDOW)
        end = min(starts[sentence], mention.end + _WINDOW // 2)
        before = mentions[index - 1] if index and mentions[index - 1].start >= first else None
        between = _run(source, before.end if before else first, mention.start)
        after = partial(_after, source, mentions, index, end)
        known.append(_governed(between, after, known[-1] if before else None))
    return tuple(one.verbs for one in known)


def treatments_of(citations: Sequence[Citation]) -> tuple[Words, ...]:
    """The verbs for each citation of a report, read passage by passage."""
    found: list[Words] = []
    for _, group in groupby(citations, key=lambda citation: id(citation.passage)):
        run = list(group)
        found += treatments(run[0].passage.text, [citation.mention for citation in run])
    return tuple(found)


def _governed(
    between: list[str], after: Callable[[], list[str]], before: _Governed | None
) -> _Governed:
    chain = chain_before(between)
    if chain is not None:
        nested = before is not None and _is_nested(between, chain)
        outer = before.outer if nested and before else chain.verbs
        verbs = chain.verbs
        if before is None and opens_clause(_without_noun(between[: chain.start])):
            reviewed = chain_after(after())
            verbs = reviewed if reviewed and set(reviewed) <= set(REVIEWS) else verbs
        return _Governed(verbs, outer, nested, is_told=True)
    joint = _joint(between) if before else None
    if before is not None and joint is not None:
        is_clear = joint == ";" or before.verbs == before.outer
        shared = before.outer if is_clear else ()
        if before.is_told or shared:
            return _Governed(shared, shared, is_told=before.is_told)
    if (before is None or (joint is not None)) and (before or opens_clause(between)):
        verbs = chain_after(after())
        return _Governed(verbs, verbs)
    return _Governed((), ())


def _run(source: Source, start: int, end: int) -> list[str]:
    return tokens(_SHORT_REVIEWS.sub("so ket", source.low[start:end]))


def _after(source: Source, mentions: Sequence[Mention], index: int, end: int) -> list[str]:
    """The rest of the sentence behind a citation, other citations as one token each."""
    run: list[str] = []
    start = mentions[index].end
    for at in range(index + 1, len(mentions)):
        if mentions[at].start >= end:
            break
        run += [*_run(source, start, mentions[at].start), CITED]
        start = mentions[at].end
    return run + _run(source, start, max(start, end))


def _without_noun(run: Sequence[str]) -> Sequence[str]:
    """``Việc`` before a verb makes it the subject: ``Việc thực hiện … được kiểm tra``."""
    return run[:-1] if run and run[-1] == "viec" else run


def _is_nested(between: Sequence[str], chain: Chain) -> bool:
    """Whether the chain stands in the title of the citation before, not in a clause beside it."""
    at = chain.start
    while link := LINK.ending(between, at):
        at = link[1]
    return JOINTS.ending(between, at) is None


def _joint(between: Sequence[str]) -> str | None:
    """The word that joins an item of a list to the one before; None for anything else."""
    at = len(between)
    while at and between[at - 1] in {"cac", "nhung", "ca"}:
        at -= 1
    found = JOINTS.ending(between, at)
    if found is None:
        return None
    return found[0][0] if _is_attributes(between[: found[1]]) else None


def _is_attributes(run: Sequence[str]) -> bool:
    """Whether a run holds only the date, issuer, term and title of the paper before it."""
    at = 0
    while at < len(run):
        step = _attribute(run, at)
        if step is None:
            return _is_title(run[at:])
        at = step
    return True


def _is_title(run: Sequence[str]) -> bool:
    start = 1 if run and run[0] == "," else 0
    if run[start : start + 1] and run[start] in _TITLE_OPENS:
        return ";" not in run and not _CLAUSE & set(run)
    return False


def _attribute(run: Sequence[str], at: int) -> int | None:
    """The offset behind one attribute that begins here."""
    if run[at] == "," and at + 1 < len(run):
        at += 1
    word, rest = run[at], list(run[at + 1 :])
    length: int | None = None
    if word == "cung" and rest and rest[0] in {"ngay", "cua"}:
        return _attribute(run, at + 1)
    if word == "(" and ")" in rest:
        length = 2 + rest.index(")")
    elif word == ")":
        length = 1
    elif word == "ngay" and rest:
        length = 2 if _DAY.fullmatch(rest[0]) else 6  # ngày 15 tháng 5 năm 2016
    elif word in {"nam", "khoa"} and rest and (rest[0].isdigit() or _ROMAN.fullmatch(rest[0])):
        length = 2
    elif word == "cua":
        length = 1 + _length(rest, {",", ";", "ve", "viec", "(", "khoa", "ngay", CITED})
    elif word == "do" and "hanh" in rest[:_BODY]:
        length = 2 + rest.index("hanh")
    return None if length is None else at + length


def _length(rest: Sequence[str], ends: set[str]) -> int:
    return next((n for n, word in enumerate(rest[:_BODY]) if word in ends), min(len(rest), _BODY))
