"""The page of one report."""

from __future__ import annotations

import re
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.archive import Archive
from build_tools.pages.page import UNKNOWN, Page
from build_tools.pages.reports import ReportView, report_pages

ARCHIVES = ["real_archive", "sample_archive"]


def pages_of(archive: Archive) -> dict[str, Page]:
    return {page.address: page for page in report_pages(archive)}


@pytest.fixture(scope="module")
def sample_pages(sample_archive) -> dict[str, Page]:
    return pages_of(sample_archive)


@pytest.fixture(scope="module")
def real_view(real_archive) -> ReportView:
    return pages_of(real_archive)["2023/q3/170-bc-duk/"].view


def whole(view: ReportView) -> str:
    sections = "".join(section.heading + section.body for section in view.sections)
    return sections + "".join(note.body for note in view.footnotes)


def test_what_nobody_knows_reads_so(real_view):
    assert (real_view.date, real_view.place, real_view.approval) == (UNKNOWN, UNKNOWN, None)
    assert UNKNOWN == "không rõ"


def test_what_is_known_reads_as_printed(sample_pages):
    view = sample_pages["2023/q3/118-bc-dukcq/"].view
    assert (view.number, view.date, view.place) == ("118-BC/ĐUKCQ", "18/9/2023", "Lam Hải")
    assert view.parent == "Tỉnh ủy Lam Hải"
    assert (view.signed.position, view.signed.name) == ("PHÓ BÍ THƯ", "Nguyễn Văn Mẫu")


def test_a_report_without_signature_or_recipients_shows_none(sample_pages):
    assert sample_pages["2022/q4/47-bc-dukdn/"].view.signed is None
    assert sample_pages["2022/q3/51-bc-dukcq/"].view.recipients == ()


def test_a_summary_says_that_it_is_one_and_a_whole_text_who_allowed_it(sample_pages):
    summary = sample_pages["2023/q3/118-bc-dukcq/"].view
    full = sample_pages["2022/q2/35-bc-dukcq/"].view
    assert (summary.is_summary, summary.approval) == (True, None)
    assert full.is_summary is False
    assert re.search(r", ngày \d\d?/\d\d?/\d{4}$", full.approval)


def test_neighbours_are_the_same_issuer_s_reports_over_a_skipped_quarter(sample_pages):
    view = sample_pages["2022/q4/47-bc-dukdn/"].view
    assert view.previous.address == "2022/q2/21-bc-dukdn/"
    assert view.previous.text == "Báo cáo số 21-BC/ĐUKDN, Quý II/2022"
    assert view.following.address == "2023/q1/56-bc-dukdn/"


def test_the_first_and_the_last_report_have_one_neighbour(sample_pages):
    assert sample_pages["2022/q1/08-bc-dukdn/"].view.previous is None
    assert sample_pages["2023/q4/139-bc-dukcq/"].view.following is None


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_citation_is_a_link_to_its_directive(name, request):
    archive: Archive = request.getfixturevalue(name)
    for report in archive.reports:
        tree = LexborHTMLParser(whole(pages_of(archive)[report.address].view))
        linked = [(node.attributes["href"], node.text()) for node in tree.css("a.cite")]
        expected = [
            (f"../../../van-ban/{resolution.id}/", citation.mention.surface)
            for citation, resolution in zip(
                report.citations, archive.resolutions[report.key], strict=True
            )
        ]
        assert linked == expected


def test_a_citation_shows_whether_its_directive_is_known(sample_archive, sample_pages):
    report = next(r for r in sample_archive.reports if r.key == "2022/q2/35-bc-dukcq")
    tree = LexborHTMLParser(whole(sample_pages[report.address].view))
    for node, resolution in zip(
        tree.css("a.cite"), sample_archive.resolutions[report.key], strict=True
    ):
        classes = (node.attributes["class"] or "").split()
        assert ("cite-ambiguous" in classes) is resolution.is_ambiguous
        known = sample_archive.is_registered(resolution.id) or resolution.is_ambiguous
        assert ("cite-unregistered" in classes) is not known


@pytest.mark.parametrize("name", ARCHIVES)
def test_what_is_printed_reads_as_what_was_written(name, request):
    archive: Archive = request.getfixturevalue(name)
    for report in archive.reports:
        view = pages_of(archive)[report.address].view
        for section, shown in zip(report.sections, view.sections, strict=True):
            tree = LexborHTMLParser(re.sub(r"<sup class.*?</sup>", "", shown.body))
            printed = " ".join(tree.body.text(separator=" ").split()) if tree.body else ""
            written = " ".join(section.text.split())
            assert _without_blanks(printed) == _without_blanks(written)


def _without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", unescape(text))


@pytest.mark.parametrize("name", ARCHIVES)
def test_marks_and_notes_lead_to_each_other(name, request):
    archive: Archive = request.getfixturevalue(name)
    for page in report_pages(archive):
        tree = LexborHTMLParser(whole(page.view))
        marks = {n.attributes["id"]: n for n in tree.css("sup.noteref")}
        notes = {note.anchor: note for note in page.view.footnotes}
        assert {mark for note in notes.values() for mark in note.marks} == set(marks)
        for anchor, mark in marks.items():
            link = mark.css_first("a")
            assert link is not None
            target = (link.attributes["href"] or "").removeprefix("#")
            assert anchor in notes[target].marks


@pytest.mark.parametrize("name", ARCHIVES)
def test_limitations_are_marked_where_they_stand(name, request):
    archive: Archive = request.getfixturevalue(name)
    count = 0
    for page in report_pages(archive):
        for section in page.view.sections:
            tree = LexborHTMLParser(section.body)
            marked = [node.attributes["id"] for node in tree.css("p.limitation")]
            assert tuple(marked) == section.limitations
            count += len(marked)
    assert count >= 7


def test_the_directives_of_a_report_come_by_number_of_citations(real_view):
    counts = [item.count for item in real_view.directives]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == real_view.citations
    assert real_view.directives[0].name == "Chỉ thị số 05-CT/TW"
