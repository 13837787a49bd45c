"""The two archives built once: the real one and the sample, into folders of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent
SAMPLE = PROJECT / "tests" / "sample" / "content"

Kho = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def kho() -> Kho:
    """Run the ``kho`` command in the project's folder, without a terminal."""

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "build_tools", *map(str, arguments)],
            cwd=PROJECT,
            env={**os.environ, "COLUMNS": "100", "TERM": "dumb", **environment},
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
    return _build(kho, tmp_path_factory, PROJECT / "content")


@pytest.fixture(scope="session")
def sample_site(kho: Kho, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(kho, tmp_path_factory, SAMPLE)
