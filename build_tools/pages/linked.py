"""What a page is about, in the words of schema.org, for search engines and catalogues.

The block stands in the page as JSON-LD. It says only what the archive knows: an unknown
day or issuer has no key at all. A summary is described as an article *about* the report,
since its words are the archive's own. Terms: https://schema.org/Report, /Legislation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from build_tools import addresses
from build_tools.archive import Archive
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.model import Edition, Report
from build_tools.pages.page import Page, PageKind, directive_name
from build_tools.quarter import Quarter
from build_tools.registered import Directive

Linked = Mapping[str, Any]
_LAWS: Final = frozenset({"hien-phap", "luat", "bo-luat", "phap-lenh", "nghi-dinh", "thong-tu"})


def linked(archive: Archive, page: Page) -> Linked | None:
    """The JSON-LD graph of a page; None for a page that only leads elsewhere.

    Addresses are relative to the page, which JSON-LD resolves like any link, so that the
    same bytes are right under every host.
    """
    if page.kind is PageKind.MOVED:
        return None
    about = _about(archive, page)
    graph = [thing for thing in (about, _crumbs(page)) if thing is not None]
    return {"@context": "https://schema.org", "@graph": graph} if graph else None


def _about(archive: Archive, page: Page) -> Linked | None:
    if page.kind is PageKind.HOME:
        profile = archive.registry.profile
        return {
            "@type": "WebSite",
            "name": profile.title,
            "description": profile.description,
            "inLanguage": "vi",
            "url": "./",
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{addresses.SEARCH}?q={{search_term_string}}",
                "query-input": "required name=search_term_string",
            },
        }
    if page.kind is PageKind.REPORT:
        return _report_page(archive, archive.by_address[page.address])
    if page.kind is PageKind.DIRECTIVE:
        wanted = page.address.removeprefix(addresses.DIRECTIVES).rstrip("/")
        return _directive(archive, archive.directives[wanted], page.address)
    return None


def _report_page(archive: Archive, report: Report) -> Linked:
    described = _report(archive, report)
    if report.metadata.edition is Edition.FULL:
        return {**described, **_modified(report)}
    return {
        "@type": "Article",
        "headline": f"{report.name}: bản tóm lược của kho",
        "inLanguage": "vi",
        "url": "./",
        **_modified(report),
        "about": {key: value for key, value in described.items() if key != "url"},
    }


def _modified(report: Report) -> Linked:
    """When the page's text was last corrected, if ever."""
    days = [entry.on for entry in report.metadata.errata]
    return {"dateModified": max(days).isoformat()} if days else {}


def _report(archive: Archive, report: Report) -> Linked:
    metadata = report.metadata
    cited = sorted({resolution.id for resolution in archive.resolutions[report.key]})
    return _known(
        {
            "@type": "Report",
            "name": f"{report.name}: {metadata.title}",
            "reportNumber": metadata.number,
            "inLanguage": "vi",
            "url": "./",
            "datePublished": metadata.date.isoformat() if metadata.date else None,
            "temporalCoverage": _days_of(metadata.quarter),
            "publisher": _body(archive, metadata.issuer, report.address),
            "citation": [
                _cited(archive.directives[directive_id], report.address) for directive_id in cited
            ],
        }
    )


def _directive(archive: Archive, directive: Directive, origin: str) -> Linked:
    name = directive_name(directive)
    day = directive.date.isoformat() if directive.date else None
    by = _body(archive, directive.issuer, origin) if directive.issuer else None
    source = directive.source.url if directive.source else None
    if _is_legislation(directive):
        return _known(
            {
                "@type": "Legislation",
                "name": name,
                "legislationIdentifier": directive.id,
                "legislationType": DOCUMENT_TYPES[directive.type].name,
                "legislationDate": day,
                "legislationPassedBy": by,
                "abstract": directive.title,
                "inLanguage": "vi",
                "sameAs": source,
            }
        )
    return _known(
        {
            "@type": "CreativeWork",
            "name": name,
            "identifier": directive.id,
            "additionalType": DOCUMENT_TYPES[directive.type].name,
            "datePublished": day,
            "publisher": by,
            "abstract": directive.title,
            "inLanguage": "vi",
            "sameAs": source,
        }
    )


def _is_legislation(directive: Directive) -> bool:
    """Whether the state issued it: its symbol has no slash (``NĐ-CP``), the Party's has (``CT/TW``)."""
    return directive.type in _LAWS or bool(directive.symbol and "/" not in directive.symbol)


def _cited(directive: Directive, origin: str) -> Linked:
    return {
        "@type": "Legislation" if _is_legislation(directive) else "CreativeWork",
        "name": directive_name(directive),
        "url": addresses.relative(origin, addresses.directive_address(directive.id)),
    }


def _body(archive: Archive, issuer: str, origin: str) -> Linked:
    return {
        "@type": "Organization",
        "name": archive.issuer(issuer).name,
        "url": addresses.relative(origin, addresses.issuer_address(issuer)),
    }


def _crumbs(page: Page) -> Linked | None:
    if not page.crumbs:
        return None
    steps = [(crumb.text, addresses.relative(page.address, crumb.address)) for crumb in page.crumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": link}
            for at, (name, link) in enumerate([*steps, (page.title, "./")], 1)
        ],
    }


def _days_of(quarter: Quarter) -> str:
    """``2023-07-01/2023-09-30``, as ISO 8601 writes a span of time."""
    return f"{quarter.first_day.isoformat()}/{quarter.last_day.isoformat()}"


def _known(facts: dict[str, Any]) -> Linked:
    return {key: value for key, value in facts.items() if value not in (None, [])}
