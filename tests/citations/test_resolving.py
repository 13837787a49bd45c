"""Which document a citation means: the rules of order, the registry, and honest doubt."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from build_tools.citations.recognise import recognise
from build_tools.citations.resolve import base_id, resolve_report
from build_tools.identifiers import DirectiveId
from build_tools.model import Resolution
from build_tools.registered import ArchiveProfile, Directive, Issuer
from build_tools.registry.registry import Registry

LATEST = date(2023, 12, 31)
NAMES = {
    "bo-chinh-tri": "Bộ Chính trị",
    "ban-bi-thu": "Ban Bí thư",
    "tinh-uy": "Ban Thường vụ Tỉnh ủy",
}


def registry(*entries: dict[str, Any]) -> Registry:
    """A registry of these directives and three issuers."""
    issuers = {
        key: Issuer(key, name, None, None, (), None, None, None, None, None, None)
        for key, name in NAMES.items()
    }
    directives = {entry["id"]: _directive(**entry) for entry in entries}
    profile = ArchiveProfile("", "", sample=False, notice=None)
    return Registry(profile, MappingProxyType(issuers), (), MappingProxyType(directives))


def _directive(**known: Any) -> Directive:
    unknown = {
        "type": "chi-thi", "called": None, "number": None, "symbol": None, "issuer": None, "date": None,
        "year": None, "term": None, "title": None, "same_as": (), "collective": False, "source": None,
        "note": None,
    }  # fmt: skip
    return Directive(**{**unknown, **known})


def resolve(text: str, known: Registry | None = None, latest: date = LATEST) -> list[str]:
    """The ids of a text's citations in order; an ambiguous one lists its candidates."""
    return [_shown(r) for r in resolve_report(recognise(text), known or registry(), latest)]


def _shown(resolution: Resolution) -> str:
    if not resolution.is_ambiguous:
        return resolution.id
    return f"{resolution.id} ? {' '.join(resolution.candidates)}"


#   what the text says                                                        what each citation means
ORDER = [
    pytest.param("Nghị định số 30/2020/NĐ-CP", ["nd-30-cp-2020"], id="the year in the symbol"),
    pytest.param("Chỉ thị số 05-CT/TW, ngày 15/5/2016", ["ct-05-tw-2016"], id="the year of the date"),
    pytest.param("Chỉ thị số 05-CT/TW năm 2016", ["ct-05-tw-2016"], id="the year alone"),
    pytest.param("Nghị quyết số 25-NQ/TW, ngày 0/6/2013", ["nq-25-tw-2013"], id="the year of an impossible day"),
    pytest.param("Nghị quyết số 29-NQ/TW khóa XI", ["nq-29-tw-k11"], id="the term where no year is known"),
    pytest.param("Nghị quyết số 29-NQ/TW năm 2013 khóa XI", ["nq-29-tw-2013"], id="a year before a term"),
    pytest.param("Chỉ thị số 05-CT/TW", ["ct-05-tw"], id="nothing known, the bare id"),
    pytest.param("Chỉ thị số 05-CT/TW; sau là Chỉ thị số 05-CT/TW, ngày 15/5/2016",
                 ["ct-05-tw-2016", "ct-05-tw-2016"], id="a year learnt later serves what stood before"),
    pytest.param("Chỉ thị số 05-CT/TW, ngày 15/5/2016; sau là Chỉ thị số 05-CT/TW",
                 ["ct-05-tw-2016", "ct-05-tw-2016"], id="a year learnt before serves what follows"),
    pytest.param("Nghị quyết số 29-NQ/TW; rồi Nghị quyết số 29-NQ/TW khóa XI",
                 ["nq-29-tw-k11", "nq-29-tw-k11"], id="a term is shared as a year is"),
    pytest.param("Nghị quyết số 29-NQ/TW khóa XI; rồi Nghị quyết số 29-NQ/TW năm 2013",
                 ["nq-29-tw-2013", "nq-29-tw-2013"], id="a year elsewhere wins over the own term"),
    pytest.param("Quy định số 132-QĐ/TW năm 2018; Quy định số 132-QĐ/TW; Quy định số 132-QĐ/TW năm 2023; "
                 "Quy định số 132-QĐ/TW",
                 ["qd-132-tw-2018", "qd-132-tw-2018", "qd-132-tw-2023", "qd-132-tw-2023"],
                 id="of two years a bare citation takes the latest earlier one"),
    pytest.param("Quy định số 132-QĐ/TW; Quy định số 132-QĐ/TW năm 2018; Quy định số 132-QĐ/TW năm 2023",
                 ["qd-132-tw ? qd-132-tw-2018 qd-132-tw-2023", "qd-132-tw-2018", "qd-132-tw-2023"],
                 id="of two years that both come later none is taken"),
    pytest.param("Nghị quyết số 18-NQ/TW khóa XII; Nghị quyết số 18-NQ/TW khóa XI; Nghị quyết số 18-NQ/TW",
                 ["nq-18-tw-k12", "nq-18-tw-k11", "nq-18-tw ? nq-18-tw-k11 nq-18-tw-k12"], id="two terms leave a bare citation bare"),
    pytest.param("Nghị quyết số 18-NQ/TW khóa XII; Nghị quyết số 18-NQ/TW năm 2022 khóa XIII; Nghị quyết số 18-NQ/TW",
                 ["nq-18-tw-k12", "nq-18-tw-2022", "nq-18-tw-2022"], id="a year of another term is not lent"),
    pytest.param("Quy định số 132-QĐ/TW; Quy định số 132-QĐ/TW năm 2018 khóa XII; Quy định số 132-QĐ/TW năm 2023",
                 ["qd-132-tw ? qd-132-tw-2018 qd-132-tw-2023", "qd-132-tw-2018", "qd-132-tw-2023"],
                 id="where two years are known a term elsewhere decides nothing"),
    pytest.param("Chỉ thị số 05-CT/TW năm 2016; Chỉ thị số 05-CT/TU",
                 ["ct-05-tw-2016", "ct-05-tu"], id="another body's paper of that number learns nothing"),
    pytest.param("Quy định số 58-QĐ/TW năm 2022; Quyết định số 58-QĐ/TW",
                 ["qd-58-tw-2022", "qd-58-tw-2022"], id="quy định and quyết định share a code"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), ORDER)
def test_years_and_terms_are_taken_in_this_order(text, ids):
    assert resolve(text) == ids


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Chỉ thị số 05-CT/TW", "ct-05-tw"),
        ("Quyết định số 58-QĐ/TW", "qd-58-tw"),
        ("Hướng dẫn số 61-HD/BTCTU", "hd-61-btctu"),
        ("Kế hoạch số 88-KH/ĐUK", "kh-88-duk"),
        ("Luật Đất đai số 45/2013/QH13", "luat-45-qh13"),
    ],
)
def test_the_base_is_type_number_and_body(text, base):
    (mention,) = recognise(text)
    assert str(base_id(mention)) == base
    assert DirectiveId.parse(base) == base_id(mention)


def test_the_registry_gives_a_bare_citation_its_document_when_only_one_fits():
    known = registry({"id": "ct-05-tw-2016", "date": date(2016, 5, 15)})
    assert resolve("Chỉ thị số 05-CT/TW", known) == ["ct-05-tw-2016"]


def test_the_registry_does_not_lend_a_document_of_another_year():
    known = registry({"id": "ct-05-tw-2016", "date": date(2016, 5, 15)})
    assert resolve("Chỉ thị số 05-CT/TW năm 2021", known) == ["ct-05-tw-2021"]


def test_a_year_that_a_report_tells_makes_a_better_id_of_a_bare_registered_one():
    known = registry({"id": "qd-58-tw", "issuer": "bo-chinh-tri"})
    text = "Quy định số 58-QĐ/TW, ngày 08/02/2022 và Quy định số 58-QĐ/TW"
    assert resolve(text, known) == ["qd-58-tw-2022", "qd-58-tw-2022"]


def test_a_year_of_another_of_the_three_bodies_is_not_given_to_a_registered_paper():
    known = registry({"id": "qd-58-tw", "issuer": "bo-chinh-tri"})
    text = "Quy định số 58-QĐ/TW, ngày 07/5/2007 của Ban Bí thư"
    assert resolve(text, known) == ["qd-58-tw-2007"]


def test_a_year_outside_the_term_is_another_paper():
    known = registry({"id": "nq-29-tw-k11", "term": "XI"})
    text = "Nghị quyết số 29-NQ/TW, ngày 17/11/2022; Nghị quyết số 29-NQ/TW, ngày 04/11/2013"
    assert resolve(text, known) == ["nq-29-tw-2022", "nq-29-tw-2013"]
    assert (
        resolve("Nghị quyết số 29-NQ/TW khóa XI, sau là 29-NQ/TW năm 2022", known)[0]
        == "nq-29-tw-k11"
    )


def test_two_registered_documents_that_fit_leave_the_citation_in_doubt():
    known = registry({"id": "qd-132-tw-2018", "year": 2018}, {"id": "qd-132-tw-2023", "year": 2023})
    assert resolve("Quy định số 132-QĐ/TW", known) == ["qd-132-tw ? qd-132-tw-2018 qd-132-tw-2023"]


def test_a_document_issued_after_the_report_is_never_meant():
    known = registry(
        {"id": "qd-132-tw-2018", "date": date(2018, 3, 8)},
        {"id": "qd-132-tw-2023", "date": date(2023, 10, 27)},
    )
    assert resolve("Quy định số 132-QĐ/TW", known, date(2023, 9, 30)) == ["qd-132-tw-2018"]


def test_a_document_of_the_day_of_the_report_may_be_meant():
    known = registry({"id": "qd-132-tw-2023", "date": date(2023, 10, 27)})
    assert resolve("Quy định số 132-QĐ/TW", known, date(2023, 10, 27)) == ["qd-132-tw-2023"]


def test_a_year_known_without_a_day_also_tells_what_came_later():
    known = registry({"id": "qd-132-tw-2018", "year": 2018}, {"id": "qd-132-tw-2025", "year": 2025})
    assert resolve("Quy định số 132-QĐ/TW", known, date(2023, 9, 30)) == ["qd-132-tw-2018"]


def test_a_term_chooses_among_registered_documents():
    known = registry(
        {"id": "nq-18-tw-k11", "term": "XI"}, {"id": "nq-18-tw-2017", "term": "XII", "year": 2017}
    )
    assert resolve("Nghị quyết số 18-NQ/TW khóa XII", known) == ["nq-18-tw-2017"]


def test_an_issuer_chooses_among_registered_documents():
    known = registry(
        {"id": "qd-58-tw-2007", "issuer": "ban-bi-thu", "year": 2007},
        {"id": "qd-58-tw-2022", "issuer": "bo-chinh-tri", "year": 2022},
    )
    assert resolve("Quy định 58-QĐ/TW của Bộ Chính trị", known) == ["qd-58-tw-2022"]
    assert resolve("Quy định 58-QĐ/TW do Ban Bí thư ban hành", known) == ["qd-58-tw-2007"]


def test_an_issuer_that_conflicts_keeps_documents_apart():
    known = registry({"id": "ct-05-tw-2016", "issuer": "bo-chinh-tri", "year": 2016})
    assert resolve("Chỉ thị số 05-CT/TW của Ban Bí thư", known) == ["ct-05-tw"]


def test_an_issuer_nobody_knows_decides_nothing():
    known = registry({"id": "ct-05-tw-2016", "issuer": "bo-chinh-tri", "year": 2016})
    assert resolve("Chỉ thị số 05-CT/TW của Ban Tuyên giáo Trung ương", known) == ["ct-05-tw-2016"]


def test_the_same_number_of_another_body_is_another_document():
    known = registry(
        {"id": "ct-05-tw-2016", "issuer": "bo-chinh-tri", "year": 2016},
        {"id": "ct-05-tu", "issuer": "tinh-uy"},
    )
    text = "Chỉ thị số 05-CT/TW của Bộ Chính trị và Chỉ thị số 05-CT/TU của Ban Thường vụ Tỉnh ủy"
    assert resolve(text, known) == ["ct-05-tw-2016", "ct-05-tu"]


def test_an_old_id_leads_to_the_document_that_took_it_over():
    known = registry({"id": "ct-05-tw-2016", "year": 2016, "same_as": ("ct-05-tw-k12",)})
    assert resolve("Chỉ thị số 05-CT/TW khóa XII", known) == ["ct-05-tw-2016"]


def test_the_order_of_the_registry_does_not_matter():
    one = {"id": "qd-132-tw-2018", "year": 2018}
    other = {"id": "qd-132-tw-2023", "year": 2023}
    text = "Quy định số 132-QĐ/TW năm 2018; Quy định số 132-QĐ/TW năm 2023; Quy định số 132-QĐ/TW"
    assert resolve(text, registry(one, other)) == resolve(text, registry(other, one))


def test_nothing_is_resolved_where_nothing_is_cited():
    assert resolve("Không viện dẫn văn bản nào.") == []
