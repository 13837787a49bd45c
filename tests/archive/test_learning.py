"""What one report tells of a directive, and what the others may take from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from build_tools.archive import Archive, Redirect
from build_tools.gathering import connect
from build_tools.quarter import Quarter
from tests.property.archives import archive_of, entry, report_of

Q3 = Quarter(2023, 3)


def cited(*reports: str, entries: tuple[dict[str, Any], ...] = ()) -> list[str]:
    """The ids of all citations, one report after another; one in doubt lists its candidates."""
    archive = archived(*reports, entries=entries)
    return [
        " ? ".join(filter(None, (found.id, " ".join(found.candidates))))
        for report in archive.reports
        for found in archive.resolutions[report.key]
    ]


def archived(*reports: str, entries: tuple[dict[str, Any], ...] = ()) -> Archive:
    written = [report_of(at, [text], Q3) for at, text in enumerate(reports, 1)]
    return archive_of(written, [entry(**one) for one in entries])


#   what the reports say, each its own line                       what each citation means
LENT = [
    pytest.param(["Chỉ thị số 05-CT/TW", "Chỉ thị số 05-CT/TW, ngày 15/5/2016"], (),
                 ["ct-05-tw-2016", "ct-05-tw-2016"], id="a year serves the bare number of another report"),
    pytest.param(["Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW, ngày 04/11/2013"], (),
                 ["nq-29-tw-2013", "nq-29-tw-2013"], id="a year within the term serves the term"),
    pytest.param(["Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW, ngày 17/11/2022"], (),
                 ["nq-29-tw-k11", "nq-29-tw-2022"], id="a year of another term does not"),
    pytest.param(["Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW năm 2016"], (),
                 ["nq-29-tw-k11", "nq-29-tw-2016"], id="the year of a congress belongs to two terms and proves nothing"),
    pytest.param(["Nghị quyết số 29-NQ/TW khóa XII", "Nghị quyết số 29-NQ/TW, ngày 15/5/2016"], (),
                 ["nq-29-tw-2016", "nq-29-tw-2016"], id="a day after the congress proves the term"),
    pytest.param(["Nghị quyết số 29-NQ/TW", "Nghị quyết số 29-NQ/TW khóa XI"], (),
                 ["nq-29-tw-k11", "nq-29-tw-k11"], id="a term serves the bare number"),
    pytest.param(["Quy định số 132-QĐ/TW", "Quy định số 132-QĐ/TW năm 2018", "Quy định số 132-QĐ/TW năm 2022"], (),
                 ["qd-132-tw ? qd-132-tw-2018 qd-132-tw-2022", "qd-132-tw-2018", "qd-132-tw-2022"],
                 id="two years leave the bare number in doubt"),
    pytest.param(["Quy định số 132-QĐ/TW", "Quy định số 132-QĐ/TW năm 2018"], ({"id": "qd-132-tw-2022", "year": 2022},),
                 ["qd-132-tw ? qd-132-tw-2018 qd-132-tw-2022", "qd-132-tw-2018"],
                 id="so do a year that a report tells and one that the registry knows"),
    pytest.param(["Chỉ thị số 05-CT/TW của Ban Bí thư", "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị"], (),
                 ["ct-05-tw", "ct-05-tw-2016"], id="another of the three bodies lends nothing"),
    pytest.param(["Chỉ thị số 05-CT/TW của Ban Bí thư", "Chỉ thị số 05-CT/TW năm 2016"], (),
                 ["ct-05-tw", "ct-05-tw-2016"], id="nor does a paper of which nobody says which of the three issued it"),
    pytest.param(["Chỉ thị số 05-CT/TU", "Chỉ thị số 05-CT/TW, ngày 15/5/2016"], (),
                 ["ct-05-tu", "ct-05-tw-2016"], id="nor another body"),
    pytest.param(["Chỉ thị số 05-CT/TU", "Chỉ thị số 05-CT/TU, ngày 18/02/2022 của Tỉnh ủy Cần Thơ"], (),
                 ["ct-05-tu", "ct-05-tu-can-tho-2022"], id="nor another province"),
    pytest.param(["Kế hoạch số 41-KH/TU", "Kế hoạch số 41-KH/TU năm 2022"], (),
                 ["kh-41-tu-2022", "kh-41-tu-2022"], id="local numbers run for a term of five years"),
    pytest.param(["Kế hoạch số 41-KH/TU", "Kế hoạch số 41-KH/TU năm 2017"], (),
                 ["kh-41-tu", "kh-41-tu-2017"], id="a local number of an earlier term has been given anew"),
    pytest.param(["Nghị quyết số 128/NQ-CP", "Nghị quyết số 128/NQ-CP năm 2022"], (),
                 ["nq-128-cp-2022", "nq-128-cp-2022"], id="state numbers run for a year"),
    pytest.param(["Nghị quyết số 128/NQ-CP", "Nghị quyết số 128/NQ-CP năm 2020"], (),
                 ["nq-128-cp", "nq-128-cp-2020"], id="a state number of long ago has been given anew"),
    pytest.param(["Chỉ thị số 05-CT/TW", "Chỉ thị số 05-CT/TW, ngày 15/5/2024"], (),
                 ["ct-05-tw", "ct-05-tw-2024"], id="what was issued after the report is not meant"),
    pytest.param(["Hướng dẫn 02", "Hướng dẫn số 02-HD/TU năm 2022"], (),
                 ["hd-02", "hd-02-tu-2022"], id="a number without any body is not lent one"),
    pytest.param(["Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW, ngày 04/11/2013"],
                 ({"id": "nq-29-tw-k11", "term": "XI"},),
                 ["nq-29-tw-2013", "nq-29-tw-2013"], id="a registered paper learns its year"),
    pytest.param(["Chỉ thị số 05-CT/TW", "Chỉ thị số 05-CT/TW khóa XII", "Chỉ thị số 05-CT/TW khóa XIII"],
                 ({"id": "ct-05-tw"},),
                 ["ct-05-tw ? ct-05-tw-k12 ct-05-tw-k13", "ct-05-tw-k12", "ct-05-tw-k13"],
                 id="a registered paper without a term is given none of two"),
    pytest.param(["Luật Đất đai số 45/QH13"], ({"id": "luat-45-qh13-2013", "type": "luat"},),
                 ["luat-45-qh13-2013"], id="a law's number runs through its assembly"),
    pytest.param(["Kế hoạch số 41-KH/TU"], ({"id": "kh-41-tu-2017", "type": "ke-hoach"},),
                 ["kh-41-tu"], id="to be registered makes no old number new"),
    pytest.param(["Kế hoạch số 88-KH/TU của Đảng ủy Khối", "Kế hoạch số 88-KH/TU"],
                 ({"id": "kh-88-tu-2022", "year": 2022, "issuer": "tinh-uy"},),
                 ["kh-88-tu", "kh-88-tu-2022"], id="a registered issuer keeps papers apart"),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "entries", "ids"), LENT)
def test_a_report_takes_from_others_what_can_mean_only_one_document(reports, entries, ids):
    assert cited(*reports, entries=entries) == ids
    assert sorted(cited(*reversed(reports), entries=entries)) == sorted(ids)


def test_the_address_of_the_term_leads_to_that_of_the_year():
    archive = archived("Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW, ngày 04/11/2013")
    assert Redirect("van-ban/nq-29-tw-k11/", "van-ban/nq-29-tw-2013/") in archive.redirects
    assert Redirect("van-ban/nq-29-tw/", "van-ban/nq-29-tw-2013/") in archive.redirects


def test_so_does_that_of_a_registered_one():
    archive = archived(
        "Nghị quyết số 29-NQ/TW, ngày 04/11/2013", entries=({"id": "nq-29-tw-k11", "term": "XI"},)
    )
    assert archive.is_registered("nq-29-tw-2013")
    assert Redirect("van-ban/nq-29-tw-k11/", "van-ban/nq-29-tw-2013/") in archive.redirects


def test_an_address_that_two_documents_come_to_share_becomes_a_choice():
    one = ("Chỉ thị số 05-CT/TW", "Chỉ thị số 05-CT/TW, ngày 15/5/2016")
    before, after = archived(*one), archived(*one, "Chỉ thị số 05-CT/TW, ngày 03/3/2022")
    assert Redirect("van-ban/ct-05-tw/", "van-ban/ct-05-tw-2016/") in before.redirects
    assert after.namesakes("ct-05-tw") == ("ct-05-tw-2016", "ct-05-tw-2022")
    assert "ct-05-tw" in after.directives
    assert "ct-05-tw" not in {one.id for one in after.unregistered}


def test_a_shared_address_stays_a_choice_when_nobody_cites_the_bare_number():
    archive = archived("Chỉ thị số 05-CT/TW năm 2016", "Chỉ thị số 05-CT/TW năm 2022")
    assert archive.namesakes("ct-05-tw") == ("ct-05-tw-2016", "ct-05-tw-2022")
    assert archive.directives["ct-05-tw"].date is None


def test_an_old_id_that_two_entries_could_mean_is_a_choice_too():
    entries = (
        {"id": "ct-05-tw-2016", "date": date(2016, 5, 15), "same_as": ("ct-05-tw",)},
        {"id": "ct-05-tw-2022", "date": date(2022, 3, 3)},
    )
    assert cited("Chỉ thị số 05-CT/TW", entries=entries) == [
        "ct-05-tw ? ct-05-tw-2016 ct-05-tw-2022"
    ]


def test_a_successor_may_be_named_for_its_predecessor(sample_archive):
    registry = sample_archive.registry
    assert registry.is_lineage("duk-kinh-te-lam-hai", "duk-lam-hai")
    assert registry.is_lineage("duk-lam-hai", "duk-co-quan-lam-hai")
    assert not registry.is_lineage("duk-co-quan-lam-hai", "duk-doanh-nghiep-lam-hai")


def test_a_plenum_of_two_terms_is_a_choice_under_its_own_name():
    archive = archived("Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII")
    choice = archive.directives["nq-tw4"]
    assert (choice.called, choice.number) == ("Nghị quyết Trung ương 4", None)
    assert archive.namesakes("nq-tw4") == ("nq-tw4-k11", "nq-tw4-k12")


def test_a_named_document_has_no_namesakes(real_archive):
    assert real_archive.namesakes("dieu-le-dang") == ()


def test_registering_what_was_learnt_changes_no_citation(sample_archive):
    entries = {one.id: one for one in sample_archive.unregistered}
    known = MappingProxyType({**sample_archive.registry.directives, **entries})
    again = connect(sample_archive.reports, replace(sample_archive.registry, directives=known))
    assert again.resolutions == sample_archive.resolutions
    assert set(again.redirects) == set(sample_archive.redirects)
