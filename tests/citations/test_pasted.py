"""What a pasted text's citations are to the archive: cited, known, ambiguous or unknown."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.archive import Archive
from build_tools.citing import cite
from build_tools.model import Resolution
from build_tools.pasted import AMBIGUOUS, CITED, KNOWN, UNKNOWN, Holdings, pasted

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def holdings(sample_archive: Archive) -> Holdings:
    counts = {key: len(sample_archive.backlinks.get(key, ())) for key in sample_archive.directives}
    return Holdings(sample_archive.registry, counts)


def states(text: str, holdings: Holdings) -> list[tuple[str, str]]:
    return [(row["id"], row["state"]) for row in pasted(text, holdings, TODAY)]


def test_a_document_that_reports_cite_is_in_the_archive(holdings):
    assert states("Chỉ thị số 05-CT/TW, ngày 15/5/2016", holdings) == [("ct-05-tw-2016", CITED)]


def test_a_bare_number_means_the_registered_document_where_only_one_fits(holdings):
    assert states("theo Chỉ thị số 05-CT/TW", holdings) == [("ct-05-tw-2016", CITED)]


def test_a_registered_document_that_no_report_cites_is_known(holdings):
    uncited = Holdings(holdings.registry, {**holdings.counts, "ct-05-tw-2016": 0})
    assert states("Chỉ thị số 05-CT/TW", uncited) == [("ct-05-tw-2016", KNOWN)]


def test_a_document_of_which_nothing_is_known_is_unknown(holdings):
    assert states("Kế hoạch số 999-KH/XYZ", holdings) == [("kh-999-xyz", UNKNOWN)]


def test_another_year_of_the_same_number_is_unknown(holdings):
    assert states("Chỉ thị số 05-CT/TW, ngày 15/5/2011", holdings) == [("ct-05-tw-2011", UNKNOWN)]


def test_candidates_of_the_registry_are_choices(holdings):
    found = Resolution("nq-04-tw", candidates=("nq-04-tw-2011", "nq-04-tw-2016"))
    assert holdings.state(found) == (AMBIGUOUS, ("nq-04-tw-2011", "nq-04-tw-2016"))


def test_a_page_that_lacks_the_year_is_a_choice_and_no_answer(holdings):
    only_bare = Holdings(holdings.registry, {"kh-12-xyz": 3})
    (row,) = pasted("Kế hoạch số 12-KH/XYZ, ngày 02/3/2021", only_bare, TODAY)
    assert (row["state"], row["choices"]) == (AMBIGUOUS, ("kh-12-xyz",))


def test_rows_are_those_of_kho_cite_with_three_fields_more(holdings):
    text = "Nghị quyết số 18, 19-NQ/TW; Điều lệ Đảng; Nghị định 30/2020/NĐ-CP"
    told = list(pasted(text, holdings, TODAY))
    more = ("id", "state", "choices")
    own = [{key: value for key, value in row.items() if key not in more} for row in told]
    assert own == list(cite(text, holdings.registry.home))
