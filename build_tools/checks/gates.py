"""Gates: errors that a person may answer for, in the report's own key ``accepted``.

What a gate stops cannot be undone once it is public, so a reason is not enough: an entry for
a gate names who cleared it and when, and repeats the very words it clears.
"""

from __future__ import annotations

from typing import Final

from build_tools.model import Report
from build_tools.problems import Place

#: secrecy marks, numbers of persons, ways to reach them, birthdays, names near discipline
GATES: Final = frozenset({"KHO420", "KHO421", "KHO422", "KHO423", "KHO424"})


def sign_off(code: str, words: str) -> str:
    """The entry an editor would add, ready to copy."""
    return f'vào accepted: “- {{code: {code}, near: "{words}", reason: …, by: …, on: NĂM-THÁNG-NGÀY}}”.'


def place_of_value(report: Report, key: str, words: str) -> Place:
    """Where in the front matter the words of a key stand; the key itself where they are not beside it."""
    place = report.metadata.places.get(key) or Place(report.path, 1)
    column = (place.source or "").find(words)
    if column < 0:
        return place
    return Place(place.path, place.line, column + 1, place.source, len(words))
