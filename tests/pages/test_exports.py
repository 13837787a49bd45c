"""Data files and the feed, as other programs read them."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from build_tools.archive import Archive
from build_tools.gathering import read_archive
from build_tools.pages.every import every_page
from build_tools.pages.exports import exports
from build_tools.pages.page import Page, TextFile
from build_tools.problems import Problems

ATOM = "{http://www.w3.org/2005/Atom}"
TABLES = ("bao-cao", "van-ban", "vien-dan")
SITE = "https://kho.example/duoi/"


def files_of(archive: Archive, site_url: str | None = None) -> dict[str, str]:
    made = exports(archive, site_url)
    return {thing.address: thing.content for thing in made if isinstance(thing, TextFile)}


@pytest.fixture(params=["real_archive", "sample_archive"])
def archive(request) -> Archive:
    return request.getfixturevalue(request.param)


@pytest.fixture
def files(archive) -> dict[str, str]:
    return files_of(archive)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_the_two_forms_of_a_table_hold_the_same_rows(files, name):
    data = json.loads(files[f"du-lieu/{name}.json"])
    lines = rows(files[f"du-lieu/{name}.csv"])
    assert len(data) == len(lines) > 0
    for row, line in zip(data, lines, strict=True):
        assert list(row) == list(line)
        for key, value in row.items():
            shown = "" if value is None else str(value)
            assert line[key] in {shown, f"'{shown}"}


def test_the_tables_hold_everything_once(archive, files):
    reports, directives, citations = (json.loads(files[f"du-lieu/{name}.json"]) for name in TABLES)
    assert [row["report"] for row in reports] == [report.key for report in archive.reports]
    assert [row["id"] for row in directives] == list(archive.directives)
    assert len(citations) == sum(len(report.citations) for report in archive.reports)
    assert sum(row["citations"] for row in directives) == len(citations)


def test_every_address_in_the_data_is_a_page(archive, files):
    pages = {thing.address for thing in every_page(archive) if isinstance(thing, Page)}
    for name in TABLES:
        for row in json.loads(files[f"du-lieu/{name}.json"]):
            assert row["address"].partition("#")[0] in pages


def test_citations_carry_the_verbs_of_their_treatment_and_null_where_none_is_clear(archive, files):
    told = [row["treatment"] for row in json.loads(files["du-lieu/vien-dan.json"])]
    expected = [
        ", ".join(verbs) or None for r in archive.reports for verbs in archive.treatments[r.key]
    ]
    assert told == expected
    assert None in told
    assert "thực hiện" in told


def test_dates_are_iso_and_unknown_ones_null(files):
    dates = [row["date"] for row in json.loads(files["du-lieu/van-ban.json"])]
    assert None in dates
    assert all(day is None or datetime.fromisoformat(day) for day in dates)


@pytest.mark.parametrize("name", TABLES)
def test_csv_opens_in_excel_with_its_vietnamese(files, name):
    text = files[f"du-lieu/{name}.csv"]
    assert text.startswith("\ufeff")
    assert "\r\n" in text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Archive:
    """A content whose free texts begin like formulas of a spreadsheet."""
    folder = tmp_path_factory.mktemp("content")
    texts = {
        "registry/archive.yml": "title: 'Kho <thử> & \"x\"'\ndescription: 'a & b'\n",
        "registry/issuers.yml": "- {id: duk, name: '=HYPERLINK(\"x\")'}\n",
        "registry/areas.yml": "[]\n",
        "registry/directives.yml": "- {id: ct-05-tw, type: chi-thi, number: 5, symbol: CT/TW, "
        "date: null, title: '+1+1'}\n",
        "2023/q3/12-bc-duk.md": "---\ntitle: '=cmd|x & <b>'\nnumber: null\nquarter: 2023-Q3\n"
        "issuer: duk\nplace: '@SUM(A1)'\nedition: summary\n"
        'signed: {name: "\\tTrần"}\n---\n\n## I- Kết quả\n\n-1 Chỉ thị số 05-CT/TW\n',
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = Problems()
    archive = read_archive(folder, Path("content"), problems)
    assert problems.errors == 0
    return archive


def test_no_cell_can_run_as_a_formula(hostile):
    cells = [
        cell
        for name in TABLES
        for line in rows(files_of(hostile)[f"du-lieu/{name}.csv"])
        for cell in line.values()
    ]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []
    assert "'=cmd|x & <b>" in cells
    assert "'@SUM(A1)" in cells
    assert "'+1+1" in cells


def test_json_keeps_a_formula_as_the_text_it_is(hostile):
    (row,) = json.loads(files_of(hostile)["du-lieu/bao-cao.json"])
    assert row["title"] == "=cmd|x & <b>"


def feed(archive: Archive, site_url: str | None = None) -> ET.Element:
    return ET.fromstring(files_of(archive, site_url)["feed.xml"])


def test_the_feed_has_what_atom_asks_for(archive):
    root = feed(archive)
    assert root.tag == f"{ATOM}feed"
    for name in ("title", "id", "updated"):
        assert root.findtext(ATOM + name)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(archive.reports)
    for entry in entries:
        for name in ("title", "id", "updated", "summary"):
            assert entry.findtext(ATOM + name)
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert entry.find(f"{ATOM}link[@rel='alternate']") is not None


def test_times_in_the_feed_carry_their_zone_and_come_latest_first(archive):
    stamps = [
        entry.findtext(f"{ATOM}updated") or "" for entry in feed(archive).findall(f"{ATOM}entry")
    ]
    times = [datetime.fromisoformat(stamp) for stamp in stamps]
    assert times == sorted(times, reverse=True)
    assert all(moment.utcoffset() is not None for moment in times)


def test_ids_in_the_feed_are_unique_and_stay_the_same(archive):
    ids = [node.text for node in feed(archive).iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert ids == [node.text for node in feed(archive, SITE).iter(f"{ATOM}id")]


def test_links_in_the_feed_are_whole_where_the_site_knows_its_address(archive):
    links = [node.attrib["href"] for node in feed(archive, SITE).iter(f"{ATOM}link")]
    assert links[0] == f"{SITE}feed.xml"
    assert all(link.startswith(SITE) for link in links)


def test_a_feed_with_hostile_texts_is_still_xml(hostile):
    entry = feed(hostile).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Báo cáo không rõ số: =cmd|x & <b>"


def test_an_unknown_date_is_told_as_unknown(hostile):
    assert feed(hostile).findtext(f"{ATOM}entry/{ATOM}summary") == (
        "Báo cáo quý III/2023, ngày ban hành không rõ."
    )


def test_the_page_of_data_counts_the_rows_it_offers(archive, files):
    page = next(thing for thing in exports(archive, None) if isinstance(thing, Page))
    for table in page.view.tables:
        assert table.rows == len(json.loads(files[table.json]))
        assert {table.json, table.csv} <= files.keys()
    assert page.view.feed in files
