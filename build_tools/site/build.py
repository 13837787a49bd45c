"""One build from content to published site, stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools import addresses
from build_tools.cache.store import Cache
from build_tools.papers.printing import papers
from build_tools.problems import Problems
from build_tools.site.compose import (
    base_path,
    compose,
    form_package_of,
    repository_of,
    site_url_of,
)
from build_tools.site.faults import NotPublishedError, told
from build_tools.site.finish import Finished, finish
from build_tools.site.form.page import with_form
from build_tools.site.prepare import Prepared, prepare
from build_tools.site.publish import check_place, staged
from build_tools.site.source import source_of


@dataclass(frozen=True, slots=True)
class Built:
    """A site that has been published."""

    prepared: Prepared
    finished: Finished


def _with_papers(prepared: Prepared, content: Path, site_url: str | None) -> Prepared:
    profile = prepared.archive.registry.profile
    return replace(prepared, papers=papers(prepared.pages, profile, site_url, content))


def build_site(
    content: Path,
    site: Path,
    config_file: Path,
    problems: Problems,
    tell: Callable[[str], None],
    *,
    cache: Cache | None = None,
    pdf: bool = False,
    offline: bool = False,
) -> Built | None:
    """Build ``content`` into ``site``; None, with the old site untouched, on any error.

    ``tell`` is called with the name of each stage as it begins; ``pdf`` makes a PDF of every
    report, too; ``offline`` makes an edition that is opened from a folder, on a stick or an
    office's shared drive; ``cache`` keeps what the next build need not make again.
    """
    with addresses.opened_from_a_folder() if offline else nullcontext():
        return _build(
            content, site, config_file, problems, tell, cache=cache, pdf=pdf, offline=offline
        )


def _build(
    content: Path,
    site: Path,
    config_file: Path,
    problems: Problems,
    tell: Callable[[str], None],
    *,
    cache: Cache | None,
    pdf: bool,
    offline: bool,
) -> Built | None:
    with told(content, site, problems):
        tell("Đọc nội dung")
        check_place(site, content)
        site_url = site_url_of(config_file)
        prepared = prepare(content, site_url, problems)
        if prepared is None:
            raise NotPublishedError
        packed = None if offline else form_package_of(config_file)
        if packed is not None:
            prepared = with_form(prepared, packed, repository_of(config_file), problems)
            if prepared is None:
                raise NotPublishedError
        prepared = replace(prepared, source=source_of(content))
        if pdf:
            tell("In các báo cáo ra PDF")
            prepared = _with_papers(prepared, content, site_url)
        with staged(site) as stage:
            tell(f"Dựng {len(prepared.pages)} trang")
            compose(config_file, content, prepared, stage, offline=offline)
            tell("Lập chỉ mục tìm kiếm và kiểm tra liên kết")
            finished = finish(
                prepared, stage, base_path(site_url), problems, cache, offline=offline
            )
            if problems.has_errors:
                raise NotPublishedError
            tell("Đưa vào chỗ")
        return Built(prepared, finished)
    return None
