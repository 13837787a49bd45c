"""The sample archive with its PDF files, printed once."""

from __future__ import annotations

from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path

import pytest
from need import need
from pypdf import PdfReader

ADDRESS = "https://kho.example/"


@pytest.fixture(scope="session")
def engine() -> None:
    """WeasyPrint comes with the tools for testing, its Pango from the system."""
    need(find_library("pango-1.0"), "Pango (libpango-1.0-0 libpangoft2-1.0-0)")


@pytest.fixture(scope="session")
def printed_site(
    engine: None,  # noqa: ARG001 - asked for first
    kho: Callable,
    sample: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    site = tmp_path_factory.mktemp("printed") / "site"
    done = kho("build", "--pdf", "--content", sample, "--site", site, KHO_SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    assert "PDF: 14 tệp" in done.stdout
    return site


@pytest.fixture(scope="session")
def read(printed_site: Path) -> Callable[[str], PdfReader]:
    """Open the PDF beside a report's page."""

    def reader(key: str) -> PdfReader:
        return PdfReader(printed_site / key / f"{key.rpartition('/')[2]}.pdf")

    return reader
