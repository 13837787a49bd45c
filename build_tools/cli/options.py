"""What several commands share: their options, and what they say when a path is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

PROJECT: Final = Path(__file__).resolve().parents[2]

ContentOption = Annotated[
    Path, typer.Option("--content", help="Thư mục nội dung: các báo cáo và registry/.")
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", help="Tệp mkdocs.yml; mặc định là của thư mục này, rồi của dự án."),
]


def folder(content: Path) -> Path:
    """The content folder; ends the command when there is none."""
    if content.is_dir():
        return content
    typer.echo(f"Không có thư mục {content}. Chỉ đúng chỗ bằng --content.", err=True)
    raise typer.Exit(2)


def config_file(given: Path | None) -> Path:
    """The composer's settings: the given file, this folder's, or the project's."""
    for path in (given,) if given else (Path("mkdocs.yml"), PROJECT / "mkdocs.yml"):
        if path.is_file():
            return path
    typer.echo(
        "Không tìm thấy mkdocs.yml. Chạy lệnh ở thư mục dự án, hoặc dùng --config.", err=True
    )
    raise typer.Exit(2)


def tell(stage: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        typer.echo(f"· {stage} …", err=True)
