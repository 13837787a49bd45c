"""What a change of the content will do to the site: pages, documents, citations, problems.

Both contents are read whole, since one changed line of the registry can change the page of
every report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from build_tools.archive import Archive
from build_tools.checks.content import check_content
from build_tools.gathering import read_archive
from build_tools.model import Resolution
from build_tools.pages.every import every_page
from build_tools.pages.page import Page
from build_tools.problems import Problem, Problems


class Standing(StrEnum):
    """What the archive knows of the document that a citation means."""

    REGISTERED = "có trong danh mục"
    UNREGISTERED = "chưa có trong danh mục"
    AMBIGUOUS = "chưa xác định"


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a report that cite a document: ``Chỉ thị số 05-CT/TW``."""

    report: str
    words: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Content:
    """One side of a comparison. A content with errors has no pages: none would be built."""

    archive: Archive
    problems: tuple[Problem, ...]
    pages: Mapping[str, Page] | None
    cited: Counter[Cited]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A new content beside the old one.

    ``new``, ``changed`` and ``gone`` are None where either has errors; ``edited`` are the
    addresses of reports whose own text or facts changed. ``doubtful`` are
    citations that were not there before and whose document is not known; ``settled`` those
    whose document was not known before and is now. ``standing`` counts the citations of the
    new content. ``old_problems`` were there before, whatever line they have moved to.
    """

    new: tuple[Page, ...] | None
    changed: tuple[Page, ...] | None
    gone: tuple[Page, ...] | None
    edited: frozenset[str]
    doubtful: tuple[Cited, ...]
    settled: tuple[Cited, ...]
    standing: Mapping[Standing, int]
    drafts: tuple[str, ...]
    problems: tuple[Problem, ...]
    old_problems: frozenset[Problem]


def compare(old: Path, new: Path, shown: Path) -> Comparison:
    """Read both folders and tell the difference; ``shown`` is how messages name the new one."""
    before, after = _read(old, shown), _read(new, shown)
    known = {_key(problem) for problem in before.problems}
    was, now = before.pages, after.pages
    both = was is not None and now is not None
    was, now = was or {}, now or {}
    return Comparison(
        new=tuple(now[one] for one in now if one not in was) if both else None,
        changed=tuple(now[one] for one in now if one in was and now[one] != was[one])
        if both
        else None,
        gone=tuple(was[one] for one in was if one not in now) if both else None,
        edited=frozenset(
            address
            for address, report in after.archive.by_address.items()
            if before.archive.by_address.get(address) != report
        ),
        doubtful=tuple(
            one for one in (after.cited - before.cited) if one.standing is not Standing.REGISTERED
        ),
        settled=tuple(_settled(before.cited, after.cited)),
        standing=_standing(after.cited),
        drafts=tuple(report.path for report in after.archive.held_back),
        problems=after.problems,
        old_problems=frozenset(problem for problem in after.problems if _key(problem) in known),
    )


def _read(content: Path, shown: Path) -> Content:
    problems = Problems()
    archive = read_archive(content, shown, problems, drafts=False)
    check_content(archive, problems)
    pages = None
    if not problems.has_errors:
        made = (one for one in every_page(archive) if isinstance(one, Page))
        pages = {page.address: page for page in made}
    return Content(archive, tuple(problems), pages, Counter(_cited(archive)))


def _cited(archive: Archive) -> Iterator[Cited]:
    for report in archive.reports:
        found = archive.resolutions[report.key]
        for citation, resolution in zip(report.citations, found, strict=True):
            words = " ".join(citation.mention.surface.split())
            yield Cited(report.path, words, _known(archive, resolution))


def _known(archive: Archive, resolution: Resolution) -> Standing:
    if resolution.is_ambiguous:
        return Standing.AMBIGUOUS
    known = archive.is_registered(resolution.id)
    return Standing.REGISTERED if known else Standing.UNREGISTERED


def _settled(before: Counter[Cited], after: Counter[Cited]) -> Iterator[Cited]:
    """Citations that the archive knows now, and that the same words did not tell before."""
    open_before = {
        (one.report, one.words) for one in before - after if one.standing is not Standing.REGISTERED
    }
    for one in after - before:
        if one.standing is Standing.REGISTERED and (one.report, one.words) in open_before:
            yield one


def _standing(cited: Counter[Cited]) -> dict[Standing, int]:
    return {
        standing: sum(count for one, count in cited.items() if one.standing is standing)
        for standing in Standing
    }


def _key(problem: Problem) -> tuple[str, str, str, str | None]:
    """What stays of a problem when lines are put in above it."""
    return problem.code, problem.place.path, problem.message, problem.place.source
