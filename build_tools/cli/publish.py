"""``kho publish``: what is published goes into the ledger, which only grows."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from build_tools.archive import Archive
from build_tools.checks.published import unrecorded
from build_tools.cli.options import ContentOption, folder
from build_tools.files import reason
from build_tools.gathering import read_archive
from build_tools.ledger import FILE, Version, Withdrawal, grew_from, lines_for
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.site.prepare import prepare, shown_path
from build_tools.vietnamese import nfc


def publish(  # noqa: PLR0917 - Typer options
    content: ContentOption = Path("content"),
    write: Annotated[  # noqa: FBT002 - a Typer option
        bool, typer.Option("--write", help="Ghi thêm vào sổ đăng content/published.jsonl.")
    ] = False,
    commit: Annotated[
        str | None, typer.Option("--commit", help="Mã commit đã dựng; bỏ trống là không rõ.")
    ] = None,
    withdraw: Annotated[
        str | None,
        typer.Option("--withdraw", metavar="BÁO_CÁO", help="Gỡ công khai, như 2023/q3/170-bc-duk."),
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Lý do gỡ, hiện trên trang.")] = None,
    earlier: Annotated[
        Path | None,
        typer.Option("--grew-from", help="Chỉ kiểm tra: sổ có mở đầu bằng trọn sổ cũ này không."),
    ] = None,
) -> None:
    """Ghi các bản vừa đăng vào sổ đăng: mỗi bản một dòng, chỉ thêm, không sửa.

    Không có --write thì chỉ liệt kê. Máy dựng trang chạy lệnh này sau khi đăng, nên người biên
    tập thường không cần chạy. Gỡ một báo cáo: kho publish --withdraw 2023/q3/170-bc-duk --why "…" --write
    """
    path = folder(content) / FILE
    if earlier is not None:
        _check_growth(earlier, path)
        return
    problems = Problems()
    today = datetime.now().astimezone().date()
    added: tuple[Version | Withdrawal, ...]
    if withdraw is not None:
        archive = read_archive(content, shown_path(content), problems)
        _stop_on(problems)
        added = (_withdrawal(archive, withdraw.strip("/"), why, today),)
    else:
        prepared = prepare(content, None, problems)
        if prepared is None:
            _stop_on(problems)
            raise typer.Exit(1)
        archive = prepared.archive
        added = tuple(unrecorded(archive, today, commit))
    for entry in added:
        typer.echo(_told(entry))
    if not added:
        typer.echo("Sổ đăng đã đủ.")
    elif write:
        _append(path, lines_for(archive.ledger, added))
        typer.echo(f"Đã ghi thêm {len(added)} dòng vào {path.as_posix()}.")
    else:
        typer.echo("Chưa ghi; thêm --write để ghi.")


def _check_growth(earlier: Path, path: Path) -> None:
    """The ledger begins with all of the earlier one, or the command ends with 1."""
    before = earlier.read_text("utf-8") if earlier.is_file() else ""
    now = path.read_text("utf-8") if path.is_file() else ""
    if not grew_from(before, now):
        _refuse(
            f"{path.as_posix()} thiếu hoặc đã đổi dòng của sổ cũ. Lấy lại sổ cũ, rồi chạy "
            "“kho publish --write”."
        )
    typer.echo("Sổ đăng chỉ có thêm dòng mới.")


def _withdrawal(archive: Archive, key: str, why: str | None, today: date) -> Withdrawal:
    before = archive.ledger.versions.get(key)
    if before is None:
        _refuse(f"Sổ đăng không có báo cáo “{key}”; chưa đăng thì chỉ cần xóa tệp.")
    if not why or not why.strip():
        _refuse("Thiếu --why: lý do gỡ hiện trên trang, nên phải có.")
    report = archive.by_address.get(f"{key}/")
    year, quarter, *_ = key.split("/")
    label = f"quý {quarter.removeprefix('q')}/{year}"
    name = report.name if report else f"Báo cáo {key.rsplit('/', 1)[-1].upper()}"
    if report is not None:
        label = report.metadata.quarter.label
    return Withdrawal(key, today, nfc(why.strip().rstrip(".")), name, label)


def _told(entry: Version | Withdrawal) -> str:
    if isinstance(entry, Withdrawal):
        return f"{entry.report}: gỡ ({entry.why}); sau khi ghi, xóa tệp báo cáo"
    return f"{entry.report}: bản {entry.version}, {entry.errata} lời đính chính, {entry.text[:12]}…"


def _append(path: Path, lines: str) -> None:
    """Put a longer file in the place of the old one, so that an interrupted write leaves no half line."""
    beside = path.with_name(f".{path.name}.new")
    try:
        before = path.read_bytes() if path.exists() else b""
        beside.write_bytes(before + lines.encode())
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        _refuse(f"Không ghi được {path.as_posix()}: {reason(fault)}.")


def _stop_on(problems: Problems) -> None:
    if problems.has_errors:
        typer.echo(text_report(problems), err=True)
        _refuse("Còn lỗi thì chưa ghi sổ đăng.")


def _refuse(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(1)
