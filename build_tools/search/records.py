"""What can be found: one record a section, a footnote, a directive, a report.

Small records let a result lead to the very paragraph group it speaks of, and let a
footnote be found at all; measured on Vietnamese queries this is the largest single gain
over one record a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.model import Report, Section
from build_tools.pages.page import capitalised, directive_name, directive_year


class RecordKind(StrEnum):
    """What a record stands for; part of the contract of ``search()``."""

    SECTION = "section"
    FOOTNOTE = "footnote"
    DIRECTIVE = "directive"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Record:
    """One findable thing.

    ``url`` is the address below the site's root, e.g. ``2023/q3/170-bc-duk/#i-4``; report
    and unit of a result are read from it.
    """

    url: str
    kind: RecordKind
    title: str
    trail: str
    content: str
    year: int | None
    quarter: int | None
    issuer: str | None


def search_records(archive: Archive) -> Iterator[Record]:
    """Every record of the archive, in a fixed order."""
    for report in archive.reports:
        yield _of_report(archive, report)
        for section in report.sections:
            yield _of_section(report, section)
        yield from _of_footnotes(report)
    for directive in archive.directives.values():
        name = directive_name(directive)
        surfaces = dict.fromkeys(
            link.citation.mention.surface for link in archive.backlinks.get(directive.id, ())
        )
        yield Record(
            addresses.directive_address(directive.id),
            RecordKind.DIRECTIVE,
            name,
            "Văn bản",
            ". ".join(filter(None, (name, directive.title, *surfaces))),
            directive_year(directive),
            None,
            directive.issuer,
        )


def _record(
    report: Report, kind: RecordKind, unit: str, *, title: str, trail: str, content: str
) -> Record:
    quarter = report.metadata.quarter
    return Record(
        f"{report.address}#{unit}" if unit else report.address,
        kind,
        title,
        trail,
        content,
        quarter.year,
        quarter.number,
        report.metadata.issuer,
    )


def _of_report(archive: Archive, report: Report) -> Record:
    metadata = report.metadata
    signed = metadata.signed
    signature = (signed.authority, signed.position, signed.name) if signed else ()
    content = ". ".join(
        filter(
            None,
            (
                report.name,
                metadata.title,
                archive.issuer(metadata.issuer).name,
                capitalised(metadata.quarter.label),
                *signature,
                "; ".join(metadata.recipients),
            ),
        )
    )
    trail = capitalised(metadata.quarter.label)
    return _record(report, RecordKind.REPORT, "", title=report.name, trail=trail, content=content)


def _of_section(report: Report, section: Section) -> Record:
    label = section.place
    trail = f"{capitalised(report.metadata.quarter.label)} › {report.name}"
    content = "\n".join(filter(None, (section.label, section.text)))
    return _record(
        report, RecordKind.SECTION, section.anchor, title=label, trail=trail, content=content
    )


def _of_footnotes(report: Report) -> Iterator[Record]:
    labels = {
        passage.anchor: section.place for section in report.sections for passage in section.passages
    }
    for note in report.footnotes:
        trail = " › ".join(
            filter(
                None,
                (capitalised(report.metadata.quarter.label), report.name, labels.get(note.at)),
            )
        )
        title = f"Chú thích {note.number}"
        yield _record(
            report, RecordKind.FOOTNOTE, note.anchor, title=title, trail=trail, content=note.text
        )
