"""Where one stands in a report: how a place is cited, its limitations, the same area elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model import Edition, Report, Section
from build_tools.pages.page import Link, capitalised
from build_tools.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class Beside:
    """Where one can go on from a section.

    That is the same area (lĩnh vực) in the issuer's report before and after, and the
    limitation (hạn chế) before and after the section's own.
    """

    area_before: Link | None = None
    area_after: Link | None = None
    limitation_before: Link | None = None
    limitation_after: Link | None = None


def beside(report: Report, section: Section, before: Report | None, after: Report | None) -> Beside:
    """The ways on from a section; ``before`` and ``after`` are the issuer's reports beside this."""
    limited = [one for one in report.sections if one.limitations]
    at = limited.index(section) if section in limited else None
    return Beside(
        same_area(report, section, before) if before else None,
        same_area(report, section, after) if after else None,
        _limitation(report, limited[at - 1], last=True) if at else None,
        _limitation(report, limited[at + 1]) if at is not None and at + 1 < len(limited) else None,
    )


def _limitation(report: Report, section: Section, *, last: bool = False) -> Link:
    passage = section.limitations[-1 if last else 0]
    return Link(citing_place(section), f"{report.address}#{passage.anchor}")


def citing_form(report: Report, issuer: str) -> str:
    """``Báo cáo số 170-BC/ĐUK, ngày 18/9/2023, quý III/2023, của Đảng ủy Khối …``.

    Made of known facts alone: an unknown day is left out. A summary says that it is one,
    since neither its words nor its paragraphs are the issuer's.
    """
    metadata = report.metadata
    day = f", ngày {format_date(metadata.date)}" if metadata.date else ""
    edition = ", bản tóm tắt của kho" if metadata.edition is Edition.SUMMARY else ""
    return f"{report.name}{day}, {metadata.quarter.label}, của {issuer}{edition}"


def citing_place(section: Section) -> str:
    """``mục I.4`` where the numbers are printed, else the heading's words or ``phần mở đầu``."""
    if section.number:
        return f"mục {'.'.join((*section.outer, section.number))}"
    return f"mục “{section.title}”" if section.title else "phần mở đầu"


def limitation_links(report: Report) -> tuple[Link, ...]:
    """Every “Tuy nhiên” paragraph (hạn chế) with the section it stands in, as printed."""
    links = []
    for section in report.sections:
        passages = section.limitations
        for count, passage in enumerate(passages, 1):
            which = f" ({count})" if len(passages) > 1 else ""
            links.append(Link(f"{section.place}{which}", f"{report.address}#{passage.anchor}"))
    return tuple(links)


def same_area(report: Report, section: Section, other: Report) -> Link | None:
    """The section of another report on the same area, results beside results.

    An area stands in a report twice, under the results (I.4) and the programme (III.4): the
    other section is the one in the part with the same anchor. Where parts are numbered
    otherwise, it is the one of the same turn if both reports name the area equally often.
    """
    if section.area is None:
        return None
    ours = [one for one in report.sections if one.area == section.area]
    theirs = [one for one in other.sections if one.area == section.area]
    found = next((one for one in theirs if one.part == section.part), None)
    if found is None and len(ours) == len(theirs):
        found = theirs[ours.index(section)]
    if found is None:
        return None
    return Link(capitalised(other.metadata.quarter.label), f"{other.address}#{found.anchor}")
