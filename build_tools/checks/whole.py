"""Whether a site is still what was built: every file compared with the manifest, offline.

The manifest cannot vouch for itself. Its own SHA-256 is what a publisher keeps or attests
elsewhere; ``whole_site`` returns it for that comparison.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.checks.manifest import MANIFEST, Manifest, Source, read_manifest
from build_tools.checks.site import NOT_FOUND
from build_tools.digests import Digest, digest_of, digests_below
from build_tools.files import reason
from build_tools.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Whole:
    """What was compared: how many files, by which manifest, built from which commit."""

    files: int
    manifest: Digest
    source: Source


def whole_site(site: Path, problems: Problems, expected: str | None = None) -> Whole | None:
    """Compare a site folder with its manifest; faults go to ``problems``.

    ``expected`` is the SHA-256 of the manifest, where it was kept when the site was published.

    None where there is no manifest to compare with. A page that is missing or was added is
    reported by ``build_tools.checks.site``, and not a second time here.
    """
    try:
        manifest = read_manifest(site)
        own = digest_of((site / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    if expected is not None and expected.strip().lower().removeprefix("sha256:") != own.sha256:
        problems.error(
            "KHO515",
            Place(MANIFEST),
            f"Không phải bản đã đăng: mã của manifest.json là {own.sha256}.",
            "So lại mã đã giữ. Đúng mã mà vẫn khác thì thư mục này là bản khác hoặc đã bị sửa.",
        )
    if manifest.files is None:
        problems.error(
            "KHO514",
            Place(MANIFEST),
            "Danh sách của trang web không ghi mã SHA-256 của các tệp, nên không đối chiếu được.",
            "Trang web do bản kho cũ dựng; dựng lại bằng “kho build”.",
        )
        return None
    try:
        found = digests_below(site)
    except OSError as fault:
        problems.error(
            "KHO601",
            Place(str(fault.filename or site)),
            f"Không đọc được tệp: {reason(fault)}.",
            "Kiểm tra tệp có ở đúng chỗ và có quyền đọc không.",
        )
        return None
    found.pop(MANIFEST, None)
    _compare(manifest, manifest.files, found, problems)
    return Whole(len(found), own, manifest.source)


def _compare(
    manifest: Manifest,
    listed: Mapping[str, Digest],
    found: Mapping[str, Digest | None],
    problems: Problems,
) -> None:
    pages = manifest.page_files
    for name in sorted(listed.keys() - found.keys() - pages):
        problems.error(
            "KHO512",
            Place(name),
            "Thiếu tệp này: lúc dựng có, nay không còn.",
            "Dựng lại bằng “kho build”; chép sang máy khác thì chép lại cả thư mục.",
        )
    for name in sorted(found.keys() - listed.keys()):
        if not name.endswith(".html") or name in pages | {NOT_FOUND}:
            problems.error(
                "KHO513",
                Place(name),
                "Tệp này không có lúc dựng, do ai đó thêm vào sau.",
                "Không rõ là tệp gì thì đừng mở; dựng lại bằng “kho build”.",
            )
    for name in sorted(listed.keys() & found.keys()):
        if found[name] != listed[name]:
            problems.error("KHO511", Place(name), *_altered(listed[name], found[name]))


def _altered(was: Digest, now: Digest | None) -> tuple[str, str]:
    cure = "Không rõ ai sửa thì giữ một bản để đối chiếu, báo người phụ trách, rồi dựng lại."
    if now is None:
        return "Tệp này lúc dựng là tệp thật, nay là liên kết hoặc thiết bị.", cure
    if now.size != was.size:
        return f"Tệp đã bị sửa: lúc dựng dài {was.size} byte, nay {now.size} byte.", cure
    return "Tệp đã bị sửa: cùng độ dài nhưng mã SHA-256 khác lúc dựng.", cure
