"""The page of one report."""

from __future__ import annotations

import re
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.archive import Archive
from build_tools.model import Resolution
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


def test_ears_are_told_what_the_underline_tells_the_eye(sample_pages):
    tree = LexborHTMLParser(whole(sample_pages["2022/q2/35-bc-dukcq/"].view))
    for node in tree.css("a.cite"):
        said = {
            "cite": None,
            "cite cite-ambiguous": f"{node.text()} (chưa rõ là văn bản nào)",
            "cite cite-unregistered": f"{node.text()} (chưa có trong danh mục)",
        }
        assert node.attributes.get("aria-label") == said[node.attributes["class"]]


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_citation_finds_the_entry_its_card_is_made_from(name, request):
    archive: Archive = request.getfixturevalue(name)
    for report in archive.reports:
        view = pages_of(archive)[report.address].view
        entries = {entry.key: entry for entry in view.directives}
        assert len(entries) == len(view.directives)
        assert view.documents == len({entry.address for entry in view.directives})
        nodes = LexborHTMLParser(whole(view)).css("a.cite")
        for node, resolution in zip(nodes, archive.resolutions[report.key], strict=True):
            key = node.attributes.get("data-entry") or node.attributes["href"].split("/")[-2]
            entry = entries[key]
            assert entry.address == f"van-ban/{resolution.id}/"
            assert [choice.address for choice in entry.choices] == [
                f"van-ban/{candidate}/" for candidate in resolution.candidates
            ]


def test_one_bare_id_that_means_different_things_has_an_entry_for_each(sample_archive):
    report = next(r for r in sample_archive.reports if r.key == "2022/q2/35-bc-dukcq")
    found = list(sample_archive.resolutions[report.key])
    at = next(i for i, resolution in enumerate(found) if resolution.is_ambiguous)
    found[at] = Resolution("nq-18-tw")
    archive = Archive(sample_archive.registry, (report,), {report.key: tuple(found)})
    view = pages_of(archive)[report.address].view
    unclear, unregistered = (e for e in view.directives if e.address == "van-ban/nq-18-tw/")
    assert (unclear.key, unclear.count, len(unclear.choices)) == ("nq-18-tw", 2, 2)
    assert (unregistered.key, unregistered.count) == ("nq-18-tw.2", 1)
    assert unregistered.choices == ()
    node = LexborHTMLParser(whole(view)).css("a.cite")[at]
    assert node.attributes["data-entry"] == "nq-18-tw.2"
    assert node.attributes["class"] == "cite cite-unregistered"
    assert view.documents == len(view.directives) - 1


def test_an_entry_tells_the_facts_and_how_often_the_whole_archive_cites_it(
    sample_archive, sample_pages
):
    entries = {e.key: e for e in sample_pages["2022/q2/35-bc-dukcq/"].view.directives}
    entry = entries["nq-09-tu-2021"]
    assert (entry.name, entry.issuer, entry.date) == (
        "Nghị quyết số 09-NQ/TU",
        "Tỉnh ủy Lam Hải",
        "30/9/2021",
    )
    links = sample_archive.backlinks["nq-09-tu-2021"]
    assert (entry.total, entry.reports) == (len(links), len({link.report.key for link in links}))
    assert entry.count < entry.total
    assert entry.is_registered


def test_an_entry_of_an_unregistered_directive_quotes_the_issuer_as_cited(sample_archive):
    entries = [e for page in report_pages(sample_archive) for e in page.view.directives]
    quoted = {e.key: e.issuer_words for e in entries if e.issuer_words}
    assert quoted
    for key, words in quoted.items():
        mentions = [link.citation.mention.issuer for link in sample_archive.backlinks[key]]
        assert set(words) == {word for word in mentions if word}
        assert sample_archive.directives[key].issuer is None


def test_a_term_reads_as_one_says_it(real_view):
    terms = {entry.term for entry in real_view.directives}
    assert {"khóa XII", "nhiệm kỳ 2020-2025", None} <= terms


def test_a_document_cited_by_name_tells_its_type(sample_pages):
    entries = [e for page in sample_pages.values() for e in page.view.directives]
    assert {e.called for e in entries if e.key == "dieu-le-dang"} == {"Điều lệ"}
    assert {e.called for e in entries if e.key == "nq-09-tu-2021"} == {None}


def test_the_directives_of_a_report_come_by_number_of_citations(real_view):
    counts = [item.count for item in real_view.directives]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == real_view.citations
    assert real_view.directives[0].name == "Chỉ thị số 05-CT/TW"
