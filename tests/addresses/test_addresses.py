"""Addresses that never change, and the links between them."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

import pytest

from build_tools import addresses
from build_tools.quarter import Quarter

SITE = "https://kho.example/duoi/"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.HOME, ""),
        (addresses.year_address(2023), "2023/"),
        (addresses.quarter_address(Quarter(2023, 3)), "2023/q3/"),
        (addresses.report_address(Quarter(2023, 3), "170-bc-duk"), "2023/q3/170-bc-duk/"),
        (addresses.DIRECTIVES, "van-ban/"),
        (addresses.directive_address("ct-05-tw-2016"), "van-ban/ct-05-tw-2016/"),
        (addresses.ISSUERS, "co-quan/"),
        (addresses.issuer_address("duk-kien-giang"), "co-quan/duk-kien-giang/"),
        (addresses.AREAS, "linh-vuc/"),
        (addresses.area_address("chinh-tri"), "linh-vuc/chinh-tri/"),
        (addresses.SEARCH, "tim-kiem/"),
        (addresses.EXPORTS, "du-lieu/"),
        (addresses.FEED, "feed.xml"),
        (addresses.OPENING, "dau"),
        (addresses.SIGNATURE, "noi-nhan"),
    ],
)
def test_addresses_stand_where_the_design_fixed_them(address, expected):
    assert address == expected


PLACES = ["", "2023/", "2023/q3/", "2023/q3/170-bc-duk/", "van-ban/", "van-ban/ct-05-tw/", "feed.xml",
          "du-lieu/bao-cao.json"]  # fmt: skip


@pytest.mark.parametrize("origin", PLACES)
@pytest.mark.parametrize("target", [*PLACES, "2023/q3/170-bc-duk/#fn-16", "van-ban/ct-05-tw/#x"])
def test_a_browser_that_follows_a_relative_link_arrives(origin, target):
    link = addresses.relative(origin, target)
    assert urljoin(SITE + origin, link) == SITE + target
    assert not link.startswith("/")


def test_a_link_within_one_page_is_its_fragment_alone():
    link = addresses.relative("2023/q3/170-bc-duk/", "2023/q3/170-bc-duk/#fn-16")
    assert link == "#fn-16"
    assert urldefrag(link).url == ""


@pytest.mark.parametrize("text", ["2023-Q1", "2023-Q4", "1999-Q2"])
def test_a_quarter_reads_back_as_written(text):
    assert str(Quarter.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["2023-Q5", "2023-Q0", "2023-q3", "23-Q3", "2023Q3", "2023-Q33", "", "quý III/2023"]
)
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(ValueError, match="not a quarter"):
        Quarter.parse(text)


@pytest.mark.parametrize(
    ("quarter", "label", "following", "last_day"),
    [
        (Quarter(2023, 1), "quý I/2023", Quarter(2023, 2), "2023-03-31"),
        (Quarter(2023, 2), "quý II/2023", Quarter(2023, 3), "2023-06-30"),
        (Quarter(2023, 3), "quý III/2023", Quarter(2023, 4), "2023-09-30"),
        (Quarter(2023, 4), "quý IV/2023", Quarter(2024, 1), "2023-12-31"),
    ],
)
def test_a_quarter_knows_its_name_its_follower_and_its_end(quarter, label, following, last_day):
    assert quarter.label == label
    assert quarter.next == following
    assert quarter.last_day.isoformat() == last_day


def test_quarters_sort_by_time():
    quarters = [Quarter(2023, 4), Quarter(2024, 1), Quarter(2023, 1)]
    assert sorted(quarters) == [Quarter(2023, 1), Quarter(2023, 4), Quarter(2024, 1)]
