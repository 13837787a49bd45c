"""``kho new``: from a quarter and an issuer to a file that an editor can write into."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from build_tools.archive import Archive
from build_tools.cli.options import ContentOption, folder
from build_tools.files import reason
from build_tools.gathering import read_archive
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.quarter import Quarter
from build_tools.registered import Issuer
from build_tools.scaffold import Scaffold, scaffold


def new(
    quarter: Annotated[
        str | None, typer.Argument(metavar="[NĂM-Qn]", help="Quý báo cáo, như 2024-Q1.")
    ] = None,
    issuer: Annotated[
        str | None, typer.Option("--issuer", help="Mã cơ quan ban hành, có trong issuers.yml.")
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", help="Số ký hiệu như bản in, ví dụ 15-BC/ĐUK.")
    ] = None,
    content: ContentOption = Path("content"),
) -> None:
    """Tạo tệp cho một báo cáo mới: đủ khóa có lời giải thích, đủ phần và lĩnh vực.

    Đề mục lấy theo báo cáo gần nhất của cơ quan. Thiếu điều gì thì lệnh hỏi. Tệp mới là bản
    nháp, kiểm tra không có lỗi. Ví dụ: kho new 2024-Q1 --issuer duk-kien-giang
    """
    problems = Problems()
    archive = read_archive(folder(content), content, problems, drafts=True)
    if not archive.registry.issuers:
        typer.echo(text_report(problems), err=True)
        typer.echo("Chưa có cơ quan nào trong registry/issuers.yml; thêm một mục trước.", err=True)
        raise typer.Exit(1)
    body = _issuer(archive, issuer)
    made = scaffold(archive, _quarter(archive, body, quarter), body, _number(number, quarter))
    path = _written(made, content)
    typer.echo(
        f"Đã tạo {path.as_posix()}.\n"
        "Việc tiếp theo: mở tệp, viết thay cho các dấu “…”; xem thử bằng “kho serve”; "
        "kiểm tra bằng “kho check”; xong thì xóa dòng “draft: true”."
    )


def _issuer(archive: Archive, given: str | None) -> Issuer:
    issuers = archive.registry.issuers
    if given is not None:
        if given in issuers:
            return issuers[given]
        _wrong(f"Không có cơ quan “{given}”. Các mã đang có: {', '.join(sorted(issuers))}.")
    reporting = sorted(archive.by_issuer)
    if len(reporting) == 1:
        return issuers[reporting[0]]
    if not sys.stdin.isatty():
        _wrong("Thiếu --issuer: kho có nhiều cơ quan.")
    choices = reporting or sorted(issuers)
    for at, one in enumerate(choices, 1):
        typer.echo(f"  {at}. {issuers[one].name} ({one})")
    chosen = typer.prompt("Cơ quan số mấy", type=int, default=1)
    if not 1 <= chosen <= len(choices):
        _wrong(f"Chỉ có từ 1 đến {len(choices)}.")
    return issuers[choices[chosen - 1]]


def _quarter(archive: Archive, issuer: Issuer, given: str | None) -> Quarter:
    own = archive.by_issuer.get(issuer.id, ())
    following = str(own[-1].metadata.quarter.next) if own else None
    if given is None and sys.stdin.isatty():
        given = typer.prompt("Quý báo cáo", default=following)
    if given is None:
        _wrong("Thiếu quý báo cáo. Ví dụ: kho new 2024-Q1")
    try:
        return Quarter.parse(given.strip().upper())
    except ValueError:
        _wrong(f"“{given}” không phải là quý; viết như 2024-Q1.")


def _number(given: str | None, quarter: str | None) -> str | None:
    """The printed number; asked for only where the quarter had to be asked for too."""
    if given is None and quarter is None and sys.stdin.isatty():
        given = typer.prompt("Số ký hiệu (để trống nếu chưa rõ)", default="", show_default=False)
    return given.strip() or None if given else None


def _written(made: Scaffold, content: Path) -> Path:
    path = content / made.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(made.text)
    except FileExistsError:
        typer.echo(
            f"{path.as_posix()} đã có; lệnh này không ghi đè. Sửa tệp ấy, hoặc cho --number khác.",
            err=True,
        )
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"Không ghi được {path.as_posix()}: {reason(error)}.", err=True)
        raise typer.Exit(1) from None
    return path


def _wrong(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(2)
