"""The finished site, checked as a reader's browser would meet it.

Every internal link leads to a page and a fragment that exist, no id stands twice on one
page, and the pages are exactly those the archive asked for. Works on a folder alone, so
a published site can be checked again at any time.
"""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from build_tools.problems import Place, Problems

MANIFEST: Final = "manifest.json"
NOT_FOUND: Final = "404.html"
_LINKS: Final = (("a", "href"), ("link", "href"), ("form", "action"), ("img", "src"), ("script", "src"))
_OWN_TARGETS: Final = frozenset({"", "top"})


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was looked at."""

    pages: int
    links: int


@dataclass(frozen=True, slots=True)
class _Document:
    ids: frozenset[str]
    twice: tuple[str, ...]
    links: tuple[str, ...]


def verify_site(site: Path, problems: Problems) -> SiteReport:
    """Check a site folder; faults go to ``problems``."""
    manifest = _read_manifest(site, problems)
    documents = {
        path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))
    }
    links = 0
    for name, document in documents.items():
        for twice in document.twice:
            problems.error(
                "KHO503",
                Place(name),
                f"Mã “{twice}” có hai lần trên một trang.",
                "Hai mục trùng số hoặc lỗi mẫu trang; sửa số mục theo bản in.",
            )
        for link in document.links:
            links += 1
            _check_link(name, link, documents, site, manifest.base, problems)
    _check_pages(documents, manifest, problems)
    return SiteReport(len(documents), links)


@dataclass(frozen=True, slots=True)
class _Manifest:
    pages: frozenset[str]
    base: str


def write_manifest(site: Path, pages: dict[str, list[str]], base: str) -> None:
    """Record which pages the site must hold, by kind, for ``verify_site`` to compare.

    ``base`` is the path under which the site is served, e.g. ``/`` or ``/kho/``.
    """
    content = {"base": base, "pages": {kind: sorted(pages[kind]) for kind in sorted(pages)}}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (site / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _read_manifest(site: Path, problems: Problems) -> _Manifest:
    try:
        content = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
        names = (f"{address}index.html" for group in content["pages"].values() for address in group)
        return _Manifest(frozenset(names), content["base"])
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        problems.error(
            "KHO506",
            Place(MANIFEST),
            "Không đọc được danh sách trang của kho.",
            "Thư mục này không phải do “kho build” dựng, hoặc dựng dở; hãy dựng lại.",
        )
        return _Manifest(frozenset(), "/")


def _read(path: Path) -> _Document:
    tree = LexborHTMLParser(path.read_bytes())
    ids = Counter(node.attributes["id"] or "" for node in tree.css("[id]"))
    return _Document(
        frozenset(ids),
        tuple(name for name, count in ids.items() if count > 1),
        tuple(_links(tree)),
    )


def _links(tree: LexborHTMLParser) -> Iterator[str]:
    for tag, attribute in _LINKS:
        for node in tree.css(f"{tag}[{attribute}]"):
            value = node.attributes[attribute]
            if value is not None:
                yield value


def _check_link(
    name: str,
    link: str,
    documents: dict[str, _Document],
    site: Path,
    base: str,
    problems: Problems,
) -> None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return
    path = unquote(parts.path)
    if path.startswith("/"):
        target = path.removeprefix(base) if path.startswith(base) else path[1:]
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if target in {"", "."} or path.endswith("/"):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    document = documents.get(target)
    if document is None and not (not target.startswith("../") and (site / target).is_file()):
        problems.error(
            "KHO501",
            Place(name),
            f"Liên kết “{link}” dẫn tới trang không có.",
            "Sửa liên kết trong nội dung; nếu do mẫu trang sinh ra, báo người bảo trì.",
        )
        return
    fragment = unquote(parts.fragment)
    if document is not None and fragment not in _OWN_TARGETS and fragment not in document.ids:
        problems.error(
            "KHO502",
            Place(name),
            f"Liên kết “{link}” dẫn tới mục “#{fragment}” không có trên trang.",
            "Sửa phần sau dấu #, hoặc thêm mục còn thiếu.",
        )


def _check_pages(
    documents: dict[str, _Document], manifest: _Manifest, problems: Problems
) -> None:
    if not manifest.pages:
        return
    found = frozenset(documents) - {NOT_FOUND}
    for missing in sorted(manifest.pages - found):
        problems.error(
            "KHO504", Place(missing), "Thiếu trang này trong trang web.", "Dựng lại bằng “kho build”."
        )
    for extra in sorted(found - manifest.pages):
        problems.error(
            "KHO505",
            Place(extra),
            "Trang này không thuộc kho.",
            "Tệp lạ lọt vào thư mục; dựng lại bằng “kho build”.",
        )
