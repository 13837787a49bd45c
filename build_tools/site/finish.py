"""After the pages are written: the search index, the manifest, and the verification."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.checks.site import INDEX_FOLDER, SiteReport, verify_site, write_manifest
from build_tools.problems import Problems
from build_tools.search.index import write_index
from build_tools.search.offline import turn_into_scripts
from build_tools.site.prepare import Prepared


@dataclass(frozen=True, slots=True)
class Finished:
    """What the last stages counted."""

    records: int
    verified: SiteReport


def finish(
    prepared: Prepared, site: Path, base: str, problems: Problems, *, offline: bool = False
) -> Finished:
    """Index and verify a composed site folder; faults go to ``problems``.

    ``base`` is the path the site is served under; ``offline`` says that it is to be opened
    from a folder. Raises
    ``build_tools.search.pagefind.IndexingError`` when the index cannot be written.
    """
    records = write_index(prepared.archive, site / INDEX_FOLDER)
    if offline:
        turn_into_scripts(site / INDEX_FOLDER)
    papers = [paper.address for paper in prepared.papers]
    write_manifest(site, prepared.addresses_by_kind(), base, papers, offline=offline)
    return Finished(records, verify_site(site, problems))
