"""What a test needs from outside Python: absent, it is a skip on a user's machine, a failure in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent / "tools"
MODULES = TOOLS / "node_modules"


def need(found: object, what: str) -> None:
    """Go on when ``found``; otherwise say what is missing and how to get it."""
    if found:
        return
    message = f"cần {what} để chạy kiểm thử này"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def need_program(*names: str) -> str:
    """The path of the first program that is installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    need(found, " hoặc ".join(names))
    return str(found)


def node_module(name: str) -> Path:
    """The folder of a pinned npm package, installed on first use."""
    folder = MODULES / name
    if not folder.is_dir():
        npm = need_program("npm")
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=TOOLS, check=False)
    need(folder.is_dir(), f"gói npm {name} (chạy “npm ci” trong tests/tools)")
    return folder
