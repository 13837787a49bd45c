"""What a rule is: one idea of what a careful colleague would notice, as a pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from build_tools.archive import Archive
from build_tools.checks.finding import Finding
from build_tools.model import Report

OfReport: TypeAlias = Callable[[Report], Iterator[Finding]]
OfArchive: TypeAlias = Callable[[Archive], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class ReportRule:
    """A rule that needs one report alone; ``name`` is also the name of its golden file."""

    name: str
    find: OfReport


@dataclass(frozen=True, slots=True)
class ArchiveRule:
    """A rule that compares reports."""

    name: str
    find: OfArchive
