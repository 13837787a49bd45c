"""Which pages there are, where they stand, and that their links lead somewhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from build_tools.archive import Archive
from build_tools.pages.every import every_page
from build_tools.pages.page import Link, Page, PageKind, TextFile

ARCHIVES = ["real_archive", "sample_archive"]
FINISHED_MARKUP = {"SectionView.heading", "SectionView.body", "FootnoteView.body"}


@pytest.fixture(params=ARCHIVES)
def archive(request) -> Archive:
    return request.getfixturevalue(request.param)


@pytest.fixture
def made(archive) -> list[Page | TextFile]:
    return list(every_page(archive))


@pytest.fixture
def pages(made) -> dict[str, Page]:
    return {thing.address: thing for thing in made if isinstance(thing, Page)}


def values(view: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of a view with the name of the field it stands in."""
    if dataclasses.is_dataclass(view):
        for field in dataclasses.fields(view):
            inner = getattr(view, field.name)
            yield from values(inner, f"{type(view).__name__}.{field.name}")
    elif isinstance(view, tuple):
        for item in view:
            yield from values(item, name)
    else:
        yield name, view


def links(view: Any) -> Iterator[str]:
    """Every address a view leads to."""
    for name, value in values(view):
        if name.endswith(".address") and isinstance(value, str):
            yield value


def test_no_two_pages_or_files_share_an_address(made):
    addresses = [thing.address for thing in made]
    assert len(addresses) == len(set(addresses))


def test_every_address_of_the_design_exists(archive, pages):
    asked = {"": PageKind.HOME, "van-ban/": PageKind.DIRECTIVES, "co-quan/": PageKind.ISSUERS,
             "linh-vuc/": PageKind.AREAS, "tim-kiem/": PageKind.SEARCH, "du-lieu/": PageKind.EXPORTS,
             "van-ban/nhan-ra/": PageKind.RECOGNITION}  # fmt: skip
    for report in archive.reports:
        quarter = report.metadata.quarter
        asked[f"{quarter.year}/"] = PageKind.YEAR
        asked[f"{quarter.year}/q{quarter.number}/"] = PageKind.QUARTER
        asked[f"{report.key}/"] = PageKind.REPORT
    asked |= {f"van-ban/{key}/": PageKind.DIRECTIVE for key in archive.directives}
    asked |= {f"co-quan/{key}/": PageKind.ISSUER for key in archive.registry.issuers}
    asked |= {f"linh-vuc/{area.id}/": PageKind.AREA for area in archive.registry.areas}
    asked |= {redirect.origin: PageKind.MOVED for redirect in archive.redirects}
    assert {address: page.kind for address, page in pages.items()} == asked


def test_the_data_and_the_feed_stand_where_the_design_fixed_them(made):
    files = {thing.address for thing in made if isinstance(thing, TextFile)}
    files = {address for address in files if not address.startswith("cite/")}
    tables = ("bao-cao", "van-ban", "vien-dan")
    assert files == {f"du-lieu/{name}.{end}" for name in tables for end in ("json", "csv")} | {
        "feed.xml"
    }


def test_every_link_of_a_view_leads_to_a_page_and_an_anchor_that_exist(archive, made, pages):
    anchors = {
        report.address: {p.anchor for s in report.sections for p in s.passages}
        | {note.anchor for note in report.footnotes}
        for report in archive.reports
    }
    there = {thing.address for thing in made}
    broken = []
    for page in pages.values():
        for address in [*links(page.view), *links(page.crumbs)]:
            target, _, fragment = address.partition("#")
            if target not in there or (fragment and fragment not in anchors.get(target, ())):
                broken.append((page.address, address))
    assert broken == []


def test_no_view_holds_markup_except_a_report_s_own_words(pages):
    found = [
        (page.address, name, value)
        for page in pages.values()
        for name, value in values(page.view)
        if isinstance(value, str)
        and name not in FINISHED_MARKUP
        and ("</" in value or "<a " in value)
    ]
    assert found == []


def test_no_view_holds_unfinished_markup_or_dictionaries(pages):
    kinds = {type(value).__name__ for page in pages.values() for _, value in values(page.view)}
    assert kinds <= {"str", "int", "bool", "NoneType", "date"}


def test_every_page_has_a_title_a_description_and_crumbs_that_begin_at_home(pages):
    for page in pages.values():
        assert page.title.strip(), page.address
        assert page.description.strip(), page.address
        if page.kind not in {PageKind.HOME, PageKind.MOVED}:
            assert page.crumbs[0] == Link("Trang chủ", "")


def test_a_page_that_moved_names_its_new_address(archive, pages):
    for redirect in archive.redirects:
        assert pages[redirect.origin].view == Link("địa chỉ mới", redirect.target)


def test_making_the_pages_twice_gives_the_same_pages(archive, made):
    assert list(every_page(archive)) == made
