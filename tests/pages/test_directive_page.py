"""A directive's page: what is known of it, and every sentence that cites it."""

from __future__ import annotations

import pytest

from build_tools.archive import Archive
from build_tools.model import Passage, PassageKind
from build_tools.pages.directives import DirectivesView, directive_pages, quote
from build_tools.pages.page import UNKNOWN, Page, PageKind

ARCHIVES = ["real_archive", "sample_archive"]


@pytest.fixture(scope="module")
def real_pages(real_archive) -> dict[str, Page]:
    return {page.address: page for page in directive_pages(real_archive)}


@pytest.fixture(scope="module")
def sample_pages(sample_archive) -> dict[str, Page]:
    return {page.address: page for page in directive_pages(sample_archive)}


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_backlink_quotes_the_citing_sentence_and_points_at_its_passage(name, request):
    archive: Archive = request.getfixturevalue(name)
    reports = {report.address: report for report in archive.reports}
    quoted = 0
    for page in directive_pages(archive):
        if page.kind is not PageKind.DIRECTIVE:
            continue
        for quarter in page.view.quarters:
            for group in quarter.reports:
                for place in group.places:
                    address, _, anchor = place.address.partition("#")
                    assert address == group.report.address
                    texts = _texts(reports[address], anchor)
                    said = (place.quote.before + place.quote.surface + place.quote.after).strip(
                        "… "
                    )
                    assert any(said in text for text in texts), place
                    assert place.quote.surface in page.view.surfaces
                    assert place.is_footnote is anchor.startswith("fn-")
                    quoted += 1
    assert quoted == sum(len(report.citations) for report in archive.reports)


def _texts(report, anchor: str) -> list[str]:
    passages = [p for section in report.sections for p in section.passages]
    passages += [p for note in report.footnotes for p in note.passages]
    return [passage.text for passage in passages if passage.anchor == anchor]


def test_counts_agree_on_every_level(sample_pages):
    for page in sample_pages.values():
        if page.kind is PageKind.DIRECTIVE:
            by_quarter = sum(quarter.count for quarter in page.view.quarters)
            places = sum(len(r.places) for q in page.view.quarters for r in q.reports)
            assert page.view.count == by_quarter == places


def test_the_place_of_a_footnote_names_the_note_and_the_section_that_carries_its_mark(real_pages):
    (quarter,) = real_pages["van-ban/ct-21-tw-2023/"].view.quarters
    (group,) = quarter.reports
    (place,) = group.places
    assert place.address == "2023/q3/170-bc-duk/#fn-1"
    assert place.place == "Chú thích 1 · I.1. Lãnh đạo nhiệm vụ chính trị"


def test_a_directive_without_date_reads_unknown(real_pages):
    view = real_pages["van-ban/ct-05-tw/"].view
    assert (view.name, view.number, view.date) == ("Chỉ thị số 05-CT/TW", "05-CT/TW", UNKNOWN)
    assert (view.title, view.term, view.source) == (None, None, None)


def test_a_directive_of_which_only_the_year_is_known_reads_so(real_pages):
    assert real_pages["van-ban/nq-25-tw-2013/"].view.date == "năm 2013"


def test_a_directive_with_a_date_reads_it_as_the_reports_print_dates(real_pages):
    assert real_pages["van-ban/ct-21-tw-2023/"].view.date == "04/5/2023"


def test_a_document_without_number_is_called_by_its_name(real_pages):
    view = real_pages["van-ban/dieu-le-dang/"].view
    assert (view.name, view.number) == ("Điều lệ Đảng", "không có số")


def test_a_registered_directive_that_nobody_cites_has_an_empty_page(real_archive):
    uncited = Archive(real_archive.registry, (), {})
    pages = {page.address: page for page in directive_pages(uncited)}
    view = pages["van-ban/nq-tw8-k13/"].view
    assert (view.is_registered, view.collective, view.count, view.quarters) == (True, True, 0, ())


def test_a_directive_nobody_registered_says_so_and_shows_what_the_reports_call_its_issuer(
    sample_pages,
):
    view = sample_pages["van-ban/nd-38-cp-2022/"].view
    assert view.is_registered is False
    assert view.name == "Nghị định số 38/2022/NĐ-CP"


def test_an_ambiguous_bare_id_lists_the_documents_it_may_mean(sample_pages):
    view = sample_pages["van-ban/nq-18-tw/"].view
    assert [item.address for item in view.candidates] == [
        "van-ban/nq-18-tw-2017/",
        "van-ban/nq-18-tw-2022/",
    ]


def test_the_index_lists_every_directive_once_under_its_type(sample_archive, sample_pages):
    view = sample_pages["van-ban/"].view
    assert isinstance(view, DirectivesView)
    listed = [item.address for group in view.groups for item in group.items]
    assert sorted(listed) == sorted(f"van-ban/{key}/" for key in sample_archive.directives)
    assert view.registered + view.unregistered == len(listed)
    for group in view.groups:
        assert {item.type for item in group.items} == {group.type}


def passage(text: str) -> Passage:
    return Passage("i-p1", PassageKind.PARAGRAPH, text, 1)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Một. Theo CITE về việc. Ba.", "Theo ", " về việc."),
        ("CITE", "", ""),
        ("Một. CITE về việc.", "", " về việc."),
        ("Một. Theo CITE.", "Theo ", "."),
        ("Theo CITE; tiếp tục 10.213 tỷ. Hai.", "Theo ", "; tiếp tục 10.213 tỷ."),
    ],
)
def test_a_quote_is_the_sentence_around_the_citation(text, before, after):
    start = text.index("CITE")
    found = quote(passage(text), start, start + 4)
    assert (found.before, found.surface, found.after) == (before, "CITE", after)


def test_a_long_sentence_is_cut_at_words():
    text = "đầu " * 100 + "CITE" + " cuối" * 100
    start = text.index("CITE")
    found = quote(passage(text), start, start + 4)
    assert found.before.startswith("… đầu ")
    assert found.after.endswith(" cuối …")
    assert len(found.before) <= 165
    assert len(found.after) <= 165
