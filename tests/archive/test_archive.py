"""The archive in memory: what connects the reports, and what is honestly missing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from build_tools.archive import Archive, Redirect
from build_tools.gathering import read_archive
from build_tools.identifiers import DirectiveId
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.quarter import Quarter

VALID = Path(__file__).resolve().parent.parent / "sites" / "valid"


def valid(name: str) -> Archive:
    problems = Problems()
    archive = read_archive(VALID / name / "content", Path("content"), problems)
    assert problems.errors == 0, text_report(problems)
    return archive


def test_reports_stand_in_order_of_quarter_then_issuer(sample_archive):
    order = [(r.metadata.quarter, r.metadata.issuer) for r in sample_archive.reports]
    assert order == sorted(order)
    assert len(order) == 14


def test_the_sample_holds_eight_quarters_in_a_row(sample_archive):
    assert all(earlier.next == later for earlier, later in pairwise(sample_archive.quarters))
    assert len(sample_archive.quarters) == 8


def test_a_quarter_is_a_gap_for_an_issuer_that_reported_before_and_after(sample_archive):
    gaps = {str(q): [i.id for i in sample_archive.gaps(q)] for q in sample_archive.quarters}
    assert {quarter: issuers for quarter, issuers in gaps.items() if issuers} == {
        "2022-Q3": ["duk-doanh-nghiep-lam-hai"],
        "2023-Q1": ["duk-co-quan-lam-hai"],
    }


def test_a_quarter_without_any_report_is_a_gap_too():
    archive = valid("gap-between-quarters")
    assert [i.id for i in archive.gaps(Quarter(2023, 1))] == ["duk"]
    assert archive.gaps(Quarter(2022, 3)) == ()
    assert archive.gaps(Quarter(2023, 4)) == ()


def test_an_issuer_with_one_report_has_no_gaps():
    archive = valid("gap-between-quarters")
    found = [issuer.id for quarter in archive.quarters for issuer in archive.gaps(quarter)]
    assert "tinh-uy" not in found


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_every_citation_has_exactly_one_resolution_and_one_backlink(name, request):
    archive: Archive = request.getfixturevalue(name)
    citations = sum(len(report.citations) for report in archive.reports)
    assert citations > 0
    assert sum(map(len, archive.resolutions.values())) == citations
    assert sum(map(len, archive.backlinks.values())) == citations
    for directive_id, links in archive.backlinks.items():
        for link in links:
            assert link.resolution.id == directive_id
            assert link.citation in link.report.citations


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_every_directive_that_is_cited_or_may_be_meant_has_a_place(name, request):
    archive: Archive = request.getfixturevalue(name)
    meant = {
        key
        for resolutions in archive.resolutions.values()
        for resolution in resolutions
        for key in (resolution.id, *resolution.candidates)
    }
    assert meant <= archive.directives.keys()
    assert list(archive.directives) == sorted(archive.directives)


def test_backlinks_come_in_order_of_time(sample_archive):
    for links in sample_archive.backlinks.values():
        quarters = [link.report.metadata.quarter for link in links]
        assert quarters == sorted(quarters)


def test_a_directive_nobody_registered_knows_only_what_the_reports_say(sample_archive):
    directive = sample_archive.directives["nd-38-cp-2022"]
    assert not sample_archive.is_registered(directive.id)
    assert (directive.type, directive.number, directive.symbol) == ("nghi-dinh", 38, "NĐ-CP")
    assert (directive.year, directive.source, directive.note) == (2022, None, None)


def test_every_bare_id_leads_to_the_only_document_it_can_mean():
    archive = valid("directives-that-share-a-number")
    assert Redirect("van-ban/ct-05-tw/", "van-ban/ct-05-tw-2016/") in archive.redirects


def test_an_old_id_leads_to_the_document():
    archive = valid("directives-that-share-a-number")
    assert Redirect("van-ban/ct-05-tw-k12/", "van-ban/ct-05-tw-2016/") in archive.redirects


def test_a_bare_id_that_two_documents_share_leads_nowhere():
    archive = valid("directives-that-share-a-number")
    assert "van-ban/qd-132-tw/" not in {redirect.origin for redirect in archive.redirects}


def test_an_ambiguous_citation_stays_on_the_bare_id_and_names_its_candidates():
    archive = valid("directives-that-share-a-number")
    (resolutions,) = archive.resolutions.values()
    assert [(r.id, r.candidates) for r in resolutions] == [
        ("qd-132-tw", ("qd-132-tw-2018", "qd-132-tw-2022")),
        ("qd-69-tw", ()),
        ("ct-05-tw-2016", ()),
    ]


def test_old_addresses_of_a_report_lead_to_it():
    origins = [
        r.origin for r in valid("moved-report").redirects if r.target == "2023/q3/12-bc-duk/"
    ]
    assert origins == ["2023/q4/12-bc-duk/", "bao-cao/12/"]


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_redirects_lead_from_free_addresses_to_pages_in_one_step(name, request):
    archive: Archive = request.getfixturevalue(name)
    origins = [redirect.origin for redirect in archive.redirects]
    pages = {f"van-ban/{key}/" for key in archive.directives} | {r.address for r in archive.reports}
    assert len(origins) == len(set(origins))
    assert not set(origins) & pages
    assert {redirect.target for redirect in archive.redirects} <= pages


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_every_id_in_the_archive_is_one_that_reads_back(name, request):
    archive: Archive = request.getfixturevalue(name)
    assert [key for key in archive.directives if str(DirectiveId.parse(key)) != key] == []


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_no_report_cites_itself(name, request):
    archive: Archive = request.getfixturevalue(name)
    own = {(r.key, r.metadata.number) for r in archive.reports}
    cited = {
        (report.key, citation.mention.surface.split()[-1])
        for report in archive.reports
        for citation in report.citations
        if citation.mention.type == "bao-cao"
    }
    assert not own & cited


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_every_anchor_of_a_report_is_its_own(name, request):
    archive: Archive = request.getfixturevalue(name)
    for report in archive.reports:
        sections = [section.anchor for section in report.sections]
        passages = {
            passage.anchor
            for section in report.sections
            for passage in section.passages
            if passage.kind != "heading"
        }
        notes = [note.anchor for note in report.footnotes]
        marks = [mark for note in report.footnotes for mark in note.marks]
        whole = [*sections, *passages, *notes, *marks]
        assert len(whole) == len(set(whole)), report.key


@pytest.mark.parametrize("name", ["real_archive", "sample_archive"])
def test_every_citation_stands_at_an_anchor_of_its_report(name, request):
    archive: Archive = request.getfixturevalue(name)
    for report in archive.reports:
        anchors = {p.anchor for s in report.sections for p in s.passages}
        notes = {note.anchor for note in report.footnotes}
        sections = {section.anchor for section in report.sections}
        for citation in report.citations:
            assert citation.anchor in anchors | notes
            assert citation.section in sections
            mention = citation.mention
            assert citation.passage.text[mention.start : mention.end] == mention.surface


def test_a_file_read_twice_gives_equal_archives(sample, sample_archive):
    again = read_archive(sample, Path("content"), Problems())
    assert again.reports == sample_archive.reports
    assert again.resolutions == sample_archive.resolutions


def test_the_folder_may_be_a_link_to_the_content(sample, sample_archive, tmp_path):
    link = tmp_path / "noi-dung"
    link.symlink_to(sample, target_is_directory=True)
    problems = Problems()
    archive = read_archive(link, Path("content"), problems)
    assert problems.errors == 0, text_report(problems)
    assert len(archive.reports) == len(sample_archive.reports)
