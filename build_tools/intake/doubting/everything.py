"""All doubts of a draft, worst first."""

from __future__ import annotations

from build_tools.intake.doubt import Doubt
from build_tools.intake.doubting.dates import doubt_dates
from build_tools.intake.doubting.letters import doubt_letters
from build_tools.intake.doubting.variants import doubt_variants
from build_tools.intake.doubting.words import doubt_words
from build_tools.intake.draft import Draft
from build_tools.problems import Severity


def doubts_of(draft: Draft) -> tuple[Doubt, ...]:
    """What reading and structure doubted, and what the words themselves show."""
    found = (
        *draft.doubts,
        *doubt_dates(draft),
        *doubt_letters(draft),
        *doubt_words(draft),
        *doubt_variants(draft),
    )
    return tuple(
        sorted(
            found, key=lambda doubt: (doubt.severity is not Severity.ERROR, doubt.at, doubt.code)
        )
    )
