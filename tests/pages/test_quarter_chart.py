"""The chart of a directive: one column a quarter, none invented, none left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.archive import Archive
from build_tools.pages.quarter_chart import HEIGHT, MANY, TOP, quarter_chart
from build_tools.quarter import Quarter


def test_an_uncited_directive_has_no_chart(sample_archive):
    assert quarter_chart(sample_archive, {}) is None


@pytest.fixture(scope="module")
def chart(sample_archive):
    return quarter_chart(sample_archive, {Quarter(2022, 2): 4, Quarter(2023, 4): 1})


def test_every_quarter_of_the_archive_has_its_column(chart):
    assert [column.label for column in chart.columns] == [
        f"Quý {numeral}/{year}" for year in (2022, 2023) for numeral in ("I", "II", "III", "IV")
    ]
    assert [column.count for column in chart.columns] == [0, 4, 0, 0, 0, 0, 0, 1]


def test_bars_stand_on_the_base_and_the_longest_fills_the_height(chart):
    assert {column.y + column.height for column in chart.columns} == {TOP + HEIGHT}
    assert [column.height for column in chart.columns if column.count] == [HEIGHT, HEIGHT // 4]
    assert all(0 < column.middle < chart.width for column in chart.columns)


def test_only_quarters_that_cite_lead_somewhere(chart):
    assert [column.anchor for column in chart.columns if column.anchor] == ["2022-q2", "2023-q4"]


@pytest.mark.parametrize(
    ("counts", "summary"),
    [
        (
            {Quarter(2022, 2): 4, Quarter(2023, 4): 1},
            (
                "5 lần viện dẫn trong 2 quý; nhiều nhất quý II/2022 (4 lần); "
                "6 quý có báo cáo mà không viện dẫn."
            ),
        ),
        (
            {Quarter(2022, 2): 4, Quarter(2023, 4): 4},
            (
                "8 lần viện dẫn trong 2 quý; nhiều nhất quý II/2022, quý IV/2023 (4 lần); "
                "6 quý có báo cáo mà không viện dẫn."
            ),
        ),
        (
            {Quarter(2022, number): 1 for number in (1, 2, 3, 4)},
            "4 lần viện dẫn trong 4 quý; 4 quý có báo cáo mà không viện dẫn.",
        ),
        (
            {Quarter(2022, 2): 4},
            "4 lần viện dẫn, trong quý II/2022; 7 quý có báo cáo mà không viện dẫn.",
        ),
    ],
)
def test_one_sentence_says_it_all(sample_archive, counts, summary):
    assert quarter_chart(sample_archive, counts).summary == summary


def test_many_quarters_get_narrow_columns_and_gaps_are_no_zeros(sample_archive):
    first, *_, last = sample_archive.reports
    moved = [
        _in(first, Quarter(2014, 1)),
        _in(last, Quarter(2023, 4)),
    ]
    archive = Archive(sample_archive.registry, tuple(moved), {})
    chart = quarter_chart(archive, {Quarter(2014, 1): 2})
    assert len(chart.columns) == 40 > MANY
    assert chart.is_narrow
    assert [column.count for column in chart.columns] == [2, *[None] * 38, 0]
    assert chart.has_missing
    assert chart.summary.endswith("1 quý có báo cáo mà không viện dẫn; 38 quý kho chưa có báo cáo.")


def _in(report, quarter):
    return replace(report, metadata=replace(report.metadata, quarter=quarter))
