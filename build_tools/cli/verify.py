"""``kho verify``: a finished site, checked again at any time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from build_tools.checks.site import verify_site
from build_tools.checks.whole import whole_site
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.site.account import account_of_whole


def verify(
    site: Annotated[Path, typer.Argument(help="Thư mục trang web đã dựng.")] = Path("site"),
    manifest: Annotated[
        str | None,
        typer.Option(
            "--manifest", metavar="SHA256", help="Mã của manifest.json giữ từ lúc đăng, để so."
        ),
    ] = None,
) -> None:
    """Kiểm tra một trang web đã dựng: từng tệp còn đúng như lúc dựng, liên kết, trang thiếu hay thừa.

    Không cần mạng. Mã thoát: 0 còn nguyên, 1 có lỗi, 2 dùng lệnh sai. Ví dụ: kho verify site
    """
    if not site.is_dir():
        typer.echo(f"Không có thư mục {site}. Dựng trang web trước bằng “kho build”.", err=True)
        raise typer.Exit(2)
    problems = Problems()
    report = verify_site(site, problems)
    whole = whole_site(site, problems, expected=manifest)
    typer.echo(text_report(problems))
    typer.echo(f"Đã xem {report.pages} trang, {report.links} liên kết.")
    if whole is not None:
        typer.echo(account_of_whole(whole))
    raise typer.Exit(1 if problems.has_errors else 0)
