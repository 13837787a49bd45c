"""What can be found: one record a section, a footnote, a directive, a report.

Small records let a result lead to the very paragraph group it speaks of, and let a
footnote be found at all; measured on Vietnamese queries this is the largest single gain
over one record a page. The records of one report stand together: what its head says
(number, quarter, issuer, signature) is true of each of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId, plenum_name
from build_tools.model import Metadata, PassageKind, Report, Section
from build_tools.pages.page import capitalised, directive_name, directive_year
from build_tools.registered import Directive
from build_tools.search.bodies import issuer_names
from build_tools.vietnamese import format_date


class RecordKind(StrEnum):
    """What a record stands for; part of the contract of ``search()``."""

    REPORT = "report"
    SECTION = "section"
    FOOTNOTE = "footnote"
    DIRECTIVE = "directive"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text with the anchor it has on its page; None where the page has none."""

    anchor: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One findable thing.

    ``url`` is the address below the site's root, e.g. ``2023/q3/170-bc-duk/#i-4``; report
    and unit of a result are read from it. ``title`` and ``paragraphs`` are shown and
    searched, ``heading`` is searched as if it were part of the title, ``hidden`` as if it
    were a paragraph, ``trail`` is shown only. ``beside`` is searched word by word beside a
    number: every document of a body would else be found by the body's name. ``cited`` counts the citations of a directive,
    ``part`` the parts of its report up to it: 1 holds the results, 0 is no part. ``day`` is
    the day of issue as a number, 20230418, 0 where it is not known.
    """

    url: str
    kind: RecordKind
    title: str
    trail: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    heading: str = ""
    hidden: str = ""
    year: int | None = None
    quarter: int | None = None
    issuer: str | None = None
    area: str | None = None
    cited: int = 0
    part: int = 0
    day: int = 0
    beside: str = ""


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Records that stand together: a report's, its own first, or some directives."""

    name: str
    records: tuple[Record, ...]
    is_report: bool


DIRECTIVES_IN_A_GROUP = 100
_CALLED_BY_TITLE = frozenset(("luat", "bo-luat", "phap-lenh", "hien-phap", "dieu-le"))


def record_groups(archive: Archive) -> Iterator[RecordGroup]:
    """Every record of the archive, in a fixed order."""
    for report in archive.reports:
        yield RecordGroup(report.key, tuple(_of_whole_report(archive, report)), is_report=True)
    directives = [_of_directive(archive, each) for each in archive.directives.values()]
    for start in range(0, len(directives), DIRECTIVES_IN_A_GROUP):
        some = tuple(directives[start : start + DIRECTIVES_IN_A_GROUP])
        yield RecordGroup(f"{addresses.DIRECTIVES}{start}", some, is_report=False)


def _of_directive(archive: Archive, directive: Directive) -> Record:
    name = directive_name(directive)
    links = archive.backlinks.get(directive.id, ())
    surfaces = dict.fromkeys(link.citation.mention.surface for link in links)
    texts = (directive.title, _origin(archive, directive))
    return Record(
        addresses.directive_address(directive.id),
        RecordKind.DIRECTIVE,
        name,
        ("Văn bản",),
        tuple(Paragraph(None, capitalised(text)) for text in texts if text),
        heading=". ".join(_other_names(directive)),
        hidden=". ".join(surface for surface in surfaces if surface not in name),
        beside=". ".join(issuer_names(archive, directive)),
        year=directive_year(directive),
        issuer=directive.issuer,
        cited=len(links),
        day=_day(directive.date),
    )


def _other_names(directive: Directive) -> Iterator[str]:
    """What a directive is called besides its name: laws by title, plenums by number."""
    if directive.title and directive.type in _CALLED_BY_TITLE:
        yield capitalised(directive.title)
    for other in (directive.id, *directive.same_as):
        named = DirectiveId.parse(other)
        if plenum := plenum_name(other):
            yield plenum
        elif other != directive.id and not named.is_named:
            yield f"{DOCUMENT_TYPES[directive.type].name} {named.number:02d}-{named.code}/{named.org or ''}"


def _day(date: dt.date | None) -> int:
    return int(f"{date:%Y%m%d}") if date else 0


def _origin(archive: Archive, directive: Directive) -> str:
    issuer = archive.issuer(directive.issuer).name if directive.issuer else ""
    day = f"ngày {format_date(directive.date)}" if directive.date else ""
    term = f"khóa {directive.term}" if directive.term and directive.term.isalpha() else ""
    return ", ".join(filter(None, (" ".join(filter(None, (issuer, term))), day)))


def _of_whole_report(archive: Archive, report: Report) -> Iterator[Record]:
    quarter = report.metadata.quarter
    places = _Places(
        capitalised(quarter.label),
        report.name,
        quarter.year,
        quarter.number,
        report.metadata.issuer,
        _day(report.metadata.date),
    )
    yield _of_report(archive, report, places)
    parts = _parts(report)
    for section in report.sections:
        yield _of_section(archive, report, section, places, parts[section.anchor])
    yield from _of_footnotes(report, places, parts)


@dataclass(frozen=True, slots=True)
class _Places:
    """What every record of a report shares."""

    quarter: str
    report: str
    year: int
    number: int
    issuer: str
    day: int

    def record(
        self,
        url: str,
        kind: RecordKind,
        title: str,
        paragraphs: Iterator[Paragraph],
        *inner: str,
        heading: str = "",
        hidden: str = "",
        area: str | None = None,
        part: int = 0,
    ) -> Record:
        return Record(
            url,
            kind,
            title,
            (self.quarter, self.report, *inner)
            if kind is not RecordKind.REPORT
            else (self.quarter,),
            tuple(one for one in paragraphs if one.text),
            heading,
            hidden,
            self.year,
            self.number,
            self.issuer,
            area,
            part=part,
            day=self.day,
        )


def _of_report(archive: Archive, report: Report, places: _Places) -> Record:
    metadata = report.metadata
    issuer = archive.issuer(metadata.issuer)
    signed = metadata.signed
    signature = (signed.authority, signed.position, signed.name) if signed else ()
    foot = addresses.SIGNATURE
    paragraphs = (
        Paragraph(None, metadata.title),
        Paragraph(None, issuer.name),
        Paragraph(None, f"Báo cáo {metadata.quarter.label}"),
        Paragraph(None, _issued(metadata)),
        Paragraph(foot, ", ".join(filter(None, signature))),
        Paragraph(foot, "; ".join(metadata.recipients)),
    )
    heading = ". ".join(
        filter(
            None,
            (
                f"{issuer.name} báo cáo {metadata.quarter.label}",
                issuer.short,
                issuer.code,
                *issuer.aliases,
            ),
        )
    )
    return places.record(
        report.address, RecordKind.REPORT, report.name, iter(paragraphs), heading=heading
    )


def _issued(metadata: Metadata) -> str:
    """``Lam Hải, ngày 18/3/2022``: a report is asked for by the day it was issued, too."""
    if metadata.date is None:
        return ""
    return ", ".join(filter(None, (metadata.place, f"ngày {format_date(metadata.date)}")))


def _parts(report: Report) -> dict[str, int]:
    """For each section how many parts have begun; parts are not always I, II, III."""
    found: dict[str, int] = {}
    parts: dict[str, int] = {}
    for section in report.sections:
        outermost = section.outer[0] if section.outer else section.number
        found[section.anchor] = parts.setdefault(outermost, len(parts) + 1) if outermost else 0
    return found


def _of_section(
    archive: Archive, report: Report, section: Section, places: _Places, part: int
) -> Record:
    paragraphs = (
        Paragraph(passage.anchor, passage.text)
        for passage in section.passages
        if passage.kind is not PassageKind.HEADING
    )
    area = archive.area(section.area).name if section.area else ""
    return places.record(
        f"{report.address}#{section.anchor}",
        RecordKind.SECTION,
        section.place,
        paragraphs,
        *_part(section),
        *filter(None, (area,)),
        hidden=area,
        area=section.area,
        part=part,
    )


def _part(section: Section) -> tuple[str, ...]:
    return (f"Phần {section.outer[0]}",) if section.outer else ()


def _of_footnotes(report: Report, places: _Places, parts: dict[str, int]) -> Iterator[Record]:
    homes = {passage.anchor: section for section in report.sections for passage in section.passages}
    for note in report.footnotes:
        home = homes.get(note.at or "")
        inner = (*_part(home), home.title or home.place) if home else ()
        yield places.record(
            f"{report.address}#{note.anchor}",
            RecordKind.FOOTNOTE,
            f"Chú thích {note.number}",
            iter((Paragraph(note.anchor, note.text),)),
            *inner,
            area=home.area if home else None,
            part=parts[home.anchor] if home else 0,
        )
