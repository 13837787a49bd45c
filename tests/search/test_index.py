"""The index as the browser gets it: whole, in order, and the same from build to build."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise

import pytest

from build_tools.search.bundle import bundled
from build_tools.search.compact import compact
from build_tools.search.index import browser_module
from build_tools.search.pagefind import IndexingError, index_pages
from build_tools.search.parts import PART_SIZE, divide, without_parts
from build_tools.search.records import RecordKind, record_groups
from build_tools.search.streams import stream


@pytest.fixture(scope="module")
def streams(sample_archive):
    return [stream(group) for group in record_groups(sample_archive)]


@pytest.fixture(scope="module")
def index(streams):
    return index_pages((each.group.name, each.content) for each in streams)


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
        words = each.content.split()
        firsts = sum(one.words for one in each.lengths)
        assert len(words) == firsts + sum(one.pairs for one in each.lengths)
        assert not any(word.startswith("0") for word in words[:firsts])
        assert all(word.startswith("0") for word in words[firsts:])


def test_no_key_begins_another(streams) -> None:
    """Pagefind finds every word that begins with the one asked for, so this must hold."""
    keys = sorted({word for each in streams for word in each.content.split()})
    closed = [(one, other) for one, other in pairwise(keys) if other.startswith(one)]
    assert closed == []


def test_the_small_parts_hold_what_the_large_ones_held(index) -> None:
    parts = divide(index.parts)
    assert len(parts) > len(index.parts)
    bodies = [gzip.decompress(part.content) for part in parts]
    assert max(map(len, bodies)) < PART_SIZE * 2
    again = divide(bodies)
    assert [part.content for part in again] == [part.content for part in parts]
    words = re.compile(rb"0dang0vien0dr0h0")
    assert sum(len(words.findall(body)) for body in bodies) == 1


def test_parts_are_told_apart_by_their_beginnings(index) -> None:
    firsts = [part.first for part in divide(index.parts)]
    assert firsts[0] == ""
    assert firsts == sorted(set(firsts))


def test_an_index_of_another_shape_is_refused() -> None:
    with pytest.raises(IndexingError):
        divide([b"\x82\x80\x80"])
    with pytest.raises(IndexingError):
        without_parts(b"\x81\x00")


def test_two_runs_give_the_same_bytes(streams, index) -> None:
    again = index_pages((each.group.name, each.content) for each in streams)
    assert again.ids == index.ids
    assert [p.content for p in divide(again.parts)] == [p.content for p in divide(index.parts)]
    assert without_parts(again.meta) == without_parts(index.meta)


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
