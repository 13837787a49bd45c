"""Years, quarters, the grid on the home page, areas of work, issuers, filters."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.archive import Archive
from build_tools.gathering import read_archive
from build_tools.pages.every import every_page
from build_tools.pages.grid import grid_cells
from build_tools.pages.page import Page
from build_tools.problems import Problems

VALID = Path(__file__).resolve().parent.parent / "sites" / "valid"


def views(archive: Archive) -> dict[str, object]:
    return {thing.address: thing.view for thing in every_page(archive) if isinstance(thing, Page)}


@pytest.fixture(scope="module")
def sample_views(sample_archive):
    return views(sample_archive)


@pytest.fixture(scope="module")
def gap_views():
    folder = VALID / "gap-between-quarters" / "content"
    return views(read_archive(folder, Path("content"), Problems()))


def test_the_grid_shows_each_quarter_with_its_reports_and_its_gaps(sample_archive):
    cells = [cell for year in (2022, 2023) for cell in grid_cells(sample_archive, year)]
    assert [(cell.label, cell.address, cell.count, cell.missing) for cell in cells] == [
        ("Quý I/2022", "2022/q1/", 2, ()),
        ("Quý II/2022", "2022/q2/", 2, ()),
        ("Quý III/2022", "2022/q3/", 1, ("Đảng ủy Khối Doanh nghiệp tỉnh Lam Hải",)),
        ("Quý IV/2022", "2022/q4/", 2, ()),
        ("Quý I/2023", "2023/q1/", 1, ("Đảng ủy Khối các Cơ quan tỉnh Lam Hải",)),
        ("Quý II/2023", "2023/q2/", 2, ()),
        ("Quý III/2023", "2023/q3/", 2, ()),
        ("Quý IV/2023", "2023/q4/", 2, ()),
    ]


def test_a_quarter_without_reports_is_in_the_grid_but_leads_nowhere(gap_views):
    cells = gap_views["2022/"].quarters
    assert [quarter.cell.address for quarter in cells] == [None, None, None, "2022/q4/"]
    assert [len(quarter.reports) for quarter in cells] == [0, 0, 0, 1]


def test_the_home_page_shows_the_latest_quarter_and_years_from_the_latest_down(sample_views):
    view = sample_views[""]
    assert view.latest.address == "2023/q4/"
    assert [report.name for report in view.latest_reports] == [
        "Báo cáo số 139-BC/ĐUKCQ",
        "Báo cáo số 97-BC/ĐUKDN",
    ]
    assert [row.year for row in view.grid] == [2023, 2022]
    assert view.reports == 14


def test_the_home_page_shows_what_is_cited_most_first(sample_views):
    counts = [item.count for item in sample_views[""].cited_most]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 8


def test_a_quarter_leads_to_its_neighbours_and_counts_the_quarters_between(gap_views):
    first, second = gap_views["2022/q4/"], gap_views["2023/q1/"]
    assert first.previous is None
    assert (first.following.address, first.skipped_after) == ("2023/q1/", 0)
    assert (second.previous.address, second.skipped_before) == ("2022/q4/", 0)


def test_skipped_quarters_are_counted_across_the_turn_of_the_year(tmp_path):
    source = VALID / "gap-between-quarters" / "content"
    for file in source.rglob("*.*"):
        target = tmp_path / file.relative_to(source)
        if "2023/q1" not in file.as_posix():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    found = views(read_archive(tmp_path, Path("content"), Problems()))
    assert found["2022/q4/"].skipped_after == 1
    assert found["2023/q2/"].skipped_before == 1
    assert found["2023/q2/"].previous.address == "2022/q4/"


def test_years_lead_to_each_other(sample_views):
    assert (sample_views["2022/"].previous, sample_views["2023/"].following) == (None, None)
    assert sample_views["2022/"].following.address == "2023/"
    assert sample_views["2023/"].previous.address == "2022/"


def test_a_quarter_page_names_who_is_missing(sample_views):
    assert sample_views["2022/q3/"].missing == ("Đảng ủy Khối Doanh nghiệp tỉnh Lam Hải",)
    assert sample_views["2022/q4/"].missing == ()


def test_a_report_of_unknown_date_reads_so_in_lists(sample_views):
    (report,) = sample_views["2022/q3/"].reports
    assert report.date == "không rõ"


def test_an_area_is_followed_from_the_latest_quarter_back(sample_views):
    view = sample_views["linh-vuc/chinh-tri/"]
    assert [quarter.quarter.text for quarter in view.quarters][:2] == [
        "Quý IV/2023",
        "Quý III/2023",
    ]
    assert len(view.others) == 6
    sections = [entry.section.address for quarter in view.quarters for entry in quarter.entries]
    assert len(sections) == len(set(sections)) == 27


def test_a_quarter_counts_the_citations_of_each_area_and_loses_none(sample_views, sample_archive):
    view = sample_views["2023/q4/"]
    rows = [(row.area.text, row.bar.count, row.bar.share) for row in view.areas]
    assert rows[0] == ("Nhiệm vụ chính trị", 3, 12)
    assert max(share for _, _, share in rows) == 100
    reports = [r for r in sample_archive.reports if str(r.metadata.quarter) == "2023-Q4"]
    elsewhere = view.elsewhere.count if view.elsewhere else 0
    assert sum(count for _, count, _ in rows) + elsewhere == sum(len(r.citations) for r in reports)


def test_an_area_leads_to_its_sections_report_by_report(sample_views):
    treated = sample_views["2023/q4/"].areas[0].treated
    assert [(one.number, [link.text for link in one.sections]) for one in treated] == [
        ("139-BC/ĐUKCQ", ["mục I.1", "mục III.1"]),
        ("97-BC/ĐUKDN", ["mục I.1", "mục III.1"]),
    ]


def test_the_home_page_counts_citations_by_quarter_where_there_are_quarters_to_compare(
    sample_views, real_archive
):
    chart = sample_views[""].chart
    assert sum(column.count for column in chart.columns) == sample_views[""].citations
    assert [column.page for column in chart.columns][:2] == ["2022/q1/", "2022/q2/"]
    assert len(real_archive.quarters) > 1 or views(real_archive)[""].chart is None


def test_the_index_of_areas_counts_sections_and_limitations(real_archive):
    items = views(real_archive)["linh-vuc/"].items
    assert [(item.link.text, item.sections, item.limitations) for item in items] == [
        ("Nhiệm vụ chính trị", 2, 1),
        ("Giáo dục chính trị, tư tưởng", 2, 1),
        ("Nghị quyết Trung ương 4 và Chỉ thị 05", 2, 1),
        ("Tổ chức cơ sở đảng và đảng viên", 2, 1),
        ("Tổ chức cán bộ và bảo vệ chính trị nội bộ", 2, 1),
        ("Kiểm tra, giám sát, kỷ luật", 2, 1),
        ("Dân vận và đoàn thể", 2, 1),
    ]


@pytest.mark.parametrize(
    ("issuer", "predecessors", "successors", "lifetime"),
    [
        ("duk-co-quan-lam-hai", 2, 1, "01/4/2008 – 29/02/2024"),
        ("duk-lam-hai", 2, None, "từ 01/3/2024"),
        ("duk-kinh-te-lam-hai", 0, 2, "15/7/1996 – 31/3/2008"),
        ("tinh-uy-lam-hai", None, None, None),
    ],
)
def test_an_issuer_shows_whom_it_followed_and_tells_none_from_unknown(
    sample_views, issuer, predecessors, successors, lifetime
):
    view = sample_views[f"co-quan/{issuer}/"]
    counted = [None if ids is None else len(ids) for ids in (view.predecessors, view.successors)]
    assert counted == [predecessors, successors]
    assert view.lifetime == lifetime


def test_the_index_of_issuers_puts_those_with_reports_first(sample_views):
    view = sample_views["co-quan/"]
    assert [item.reports for item in view.reporting] == [7, 7]
    assert all(item.reports == 0 for item in view.others)
    assert len(view.reporting) + len(view.others) == 15


def test_the_search_page_offers_the_years_and_issuers_there_are(sample_views):
    view = sample_views["tim-kiem/"]
    assert [option.value for option in view.years] == ["2023", "2022"]
    assert [option.label for option in view.quarters] == ["Quý I", "Quý II", "Quý III", "Quý IV"]
    assert len(view.issuers) == 2
