"""The great parts of a report: what was done, and what will be done in the next quarter."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model import Report, Section
from build_tools.vietnamese import fold

_PROGRAMME: Final = re.compile(
    r"\b(?:phuong huong|chuong trinh|trong tam|ke hoach cong tac|nhiem vu)\b", re.IGNORECASE
)
_RESULTS: Final = re.compile(r"\b(?:tinh hinh|ket qua|danh gia|nhan xet|uu diem|han che)\b")


def is_programme(report: Report, section: Section) -> bool:
    """Whether a section stands in the part that tells of the quarter to come.

    ``## III- Chương trình công tác quý IV`` does, ``## I- Kết quả thực hiện nhiệm vụ`` does not.
    """
    part = section
    if section.part is not None:
        part = next((one for one in report.sections if one.anchor == section.part), section)
    title = fold(part.title)
    return _PROGRAMME.search(title) is not None and _RESULTS.search(title) is None


def great_parts(report: Report) -> tuple[Section, ...]:
    """The headings that have no other around them, the opening lines left out."""
    return tuple(one for one in report.sections if one.part is None and one.title)


def items_of_part(report: Report, part: Section) -> tuple[Section, ...]:
    """The sections one level below a part."""
    below = [one for one in report.sections if one.part == part.anchor]
    top = min((one.level for one in below), default=0)
    return tuple(one for one in below if one.level == top)
