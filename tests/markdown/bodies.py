"""Bodies of reports for the tests of this room."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import MappingProxyType

from build_tools.model import Report
from build_tools.problems import Problems
from build_tools.reading import ReportFile, read_report
from build_tools.registered import ArchiveProfile, Area, Issuer
from build_tools.registry.registry import Registry

REPORTS = Path(__file__).resolve().parent.parent / "fixtures" / "reports"
REFUSALS = Path(__file__).resolve().parent.parent / "fixtures" / "refusals"
HEAD = """\
---
title: Tình hình quý III
number: 12-BC/ĐUK
quarter: 2023-Q3
issuer: duk
edition: summary
---
"""
AREAS = (
    Area("chinh-tri", "Nhiệm vụ chính trị", ("nhiệm vụ chính trị",)),
    Area("tu-tuong", "Tư tưởng", ("giáo dục chính trị, tư tưởng",)),
    Area("nq4", "Nghị quyết Trung ương 4", ("Nghị quyết Trung ương 4",)),
    Area("dan-van", "Dân vận", ("dân vận",)),
    Area("kiem-tra", "Kiểm tra", ("kiểm tra",)),
)
ISSUER = Issuer("duk", "Đảng ủy Khối", None, "ĐUK", (), None, None, None, None, None, None)
REGISTRY = Registry(
    ArchiveProfile("Kho thử", "", sample=True, notice=None),
    MappingProxyType({"duk": ISSUER}),
    AREAS,
    MappingProxyType({}),
)


def read_bytes(raw: bytes) -> tuple[Report | None, Problems]:
    """Read the bytes of a report file."""
    problems = Problems()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "12-bc-duk.md"
        path.write_bytes(raw)
        file = ReportFile(path, "12-bc-duk.md", "2023/q3/12-bc-duk.md")
        return read_report(file, REGISTRY, problems), problems


def read_body(body: str) -> tuple[Report | None, Problems]:
    """Read a body under a sound head of seven lines."""
    return read_bytes((HEAD + body).encode())
