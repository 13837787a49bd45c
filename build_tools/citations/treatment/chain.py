"""The verbs that stand before a document and govern it.

Read from right to left: what may stand between verb and document, then verb after verb as
long as they are joined. Where any other word stands between, no verb is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from build_tools.citations.treatment.words import (
    BLOCKING,
    FOLLOWING,
    GENERIC,
    LINK,
    MANNER,
    NAMING,
    NEAR,
    NEGATING,
    NOT_NEGATED,
    REVIEWS,
    STOPS,
    Phrases,
    Words,
    verb_ending,
)

_REACH: Final = 12
_SEPARATORS: Final = frozenset({",", "va", "cung", "roi", "hoac"})
_PINPOINTS: Final = frozenset({"dieu", "khoan", "diem", "muc", "chuong", "phan"})


@dataclass(frozen=True, slots=True)
class Chain:
    """Verbs in reading order, and the offset of the first token that belongs to them.

    ``verbs`` is empty when a verb governs but is denied (``chưa quán triệt``).
    """

    verbs: Words
    start: int


def chain_before(run: Sequence[str]) -> Chain | None:
    """The chain that ends a run of tokens, None where no verb governs what follows.

    >>> chain_before("to chuc quan triet , trien khai thuc hien tot".split()).verbs
    ('quán triệt', 'triển khai', 'thực hiện')
    >>> chain_before("tong ket 10 nam thuc hien".split()).verbs
    ('tổng kết',)
    """
    at = _to_verb(run)
    last = verb_ending(run, at) if at is not None else None
    if last is None:
        return None
    verbs, start = [last[0]], last[1]
    is_followed = "theo" in run[at:]  # ``việc đánh giá thực hiện theo``: one verb, no review
    while not is_followed and (earlier := _earlier(run, start)) is not None:
        verb, begin, is_joined = earlier
        if verb in REVIEWS and not is_joined:
            verbs = []  # what is reviewed is not itself reported
        verbs.insert(0, verb)
        start = begin
    if (review := _reviewing(run, start)) is not None:
        verbs, start = [*review.verbs], review.start
    if _is_denied(run, start):
        return Chain((), start)
    return Chain(tuple(dict.fromkeys(verbs)), start)


def _to_verb(run: Sequence[str]) -> int | None:
    """The end of the verb nearest on the left, if only permitted words stand behind it."""
    for at in (_back(run, len(run), NEAR), _over_list(run), _over_recipient(run)):
        if at is None or (at and run[at - 1] == ","):
            continue
        if verb_ending(run, at):
            return at
        if at and run[at - 1] == "theo":
            end = _back(run, at - 1, NEAR)
            found = verb_ending(run, end)
            return end if found and found[0] in FOLLOWING else None
    return None


def _back(run: Sequence[str], end: int, allowed: Phrases) -> int:
    """Step left over permitted phrases, over figures of articles, over commas between them."""
    at = end
    while True:
        found = allowed.ending(run, at)
        if found and not verb_ending(run, at):
            at = found[1]
        elif at >= 2 and run[at - 2] in _PINPOINTS and run[at - 1].isdigit():  # noqa: PLR2004
            at -= 2
        elif at < end and run[at - 1 : at] == [","] and _is_permitted(run, at - 1, allowed):
            at -= 1
        else:
            return at


def _is_permitted(run: Sequence[str], end: int, allowed: Phrases) -> bool:
    if verb_ending(run, end):
        return False
    pinpoint = end >= 2 and run[end - 2] in _PINPOINTS and run[end - 1].isdigit()  # noqa: PLR2004
    return pinpoint or allowed.ending(run, end) is not None


def _over_list(run: Sequence[str]) -> int | None:
    """Over ``các chỉ thị, nghị quyết của Trung ương, nhất là`` and ``các văn bản:``."""
    found = NAMING.ending(run, _back(run, len(run), NEAR))
    if found is None:
        return None
    at = found[1]
    while (word := GENERIC.ending(run, at)) and not verb_ending(run, at):
        at = word[1]
    return _back(run, at, NEAR)


def _over_recipient(run: Sequence[str]) -> int | None:
    """Over ``đến toàn thể đảng viên``, when the verb stands right before it."""
    for at in range(len(run) - 1, max(-1, len(run) - _REACH), -1):
        word = run[at]
        if word in STOPS or word in BLOCKING:
            return None
        if word in {"toi", "den", "cho", "trong"}:
            end = _back(run, at, NEAR)
            if verb_ending(run, end):
                return end
    return None


def _earlier(run: Sequence[str], start: int) -> tuple[str, int, bool] | None:
    """The verb before a verb of the chain, and whether a comma or ``và`` joins them."""
    at, is_joined = start, False
    while at:
        if found := verb_ending(run, at):
            planning = LINK.ending(run, at)
            if not planning or planning[1] >= found[1]:
                return found[0], found[1], is_joined
        if link := LINK.ending(run, at):
            at = link[1]
            is_joined = is_joined and link[0] in MANNER  # ``giám sát việc lãnh đạo, chỉ đạo``
        elif run[at - 1] in _SEPARATORS:
            at, is_joined = at - 1, True
        elif run[at - 1] == "nam" and at >= 2 and run[at - 2].isdigit():  # noqa: PLR2004 - 10 năm
            at, is_joined = at - 2, False
        else:
            return None
    return None


def _reviewing(run: Sequence[str], start: int) -> Chain | None:
    """``kiểm tra 05 tổ chức đảng về việc``: the review of somebody's doing."""
    at = start
    while (link := LINK.ending(run, at)) or (at and run[at - 1] == ","):
        at = link[1] if link else at - 1
    if not (at and run[at - 1] in {"ve", "trong"}):
        return None
    for end in range(at - 1, max(0, at - _REACH), -1):
        if run[end - 1] in STOPS:
            return None
        found = verb_ending(run, end)
        if found and found[0] in REVIEWS:
            return chain_before(run[:end])
    return None


def _is_denied(run: Sequence[str], start: int) -> bool:
    """Whether ``chưa``, ``không``, ``chậm`` stand before the chain in its clause."""
    for at in range(start - 1, max(-1, start - 1 - _REACH // 2), -1):
        word = run[at]
        if word in STOPS:
            return False
        if word in NEGATING:
            return at + 1 >= len(run) or run[at + 1] not in NOT_NEGATED
    return False
