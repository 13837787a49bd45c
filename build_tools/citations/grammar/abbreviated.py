"""Type words written short: ``NQ 55``, ``CT số 05-CT/TW``, ``NQTW 4``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from build_tools.citations.attributes import NOTHING, read_attributes, read_issuer
from build_tools.citations.grammar.congress import Congress
from build_tools.citations.grammar.form import BLANK, JOINT, NUMBER_WORD, Form, mention
from build_tools.citations.grammar.numbered import NumberAndSymbol
from build_tools.citations.grammar.plenum import Plenum
from build_tools.citations.grammar.rows import NumbersOfOneSymbol
from build_tools.citations.grammar.short import is_counted, is_definition
from build_tools.citations.heads import Head
from build_tools.citations.issuing import code_of
from build_tools.citations.source import Source
from build_tools.identifiers import DOCUMENT_TYPES, split_symbol
from build_tools.model import Mention

#: the short words in plain letters, with the types they can stand for, the likelier first
_WORDS: Final = {
    "NQ": ("nghi-quyet",),
    "CT": ("chi-thi",),
    "KL": ("ket-luan",),
    "QD": ("quyet-dinh", "quy-dinh"),
    "QDi": ("quy-dinh",),
    "QC": ("quy-che",),
    "HD": ("huong-dan",),
    "KH": ("ke-hoach",),
    "TB": ("thong-bao",),
    "TT": ("thong-tu", "thong-tri"),
    "TTLT": ("thong-tu",),
    "TTr": ("to-trinh",),
    "CV": ("cong-van",),
    "BC": ("bao-cao",),
    "CTr": ("chuong-trinh",),
    "CTHD": ("chuong-trinh",),
    "DA": ("de-an",),
    "ND": ("nghi-dinh",),
}
#: the words by their first two letters, the longest first
_BY_STEM: Final = {
    stem[:2]: tuple(
        sorted((word for word in _WORDS if word[:2] == stem[:2]), key=len, reverse=True)
    )
    for stem in _WORDS
}
_STEMS: Final = "|".join(sorted(_BY_STEM))
#: the first letters of a short word, where one begins (none does in ``05-CT/TW``, ``22/TB``)
#: and no sign follows that would make it a symbol's code (``CT/TW``, ``NQ-CP``)
_BEGINS: Final = re.compile(rf'(?:{_STEMS})(?<![^ \n(?"\[;,:*]..)(?=[^-/.,;):])', re.DOTALL)
_NAMED: Final[tuple[Form, ...]] = (Plenum(), Congress())
_FORMS: Final[tuple[Form, ...]] = (NumberAndSymbol(), NumbersOfOneSymbol(), *_NAMED)
#: what follows a type word and never a formula's sign: a number, a plenum, a congress
_FOLLOWS: Final = re.compile(
    rf"{BLANK}(?:{NUMBER_WORD}?\d|tw|t[.]u|trung\s|dai\s|dh|hoi\snghi|so\s)"
)
_JOINT: Final = re.compile(JOINT)
_NEAR: Final = 12
_SLASH_REACH: Final = 4000  # a symbol's slash may stand behind a long row of numbers
_NUMBER: Final = re.compile(
    rf"{BLANK}{NUMBER_WORD}?(?P<number>\d{{1,4}})(?!\d|[.,/]\d|\s{{0,2}}%|\s{{0,2}}[-/]\s{{0,2}}\w|[a-z])"
)


class Abbreviated:
    """A citation whose type word is written short.

    With a symbol, a plenum or a congress the words say enough: ``CT số 05-CT/TW``, ``NĐ
    30/2020/NĐ-CP``, ``NQTW 4 khóa XII``, ``NQ Đại hội XIII của Đảng``. A number alone is a
    citation where the paper defines it (``gọi tắt là NQ 55``), cites the same number in full,
    or names a body that has a code: ``NQ 09 của Bộ Chính trị``. ``CT 3`` of a formula, ``HD
    720``, ``tuyến TT 35`` are none. Only capitals count.
    """

    def __init__(self, source: Source) -> None:
        """Find the short type words of a text, and those citations whose words say enough."""
        self._source = source
        self.found: list[Mention] = []
        self._short: list[tuple[Head, tuple[str, ...]]] = []
        for head, kinds in _heads(source):
            if self.found and head.start < self.found[-1].end:
                continue
            if mentions := _with_symbol(source, head, kinds):
                self.found.extend(mentions)
            else:
                self._short.append((head, kinds))

    def numbers_alone(self, known: list[Mention]) -> list[Mention]:
        """The other citations, last first; ``known`` are all those found in the text so far."""
        if not self._short:
            return []
        numbers = {(one.type, one.number) for one in known if one.number is not None}
        found: list[Mention] = []
        for head, kinds in reversed(self._short):
            following = found[-1] if found else None
            one = _number_alone(self._source, head, kinds, numbers, following)
            if one is not None:
                found.append(one)
        return found


def _heads(source: Source) -> Iterator[tuple[Head, tuple[str, ...]]]:
    """Every short type word that something fitting follows, in order."""
    cased, low = source.cased, source.low
    for begins in _BEGINS.finditer(cased):
        at = begins.start()
        word = next(word for word in _BY_STEM[begins[0]] if cased.startswith(word, at))
        end = at + len(word)
        if not cased[end : end + 1].islower() and _FOLLOWS.match(low, end):
            yield Head(at, end, _WORDS[word][0], is_sure=True), _WORDS[word]


def _with_symbol(source: Source, head: Head, kinds: tuple[str, ...]) -> tuple[Mention, ...]:
    """The citations whose words say enough, if the symbol is of the type the short word names."""
    has_slash = source.low.find("/", head.end, head.end + _SLASH_REACH) >= 0
    for form in _FORMS if has_slash else _NAMED:
        if form.types is not None and head.type not in form.types:
            continue
        mentions = form.read(source, head)
        symbol = next((one.symbol for one in mentions if one.symbol), None)
        if mentions and (symbol or mentions[0].named):
            kind = _kind(symbol, kinds) if symbol else head.type
            if kind is None:
                return ()
            head = Head(head.start, head.end, kind, is_sure=True)
            return mentions if kind == mentions[0].type else form.read(source, head)
    return ()


def _kind(symbol: str, kinds: tuple[str, ...]) -> str | None:
    """The type that symbol and short word agree on: ``TT 02-TT/TU`` is a ``thông tri``."""
    fitting = [
        kind
        for kind in kinds
        if split_symbol(symbol, kind)[0].startswith(DOCUMENT_TYPES[kind].code)
        or ("/" not in symbol and kind == "cong-van")
    ]
    if not fitting:
        return None
    return fitting[-1] if fitting[-1] == "thong-tri" and "/" in symbol else fitting[0]


def _number_alone(
    source: Source,
    head: Head,
    kinds: tuple[str, ...],
    known: Collection[tuple[str, int | None]],
    following: Mention | None,
) -> Mention | None:
    """The short form, where the paper or the words after it show that it is one."""
    match = _NUMBER.match(source.low, head.end)
    if match is None:
        return None
    number, span = int(match["number"]), (head.start, match.end())
    kind = next((kind for kind in kinds if (kind, number) in known), None)
    is_defined = is_definition(source, head.start)
    if not (
        is_defined
        or kind is not None
        or _is_of_body(source, match.end())
        or _is_joined(source, match.end(), following)
    ):
        return None
    if is_counted(source, match.end()):  # asked last: long to find out, and seldom so
        return None
    form = "short-def" if is_defined else "short-undef"
    found = NOTHING if is_defined else read_attributes(source, match.end())
    return mention(source, span, form, kind or head.type, found, number=number)


def _is_of_body(source: Source, at: int) -> bool:
    """Whether a body that has a code is named: ``NQ 09 của Bộ Chính trị``."""
    issuer = read_issuer(source, at)
    return issuer is not None and code_of(issuer[0]) is not None


def _is_joined(source: Source, at: int, following: Mention | None) -> bool:
    """Whether another short form shares its body: ``CT 05 và KL 01 của Bộ Chính trị``."""
    if following is None or following.start - at > _NEAR:
        return False
    return _JOINT.fullmatch(source.low, at, following.start) is not None
