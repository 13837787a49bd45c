"""Where to look for the document behind a short form, nearest place first.

A reader looks back, then ahead; from a footnote, first at the sentence that carries its
mark.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class Aside:
    """The citations of one footnote, and those of the sentence with its mark.

    ``first`` and ``end`` bound the note's citations, ``sentence`` those of the sentence;
    ``mark`` is the first citation that stands after the mark.
    """

    first: int
    end: int
    sentence: range
    mark: int


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The citations of one document as a reader meets them."""

    count: int
    asides: tuple[Aside, ...] = ()

    def nearest(self, index: int, among: Sequence[int]) -> Iterator[int]:
        """Those of ``among`` (in order), the likeliest antecedent of a citation first."""
        aside = next((a for a in self.asides if a.first <= index < a.end), None)
        if aside is None:
            yield from _from(index, among)
            return
        inside = [at for at in among if aside.first <= at < index]
        sentence = [at for at in among if at in aside.sentence]
        before = [at for at in sentence if at < aside.mark]
        after = [at for at in sentence if at >= aside.mark]
        seen: set[int] = {index}
        for at in chain(reversed(inside), reversed(before), after, _from(aside.mark, among)):
            if at not in seen:
                seen.add(at)
                yield at


def _from(place: int, among: Sequence[int]) -> Iterator[int]:
    """Backwards from a place, then forwards; what stands at the place itself comes last."""
    at = bisect_left(among, place)
    yield from (among[one] for one in range(at - 1, -1, -1))
    yield from (one for one in among[at:] if one != place)
    yield from (one for one in among[at : at + 1] if one == place)


def plain_order(items: Sequence[object]) -> ReadingOrder:
    """The order of a text without footnotes."""
    return ReadingOrder(len(items))
