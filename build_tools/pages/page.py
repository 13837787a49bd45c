"""What a page is, and the small pieces that several kinds of page show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Report
from build_tools.quarter import Quarter
from build_tools.registered import Directive
from build_tools.vietnamese import format_date, roman_to_int

UNKNOWN = "không rõ"
_YEARLY = frozenset(
    {"luat", "bo-luat", "phap-lenh", "nghi-dinh", "thong-tu", "nghi-quyet", "quyet-dinh"}
)


class PageKind(StrEnum):
    """The kinds of page; each has a template of the same name."""

    HOME = "home"
    YEAR = "year"
    QUARTER = "quarter"
    REPORT = "report"
    DIRECTIVES = "directives"
    DIRECTIVE = "directive"
    RECOGNITION = "recognition"
    ISSUERS = "issuers"
    ISSUER = "issuer"
    AREAS = "areas"
    AREA = "area"
    SEARCH = "search"
    EXPORTS = "exports"
    FORM = "form"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of the site; ``address`` may carry a fragment."""

    text: str
    address: str


HOME_LINK = Link("Trang chủ", addresses.HOME)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, what template dresses it, the values it shows.

    ``linked`` is what it is about in the words of schema.org (see ``pages/linked``).
    """

    address: str
    kind: PageKind
    title: str
    description: str
    crumbs: tuple[Link, ...]
    view: Any
    linked: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A finished file beside the pages: data, feed, redirect."""

    address: str
    content: str


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A report in a list."""

    address: str
    name: str
    title: str
    issuer: str
    quarter: str
    date: str
    is_summary: bool
    footnotes: int
    citations: int


@dataclass(frozen=True, slots=True)
class DirectiveItem:
    """A directive in a list, with how often the archive cites it."""

    address: str
    name: str
    title: str | None
    type: str
    issuer: str | None
    year: int | None
    date: str
    count: int
    is_registered: bool
    is_ambiguous: bool


def report_item(archive: Archive, report: Report) -> ReportItem:
    """A report as lists show it."""
    metadata = report.metadata
    return ReportItem(
        report.address,
        report.name,
        metadata.title,
        archive.issuer(metadata.issuer).name,
        metadata.quarter.label,
        format_date(metadata.date) if metadata.date else UNKNOWN,
        metadata.edition.value == "summary",
        len(report.footnotes),
        len(report.citations),
    )


def directive_name(directive: Directive) -> str:
    """How a directive is called: ``Chỉ thị số 05-CT/TW``, ``Nghị định số 30/2020/NĐ-CP``.

    A document without number is called by its own name, e.g. ``Điều lệ Đảng``.
    """
    kind = DOCUMENT_TYPES[directive.type].name
    if directive.called:
        return directive.called
    if directive.number is None:
        return directive.title or kind
    if directive.symbol is None:
        return f"{kind} số {directive.number:02d}"
    if "/" in directive.symbol:
        return f"{kind} số {directive.number:02d}-{directive.symbol}"
    year = directive_year(directive) if _carries_year(directive) else None
    middle = f"/{year}" if year else ""
    return f"{kind} số {directive.number:02d}{middle}/{directive.symbol}"


def _carries_year(directive: Directive) -> bool:
    """Whether a state paper's number holds its year: laws and rules do, plans and letters do not.

    Nghị định 30/2020/NĐ-CP, phụ lục I, gives papers that are no rules ``số/ký hiệu`` alone:
    ``Kế hoạch số 112/KH-UBND``; so do the government's resolutions, ``128/NQ-CP``.
    """
    return directive.type in _YEARLY and directive.symbol != "NQ-CP"


def term_words(term: str | None) -> str | None:
    """``khóa XII`` of the party, ``nhiệm kỳ 2020-2025`` of a congress known by its years."""
    if term is None:
        return None
    return f"khóa {term}" if roman_to_int(term) else f"nhiệm kỳ {term}"


def directive_year(directive: Directive) -> int | None:
    """The year of issue where date or registry tell it."""
    return directive.date.year if directive.date else directive.year


def directive_item(
    archive: Archive, directive: Directive, count: int | None = None
) -> DirectiveItem:
    """A directive as lists show it; ``count`` defaults to all its citations."""
    year = directive_year(directive)
    issued = format_date(directive.date) if directive.date else (f"năm {year}" if year else UNKNOWN)
    return DirectiveItem(
        addresses.directive_address(directive.id),
        directive_name(directive),
        directive.title,
        DOCUMENT_TYPES[directive.type].name,
        archive.issuer(directive.issuer).name if directive.issuer else None,
        year,
        issued,
        len(archive.backlinks.get(directive.id, ())) if count is None else count,
        archive.is_registered(directive.id),
        directive.id in archive.in_doubt,
    )


def most_cited(
    archive: Archive, counts: dict[str, int], limit: int | None = None
) -> tuple[DirectiveItem, ...]:
    """Directives by falling number of citations, then by id."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return tuple(directive_item(archive, archive.directives[key], count) for key, count in ranked)


def quarter_link(quarter: Quarter) -> Link:
    """``Quý III/2023`` with its address."""
    return Link(capitalised(quarter.label), addresses.quarter_address(quarter))


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]
