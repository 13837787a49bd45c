"""``kho import``: a report from paper, Word or a scan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from build_tools.cli.options import ContentOption, folder, tell
from build_tools.intake.account_of_import import doubts_json, report
from build_tools.intake.imported import Order, import_file
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.quarter import Quarter


def _quarter(text: str) -> Quarter:
    try:
        return Quarter.parse(text)
    except ValueError:
        message = f"“{text}” không phải là quý; viết như 2023-Q3."
        raise typer.BadParameter(message) from None


def import_(  # noqa: PLR0917 - Typer options
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Tệp Word (.docx), hoặc tệp chữ (.txt) do máy nhận dạng; .doc, .odt, .rtf, .pdf khi "
            "máy có LibreOffice, pdftotext.",
        ),
    ],
    to: Annotated[Path | None, typer.Option("--to", help="Tệp báo cáo sẽ ghi.")] = None,
    doubts: Annotated[
        Path | None, typer.Option("--doubts", help="Ghi thêm các chỗ nghi ngờ ra tệp JSON này.")
    ] = None,
    quarter: Annotated[
        Quarter | None,
        typer.Option(
            "--quarter", parser=_quarter, metavar="NĂM-Qn", help="Quý báo cáo, như 2023-Q3."
        ),
    ] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="Mã cơ quan ban hành.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,  # noqa: FBT002
    prove: Annotated[  # noqa: FBT002 - a Typer option
        bool, typer.Option("--prove", help="In đường đi của từng ký tự.")
    ] = False,
    content: ContentOption = Path("content"),
) -> None:
    """Nhập một báo cáo cũ từ Word hoặc chữ nhận dạng: không sửa chữ nào, báo những chỗ cần xem lại.

    Mã thoát: 0 đã ghi (dù có chỗ nghi ngờ), 1 không ghi được, 2 dùng lệnh sai.
    """
    problems = Problems()
    order = Order(path, folder(content), to, quarter, issuer, force)
    done = import_file(order, problems, tell)
    if done is None:
        typer.echo(text_report(problems), err=True)
        raise typer.Exit(1)
    if doubts is not None:
        doubts.write_text(doubts_json(done), encoding="utf-8")
    typer.echo(report(done, prove=prove))
