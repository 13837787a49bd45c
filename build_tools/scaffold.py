"""A new report file with everything in place but the words: ``kho new 2024-Q1``.

The file is a draft that checks clean from the first minute. Its headings are those of the
issuer's latest report, since a committee keeps them from quarter to quarter; a committee
without a report gets the names of the areas of work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_tools.addresses import quarter_address
from build_tools.archive import Archive
from build_tools.model import Report
from build_tools.quarter import Quarter
from build_tools.registered import Issuer
from build_tools.vietnamese import slug

#: what stands where an editor has yet to write
UNWRITTEN: Final = "…"


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A file to be written: its path below the content folder, and its text."""

    path: Path
    text: str


def scaffold(archive: Archive, quarter: Quarter, issuer: Issuer, number: str | None) -> Scaffold:
    """The file of a new report.

    ``number`` is the printed number (``15-BC/ĐUK``), None while it is unknown; the file is
    then called ``khong-so-<cơ quan>.md`` until it is known.
    """
    own = archive.by_issuer.get(issuer.id, ())
    latest = next((one for one in reversed(own) if one.metadata.quarter < quarter), None)
    name = slug(number) if number else f"khong-so-{slug(issuer.code or issuer.id)}"
    lines = [*_head(quarter, issuer, number, latest), *_body(archive, quarter, latest)]
    return Scaffold(Path(quarter_address(quarter)) / f"{name}.md", "\n".join(lines) + "\n")


def _head(
    quarter: Quarter, issuer: Issuer, number: str | None, latest: Report | None
) -> Iterator[str]:
    label, after = quarter.label, quarter.next.label
    place = f'"{latest.metadata.place}"' if latest and latest.metadata.place else None
    facts = (
        (
            f"title: Tình hình thực hiện nhiệm vụ {label} và chương trình công tác {after}",
            "trích yếu, như bản in",
        ),
        (f"number: {number or 'null'}", "số ký hiệu, như 15-BC/ĐUK; null = không rõ"),
        (f"quarter: {quarter}", "kỳ báo cáo"),
        (f"issuer: {issuer.id}", issuer.name),
        ("date: null", "ngày ban hành, như 2024-04-12; null = không rõ"),
        (
            f"place: {place or 'null'}",
            "nơi ban hành, như bản in" + ("; lấy từ kỳ trước" if place else ""),
        ),
        ("edition: summary", "summary = bản tóm lược; full = toàn văn, cần approval"),
        ("draft: true", "bản nháp; viết xong, đối chiếu xong thì xóa dòng này"),
        ("signed: null", "{authority: …, position: …, name: …}"),
        ("recipients: []", 'nơi nhận, mỗi nơi một dòng “  - "…"”'),
        ("approval: null", "{by: …, on: …}: ai cho phép đăng toàn văn, ngày nào"),
    )
    yield "---"
    yield from (f"{fact}  # {why}" for fact, why in facts)
    yield "---"


def _body(archive: Archive, quarter: Quarter, latest: Report | None) -> Iterator[str]:
    areas = tuple(_area_headings(archive, latest))
    yield f"## I- Tình hình thực hiện nhiệm vụ {quarter.label}"
    for at, heading in enumerate(areas, 1):
        yield from ("", f"### {at}. {heading}", "", f"- {UNWRITTEN}", "", f"Tuy nhiên, {UNWRITTEN}")
    yield from ("", "## II- Đánh giá chung", "", UNWRITTEN, "")
    yield f"## III- Chương trình công tác {quarter.next.label}"
    for at, heading in enumerate(areas, 1):
        yield from ("", f"### {at}. {heading}", "", f"- {UNWRITTEN}")


def _area_headings(archive: Archive, latest: Report | None) -> Iterator[str]:
    printed = {
        section.area: section.title
        for section in reversed(latest.sections if latest else ())
        if section.area
    }
    for area in archive.registry.areas:
        yield printed.get(area.id, area.name)
