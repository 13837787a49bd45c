"""Days that are not in the calendar, and anniversaries that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.intake.doubt import Doubt, error, warning
from build_tools.intake.draft import Draft
from build_tools.intake.signs import SIGN
from build_tools.intake.source import Traced
from build_tools.printed_days import impossible_days, wrong_anniversaries


def doubt_dates(draft: Draft) -> Iterator[Doubt]:
    """Days and anniversaries in the running text."""
    for piece in draft.texts:
        text = SIGN.sub(" ", piece.text)
        for match in impossible_days(text):
            yield _no_such_day(piece, match)
        for match, counted in wrong_anniversaries(text):
            yield warning(
                "KHO704",
                piece[match.start() : match.end()].start,
                match[0],
                f"Ghi {match['years']} năm nhưng từ {match['first']} đến {match['last']} là {counted} năm.",
                "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
            )


def _no_such_day(piece: Traced, match: re.Match[str]) -> Doubt:
    return error(
        "KHO704",
        piece[match.start() : match.end()].start,
        match[0],
        f"Ngày không có trong lịch: “{match[0]}”.",
        "Đối chiếu bản in; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …].",
    )
