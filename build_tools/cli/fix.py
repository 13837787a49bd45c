"""``kho fix``: what is mechanical is mended, after the editor has seen how."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from build_tools.cli.options import ContentOption, folder
from build_tools.files import reason
from build_tools.mending.mend import Mended, mend_file
from build_tools.mending.shown import as_diff
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.registry.reader import FOLDER


def fix(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[TỆP]…", help="Tệp hoặc thư mục; mặc định là mọi báo cáo."),
    ] = None,
    content: ContentOption = Path("content"),
    write: Annotated[  # noqa: FBT002 - a Typer option
        bool, typer.Option("--write", help="Ghi luôn, không hỏi.")
    ] = False,
    check: Annotated[  # noqa: FBT002 - a Typer option
        bool, typer.Option("--check", help="Không ghi; mã thoát 1 khi còn chỗ cần sửa.")
    ] = False,
) -> None:
    """Sửa những lỗi máy móc: dấu cách thừa, ký tự không thấy được, gạch nối trong số ký hiệu.

    In chỗ sửa ra trước; chỉ ghi khi có --write hoặc khi bạn đồng ý. Không đổi một chữ, một con số
    nào: bước nào làm đổi nội dung thì bỏ. Ví dụ: kho fix content/2024/q1/15-bc-duk.md
    """
    problems = Problems()
    found = [mend_file(path, path.as_posix(), problems) for path in _files(paths, content)]
    mended = [one for one in found if one is not None and one.is_changed]
    for one in mended:
        typer.echo(as_diff(one, one.path.as_posix()))
    if len(problems):
        typer.echo(text_report(problems), err=True)
    if not mended:
        typer.echo("Không có gì cần sửa.")
    elif check:
        typer.echo(f"{len(mended)} tệp cần sửa; chạy “kho fix --write”.")
    elif write or (sys.stdin.isatty() and typer.confirm("Ghi các chỗ sửa này?")):
        for one in mended:
            _write(one)
        typer.echo(f"Đã sửa {len(mended)} tệp.")
    else:
        typer.echo("Chưa ghi; thêm --write để ghi.")
    raise typer.Exit(1 if problems.has_errors or (check and mended) else 0)


def _files(paths: list[Path] | None, content: Path) -> Iterator[Path]:
    for path in paths or [folder(content)]:
        if path.is_dir():
            below = (one for one in sorted(path.rglob("*.md")) if one.name != "README.md")
            yield from (one for one in below if FOLDER not in one.relative_to(path).parts)
        elif path.is_file():
            yield path
        else:
            typer.echo(f"Không có tệp {path}.", err=True)
            raise typer.Exit(2)


def _write(mended: Mended) -> None:
    """The whole new file takes the old one's place, or nothing happens."""
    path = mended.path.resolve()
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(mended.after, encoding="utf-8", newline="\n")
        shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        typer.echo(f"Không ghi được {mended.path.as_posix()}: {reason(fault)}.", err=True)
        raise typer.Exit(1) from None
