"""The index as the browser gets it: whole, in order, and the same from build to build."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from build_tools.search.bundle import bundled
from build_tools.search.cbor import decoded
from build_tools.search.compact import compact
from build_tools.search.index import browser_module, indexed_shards
from build_tools.search.pagefind import IndexingError, indexed, words_of
from build_tools.search.parts import PART_SIZE, Posting, divide
from build_tools.search.records import RecordKind, record_groups
from build_tools.search.shards import Shard, index_shard, shard_key, shards_of
from build_tools.search.streams import stream


@pytest.fixture(scope="module")
def streams(sample_archive):
    return [stream(group) for group in record_groups(sample_archive)]


@pytest.fixture(scope="module")
def shards(sample_archive):
    return shards_of(sample_archive, 4)


@pytest.fixture(scope="module")
def indexes(shards):
    return [index_shard(shard) for shard in shards]


def test_every_section_footnote_directive_and_report_has_its_record(sample_archive) -> None:
    records = [record for group in record_groups(sample_archive) for record in group.records]
    counted = {kind: sum(record.kind is kind for record in records) for kind in RecordKind}
    assert counted == {
        RecordKind.REPORT: len(sample_archive.reports),
        RecordKind.SECTION: sum(len(report.sections) for report in sample_archive.reports),
        RecordKind.FOOTNOTE: sum(len(report.footnotes) for report in sample_archive.reports),
        RecordKind.DIRECTIVE: len(sample_archive.directives),
    }
    assert len({record.url for record in records}) == len(records)


def test_a_section_says_its_quarter_report_part_and_area(real_archive) -> None:
    trails = {
        record.url.partition("#")[2]: record.trail
        for group in record_groups(real_archive)
        for record in group.records
        if group.is_report
    }
    assert trails["i-6"] == (
        "Quý III/2023", "Báo cáo số 170-BC/ĐUK", "Phần I", "Kiểm tra, giám sát, kỷ luật",
    )  # fmt: skip
    assert trails["fn-22"][:3] == ("Quý III/2023", "Báo cáo số 170-BC/ĐUK", "Phần I")


def test_lengths_add_up_to_the_words_of_the_page(streams) -> None:
    for each in streams:
        words, pairs = each.words.split(), each.pairs.split()
        assert len(words) == sum(one.words for one in each.lengths)
        assert len(pairs) == sum(one.pairs for one in each.lengths)
        assert not any(word.startswith("0") for word in words)
        assert all(word.startswith("0") for word in pairs)


def test_no_key_begins_another(streams) -> None:
    """Pagefind finds every word that begins with the one asked for, so this must hold."""
    keys = sorted({word for each in streams for word in f"{each.words} {each.pairs}".split()})
    closed = [(one, other) for one, other in pairwise(keys) if other.startswith(one)]
    assert closed == []


def test_pagefind_finds_every_word_where_it_stands(streams) -> None:
    pages = [f"{each.words} {each.pairs}" for each in streams]
    standing = {}
    for number, page in enumerate(pages):
        for place, word in enumerate(page.split()):
            standing.setdefault(word, {}).setdefault(number, []).append(place)
    assert {word: dict(rows) for word, rows in indexed(pages)} == standing


def read_part(content: bytes) -> dict[str, bytes]:
    """Keys and postings of one part, read as parts.py says they are written."""
    body = memoryview(gzip.decompress(content))
    at, key, found = 0, "", {}

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            value |= (body[at] & 127) << shift
            shift, at = shift + 7, at + 1
            if body[at - 1] < 128:
                return value

    def taken() -> bytes:
        nonlocal at
        length = number()
        at += length
        return bytes(body[at - length : at])

    while at < len(body):
        shared = number()
        key = key[:shared] + taken().decode()
        found[key] = taken()
    return found


def test_a_part_holds_its_keys_in_order_and_their_postings() -> None:
    entries = [
        ("0dang0vien0dr0h0", [Posting(2, 1, (0, 300)), Posting(130, 0, (7,))]),
        ("dang0dr0", [Posting(2, 1), Posting(130, 0)]),
    ]
    (part,) = divide(entries)
    assert read_part(part.content) == {
        "0dang0vien0dr0h0": bytes((5, 1, 2, 0, 0xAC, 2, 0x80, 2, 1, 7)),
        "dang0dr0": bytes((5, 0x80, 2)),
    }


def test_a_key_is_in_the_part_whose_beginning_comes_before_it(indexes) -> None:
    for index in indexes:
        parts = [content for path, content in index.files.items() if path.startswith("parts/")]
        assert index.firsts[0] == ""
        assert list(index.firsts) == sorted(set(index.firsts))
        keys = [list(read_part(content)) for content in parts]
        for own, first in zip(keys, index.firsts, strict=True):
            assert own == sorted(own)
            assert own[0] >= first
        assert all(one[-1] < first for one, first in zip(keys, index.firsts[1:], strict=False))
        assert max(len(gzip.decompress(part)) for part in parts) < PART_SIZE * 2


def test_a_shard_holds_whole_years_and_the_directives_stand_apart(shards, sample_archive) -> None:
    assert [shard.name for shard in shards] == ["2022", "2023", "van-ban"]
    assert [shard.name for shard in shards_of(sample_archive)] == ["2022-2023", "van-ban"]
    groups = [group for shard in shards for group in shard.groups]
    assert sorted(groups, key=lambda group: group.name) == sorted(
        record_groups(sample_archive), key=lambda group: group.name
    )


def test_a_shard_is_known_by_its_records_alone(shards) -> None:
    shard = shards[0]
    keys = {shard_key(each) for each in shards}
    assert len(keys) == len(shards)
    assert shard_key(Shard("another name", shard.groups)) in keys
    first = shard.groups[0]
    other = replace(first, records=(*first.records[:-1], replace(first.records[-1], hidden="x")))
    assert shard_key(Shard(shard.name, (other, *shard.groups[1:]))) not in keys


def test_two_runs_give_the_same_bytes_side_by_side_or_in_a_row(shards, indexes) -> None:
    assert list(indexed_shards(shards)) == indexes
    assert [index_shard(shard) for shard in shards[:1]] == indexes[:1]


@pytest.mark.parametrize(
    ("meta", "part"),
    [(b"\x81\x00", b"\x81\x80"), (b"\x82\x00\x81\x81\x61a", b"\x81\x81\x00"), (b"", b"")],
)
def test_an_index_of_another_shape_is_refused(meta: bytes, part: bytes) -> None:
    with pytest.raises(IndexingError):
        words_of(meta, [part], {"a": 0})


@pytest.mark.parametrize("body", ["", "82", "a0", "ff", "0000", "62ff61", "19"])
def test_what_is_not_whole_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(bytes.fromhex(body))


def test_the_browser_gets_one_module_without_imports() -> None:
    module = browser_module()
    assert "export async function search(" in module
    assert not re.search(r"\bimport\b(?!\.meta)", module)


def test_modules_of_an_unknown_form_are_refused() -> None:
    modules = {"main": 'import { a } from "./a.js";\na();\n', "a": "export { b as a };\n"}
    with pytest.raises(ValueError, match=r"a\.js"):
        bundled(modules, "main")


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ('/** Says. */\n  const a = "//x"; // y\n', 'const a="//x";'),
        ("const b = /[/ ]+ x/u.test(c) / 2;", "const b=/[/ ]+ x/u.test(c)/2;"),
        ("return /a b/;", "return/a b/;"),
        ("a + +b - -c;", "a+ +b- -c;"),
        ("const d = `x  ${y}  z`;", "const d=`x  ${y}  z`;"),
        ("class E {\n  #f;\n  static async g() {}\n}", "class E{#f;static async g(){}}"),
    ],
)
def test_blanks_and_comments_are_dropped_only_where_they_mean_nothing(
    written: str, served: str
) -> None:
    assert compact(written) == served
