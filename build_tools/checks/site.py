"""The finished site, checked as a reader's browser would meet it.

Every internal link leads to a page and a fragment that exist, no id stands twice on one
page, and the pages are exactly those the archive asked for. Works on a folder alone, so
a published site can be checked again at any time.
"""

from __future__ import annotations

import gzip
import json
import posixpath
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from build_tools.checks.manifest import MANIFEST, Manifest, read_manifest
from build_tools.problems import Place, Problems
from build_tools.search.offline import files_of

NOT_FOUND: Final = "404.html"
INDEX_FOLDER: Final = "search/index"
_LINKS: Final = (
    ("a", "href"),
    ("link", "href"),
    ("form", "action"),
    ("img", "src"),
    ("script", "src"),
)
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
    manifest = _manifest_of(site, problems)
    documents = {
        path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))
    }
    _check_ids(documents, problems)
    _Links(site, manifest.base, documents).check(problems)
    _check_pages(frozenset(documents) - {NOT_FOUND}, manifest.page_files, problems)
    _check_papers(site, manifest.papers, problems)
    _check_index(site / INDEX_FOLDER, problems, offline=manifest.offline)
    return SiteReport(len(documents), sum(len(document.links) for document in documents.values()))


def _manifest_of(site: Path, problems: Problems) -> Manifest:
    try:
        return read_manifest(site)
    except (OSError, ValueError):
        problems.error(
            "KHO506",
            Place(MANIFEST),
            "Không đọc được danh sách trang của kho.",
            "Thư mục này không phải do “kho build” dựng, hoặc dựng dở; hãy dựng lại.",
        )
        return Manifest({})


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


def _check_papers(site: Path, papers: Iterable[str], problems: Problems) -> None:
    """A PDF begins with its version and ends with a mark of its own (ISO 32000-1, 7.5)."""
    for name in papers:
        path = site / name
        content = path.read_bytes() if path.is_file() else b""
        if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-1024:]:
            problems.error(
                "KHO510",
                Place(name),
                "Tệp PDF của báo cáo bị thiếu hoặc bị cắt cụt.",
                "Dựng lại bằng “kho build --pdf”; kiểm tra ổ đĩa còn chỗ không.",
            )


def _index_files(folder: Path, *, offline: bool) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file() and offline:
            yield from files_of(path.read_text("utf-8")).items()
        elif path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _check_index(folder: Path, problems: Problems, *, offline: bool) -> None:
    """A search index that was cut off finds nothing and says nothing, so it is looked at here."""
    try:
        files = {
            name: gzip.decompress(content)
            for name, content in _index_files(folder, offline=offline)
        }
        shards = json.loads(files["catalogue.kho"])["shards"]
        records = {f"shards/{shard['folder']}/records.kho" for shard in shards}
        parts = sum(len(shard["parts"].split(" ")) for shard in shards)
        whole = records <= files.keys() and parts == sum("/parts/" in name for name in files)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        problems.error(
            "KHO508",
            Place(INDEX_FOLDER),
            "Chỉ mục tìm kiếm thiếu hoặc bị cắt giữa chừng.",
            "Dựng lại bằng “kho build”; kiểm tra ổ đĩa còn chỗ không.",
        )


def _check_ids(documents: Mapping[str, _Document], problems: Problems) -> None:
    for name, document in documents.items():
        for twice in document.twice:
            problems.error(
                "KHO503",
                Place(name),
                f"Mã “{twice}” có hai lần trên một trang.",
                "Hai mục trùng số hoặc lỗi mẫu trang; sửa số mục theo bản in.",
            )


@dataclass(frozen=True, slots=True)
class _Links:
    site: Path
    base: str
    documents: Mapping[str, _Document]

    def check(self, problems: Problems) -> None:
        for name, document in self.documents.items():
            for link in document.links:
                parts = urlsplit(link)
                if not parts.scheme and not parts.netloc:
                    self._check(name, link, unquote(parts.path), unquote(parts.fragment), problems)

    def _check(self, name: str, link: str, path: str, fragment: str, problems: Problems) -> None:
        target = self._target(name, path)
        document = self.documents.get(target)
        if document is None:
            if target.startswith("../") or not (self.site / target).is_file():
                problems.error(
                    "KHO501",
                    Place(name),
                    f"Liên kết “{link}” dẫn tới trang không có.",
                    "Sửa liên kết trong nội dung; nếu do mẫu trang sinh ra, báo người bảo trì.",
                )
        elif fragment not in _OWN_TARGETS and fragment not in document.ids:
            problems.error(
                "KHO502",
                Place(name),
                f"Liên kết “{link}” dẫn tới mục “#{fragment}” không có trên trang.",
                "Sửa phần sau dấu #, hoặc thêm mục còn thiếu.",
            )

    def _target(self, name: str, path: str) -> str:
        """The file a link means, below the site's root."""
        if not path:
            return name
        if path.startswith("/"):
            target = path.removeprefix(self.base).lstrip("/")
        else:
            target = posixpath.join(posixpath.dirname(name), path)
        whole = posixpath.normpath(target)
        is_folder = path.endswith("/") or whole == "." or posixpath.basename(path) in {".", ".."}
        return posixpath.normpath(posixpath.join(whole, "index.html")) if is_folder else whole


def _check_pages(found: frozenset[str], asked: frozenset[str], problems: Problems) -> None:
    if not asked:
        return
    for missing in sorted(asked - found):
        problems.error(
            "KHO504",
            Place(missing),
            "Thiếu trang này trong trang web.",
            "Dựng lại bằng “kho build”.",
        )
    for extra in sorted(found - asked):
        problems.error(
            "KHO505",
            Place(extra),
            "Trang này không thuộc kho.",
            "Tệp lạ lọt vào thư mục; dựng lại bằng “kho build”.",
        )
