"""What editors have established: issuers, areas, directives, the archive's own name.

Read from the registry (danh mục); frozen, and None wherever nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from build_tools.problems import Place


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues reports or directives (cơ quan ban hành).

    ``predecessors`` and ``successors`` are None while nobody has established them;
    an empty tuple says that there are none.
    """

    id: str
    name: str
    short: str | None
    code: str | None
    aliases: tuple[str, ...]
    parent: str | None
    predecessors: tuple[str, ...] | None
    successors: tuple[str, ...] | None
    since: str | None
    until: str | None
    note: str | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """One of the recurring areas of work (lĩnh vực), with the phrases headings use for it."""

    id: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an editor found a directive officially published, and when they looked."""

    url: str
    accessed: date


@dataclass(frozen=True, slots=True)
class Directive:
    """An identifiable issued document (văn bản); everything not established is None.

    ``called`` is the name of a document known by name alone, e.g. ``Điều lệ Đảng``;
    ``places`` tells where each fact stands in the registry's file.
    """

    id: str
    type: str
    called: str | None
    number: int | None
    symbol: str | None
    issuer: str | None
    date: date | None
    year: int | None
    term: str | None
    title: str | None
    same_as: tuple[str, ...]
    collective: bool
    source: Source | None
    note: str | None
    line: int = 0
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ArchiveProfile:
    """What the whole archive is called and whether it is invented sample content."""

    title: str
    description: str
    sample: bool
    notice: str | None
