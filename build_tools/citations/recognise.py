"""Text in, mentions out: every form tried at every type word, lists joined, order kept.

Recognition is a pure function of the text: it does not know the report, the registry or
the archive, so it can be measured and tested alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from build_tools.citations.definitions import defined
from build_tools.citations.grammar.abbreviated import Abbreviated
from build_tools.citations.grammar.bare import BareSymbol
from build_tools.citations.grammar.committee_plenum import CommitteePlenum
from build_tools.citations.grammar.congress import Congress
from build_tools.citations.grammar.form import Form
from build_tools.citations.grammar.law_names import LawByDay, known_laws, named_again
from build_tools.citations.grammar.laws import LAWS, Constitution, LawByYear
from build_tools.citations.grammar.numbered import LawWithNumber, NumberAndSymbol
from build_tools.citations.grammar.plenum import Plenum
from build_tools.citations.grammar.rows import NumbersOfOneSymbol
from build_tools.citations.grammar.short import NumberAlone
from build_tools.citations.grammar.special import NumberWithLetter, OfficeLetter, TypesInRow
from build_tools.citations.grammar.standing import Charter, RulesOfProcedure, YearlyResolution
from build_tools.citations.heads import Head, find_heads
from build_tools.citations.lists import inherited
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Mention

#: the forms in the order in which they are tried at a type word; the first that reads wins
FORMS: Final[tuple[Form, ...]] = (
    NumberAndSymbol(),
    OfficeLetter(),
    NumberWithLetter(),
    TypesInRow(),
    NumbersOfOneSymbol(),
    NumberAlone(),
    Plenum(),
    CommitteePlenum(),
    Congress(),
    LawWithNumber(),
    LawByYear(),
    LawByDay(),
    Constitution(),
    Charter(),
    RulesOfProcedure(),
    YearlyResolution(),
)
_FORMS_OF: Final = {
    kind: tuple(form for form in FORMS if form.types is None or kind in form.types)
    for kind in DOCUMENT_TYPES
}
#: offsets beyond any text
_NOWHERE: Final = 2**40
_ANYWHERE: Final = 2**41
#: forms of which no citation is without a figure, and how far behind its type word one stands
_WITH_FIGURE: Final[dict[type[Form], int]] = {
    NumberAndSymbol: 50,
    NumbersOfOneSymbol: 50,
    NumberAlone: 50,
    OfficeLetter: 50,
    NumberWithLetter: 50,
    TypesInRow: 80,
    LawWithNumber: 1000,
    LawByYear: 1000,
    LawByDay: 1000,
    Constitution: 1000,
    RulesOfProcedure: 1000,
    YearlyResolution: 1000,
}
#: forms of which no citation is without a slash, and how far behind its type word one stands
_WITH_SLASH: Final = (NumberAndSymbol, OfficeLetter, NumberWithLetter, TypesInRow, LawWithNumber)
_SLASH_REACH: Final = 1000
_WITHOUT_SLASH: Final = {
    kind: tuple(form for form in forms if type(form) not in _WITH_SLASH)
    for kind, forms in _FORMS_OF.items()
}


def _reach(forms: tuple[Form, ...]) -> int:
    """How far behind a type word a figure must stand for any of its forms to read."""
    return max(_WITH_FIGURE.get(type(form), _ANYWHERE) for form in forms)


_REACH: Final = {kind: _reach(forms) for kind, forms in _FORMS_OF.items()}
_FIGURE: Final = re.compile(r"\d")
_BARE: Final = BareSymbol()
_ALONE: Final = NumberAlone()


def recognise(text: str) -> tuple[Mention, ...]:
    """Every citation in a text (NFC), in order; spans never overlap.

    >>> [m.surface for m in recognise("theo Quy định 58-QĐ/TW và Nghị định số 30/2020/NĐ-CP")]
    ['Quy định 58-QĐ/TW', 'Nghị định số 30/2020/NĐ-CP']
    """
    source = Source(text)
    found: list[Mention] = []
    silent: list[Head] = []
    end = figure = slash = 0
    for head in find_heads(source):
        if head.start < end:
            continue
        if figure < head.end:
            figure = _next_figure(source.low, head.end)
        if figure >= head.end + _REACH[head.type]:
            if head.type in LAWS:
                silent.append(head)
            continue
        if slash < head.end:
            slash = _next_slash(source.low, head.end)
        has_slash = slash < head.end + _SLASH_REACH
        mentions = _read(source, head, (_FORMS_OF if has_slash else _WITHOUT_SLASH)[head.type])
        if mentions:
            found.extend(mentions)
            end = mentions[-1].end
        else:
            silent.append(head)
    found = _with(found, _again(source, silent, found))
    abbreviated = Abbreviated(source)
    found = _with(found, abbreviated.found)
    found = _with(found, _BARE.find(source, found))
    found = _with(found, abbreviated.numbers_alone(found))
    return tuple(defined(source, inherited(source, found)))


def _next_figure(low: str, start: int) -> int:
    match = _FIGURE.search(low, start)
    return match.start() if match else _NOWHERE


def _next_slash(low: str, start: int) -> int:
    at = low.find("/", start)
    return at if at >= 0 else _NOWHERE


def _read(source: Source, head: Head, forms: tuple[Form, ...]) -> tuple[Mention, ...]:
    """The citations that begin at a type word, in the first form that reads."""
    for form in forms:
        if mentions := form.read(source, head):
            return mentions
    return ()


def _again(source: Source, heads: list[Head], found: list[Mention]) -> list[Mention]:
    """Short forms that only the rest of the paper shows to be citations."""
    known = {(one.type, one.number) for one in found if one.number is not None}
    laws = known_laws(found)
    if not known and not laws:
        return []
    again = (
        named_again(source, head, laws) if head.type in LAWS else _ALONE.again(source, head, known)
        for head in heads
    )
    return [one for one in again if one is not None]


def _with(found: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    more = list(more)
    return _apart([*found, *more]) if more else found


def _apart(mentions: list[Mention]) -> list[Mention]:
    """In order; of two spans that overlap the first stays, and of two that begin together the longer."""
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
