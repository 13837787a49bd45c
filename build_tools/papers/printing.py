"""Every report of an archive on paper, several at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from build_tools.pages.page import Page, PageKind
from build_tools.papers.paper import Manuscript, Paper, manuscript
from build_tools.registered import ArchiveProfile


class NoEngineError(Exception):
    """The extra that makes PDF files is not installed, or its system libraries are not."""


def papers(
    pages: Iterable[Page], profile: ArchiveProfile, site_url: str | None, content: Path
) -> tuple[Paper, ...]:
    """The PDF of every report among ``pages``, in their order.

    ``content`` is the folder that holds their pictures. Raises ``NoEngineError``.
    """
    reports = [
        manuscript(page, profile, site_url, content)
        for page in pages
        if page.kind is PageKind.REPORT
    ]
    _need_engine()
    workers = min(os.cpu_count() or 1, len(reports)) or 1
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return tuple(pool.map(_printed, reports))


def _need_engine() -> None:
    try:
        import weasyprint  # noqa: F401, PLC0415 - an extra; Pango is loaded on import
    except (ImportError, OSError) as fault:
        raise NoEngineError(str(fault)) from fault


def _printed(one: Manuscript) -> Paper:
    from build_tools.papers.engine import printed  # noqa: PLC0415 - loaded only to print

    return printed(one)
