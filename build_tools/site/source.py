"""Which commit the content of a build comes from; asked of git, or told by whoever builds.

Git runs no program of the repository for this: hooks and the file-system monitor are
switched off, and nothing in the repository is written.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from build_tools.checks.manifest import UNKNOWN_SOURCE, Source, Standing

#: names the commit where the content lies in no repository, e.g. in an unpacked archive
DECLARED: Final = "KHO_COMMIT"
_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_QUIET: Final = (
    "git",
    "--no-optional-locks",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
)  # fmt: skip
_SECONDS: Final = 20


def source_of(content: Path, environment: Mapping[str, str] = os.environ) -> Source:
    """The commit of the repository around ``content``; none is named while it has changes.

    A repository's word counts more than ``KHO_COMMIT``, which can be out of date.
    """
    commit = _git(content, "rev-parse", "--verify", "HEAD^{commit}")
    if commit is not None and _COMMIT.fullmatch(commit):
        changes = _git(content, "status", "--porcelain", "--untracked-files=normal")
        return Source(None, Standing.DIRTY) if changes != "" else Source(commit, Standing.CLEAN)
    declared = environment.get(DECLARED, "").strip().lower()
    if _COMMIT.fullmatch(declared):
        return Source(declared, Standing.DECLARED)
    return UNKNOWN_SOURCE


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints; None where there is no git, no repository, or no answer."""
    try:
        done = subprocess.run(
            (*_QUIET, "-C", str(folder), *arguments),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
