"""Which mentions agree with another in all that both state.

Two mentions agree in a fact (issuer, term, year …) when they state the same, or when one of
them states nothing. Comparing every mention with every other would make a long paper with
many short forms slow; here those that agree are found by look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Generic, TypeAlias, TypeVar

Group = TypeVar("Group")

#: what a mention states, always in the same order; None where it states nothing
Facts: TypeAlias = tuple[str | int | None, ...]


class Agreeing(Generic[Group]):
    """Mentions by their index, in order, each with its facts; ``gather`` makes a group's value.

    >>> known = Agreeing({3: ("tw", 2016), 8: ("tw", None), 9: ("tu", 2016)}, gather=tuple)
    >>> known.with_facts(("tw", None)), known.with_facts((None, 2016))
    ([(3, 8)], [(8,), (3, 9)])
    """

    def __init__(
        self, facts: Mapping[int, Facts], gather: Callable[[Sequence[int]], Group]
    ) -> None:
        self._facts = facts
        self._gather = gather
        self._by_stated: dict[tuple[int, ...], dict[Facts, Group]] = {}

    def with_facts(self, facts: Facts) -> list[Group]:
        """Those that agree with these facts, in groups that share none, each in order."""
        stated = tuple(at for at, fact in enumerate(facts) if fact is not None)
        groups = self._by_stated.get(stated)
        if groups is None:
            groups = self._by_stated[stated] = self._grouped(stated)
        choices = product(*((None, facts[at]) for at in stated))
        return [groups[choice] for choice in choices if choice in groups]

    def _grouped(self, stated: tuple[int, ...]) -> dict[Facts, Group]:
        """Groups by some of the facts only; made once for each choice of facts."""
        members: dict[Facts, list[int]] = {}
        for index, told in self._facts.items():
            members.setdefault(tuple(told[at] for at in stated), []).append(index)
        return {facts: self._gather(group) for facts, group in members.items()}
