"""Where to look for the document behind a short form, nearest place first.

A reader looks back, then ahead; from a footnote, first at the sentence that carries its
mark.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


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
class Stretch:
    """A run of citations to look through, from its end when ``back``."""

    start: int
    end: int
    back: bool = False

    def nearest(self, among: Sequence[int]) -> int | None:
        """The first met of ``among``, which is in order."""
        at = bisect_left(among, self.end) - 1 if self.back else bisect_left(among, self.start)
        found = among[at] if 0 <= at < len(among) else None
        return found if found is not None and self.start <= found < self.end else None


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The citations of one document as a reader meets them; ``asides`` are in that order."""

    count: int
    asides: tuple[Aside, ...] = ()

    def nearest(self, index: int, groups: Iterable[Sequence[int]]) -> int | None:
        """The likeliest antecedent of a citation, of groups that are each in order."""
        groups = tuple(groups)
        if not groups:
            return None
        for stretch in self._stretches(index):
            met = [found for group in groups if (found := stretch.nearest(group)) is not None]
            if met:
                return max(met) if stretch.back else min(met)
        return None

    def _stretches(self, index: int) -> Iterator[Stretch]:
        """Where to look, in turn; what stands at a mark itself comes last."""
        at = bisect_right(self.asides, index, key=lambda aside: aside.first) - 1
        if at < 0 or index >= self.asides[at].end:
            yield Stretch(0, index, back=True)
            yield Stretch(index + 1, self.count)
            return
        aside = self.asides[at]
        sentence, mark = aside.sentence, aside.mark
        yield Stretch(aside.first, index, back=True)
        yield Stretch(sentence.start, min(sentence.stop, mark), back=True)
        yield Stretch(max(sentence.start, mark), sentence.stop)
        yield Stretch(0, mark, back=True)
        yield Stretch(mark + 1, self.count)
        yield Stretch(mark, mark + 1)


def plain_order(items: Sequence[object]) -> ReadingOrder:
    """The order of a text without footnotes."""
    return ReadingOrder(len(items))
