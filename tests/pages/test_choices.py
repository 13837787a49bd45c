"""The choice behind an ambiguous citation: documents that share a number, told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from build_tools.archive import Archive
from build_tools.pages.choices import choices, differences
from build_tools.pages.page import UNKNOWN

PAIR = ("nq-18-tw-2017", "nq-18-tw-2022")


@pytest.fixture
def pair_where(sample_archive):
    """The two resolutions 18-NQ/TW, with what a test says of each put in place."""

    def change(first: dict, second: dict) -> Archive:
        known = dict(sample_archive.registry.directives)
        for key, facts in zip(PAIR, (first, second), strict=True):
            known[key] = replace(known[key], **facts)
        registry = replace(sample_archive.registry, directives=known)
        return Archive(registry, sample_archive.reports, sample_archive.resolutions)

    return change


NOTHING = {"date": None, "year": None, "term": None}


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ({}, {}, ["ngày 25/10/2017", "ngày 16/6/2022"]),
        ({}, {"date": None, "year": 2022}, ["ngày 25/10/2017", "năm 2022"]),
        ({}, {"date": None}, ["ngày 25/10/2017", "khóa XIII"]),
        ({}, NOTHING, ["ngày 25/10/2017", "không rõ ngày"]),
        (
            {"date": date(2022, 6, 16), "issuer": None, "title": "đất đai"},
            {},
            ["ngày 16/6/2022, đất đai", "ngày 16/6/2022, Ban Chấp hành Trung ương Đảng"],
        ),
    ],
)
def test_each_document_is_called_by_what_sets_it_apart(pair_where, first, second, names):
    found = choices(pair_where(first, second), PAIR)
    assert [choice.name for choice in found] == [f"Nghị quyết số 18-NQ/TW, {n}" for n in names]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({}, {}, ("ngày ban hành", "nhiệm kỳ", "trích yếu")),
        ({"symbol": "NQ/TU"}, {}, ("ký hiệu", "ngày ban hành", "nhiệm kỳ", "trích yếu")),
        ({"issuer": "bo-chinh-tri"}, NOTHING, ("cơ quan ban hành", "trích yếu")),
        ({"title": None}, NOTHING, ()),
    ],
)
def test_only_what_is_known_of_both_is_a_difference(pair_where, first, second, told):
    assert differences(choices(pair_where(first, second), PAIR)) == told


def test_a_choice_tells_which_reports_surely_mean_it(sample_archive):
    first, second = choices(sample_archive, PAIR)
    assert first.count == len(sample_archive.backlinks["nq-18-tw-2017"])
    assert [report.text for report in first.reports] == [
        "Báo cáo số 102-BC/ĐUKCQ, Quý II/2023",
        "Báo cáo số 139-BC/ĐUKCQ, Quý IV/2023",
        "Báo cáo số 97-BC/ĐUKDN, Quý IV/2023",
    ]
    assert "2022/q2/35-bc-dukcq/" not in {
        report.address for report in (*first.reports, *second.reports)
    }


def test_a_document_nobody_surely_means_and_of_which_little_is_known_is_offered_too(pair_where):
    archive = pair_where({}, {**NOTHING, "issuer": None, "title": None})
    alone = Archive(archive.registry, (), {})
    _, bare = choices(alone, PAIR)
    assert (bare.issuer, bare.date, bare.term, bare.title) == (None, UNKNOWN, None, None)
    assert (bare.count, bare.reports) == (0, ())
