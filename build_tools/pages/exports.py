"""Data files for others to build on, the feed, and the page that explains them."""

from __future__ import annotations

import csv
import io
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final
from xml.etree import ElementTree as ET

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.model import Report
from build_tools.pages.page import HOME_LINK, Page, PageKind, TextFile, directive_name

FEED_LENGTH: Final = 40
HANOI: Final = timezone(timedelta(hours=7))
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NAMESPACE: Final = uuid.UUID("6d1c7f0e-3f2b-5c55-9c0e-2f2d3a9b7a10")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of data, published as JSON and as CSV."""

    name: str
    title: str
    description: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table on the page of data."""

    title: str
    description: str
    rows: int
    columns: tuple[str, ...]
    json: str
    csv: str


@dataclass(frozen=True, slots=True)
class ExportsView:
    """The page of data."""

    tables: tuple[TableView, ...]
    feed: str


def exports(archive: Archive, site_url: str | None) -> Iterator[Page | TextFile]:
    """The page at ``/du-lieu/``, its files, and ``/feed.xml``."""
    tables = (_reports(archive), _directives(archive), _citations(archive))
    for table in tables:
        yield TextFile(_file(table, "json"), _json(table.rows))
        yield TextFile(_file(table, "csv"), _csv(table.rows))
    yield TextFile(addresses.FEED, _feed(archive, site_url))
    yield Page(
        addresses.EXPORTS,
        PageKind.EXPORTS,
        "Dữ liệu mở",
        "Dữ liệu của kho ở dạng JSON, CSV và Atom.",
        (HOME_LINK,),
        ExportsView(
            tuple(
                TableView(
                    table.title,
                    table.description,
                    len(table.rows),
                    tuple(table.rows[0]) if table.rows else (),
                    _file(table, "json"),
                    _file(table, "csv"),
                )
                for table in tables
            ),
            addresses.FEED,
        ),
    )


def _file(table: Table, ending: str) -> str:
    return f"{addresses.EXPORTS}{table.name}.{ending}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _reports(archive: Archive) -> Table:
    rows = tuple(
        {
            "report": report.key,
            "number": report.metadata.number,
            "title": report.metadata.title,
            "quarter": str(report.metadata.quarter),
            "issuer": report.metadata.issuer,
            "date": _iso(report.metadata.date),
            "place": report.metadata.place,
            "edition": report.metadata.edition.value,
            "signed_by": report.metadata.signed.name if report.metadata.signed else None,
            "sections": len(report.sections),
            "footnotes": len(report.footnotes),
            "citations": len(report.citations),
            "address": report.address,
        }
        for report in archive.reports
    )
    return Table("bao-cao", "Báo cáo", "Mỗi dòng một báo cáo trong kho.", rows)


def _directives(archive: Archive) -> Table:
    rows = tuple(
        {
            "id": directive.id,
            "name": directive_name(directive),
            "type": directive.type,
            "number": directive.number,
            "symbol": directive.symbol,
            "issuer": directive.issuer,
            "date": _iso(directive.date),
            "year": directive.year,
            "term": directive.term,
            "title": directive.title,
            "registered": archive.is_registered(directive.id),
            "citations": len(archive.backlinks.get(directive.id, ())),
            "address": addresses.directive_address(directive.id),
        }
        for directive in archive.directives.values()
    )
    return Table("van-ban", "Văn bản", "Mỗi dòng một văn bản được viện dẫn.", rows)


def _citations(archive: Archive) -> Table:
    rows = tuple(
        {
            "report": report.key,
            "anchor": citation.anchor,
            "section": citation.section,
            "surface": citation.mention.surface,
            "form": citation.mention.form,
            "directive": resolution.id,
            "candidates": " ".join(resolution.candidates),
            "treatment": ", ".join(treatment) or None,
            "address": f"{report.address}#{citation.anchor}",
        }
        for report in archive.reports
        for citation, resolution, treatment in zip(
            report.citations,
            archive.resolutions[report.key],
            archive.treatments[report.key],
            strict=True,
        )
    )
    return Table("vien-dan", "Viện dẫn", "Mỗi dòng một lần báo cáo viện dẫn một văn bản.", rows)


def _json(rows: Sequence[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Sequence[Row]) -> str:
    """CSV with a byte order mark, which Excel needs to read Vietnamese."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> object:
    """A text that a spreadsheet would run as a formula gets a leading apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value


def _feed(archive: Archive, site_url: str | None) -> str:
    """Atom (RFC 4287): latest reports first; links are absolute where the site's address is known."""
    root = site_url.rstrip("/") + "/" if site_url else ""
    latest = sorted(archive.reports, key=_moment, reverse=True)[:FEED_LENGTH]
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})

    def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
        ET.SubElement(parent, tag, attributes).text = text or None

    profile = archive.registry.profile
    add(feed, "title", profile.title)
    add(feed, "subtitle", profile.description)
    add(feed, "id", _urn(f"feed {profile.title}"))
    add(feed, "updated", _moment(latest[0]) if latest else _moment_of(date(1970, 1, 1)))
    add(feed, "link", rel="self", href=root + addresses.FEED)
    add(feed, "link", rel="alternate", href=root or "./")
    for report in latest:
        entry = ET.SubElement(feed, "entry")
        metadata = report.metadata
        add(entry, "title", f"{report.name}: {metadata.title}")
        add(entry, "id", _urn(report.key))
        add(entry, "updated", _moment(report))
        add(entry, "link", rel="alternate", href=root + report.address)
        author = ET.SubElement(entry, "author")
        add(author, "name", archive.issuer(metadata.issuer).name)
        issued = f"ban hành {_iso(metadata.date)}" if metadata.date else "ngày ban hành không rõ"
        corrected = "".join(
            f" Đính chính ngày {_iso(one.on)}: {one.what}." for one in metadata.errata
        )
        add(entry, "summary", f"Báo cáo {metadata.quarter.label}, {issued}.{corrected}")
    ET.indent(feed)
    text = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _moment(report: Report) -> str:
    """Atom needs a time: the last correction, else the day of issue, else the quarter's last day."""
    metadata = report.metadata
    issued = metadata.date or metadata.quarter.last_day
    return _moment_of(max((issued, *(one.on for one in metadata.errata))))


def _moment_of(day: date) -> str:
    return datetime.combine(day, time(), HANOI).isoformat()


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn
