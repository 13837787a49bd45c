"""A directive's page: what is known of it, and every sentence that cites it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.archive import Archive
from build_tools.model import Passage, PassageKind
from build_tools.pages.directives import directive_pages
from build_tools.pages.page import UNKNOWN, Page, PageKind
from build_tools.pages.timeline import quote, timeline
from build_tools.quarter import Quarter

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
                for sentence in group.places:
                    said = sentence.quote
                    words = (said.before + said.surface + said.after).strip("… ")
                    for place in sentence.at:
                        address, _, anchor = place.address.partition("#")
                        assert address == group.report.address
                        assert any(words in text for text in _texts(reports[address], anchor))
                        quoted += 1
    assert quoted == sum(len(report.citations) for report in archive.reports)


def _texts(report, anchor: str) -> list[str]:
    passages = [p for section in report.sections for p in section.passages]
    passages += [p for note in report.footnotes for p in note.passages]
    return [passage.text for passage in passages if passage.anchor == anchor]


def test_counts_agree_on_every_level(sample_pages):
    for page in sample_pages.values():
        if page.kind is PageKind.DIRECTIVE and page.view.count:
            by_quarter = sum(quarter.count for quarter in page.view.quarters)
            places = sum(
                len(sentence.at)
                for quarter in page.view.quarters
                for report in quarter.reports
                for sentence in report.places
            )
            spellings = sum(alias.count for alias in page.view.aliases)
            bars = sum(column.count or 0 for column in page.view.chart.columns)
            assert page.view.count == by_quarter == places == spellings == bars


def test_the_place_of_a_footnote_names_the_note_and_the_section_that_carries_its_mark(real_pages):
    (quarter,) = real_pages["van-ban/ct-21-tw-2023/"].view.quarters
    (group,) = quarter.reports
    (sentence,) = group.places
    (place,) = sentence.at
    assert place.address == "2023/q3/170-bc-duk/#fn-1"
    assert place.text == "Chú thích 1 · Mục I.1"
    assert sentence.area is not None
    assert sentence.area.address == "linh-vuc/chinh-tri/"
    assert sentence.treatment == ("triển khai",)


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


def test_quarters_stand_in_order_and_say_what_the_archive_was_silent_on(sample_pages):
    quarters = sample_pages["van-ban/ct-05-tw-2016/"].view.quarters
    assert [quarter.anchor for quarter in quarters] == [
        "2022-q1", "2022-q2", "2022-q4", "2023-q1", "2023-q2", "2023-q3", "2023-q4",
    ]  # fmt: skip
    assert quarters[2].skipped == ("Quý III/2022: có báo cáo, không viện dẫn.",)
    assert all(quarter.skipped == () for quarter in quarters if quarter is not quarters[2])


def test_quarters_without_any_report_are_told_from_quarters_that_do_not_cite(sample_archive):
    kept = tuple(r for r in sample_archive.reports if str(r.metadata.quarter) != "2022-Q3")
    archive = replace(sample_archive, reports=kept)
    pages = {page.address: page for page in directive_pages(archive)}
    view = pages["van-ban/ct-05-tw-2016/"].view
    assert view.quarters[2].skipped == ("Quý III/2022: kho chưa có báo cáo.",)
    assert [column.count for column in view.chart.columns] == [3, 6, None, 3, 3, 4, 2, 6]


def test_runs_of_silent_quarters_are_told_in_one_line_each(sample_archive):
    moved = {Quarter(2022, number): Quarter(2022, number) for number in (1, 2, 3)}
    moved[Quarter(2022, 4)] = Quarter(2024, 2)
    reports = tuple(
        replace(report, metadata=replace(report.metadata, quarter=moved[report.metadata.quarter]))
        for report in sample_archive.reports
        if report.metadata.quarter in moved
    )
    archive = replace(sample_archive, reports=reports)
    quarters = list(timeline(archive, archive.backlinks["ct-05-tu-2022"]))
    assert [(quarter.anchor, quarter.skipped) for quarter in quarters][-1] == (
        "2024-q2",
        (
            "Quý III/2022: có báo cáo, không viện dẫn.",
            "Từ quý IV/2022 đến quý I/2024 (6 quý): kho chưa có báo cáo.",
        ),
    )


def test_the_same_words_twice_in_a_report_are_quoted_once_with_both_places(sample_pages):
    group = sample_pages["van-ban/ct-05-tw-2016/"].view.quarters[0].reports[0]
    heading = group.places[0]
    assert [place.text for place in heading.at] == ["Đề mục I.3", "Đề mục III.3 (việc kỳ sau)"]
    assert [place.address.partition("#")[2] for place in heading.at] == ["i-3", "iii-3"]


def test_only_places_in_the_part_that_plans_ahead_are_marked(sample_archive, sample_pages):
    titles = {
        f"{report.address}#{passage.anchor}": part.title
        for report in sample_archive.reports
        for section in report.sections
        for part in [
            next(s for s in report.sections if s.anchor == (section.part or section.anchor))
        ]
        for passage in section.passages
    }
    marked = set()
    for page in sample_pages.values():
        if page.kind is PageKind.DIRECTIVE:
            places = [
                place
                for quarter in page.view.quarters
                for report in quarter.reports
                for sentence in report.places
                for place in sentence.at
            ]
            marked |= {titles.get(p.address) for p in places if "(việc kỳ sau)" in p.text}
            plain = {titles.get(p.address) for p in places if "(việc kỳ sau)" not in p.text}
            assert not any(title and title.startswith(("Nhiệm vụ", "Phương")) for title in plain)
    assert "Phương hướng, nhiệm vụ quý II/2022" in marked
    assert not any(
        title.startswith(("Kết quả", "Tình hình", "Đánh giá")) for title in marked if title
    )


def test_verbs_are_counted_over_all_places(sample_pages):
    said = sample_pages["van-ban/kh-41-tu-2022/"].view.treatments
    assert [(one.verb, one.count) for one in said] == [
        ("thực hiện", 7), ("ban hành", 2), ("sơ kết", 1),
    ]  # fmt: skip


def test_documents_of_the_same_sentences_stand_beside_most_frequent_first(sample_pages):
    beside = sample_pages["van-ban/ct-05-tw-2016/"].view.beside
    assert [(item.name, item.count) for item in beside][:2] == [
        ("Kết luận số 21-KL/TW", 16),
        ("Nghị quyết Trung ương 4 khóa XII", 14),
    ]
    assert all(item.count > 1 for item in beside)
    assert not any(item.is_ambiguous for item in beside)


def test_what_is_cited_together_is_so_on_both_pages(sample_pages):
    for page in sample_pages.values():
        if page.kind is not PageKind.DIRECTIVE:
            continue
        for item in page.view.beside:
            other = sample_pages[item.address].view.beside
            assert (
                len(other) == 8
                or page.view.count < 4
                or page.address in {one.address for one in other}
            )


def test_spellings_are_counted_and_pieces_of_lists_marked(real_pages, sample_pages):
    spelled = sample_pages["van-ban/ct-05-tw-2016/"].view.aliases
    assert [(one.surface, one.count) for one in spelled] == [
        ("Chỉ thị số 05-CT/TW", 20), ("Chỉ thị 05", 6), ("Chỉ thị 05-CT/TW", 1),
    ]  # fmt: skip
    (piece,) = real_pages["van-ban/nq-tw4-k12/"].view.aliases
    assert (piece.surface, piece.count, piece.is_piece) == ("… XII", 4, True)


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
