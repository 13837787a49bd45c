"""The list that a finished site carries: its pages, its files with their digests, its sources.

Nothing of time, host or folder stands in it, so equal sources give equal bytes. It is the
one file it does not list; whoever keeps its digest can prove every other file with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from build_tools.digests import Digest

MANIFEST: Final = "manifest.json"


_quoted: Final = json.JSONEncoder(ensure_ascii=False).encode


class Standing(StrEnum):
    """How far the commit of a build is known."""

    CLEAN = "clean"  # the repository held exactly this commit
    DIRTY = "dirty"  # something was changed and not committed, so no commit is named
    DECLARED = "declared"  # no repository; whoever built it said so
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """The commit a site was built from: 40 (or 64) hexadecimal digits, None where not known."""

    commit: str | None
    standing: Standing


UNKNOWN_SOURCE: Final = Source(None, Standing.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` says.

    ``pages`` are addresses by kind; ``base`` is the path under which the site is served,
    e.g. ``/`` or ``/kho/``; ``papers`` the PDF files that must stand beside the pages;
    ``offline`` marks the edition that is opened from a folder. ``reports`` names for each
    report's address the SHA-256 of its file below the content folder, and ``files`` what
    every file of the site holds; None where an older version wrote neither.
    """

    pages: Mapping[str, Sequence[str]]
    base: str = "/"
    papers: Sequence[str] = ()
    offline: bool = False
    source: Source = UNKNOWN_SOURCE
    reports: Mapping[str, str] | None = None
    files: Mapping[str, Digest] | None = None

    @property
    def page_files(self) -> frozenset[str]:
        """The files that are pages: ``2023/q3/index.html``."""
        return frozenset(
            f"{address}index.html" for group in self.pages.values() for address in group
        )


def write_manifest(site: Path, manifest: Manifest) -> None:
    """Write ``manifest.json``: one line a file, so that two versions can be compared."""
    head: dict[str, Any] = {
        "base": manifest.base,
        "pages": {kind: sorted(manifest.pages[kind]) for kind in sorted(manifest.pages)},
        "papers": sorted(manifest.papers),
    }
    if manifest.offline:
        head["offline"] = True
    head["source"] = {"commit": manifest.source.commit, "state": manifest.source.standing}
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    reports = (
        f'{_quoted(address)}: {{"path": {_quoted(address.rstrip("/") + ".md")}, "sha256": "{digest}"}}'
        for address, digest in sorted((manifest.reports or {}).items())
    )
    files = (
        f'{_quoted(name)}: {{"sha256": "{digest.sha256}", "size": {digest.size}}}'
        for name, digest in sorted((manifest.files or {}).items())
        if name != MANIFEST
    )
    text = f'{opening},\n "reports": {_lines(reports)},\n "files": {_lines(files)}\n}}\n'
    (site / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def _lines(rows: Iterable[str]) -> str:
    inside = ",\n".join(f"  {row}" for row in rows)
    return f"{{\n{inside}\n }}" if inside else "{}"


def read_manifest(site: Path) -> Manifest:
    """What the manifest of a site says; raises ``ValueError`` or ``OSError`` where it is none.

    The file may have been altered by anyone, so every value is checked for its kind.
    """
    try:
        content = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
        source = content.get("source", {"commit": None, "state": Standing.UNKNOWN})
        files, reports = content.get("files"), content.get("reports")
        return Manifest(
            pages={str(kind): [*map(_text, group)] for kind, group in content["pages"].items()},
            base=_text(content["base"]),
            papers=[*map(_text, content["papers"])],
            offline=content.get("offline") is True,
            source=Source(source["commit"], Standing(source["state"])),
            reports=reports and {name: _text(row["sha256"]) for name, row in reports.items()},
            files=files
            and {
                name: Digest(_text(row["sha256"]), int(row["size"])) for name, row in files.items()
            },
        )
    except (KeyError, AttributeError, TypeError, RecursionError) as fault:
        raise ValueError(MANIFEST) from fault


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
