"""From a file to a finished report file: read, structure, write, read back, prove, doubt."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from build_tools.addresses import quarter_address
from build_tools.files import reason
from build_tools.intake.doubt import Doubt, error
from build_tools.intake.doubting.everything import doubts_of
from build_tools.intake.draft import Draft
from build_tools.intake.identity import default_target, file_name, identify, open_issuer
from build_tools.intake.pictures import place_pictures, save_pictures
from build_tools.intake.proof import Account, prove
from build_tools.intake.readers import reader_for
from build_tools.intake.source import Manuscript
from build_tools.intake.structure import structure
from build_tools.intake.writing import Written, write
from build_tools.problems import Place, Problems
from build_tools.quarter import Quarter
from build_tools.reading import ReportFile, read_report
from build_tools.registered import Issuer
from build_tools.registry.reader import read_registry
from build_tools.registry.registry import Registry

# An issuer still to be entered must not keep the file from being read back and proved.
STAND_IN: Final = Issuer("chua-ro", "chưa rõ", None, None, (), None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor asked for; ``to`` None means the place where the report belongs."""

    path: Path
    content: Path
    to: Path | None = None
    quarter: Quarter | None = None
    issuer: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """A finished import: the file written, its doubts worst first, and the account."""

    target: Path
    draft: Draft
    written: Written
    doubts: tuple[Doubt, ...]
    account: Account


def import_file(order: Order, problems: Problems, tell: Callable[[str], None]) -> Imported | None:
    """Carry out an order; None after recording why it was refused, with nothing written."""
    tell("đọc tệp")
    raw = _read(order.path, problems)
    manuscript = (
        None if raw is None else reader_for(order.path.name)(raw, order.path.name, problems)
    )
    if manuscript is None:
        return None
    registry = read_registry(order.content, order.content, problems)
    if problems.has_errors:
        return None
    return import_manuscript(manuscript, order, registry, problems, tell)


def import_manuscript(
    manuscript: Manuscript,
    order: Order,
    registry: Registry,
    problems: Problems,
    tell: Callable[[str], None],
) -> Imported | None:
    """The second half, shared by every reader of paper."""
    tell("tìm phần, mục, chú thích")
    draft = identify(
        structure(manuscript),
        registry,
        problems,
        order.quarter or quarter_of_path(order.to),
        order.issuer,
        placed=order.to is not None,
    )
    if draft is None:
        return None
    target = order.to or default_target(draft, order.content)
    if target is None or (target.exists() and not order.force):
        _refuse_target(target, manuscript.source.name, problems)
        return None
    tell("viết và đọc lại để đối chiếu")
    written = write(draft)
    text = place_pictures(written.text, manuscript.pictures, target)
    written = replace(written, text=text)
    account = _prove(draft, written, target, registry, problems)
    if account is None:
        return None
    _save(written.text, target)
    save_pictures(manuscript.pictures, target)
    tell("tìm chỗ nghi ngờ")
    doubts = (*losses(account), *open_issuer(draft, registry), *doubts_of(draft))
    return Imported(target, draft, written, doubts, account)


def _read(path: Path, problems: Problems) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as fault:
        problems.error(
            "KHO601",
            Place(str(path)),
            f"Không đọc được tệp: {reason(fault)}.",
            "Kiểm tra tệp có ở đúng chỗ và có quyền đọc không.",
        )
        return None


def _refuse_target(target: Path | None, name: str, problems: Problems) -> None:
    if target is None:
        problems.error(
            "KHO785",
            Place(name),
            "Không thấy số ký hiệu nên không đặt tên tệp được.",
            "Chạy lại và ghi rõ tệp đích, ví dụ: --to content/2023/q3/khong-so-duk.md",
        )
    else:
        problems.error(
            "KHO783",
            Place(target.as_posix()),
            "Tệp đích đã có; không ghi đè.",
            "Chọn tệp khác bằng --to, hoặc thêm --force nếu chắc chắn muốn thay.",
        )


def _prove(
    draft: Draft, written: Written, target: Path, registry: Registry, problems: Problems
) -> Account | None:
    """Read the file back from disk, as the archive would, and account for the source."""
    name, quarter = file_name(draft, target), draft.head.quarter
    if name is None or quarter is None:
        return None
    relative = f"{quarter_address(quarter)}{name}.md"
    reading = Problems()
    issuer = draft.head.issuer or STAND_IN.id
    text = written.text.replace("\nissuer: null\n", f"\nissuer: {issuer}\n", 1)
    registry = replace(registry, issuers=MappingProxyType({issuer: STAND_IN, **registry.issuers}))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.md"
        path.write_text(text, encoding="utf-8", newline="\n")
        report = read_report(ReportFile(path, target.as_posix(), relative), registry, reading)
    if report is None:
        first = next(iter(reading))
        problems.error(
            "KHO789",
            first.place,
            f"Kết quả chưa đọc lại được nên không ghi ({first.code}: {first.message})",
            f"{first.hint} Nếu tệp nguồn không có lỗi ấy, báo người bảo trì kèm tệp nguồn.",
        )
        return None
    return prove(draft, report)


def quarter_of_path(path: Path | None) -> Quarter | None:
    """The quarter of a target like ``content/2023/q3/…md``; None for any other place.

    >>> str(quarter_of_path(Path("content/2023/q3/170-bc-duk.md")))
    '2023-Q3'
    """
    parts = path.parts[-3:-1] if path is not None else ()
    try:
        return Quarter.parse("-".join(parts).upper())
    except ValueError:
        return None


def _save(text: str, target: Path) -> None:
    """Write beside the target, then rename: a report is never half there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(target)


def losses(account: Account) -> tuple[Doubt, ...]:
    """One doubt that tells how much was not found again when the file was read back; none if all was."""
    if account.missing == 0:
        return ()
    at = account.lost[0] if account.lost else 0
    units = ", ".join(one.unit for one in account.mismatches[:5])
    return (
        error(
            "KHO718",
            at,
            units,
            f"{account.missing} ký tự không khớp khi đọc lại" + (f" ({units})." if units else "."),
            "Đây là lỗi của lệnh nhập: so kỹ các chỗ này với bản in và báo người bảo trì kèm tệp nguồn.",
        ),
    )
