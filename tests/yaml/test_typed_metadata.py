"""The head of a report, typed."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.front_matter import read_metadata, split
from build_tools.model import Approval, Edition, Metadata, Signature
from build_tools.problems import Problems
from build_tools.quarter import Quarter

LEAST = {
    "title": "Tình hình",
    "number": "12-BC/ĐUK",
    "quarter": "2023-Q3",
    "issuer": "duk",
    "edition": "summary",
}


def typed(**changes: str) -> Metadata | None:
    """The metadata of a head with some keys changed; an empty string takes a key away."""
    lines = [f"{key}: {value}" for key, value in {**LEAST, **changes}.items() if value]
    problems = Problems()
    parts = split("---\n" + "\n".join(lines) + "\n---\n", "a.md", problems)
    assert parts is not None
    return read_metadata(parts, "a.md", problems)


def test_what_is_not_written_is_none_or_empty():
    assert typed() == Metadata(
        title="Tình hình",
        number="12-BC/ĐUK",
        quarter=Quarter(2023, 3),
        issuer="duk",
        date=None,
        place=None,
        edition=Edition.SUMMARY,
        signed=None,
        recipients=(),
        approval=None,
        old_addresses=(),
    )


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("title", "  Tình hình quý III  ", "Tình hình quý III"),
        ("title", "'no'", "no"),
        ("number", "012", "012"),
        ("number", "null", None),
        ("quarter", "'2023-Q4'", Quarter(2023, 4)),
        ("date", "2024-02-29", date(2024, 2, 29)),
        ("date", "null", None),
        ("date", "~", None),
        ("place", "Rạch Giá", "Rạch Giá"),
        ("edition", "full", Edition.FULL),
        ("signed", "{name: Mẫu}", Signature(None, None, "Mẫu")),
        ("signed", "{authority: null, position: BÍ THƯ}", Signature(None, "BÍ THƯ", None)),
        ("recipients", "[Lưu VP, 'TT Tỉnh ủy']", ("Lưu VP", "TT Tỉnh ủy")),
        ("recipients", "null", ()),
        ("approval", "{by: VP, on: 2025-01-15}", Approval("VP", date(2025, 1, 15))),
        ("old_addresses", "[2023/q4/x, /cu/]", ("2023/q4/x/", "cu/")),
    ],
)
def test_each_key_has_its_type(key, written, value):
    metadata = typed(**{key: written})
    assert metadata is not None
    assert getattr(metadata, key) == value


@pytest.mark.parametrize("key", LEAST)
def test_a_needed_key_may_not_be_left_out(key):
    assert typed(**{key: ""}) is None


@pytest.mark.parametrize(
    ("text", "head", "body", "body_line"),
    [
        ("---\na: b\n---\nx\n", "a: b", "x\n", 4),
        ("---\n---\n", "", "", 3),
        ("---  \na: b\n--- \nx", "a: b", "x", 4),
        ("---\na: b\n---", "a: b", "", 4),
        ("---\na: b\n---\nx\n---\ny\n", "a: b", "x\n---\ny\n", 4),
    ],
)
def test_the_head_ends_at_the_second_fence(text, head, body, body_line):
    parts = split(text, "a.md", Problems())
    assert parts is not None
    assert (parts.head, parts.body, parts.body_line) == (head, body, body_line)
