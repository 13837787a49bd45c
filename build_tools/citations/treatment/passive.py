"""The verbs behind a document: ``Chỉ thị số 05-CT/TW được quán triệt, triển khai``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from build_tools.citations.treatment.words import (
    LINK,
    MAKING,
    NEGATING,
    OPENING,
    STOPS,
    TREATING,
    Words,
)

CITED: Final = "§"  # stands for another citation in the run
_ACTOR: Final = 9
_TITLE: Final = 60
_FOLLOWING: Final = frozenset(
    (",", "(", "?", '"', "va", "cung", "cua", "do", "ngay", "nam", "khoa", "ve", "viec", "da",
     "dang", "se", "tiep", "luon", "cung", "moi", "deu", "duoc", "chua", "khong", CITED)
)  # fmt: skip


def opens_clause(run: Sequence[str]) -> bool:
    """Whether nothing but an opening word stands before the document, so it is the subject."""
    at = len(run)
    while found := OPENING.ending(run, at):
        at = found[1]
    return at == 0 or run[at - 1] == ";"


def chain_after(run: Sequence[str]) -> Words:
    """The verbs of the first ``được`` behind a subject; none when denied or unclear.

    >>> chain_after("cua Bo Chinh tri tiep tuc duoc cac cap uy quan triet".split())
    ('quán triệt',)
    """
    if not run or run[0] not in _FOLLOWING:
        return ()
    for at, word in enumerate(run[:_TITLE]):
        if word in {";", ".", ":"}:
            return ()
        if word == "duoc" and (verbs := _verbs_from(run, at + 1)):
            if run[at - 1] in NEGATING or MAKING & set(verbs):
                return ()
            return verbs
    return ()


def _verbs_from(run: Sequence[str], start: int) -> Words:
    at = start
    while not TREATING.starting(run, at):
        is_near = at < len(run) and at - start < _ACTOR
        if not is_near or run[at] in STOPS or run[at] in {"duoc", CITED}:
            return ()
        at += 1
    verbs: list[str] = []
    while at < len(run):
        if found := TREATING.starting(run, at):
            verbs.append(found[0])
            at = found[1]
        elif link := LINK.starting(run, at):
            at = link[1]
        elif run[at] in {",", "va"}:
            at += 1
        else:
            break
    return tuple(dict.fromkeys(verbs))
