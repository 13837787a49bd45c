"""Where to look for the document behind a short form, nearest place first.

A reader looks back, then ahead; from a footnote, first at the sentence that carries its
mark.
"""

from __future__ import annotations

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

    def around(self, index: int) -> Iterator[int]:
        """All other citations, the likeliest antecedent first."""
        aside = next((a for a in self.asides if a.first <= index < a.end), None)
        if aside is None:
            yield from range(index - 1, -1, -1)
            yield from range(index + 1, self.count)
            return
        here = range(index - 1, aside.first - 1, -1)
        before = [at for at in reversed(aside.sentence) if at < aside.mark]
        after = [at for at in aside.sentence if at >= aside.mark]
        seen: set[int] = {index}
        others = chain(range(aside.mark - 1, -1, -1), range(aside.mark, self.count))
        for at in chain(here, before, after, others):
            if at not in seen:
                seen.add(at)
                yield at


def plain_order(items: Sequence[object]) -> ReadingOrder:
    """The order of a text without footnotes."""
    return ReadingOrder(len(items))
