"""Terms of the Party's central committee: which term a year or a day belongs to.

The numbers of central papers restart with each term (Hướng dẫn 36-HD/VPTW 2018, II.1.3), so
a term tells apart papers of one number, and a year outside it speaks against it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

#: opening and closing day of the congress that began each term
_CONGRESSES: Final = {
    8: (date(1996, 6, 28), date(1996, 7, 1)),
    9: (date(2001, 4, 19), date(2001, 4, 22)),
    10: (date(2006, 4, 18), date(2006, 4, 25)),
    11: (date(2011, 1, 12), date(2011, 1, 19)),
    12: (date(2016, 1, 20), date(2016, 1, 28)),
    13: (date(2021, 1, 25), date(2021, 2, 1)),
}
_LAST_DAY: Final = date(2026, 12, 31)  # the year of the fourteenth congress belongs to both


def is_central(org: str | None) -> bool:
    """Whether a body in an id is the central committee or one of its offices: ``btctw``."""
    return org is not None and org.endswith("tw")


def terms_of(year: int, day: date | None = None) -> frozenset[int]:
    """The terms in which a central paper of a year, or of a day, can have been issued.

    Empty for years outside the table, of which nothing is known here.

    >>> sorted(terms_of(2013)), sorted(terms_of(2016)), sorted(terms_of(2016, date(2016, 5, 15)))
    ([11], [11, 12], [12])
    """
    first, last = (day, day) if day else (date(year, 1, 1), date(year, 12, 31))
    return frozenset(
        term
        for term, (opening, _) in _CONGRESSES.items()
        if opening <= last and first <= _CONGRESSES.get(term + 1, (None, _LAST_DAY))[1]
    )


def years_of(term: int) -> str | None:
    """The years of a term as readers know them: ``2011–2016``."""
    if term not in _CONGRESSES:
        return None
    following = _CONGRESSES.get(term + 1, (_LAST_DAY,))[0]
    return f"{_CONGRESSES[term][0].year}–{following.year}"


def speaks_against(term: int, year: int, day: date | None = None) -> bool:
    """Whether a central paper of that year or day cannot be of that term.

    >>> speaks_against(11, 2022), speaks_against(11, 2013), speaks_against(5, 2013)
    (True, False, False)
    """
    possible = terms_of(year, day)
    return bool(possible) and term in _CONGRESSES and term not in possible


def began_by(term: int, day: date) -> bool:
    """Whether a term had begun on a day; terms outside the table had.

    >>> began_by(13, date(2016, 5, 15)), began_by(12, date(2016, 5, 15))
    (False, True)
    """
    return term not in _CONGRESSES or _CONGRESSES[term][0] <= day
