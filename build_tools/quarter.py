"""Quarters (quý): the archive's unit of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from build_tools.vietnamese import int_to_roman

_QUARTER: Final = re.compile(r"((?:19|20)\d{2})-Q([1-4])")
QUARTERS_IN_YEAR: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter (quý) of a year: ``2023-Q3`` in data, ``2023/q3`` in addresses.

    >>> Quarter.parse("2023-Q3").label, Quarter(2023, 4).next
    ('quý III/2023', Quarter(year=2024, number=1))
    """

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2023-Q3``; raises ``ValueError`` for anything else."""
        match = _QUARTER.fullmatch(text)
        if match is None:
            message = f"not a quarter: {text!r}"
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def roman(self) -> str:
        """The number as printed: ``III``."""
        return int_to_roman(self.number)

    @property
    def label(self) -> str:
        """How the quarter reads in a sentence: ``quý III/2023``."""
        return f"quý {self.roman}/{self.year}"

    @property
    def next(self) -> Self:
        """The quarter that follows, across the turn of the year."""
        index = self.year * QUARTERS_IN_YEAR + self.number
        return type(self)(index // QUARTERS_IN_YEAR, index % QUARTERS_IN_YEAR + 1)

    @property
    def first_day(self) -> date:
        """The day the quarter begins."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """The day the quarter ends; what it reports on cannot be later by much."""
        return date.fromordinal(self.next.first_day.toordinal() - 1)
