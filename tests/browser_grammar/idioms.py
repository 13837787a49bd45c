"""Every idiom of Python that the browser can have, each used once; ``everything`` shows what it gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import chain, pairwise, product
from operator import attrgetter, itemgetter
from typing import Any, Final

_TABLE: Final = {word: at for at, word in enumerate(("không", "một", "hai"))}
_WORD: Final = re.compile(r"(?P<first>\w)(?P<rest>\w*)")
_TO_OTHERS: Final = str.maketrans("12", "34")
_FIRST: Final = itemgetter(0)
_NAME: Final = attrgetter("name")


@dataclass(frozen=True, slots=True)
class Paper:
    """A frozen value with defaults."""

    name: str
    number: int | None = None
    tags: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Paper:
        """Raises ``ValueError``."""
        name, _, number = text.partition(" ")
        return cls(name, number=int(number))

    def __str__(self) -> str:
        return f"{self.name}-{self.number:03d}"

    @property
    def next(self) -> Paper:
        return type(self)(self.name, (self.number or 0) + 1)


@dataclass
class Shelf:
    """A value that changes."""

    papers: list[Paper] = field(default_factory=list)
    count: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.papers))

    @cached_property
    def by_name(self) -> dict[str, list[Paper]]:
        groups: dict[str, list[Paper]] = {}
        for paper in self.papers:
            groups.setdefault(paper.name, []).append(paper)
        return groups


class Size(IntEnum):
    """Numbers with names."""

    SMALL = 1
    LARGE = 2


class Reader:
    """Patterns that instances share, a method taken as a value."""

    _pattern = re.compile(r"(?i:số)\s{1,3}(?P<number>\d+)")

    def __init__(self, text: str, *, start: int = 0) -> None:
        self.text, self.at = text, start

    @staticmethod
    def tripled(number: int) -> int:
        return number * 3

    @classmethod
    def of(cls, text: str) -> Reader:
        return cls(text, start=1)

    def other(self) -> int:
        return self.tripled(self.of("12").at)

    def numbers(self) -> Iterator[int]:
        while match := self._pattern.search(self.text, self.at):
            self.at = match.end("number")
            yield int(match["number"])

    def doubled(self, number: int) -> int:
        return number * 2

    def all_doubled(self) -> list[int]:
        return list(map(self.doubled, self.numbers()))


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.casefold().strip(" .").replace("đ", "d")


def _with_more(name: str, *, number: int | None = None, **more: object) -> Paper:
    values: dict[str, Any] = {"number": number, **more}
    return Paper(name, **values)


def _day(text: str) -> date | None:
    day, month, year = (int(part) for part in text.split("/"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _words() -> Iterator[Any]:
    text = "  Ủy ban Nhân dân\n"
    yield text.strip(), text.split(), text.lower().rstrip(), text.upper().lstrip()
    yield (
        "a-b-c".split("-", 1),
        "a-b-c".rpartition("-"),
        "abcabc".find("c", 3),
        "abcabc".rfind("b", 0, 4),
    )
    yield (
        "abc".startswith(("x", "b"), 1),
        "abc".endswith("c", 0, 3),
        "abc".removeprefix("a"),
        "x".join(["1", "2"]),
    )
    yield (
        "Ư".isupper(),
        "ư".islower(),
        "3".isdecimal(),
        "ab1".isalnum(),
        "\u3000".isspace(),
        "é".isascii(),
    )
    yield f"{3:02d}|{None}|{True}|{'x' * 3}", "năm\u0301"[-1], "abcd"[1:-1], "abcd"[slice(1, 3)]
    yield "a1b2".translate(_TO_OTHERS), "abab".count("ab"), _folded("ĐẢNG. "), _folded("ĐẢNG. ")


def _patterns() -> Iterator[Any]:
    match = _WORD.search("số 12", 1)
    yield match and (
        match[0],
        match.group("first"),
        match.span("rest"),
        match.start(),
        match.groups(),
    )
    yield (
        re.sub(r"\s+", " ", "a  b \n c"),
        re.findall(r"\d+", "1/22/333"),
        re.split(r"[/-]", "a/b-c"),
    )
    yield (
        [found.start() for found in _WORD.finditer("một hai")],
        _WORD.fullmatch("một", 0, 2) is not None,
        [m.re is _WORD for m in (_WORD.fullmatch("ab"),) if m],
    )
    words = re.compile(re.escape("a.b") + r"(?!\w)")
    yield [found.span() for found in words.finditer("a.b a.bc axb")]
    yield _WORD.sub(lambda found: found["rest"] + found["first"], "một hai")


def _containers() -> Iterator[Any]:
    pairs = [("b", 2), ("a", 2), ("c", 1)]
    yield (
        sorted(pairs, key=lambda pair: (-pair[1], pair[0])),
        max(pairs, key=_FIRST),
        min([], default=None),
    )
    yield (
        dict.fromkeys("aba"),
        {**_TABLE, "ba": 3},
        [*range(3), *range(5, 1, -2)],
        {1, 2} - {2} | {3},
    )
    yield [a + b for a, b in product("xy", "12")], list(pairwise("abc")), list(chain([1], (2, 3)))
    yield (
        list(zip("ab", [1, 2], strict=True)),
        list(enumerate("ab", 1)),
        list(reversed([1, 2])),
        sum([1, 2]),
    )
    yield (
        bisect_left([1, 3, 3], 3),
        bisect_right([1, 3, 3], 3),
        bisect_left([(1,), (5,)], 4, key=_FIRST),
    )
    yield (
        {(1, "a"): "x"}[(1, "a")],
        (1, "a") in {(1, "a")},
        Paper("a") == Paper("a"),
        {Paper("a"), Paper("a")} == {Paper("a")},
    )
    marks = bytearray(5)
    marks[1:3] = b"\1" * 2
    yield marks.find(1), marks.find(1, 3, 5), marks.find(0, 1)
    known: dict[str, int] = {}
    known["a"] = known["b"] = 1
    yield (
        known,
        any(known.values()),
        all([]),
        next((k for k in known if k > "a"), None),
        divmod(7, 3),
    )
    yield 1 < len(pairs) <= 3, None in (1, None), not [], [] or "empty", "x" and 0


def _values() -> Iterator[Any]:
    paper = Paper.parse("ke-hoach 7")
    yield str(paper), paper.next.number, replace(paper, name="x").name, _NAME(paper), paper.tags
    shelf = Shelf([paper, paper.next])
    yield (
        shelf.count,
        [one.number for one in shelf.by_name["ke-hoach"]],
        shelf.by_name is shelf.by_name,
    )
    yield (
        Reader("số 1, Số 2, SỐ  3", start=2).all_doubled(),
        str(_with_more("a", number=1, tags=("t",))),
    )
    yield Reader.tripled(2), Reader.of("số 3").other()
    groups: defaultdict[str, list[int]] = defaultdict(list)
    groups["a"].append(1)
    counts = {"a": 1}
    counts["a"] += 2
    marks = {1}
    marks |= {2}
    yield (
        dict(groups),
        groups.get("b"),
        counts,
        marks,
        Size.SMALL < Size.LARGE,
        min(Size.LARGE, Size.SMALL) == 1,
    )
    day = _day("29/2/2024")
    yield day and day.isoformat(), _day("30/2/2024"), day is not None and day < date(2024, 3, 1)


def everything() -> list[Any]:
    """What all idioms give, to be compared."""
    return [list(part) for part in (_words(), _patterns(), _containers(), _values())]
