"""What pages tell search engines and catalogues: only what is known, in valid JSON-LD."""

from __future__ import annotations

import json
from typing import Any

import pytest

from build_tools.archive import Archive
from build_tools.model import Edition
from build_tools.pages.every import every_page
from build_tools.pages.page import Page, PageKind


def pages_of(archive: Archive, kind: PageKind) -> list[Page]:
    return [one for one in every_page(archive) if isinstance(one, Page) and one.kind is kind]


def about(page: Page) -> dict[str, Any]:
    assert page.linked is not None
    assert page.linked["@context"] == "https://schema.org"
    return page.linked["@graph"][0]


def test_a_summary_is_an_article_about_the_report(real_archive: Archive) -> None:
    article = about(pages_of(real_archive, PageKind.REPORT)[0])
    assert article["@type"] == "Article"
    assert article["about"]["@type"] == "Report"
    assert article["about"]["reportNumber"] == "170-BC/ĐUK"
    assert article["about"]["temporalCoverage"] == "2023-07-01/2023-09-30"


def test_an_unknown_day_has_no_key(real_archive: Archive) -> None:
    assert "datePublished" not in about(pages_of(real_archive, PageKind.REPORT)[0])["about"]


def test_a_full_report_is_a_report_and_names_what_it_cites(sample_archive: Archive) -> None:
    full = next(
        page
        for page in pages_of(sample_archive, PageKind.REPORT)
        if sample_archive.by_address[page.address].metadata.edition is Edition.FULL
    )
    report = about(full)
    cited = {
        resolution.id
        for resolution in sample_archive.resolutions[sample_archive.by_address[full.address].key]
    }
    assert report["@type"] == "Report"
    assert len(report["citation"]) == len(cited)
    assert all(one["url"].startswith("../../../van-ban/") for one in report["citation"])


def test_laws_are_legislation_and_party_papers_are_not(sample_archive: Archive) -> None:
    kinds = {
        sample_archive.directives[page.address.split("/")[1]].type: about(page)["@type"]
        for page in pages_of(sample_archive, PageKind.DIRECTIVE)
    }
    assert kinds["chi-thi"] == "CreativeWork"
    assert kinds["nghi-dinh"] == kinds["luat"] == "Legislation"


def test_every_page_but_home_tells_the_way_to_it(sample_archive: Archive) -> None:
    for page in every_page(sample_archive):
        if not isinstance(page, Page) or page.kind in {PageKind.MOVED, PageKind.HOME}:
            continue
        assert page.linked is not None, page.address
        steps = page.linked["@graph"][-1]["itemListElement"]
        assert steps[0]["name"] == "Trang chủ"
        assert steps[-1] == {
            "@type": "ListItem", "position": len(steps), "name": page.title, "item": "./",
        }  # fmt: skip


@pytest.mark.parametrize("kind", list(PageKind))
def test_a_page_that_leads_elsewhere_says_nothing_of_itself(
    real_archive: Archive, kind: PageKind
) -> None:
    pages = pages_of(real_archive, kind)
    assert [page.linked is None for page in pages] == [kind is PageKind.MOVED] * len(pages)


def test_the_block_in_the_page_is_what_was_made(real_site: object, real_archive: Archive) -> None:
    page = pages_of(real_archive, PageKind.REPORT)[0]
    text = (real_site / page.address / "index.html").read_text("utf-8")  # type: ignore[operator]
    start = text.index('<script type="application/ld+json">')
    block = text[text.index(">", start) + 1 : text.index("</script>", start)]
    assert json.loads(block) == page.linked
