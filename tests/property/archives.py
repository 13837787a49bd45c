"""Small synthetic archives: reports of a few citations each, and entries of the registry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from build_tools.archive import Archive
from build_tools.citations.recognise import recognise
from build_tools.gathering import connect
from build_tools.model import Citation, Edition, Metadata, Passage, PassageKind, Report
from build_tools.quarter import Quarter
from build_tools.registered import ArchiveProfile, Directive, Issuer
from build_tools.registry.registry import Registry

ISSUERS = {
    "bo-chinh-tri": "Bộ Chính trị",
    "ban-bi-thu": "Ban Bí thư",
    "tinh-uy": "Tỉnh ủy Lam Hải",
    "duk": "Đảng ủy Khối",
}
#: citations of a few numbers that several papers have had over time
CITED = (
    "Chỉ thị số 05-CT/TW", "Chỉ thị số 05-CT/TW khóa XII", "Chỉ thị số 05-CT/TW của Bộ Chính trị",
    "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị", "Chỉ thị số 05-CT/TW, ngày 15/5/2016",
    "Chỉ thị số 05-CT/TW, ngày 03/3/2022 của Ban Bí thư", "Chỉ thị số 05-CT/TW năm 2022",
    "Chỉ thị số 05-CT/TW khóa XIII của Ban Bí thư", "Chỉ thị số 05-CT/TW năm 2021", "Chỉ thị 05",
    "Nghị quyết số 29-NQ/TW", "Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW năm 2013",
    "Nghị quyết số 29-NQ/TW, ngày 04/11/2013", "Nghị quyết số 29-NQ/TW, ngày 17/11/2022",
    "Nghị quyết số 29-NQ/TW khóa XIII", "Nghị quyết số 29-NQ/TW khóa XI năm 2013",
    "Kế hoạch số 41-KH/TU", "Kế hoạch số 41-KH/TU, ngày 12/4/2022", "Kế hoạch số 41-KH/TU năm 2017",
    "Nghị quyết số 128/NQ-CP", "Nghị quyết số 128/NQ-CP, ngày 11/10/2021",
    "Nghị định số 38/2022/NĐ-CP", "Nghị quyết Trung ương 4", "Nghị quyết Trung ương 4 khóa XII",
)  # fmt: skip
ENTRIES: tuple[dict[str, Any], ...] = (
    {"id": "ct-05-tw", "issuer": "bo-chinh-tri"},
    {"id": "ct-05-tw-2016", "issuer": "bo-chinh-tri", "date": date(2016, 5, 15)},
    {"id": "ct-05-tw-2022", "issuer": "ban-bi-thu", "year": 2022},
    {"id": "ct-05-tw-k13", "term": "XIII"},
    {"id": "ct-05-tu-2022", "issuer": "tinh-uy"},
    {"id": "nq-29-tw-k11", "type": "nghi-quyet", "term": "XI"},
    {"id": "nq-29-tw-2022", "type": "nghi-quyet", "date": date(2022, 11, 17)},
    {"id": "kh-41-tu", "type": "ke-hoach", "issuer": "tinh-uy"},
    {"id": "nq-tw4-k12", "type": "nghi-quyet", "term": "XII"},
    {"id": "nq-tw4-k11", "type": "nghi-quyet", "term": "XI"},
)


def entry(**known: Any) -> Directive:
    """An entry of the registry with these facts."""
    unknown = {
        "type": "chi-thi", "called": None, "number": None, "symbol": None, "issuer": None, "date": None,
        "year": None, "term": None, "title": None, "same_as": (), "collective": False, "source": None,
        "note": None,
    }  # fmt: skip
    return Directive(**{**unknown, **known})


def registry_of(entries: Sequence[Directive]) -> Registry:
    """A registry of these entries and four issuers."""
    issuers = {
        key: Issuer(key, name, None, None, (), None, None, None, None, None, None)
        for key, name in ISSUERS.items()
    }
    profile = ArchiveProfile("Kho thử", "", sample=True, notice=None)
    directives = {one.id: one for one in entries}
    return Registry(profile, MappingProxyType(issuers), (), MappingProxyType(directives))


def report_of(number: int, sentences: Sequence[str], quarter: Quarter) -> Report:
    """A report that says these sentences and nothing else."""
    text = ". ".join((*sentences, "Xong."))
    passage = Passage("i-p1", PassageKind.PARAGRAPH, text, 1)
    metadata = Metadata(
        "Báo cáo", f"{number}-BC/ĐUK", quarter, "duk", None, None, Edition.SUMMARY, None, (), None, ()
    )  # fmt: skip
    citations = tuple(Citation(mention, "i-p1", "i", passage) for mention in recognise(text))
    address = f"{quarter.year}/q{quarter.number}/{number}-bc-duk/"
    return Report(address, f"{number}.md", metadata, (), (), citations)


def archive_of(reports: Sequence[Report], entries: Sequence[Directive]) -> Archive:
    """The archive of reports and entries in the order given."""
    return connect(tuple(reports), registry_of(entries))


quarters = st.builds(Quarter, st.integers(2016, 2024), st.integers(1, 4))
reports = st.lists(
    st.tuples(st.lists(st.sampled_from(CITED), min_size=1, max_size=4), quarters),
    min_size=1,
    max_size=5,
).map(lambda drawn: [report_of(at, said, when) for at, (said, when) in enumerate(drawn, 1)])
entries = st.lists(st.sampled_from(ENTRIES), max_size=4, unique_by=lambda one: one["id"]).map(
    lambda drawn: [entry(**one) for one in drawn]
)
