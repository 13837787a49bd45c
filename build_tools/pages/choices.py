"""What a citation may mean where its words fit several directives: the reader's choice.

The documents of one choice share number and symbol, so each is called by what sets it apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_tools.archive import Archive
from build_tools.pages.page import UNKNOWN, Link, capitalised, directive_item, term_words
from build_tools.registered import Directive


@dataclass(frozen=True, slots=True)
class Choice:
    """One document that may be meant; ``count`` and ``reports`` are those that surely mean it.

    ``name`` tells it from the others: ``Nghị quyết số 18-NQ/TW, ngày 25/10/2017``.
    """

    address: str
    name: str
    symbol: str | None
    title: str | None
    issuer: str | None
    date: str
    term: str | None
    count: int
    reports: tuple[Link, ...]


def choices(archive: Archive, candidates: Iterable[str]) -> tuple[Choice, ...]:
    """The candidates of an ambiguous citation, in the given order, no two called alike."""
    found = [_choice(archive, archive.directives[key]) for key in candidates]
    used = Counter(choice.name for choice in found)
    return tuple(
        replace(choice, name=f"{choice.name}, {choice.issuer or choice.title or UNKNOWN}")
        if used[choice.name] > 1
        else choice
        for choice in found
    )


def differences(found: Sequence[Choice]) -> tuple[str, ...]:
    """The facts by which the documents of a choice can be told apart, e.g. ``nhiệm kỳ``.

    What is unknown of one document is no difference.
    """
    facts: dict[str, list[str | None]] = {
        "ký hiệu": [choice.symbol for choice in found],
        "ngày ban hành": [choice.date for choice in found],
        "cơ quan ban hành": [choice.issuer for choice in found],
        "nhiệm kỳ": [choice.term for choice in found],
        "trích yếu": [choice.title for choice in found],
    }
    return tuple(name for name, told in facts.items() if len({*told} - {None, UNKNOWN}) > 1)


def _choice(archive: Archive, directive: Directive) -> Choice:
    item = directive_item(archive, directive)
    return Choice(
        item.address,
        f"{item.name}, {_apart(directive, item.date)}",
        directive.symbol,
        item.title,
        item.issuer,
        item.date,
        term_words(directive.term),
        item.count,
        tuple(
            Link(f"{report.name}, {capitalised(report.metadata.quarter.label)}", report.address)
            for report in archive.citing.get(directive.id, ())
        ),
    )


def _apart(directive: Directive, date: str) -> str:
    if directive.date:
        return f"ngày {date}"
    if date == UNKNOWN:
        return term_words(directive.term) or "không rõ ngày"
    return date
