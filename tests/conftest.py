"""What every test may ask for: the archives, read and built once, the seed, golden files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.archive import Archive
from build_tools.gathering import read_archive
from build_tools.problem_text import text_report
from build_tools.problems import Problems

ROOT = Path(__file__).resolve().parent.parent

Kho = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the code gives today into the golden files, to be read in the diff",
    )


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def content(project: Path) -> Path:
    """The real content."""
    return project / "content"


@pytest.fixture(scope="session")
def sample(project: Path) -> Path:
    """The fictional province's eight quarters."""
    return project / "tests" / "sample" / "content"


def _read_without_errors(folder: Path) -> Archive:
    problems = Problems()
    archive = read_archive(folder, Path("content"), problems)
    assert not problems.has_errors, text_report(problems)
    return archive


@pytest.fixture(scope="session")
def real_archive(content: Path) -> Archive:
    """The real content, read once."""
    return _read_without_errors(content)


@pytest.fixture(scope="session")
def sample_archive(sample: Path) -> Archive:
    """The sample content, read once."""
    return _read_without_errors(sample)


def _shared(project: Path, name: str) -> Path:
    path = project.parent / "shared" / name
    if not path.exists():
        pytest.skip(f"../shared/{name} is not here: the seed report is not part of the project")
    return path


@pytest.fixture(scope="session")
def seed(project: Path) -> Path:
    """The one real report as OCR text; it stays outside the project."""
    return _shared(project, "seed/170-bc-duk-ocr.txt")


@pytest.fixture(scope="session")
def gold(project: Path) -> Path:
    """How people annotated the seed."""
    return _shared(project, "gold")


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[Path, str], None]:
    """Compare a text with a golden file; ``--update-golden`` rewrites the file instead."""

    def compare(path: Path, actual: str) -> None:
        if pytestconfig.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8")
        assert path.is_file(), f"{path.name} is missing; run pytest --update-golden and read it"
        assert actual == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def kho() -> Kho:
    """Run the ``kho`` command in the project's folder, without a terminal and not under make."""
    outside_make = {key: value for key, value in os.environ.items() if key != "MAKELEVEL"}

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "build_tools", *map(str, arguments)],
            cwd=ROOT,
            env={**outside_make, "COLUMNS": "100", "TERM": "dumb", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def _build(kho: Kho, factory: pytest.TempPathFactory, content: Path) -> Path:
    site = factory.mktemp("built") / "site"
    done = kho("build", "--content", content, "--site", site)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="session")
def real_site(kho: Kho, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content as a finished site."""
    return _build(kho, tmp_path_factory, ROOT / "content")


@pytest.fixture(scope="session")
def sample_site(kho: Kho, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample content as a finished site."""
    return _build(kho, tmp_path_factory, ROOT / "tests" / "sample" / "content")
