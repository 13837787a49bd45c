"""The form at ``/bien-tap/`` asks for what the checks want, and for nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.archive import Archive
from build_tools.front_matter import REPORT
from build_tools.problems import Place, Problems
from build_tools.registry.fields import AREA, DIRECTIVE, ISSUER, PROFILE
from build_tools.schema import (
    Day,
    Field,
    Kind,
    ListOf,
    QuarterOfYear,
    Record,
    SitePath,
    Slug,
    WebAddress,
    Words,
)
from build_tools.site.compose import Dresser
from build_tools.site.form import package
from build_tools.site.form.config import form_config
from build_tools.site.form.fields import UnknownKindError, form_fields
from build_tools.site.form.page import with_form
from build_tools.site.prepare import Prepared
from build_tools.site.repository import repository
from build_tools.strict_yaml import Text, read_yaml

PROJECT = Path(__file__).parents[2]
RECORDS = {
    "REPORT": REPORT,
    "DIRECTIVE": DIRECTIVE,
    "ISSUER": ISSUER,
    "AREA": AREA,
    "PROFILE": PROFILE,
}
PATTERNED: list[Any] = [Slug(), SitePath(), WebAddress(), QuarterOfYear()]


def config(archive: Archive, url: str = "https://github.com/to-chuc/kho") -> dict[str, Any]:
    where = repository(url, "_edit/main/content/" if "git.example" in url else "edit/main/content/")
    assert where
    made: dict[str, Any] = yaml.safe_load(form_config(archive, where))
    return made


def pairs(record: Record, fields: list[dict[str, Any]]) -> Iterator[tuple[Field, dict[str, Any]]]:
    """Every key of a record and its tables, with the field that asks for it."""
    assert [field.key for field in record.fields] == [one["name"] for one in fields]
    for field, one in zip(record.fields, fields, strict=True):
        yield field, one
        inner = field.kind.item if isinstance(field.kind, ListOf) else field.kind
        if isinstance(inner, Record):
            yield from pairs(inner, one["fields"])


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_every_key_of_the_checks_is_asked_for_and_no_other(record: Record) -> None:
    for field, one in pairs(record, form_fields(record)):
        assert one["label"].lower() == field.label.lower()
        assert one["required"] == (field.required and not field.nullable)


def test_the_configuration_edits_the_files_of_the_archive(
    sample_archive: Archive, sample: Path
) -> None:
    collections = config(sample_archive)["collections"]
    folders = {PROJECT / "tests/sample" / one["folder"] for one in collections[:-1]}
    assert {path.parent for path in sample.rglob("q?/*.md")} <= folders
    files = {one["file"].removeprefix("content/") for one in collections[-1]["files"]}
    assert files == {f"registry/{path.name}" for path in (sample / "registry").iterdir()}
    for one in collections[:-1]:
        head = list(pairs(REPORT, one["fields"][:-1]))
        quarter = next(asked["default"] for field, asked in head if field.key == "quarter")
        year, part = quarter.lower().split("-")
        assert one["folder"] == f"content/{year}/{part}"
        assert one["fields"][-1]["name"] == "body"


def test_a_save_is_reviewed_where_the_host_can(sample_archive: Archive) -> None:
    assert config(sample_archive)["publish_mode"] == "editorial_workflow"
    own = config(sample_archive, "https://git.example.vn/to/kho")
    assert "publish_mode" not in own
    assert own["backend"]["api_root"] == "https://git.example.vn/api/v1"


def is_read(kind: Kind, text: str) -> bool:
    problems = Problems()
    kind.read(Text(text, plain=True, place=Place("a.yml", 1, 1)), problems)
    return not problems.has_errors


@pytest.mark.parametrize("kind", PATTERNED, ids=lambda kind: type(kind).__name__)
@given(data=st.data())
def test_the_form_takes_what_the_checks_take(kind: Any, data: st.DataObject) -> None:
    pattern = form_fields(Record((Field("x", kind, "x"),)))[0]["pattern"][0]
    near = st.from_regex(kind.pattern, fullmatch=True) | st.text("aZ0-/:.Q12?# \nđ", max_size=12)
    text = data.draw(
        near | st.builds(str.__add__, st.from_regex(kind.pattern, fullmatch=True), near)
    )
    assert bool(re.search(pattern.replace("$", r"\Z"), text)) == is_read(kind, text)


def test_a_kind_the_form_does_not_know_stops_the_build() -> None:
    class Colour(Words):
        """No kind of the schema."""

    class Unknown:
        expected = "màu"

        def read(self, node: Any, problems: Problems) -> None:
            """Never called."""

    assert form_fields(Record((Field("x", Colour(), "x"),)))
    with pytest.raises(UnknownKindError):
        form_fields(Record((Field("x", Unknown(), "x"),)))


def test_what_a_form_leaves_empty_is_unknown() -> None:
    record = Record((Field("date", Day(), "ngày"), Field("title", Words(), "tên", nullable=False)))
    problems = Problems()
    node = read_yaml('date: ""\ntitle: x', "a.yml", problems)
    assert node
    assert record.read(node, problems) == {"date": None, "title": "x"}
    faulty = read_yaml('title: ""', "a.yml", problems)
    assert faulty
    assert record.read(faulty, problems) is None
    assert [problem.code for problem in problems] == ["KHO110"]


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with the places that ours has, and the hash that we then expect."""
    script = "".join(f"url({one})" for one in package.FONTS) + package.ELSEWHERE + package.STATUS
    path = tmp_path / "form.tgz"
    with tarfile.open(path, "w:gz") as made:
        for name in (*package.COPIED.values(), f"dist/{package.SCRIPT}"):
            content = script.encode() if name.startswith("dist/") else name.encode()
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            made.addfile(entry, io.BytesIO(content))
    digest = base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    monkeypatch.setattr(package, "INTEGRITY", f"sha512-{digest}")
    return path


def test_the_form_asks_only_its_own_site_and_the_repository(
    packed: Path, sample_archive: Archive, sample: Path
) -> None:
    where = repository("https://github.com/to-chuc/kho", None)
    prepared = with_form(Prepared(sample_archive, (), ()), packed, where, Problems())
    assert prepared
    assert b"https://" not in prepared.form[f"bien-tap/{package.SCRIPT}"]
    dresser = Dresser(PROJECT / "mkdocs.yml", sample, "")
    dresser.wear(prepared)
    page = dresser.dress(prepared.pages[0])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    hosts = {
        "https://github.com",
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
    }
    assert set(re.findall(r"https://[^\s;]+", policy[1])) == hosts
    assert "script-src 'self';" in policy[1]
    assert f'src="{package.SCRIPT}"' in page
    assert 'href="config.yml"' in page


@pytest.mark.parametrize(
    ("name", "url", "code"),
    [
        ("other.tgz", "https://github.com/to-chuc/kho", "KHO516"),
        ("missing.tgz", "https://github.com/to-chuc/kho", "KHO516"),
        ("form.tgz", "", "KHO517"),
    ],
)
def test_why_there_is_no_form(
    packed: Path, sample_archive: Archive, name: str, url: str, code: str
) -> None:
    (packed.parent / "other.tgz").write_bytes(b"x")
    problems = Problems()
    made = with_form(
        Prepared(sample_archive, (), ()), packed.parent / name, repository(url, None), problems
    )
    assert made is None
    assert [problem.code for problem in problems] == [code]
    assert package.VERSION in next(iter(problems)).hint or code == "KHO517"


def test_the_makefile_fetches_the_version_that_is_pinned() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert f"{package.NAME}@{package.VERSION}" in makefile
    assert f".form/sveltia-cms-{package.VERSION}.tgz" in makefile
