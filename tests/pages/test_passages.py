"""Where one stands in a report: how a place is cited, and the ways on from a section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.archive import Archive
from build_tools.model import Report, Section
from build_tools.pages.passages import (
    Beside,
    beside,
    citing_form,
    citing_place,
    limitation_links,
    same_area,
)

FULL = "2022/q2/35-bc-dukcq/"
SUMMARY = "2023/q3/118-bc-dukcq/"


@pytest.fixture
def report(sample_archive: Archive) -> Report:
    return sample_archive.by_address[FULL]


def section_of(report: Report, anchor: str) -> Section:
    return next(section for section in report.sections if section.anchor == anchor)


def before_of(archive: Archive, report: Report) -> Report:
    reports = archive.by_issuer[report.metadata.issuer]
    return reports[reports.index(report) - 1]


def test_a_report_is_cited_by_what_is_known(report):
    issuer = "Đảng ủy Khối các Cơ quan tỉnh Lam Hải"
    assert citing_form(report, issuer) == (
        "Báo cáo số 35-BC/ĐUKCQ, ngày 17/6/2022, quý II/2022, "
        "của Đảng ủy Khối các Cơ quan tỉnh Lam Hải"
    )
    undated = replace(report, metadata=replace(report.metadata, date=None, number=None))
    assert citing_form(undated, issuer) == (
        "Báo cáo không rõ số, quý II/2022, của Đảng ủy Khối các Cơ quan tỉnh Lam Hải"
    )


def test_a_summary_is_cited_as_one(sample_archive):
    assert citing_form(sample_archive.by_address[SUMMARY], "X").endswith(
        "của X, bản tóm tắt của kho"
    )


def test_a_place_is_cited_by_its_printed_numbers_or_its_words(report):
    assert citing_place(section_of(report, "i-4")) == "mục I.4"
    assert citing_place(section_of(report, "iii")) == "mục III"
    unnumbered = replace(section_of(report, "i-4"), number=None)
    assert citing_place(unnumbered) == "mục “Xây dựng tổ chức cơ sở đảng và đội ngũ đảng viên”"
    assert citing_place(replace(unnumbered, title="")) == "phần mở đầu"


def test_every_limitation_is_listed_with_its_section_and_told_from_its_neighbour(report):
    links = limitation_links(report)
    assert [link.address.rpartition("#")[2].rpartition("-")[0] for link in links] == [
        f"i-{number}" for number in range(1, 8)
    ]
    assert links[3].text == "I.4. Xây dựng tổ chức cơ sở đảng và đội ngũ đảng viên"
    section = section_of(report, "i-4")
    twice = replace(section, passages=(*section.passages, section.limitations[0]))
    words = [link.text[-4:] for link in limitation_links(replace(report, sections=(twice,)))]
    assert words == [" (1)", " (2)"]


def test_results_lead_to_results_and_the_programme_to_the_programme(sample_archive, report):
    before = before_of(sample_archive, report)
    for part in ("i", "iii"):
        link = same_area(report, section_of(report, f"{part}-1"), before)
        assert link is not None
        assert link.text == "Quý I/2022"
        assert section_of(before, link.address.rpartition("#")[2]).part == part


def test_where_parts_are_numbered_otherwise_the_turn_decides(sample_archive, report):
    before = before_of(sample_archive, report)
    renumbered = tuple(replace(one, part=f"x-{one.part}") for one in before.sections)
    link = same_area(report, section_of(report, "iii-1"), replace(before, sections=renumbered))
    assert link is not None
    assert link.address.endswith("#iii-1")
    only_results = tuple(one for one in renumbered if one.part != "x-iii")
    fewer = replace(before, sections=only_results)
    assert same_area(report, section_of(report, "iii-1"), fewer) is None


def test_a_section_without_area_or_neighbour_leads_nowhere(sample_archive, report):
    assert same_area(report, section_of(report, "ii-1"), before_of(sample_archive, report)) is None
    assert beside(report, section_of(report, "ii-1"), None, None) == Beside()


def test_limitations_lead_to_each_other_from_the_first_to_the_last(report):
    ways = {n: beside(report, section_of(report, f"i-{n}"), None, None) for n in (1, 4, 7)}
    assert ways[1].limitation_before is None
    assert ways[4].limitation_before
    assert ways[4].limitation_before.text == "mục I.3"
    assert ways[4].limitation_after
    assert ways[4].limitation_after.address.startswith(f"{FULL}#i-5-p")
    assert ways[7].limitation_after is None
