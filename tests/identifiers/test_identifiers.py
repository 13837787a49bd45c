"""Names of directives: ids, symbols, types."""

from __future__ import annotations

import json

import pytest

from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId, split_symbol
from build_tools.problems import Problems
from build_tools.strict_yaml import Items, Mapping, Text, read_yaml

#  id                            code    number  org      year   term
IDS = [
    ("ct-05-tw-2016",            "ct",    5,    "tw",    2016, None),
    ("ct-05-tw",                 "ct",    5,    "tw",    None, None),
    ("hd-61-btctu-2023",         "hd",    61,   "btctu", 2023, None),
    ("nq-29-tw-k11",             "nq",    29,   "tw",    None, 11),
    ("nq-09-tw-k9",              "nq",    9,    "tw",    None, 9),
    ("nd-30-cp-2020",            "nd",    30,   "cp",    2020, None),
    ("tt-26-btttt-2020",         "tt",    26,   "btttt", 2020, None),
    ("luat-45-qh14-2019",        "luat",  45,   "qh14",  2019, None),
    ("nq-18-cp",                 "nq",    18,   "cp",    None, None),
    ("qd-15-ubnd-2022",          "qd",    15,   "ubnd",  2022, None),
    ("qctc-01-tw-1997",          "qctc",  1,    "tw",    1997, None),
    ("tb-1154-tu-2023",          "tb",    1154, "tu",    2023, None),
    ("kh-88-duk-2023",           "kh",    88,   "duk",   2023, None),
    ("ct-05-tu-can-tho-2022",    "ct",    5,    "tu-can-tho", 2022, None),
    ("ctr-12-tu",                "ctr",   12,   "tu",    None, None),
    ("hd-02",                    "hd",    2,    None,    None, None),
    ("hd-02-2022",               "hd",    2,    None,    2022, None),
]  # fmt: skip

NAMED = [
    "dieu-le-dang", "hien-phap-2013", "luat-dat-dai-2013", "bo-luat-lao-dong-2019",
    "nq-tw8-k13", "nq-dh13-dang", "nq-dh11-tinh", "nq-dh7-khoi", "kl-tw4-k13",
    "qc-lam-viec-duk-2020-2025", "nq-phuong-huong-nhiem-vu-2023-duk",
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), [(text, parts) for text, *parts in IDS])
def test_an_id_reads_into_its_parts_and_back(text, parts):
    parsed = DirectiveId.parse(text)
    assert parsed == DirectiveId(*parts)
    assert str(parsed) == text
    assert not parsed.is_named


@pytest.mark.parametrize("text", NAMED)
def test_a_document_known_by_name_has_a_named_id(text):
    parsed = DirectiveId.parse(text)
    assert parsed.is_named
    assert str(parsed) == text
    assert parsed.base == parsed


@pytest.mark.parametrize(
    "text", ["", "-", "Ct-05-tw", "ct 05 tw", "ct-05-tw-", "đ-05", "05-ct-tw", "ct--05", "ct/05"]
)
def test_what_cannot_be_an_id_is_refused(text):
    with pytest.raises(ValueError, match="not a directive id"):
        DirectiveId.parse(text)


@pytest.mark.parametrize(
    ("text", "base", "is_bare"),
    [
        ("ct-05-tw-2016", "ct-05-tw", False),
        ("nq-29-tw-k11", "nq-29-tw", False),
        ("ct-05-tw", "ct-05-tw", True),
        ("dieu-le-dang", "dieu-le-dang", False),
    ],
)
def test_the_base_drops_year_and_term(text, base, is_bare):
    parsed = DirectiveId.parse(text)
    assert str(parsed.base) == base
    assert parsed.is_bare is is_bare


@pytest.mark.parametrize(
    ("symbol", "kind", "code", "org"),
    [
        ("CT/TW", "chi-thi", "ct", "tw"),
        ("QĐ/TU", "quy-dinh", "qd", "tu"),
        ("HD/BTCTU", "huong-dan", "hd", "btctu"),
        ("KH/ĐUK", "ke-hoach", "kh", "duk"),
        ("QCTC/TW", "quy-che", "qctc", "tw"),
        ("TTr/TU", "to-trinh", "ttr", "tu"),
        ("NĐ-CP", "nghi-dinh", "nd", "cp"),
        ("TT-BGDĐT", "thong-tu", "tt", "bgddt"),
        ("QĐ-TTg", "quyet-dinh", "qd", "ttg"),
        ("QH14", "luat", "luat", "qh14"),
        ("QH15", "nghi-quyet", "nq", "qh15"),
        ("QĐ-UBND", "quyet-dinh", "qd", "ubnd"),
    ],
)
def test_a_symbol_divides_into_type_and_body(symbol, kind, code, org):
    assert split_symbol(symbol, kind) == (code, org)


def test_the_code_in_a_symbol_wins_over_the_type_word():
    assert split_symbol("QĐ/TW", "ke-hoach") == ("qd", "tw")


def test_every_document_type_of_the_annotation_standard_is_known():
    standard = (
        "nghi-quyet chi-thi ket-luan quy-dinh quyet-dinh quy-che huong-dan ke-hoach thong-bao "
        "thong-tri cong-van bao-cao to-trinh chuong-trinh de-an dieu-le luat bo-luat phap-lenh "
        "nghi-dinh thong-tu hien-phap cong-dien"
    )
    assert set(DOCUMENT_TYPES) == set(standard.split())


def test_every_id_people_gave_to_the_seed_comes_back_whole(gold):
    lines = (gold / "seed-citations.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    ids = {row["canonical"] for row in rows} | {i for row in rows for i in row["canonical_alt"]}
    assert len(ids) > 40
    assert [i for i in sorted(ids) if str(DirectiveId.parse(i)) != i] == []


def test_every_directive_of_the_seed_has_a_number_in_its_id_where_people_gave_one(gold):
    node = read_yaml((gold / "seed-directives.yml").read_text("utf-8"), "gold", Problems())
    assert isinstance(node, Mapping)
    directives = {key.value: value for key, value in node.entries}["directives"]
    assert isinstance(directives, Items)
    for item in directives.items:
        assert isinstance(item, Mapping)
        entry = {key.value: value for key, value in item.entries}
        symbol, number, written = entry["symbol"], entry["number"], entry["id"]
        assert isinstance(symbol, Text)
        assert isinstance(number, Text)
        assert isinstance(written, Text)
        if not symbol.is_null:
            assert DirectiveId.parse(written.value).number == int(number.value)
