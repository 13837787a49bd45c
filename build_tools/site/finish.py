"""After the pages are written: the search index, the manifest, and the verification."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.cache.store import Cache
from build_tools.checks.manifest import Manifest, write_manifest
from build_tools.checks.site import INDEX_FOLDER, SiteReport, verify_site
from build_tools.digests import digests_below
from build_tools.problems import Problems
from build_tools.search.index import write_index
from build_tools.search.offline import turn_into_scripts
from build_tools.site.kept_index import kept_shards
from build_tools.site.prepare import Prepared


@dataclass(frozen=True, slots=True)
class Finished:
    """What the last stages counted."""

    records: int
    verified: SiteReport


def finish(
    prepared: Prepared,
    site: Path,
    base: str,
    problems: Problems,
    cache: Cache | None = None,
    *,
    offline: bool = False,
) -> Finished:
    """Index and verify a composed site folder; faults go to ``problems``.

    ``base`` is the path the site is served under; ``offline`` says that it is to be opened
    from a folder; ``cache`` keeps shards of the index for the next build. Raises
    ``build_tools.search.pagefind.IndexingError`` when the index cannot be written.
    """
    records = write_index(prepared.archive, site / INDEX_FOLDER, kept_shards(cache or Cache(None)))
    if offline:
        turn_into_scripts(site / INDEX_FOLDER)
    write_manifest(site, _manifest(prepared, site, base, offline=offline))
    return Finished(records, verify_site(site, problems))


def _manifest(prepared: Prepared, site: Path, base: str, *, offline: bool) -> Manifest:
    """Everything about the site that can be proved later; nothing of where or when."""
    return Manifest(
        pages=prepared.addresses_by_kind(),
        base=base,
        papers=[paper.address for paper in prepared.papers],
        offline=offline,
        source=prepared.source,
        reports={report.address: report.sha256 for report in prepared.archive.reports},
        files={name: one for name, one in digests_below(site).items() if one is not None},
    )
