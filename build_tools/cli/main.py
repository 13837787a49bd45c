"""The ``kho`` command: only wiring between the terminal and the rooms behind it."""

from __future__ import annotations

import json
import logging
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from build_tools import __version__
from build_tools.cache.store import FOLDER, Cache
from build_tools.checks.explaining import explain
from build_tools.citing import cite as cited
from build_tools.citing import home_of
from build_tools.cli.fix import fix
from build_tools.cli.importing import import_
from build_tools.cli.new import new
from build_tools.cli.options import (
    PROJECT,
    ConfigOption,
    ContentOption,
    config_file,
    folder,
    tell,
)
from build_tools.cli.publish import publish
from build_tools.cli.verify import verify
from build_tools.files import reason
from build_tools.gathering import read_archive
from build_tools.problem_text import FORMATS, text_report
from build_tools.problems import Problems
from build_tools.proposals import proposals, renamings
from build_tools.proposals import write as write_entries
from build_tools.review.comment import comment
from build_tools.review.comparison import compare as compared
from build_tools.site.account import account
from build_tools.site.build import build_site
from build_tools.site.prepare import prepare
from build_tools.site.preview.server import serve as serve_site

app = typer.Typer(
    help="Dựng kho báo cáo quý từ các tệp Markdown thành trang web tĩnh, tìm kiếm được.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How ``kho check`` prints what it found."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def _show_version(value: bool) -> None:  # noqa: FBT001 - a Typer callback
    if value:
        typer.echo(f"kho {__version__}")
        raise typer.Exit


@app.callback()
def main(
    _version: Annotated[  # noqa: FBT002 - a Typer option
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="In số phiên bản."),
    ] = False,
) -> None:
    """Dựng kho báo cáo quý từ các tệp Markdown thành trang web tĩnh, tìm kiếm được."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@app.command()
def build(  # noqa: PLR0917 - Typer options
    content: ContentOption = Path("content"),
    site: Annotated[Path, typer.Option("--site", help="Thư mục trang web.")] = Path("site"),
    config: ConfigOption = None,
    pdf: Annotated[  # noqa: FBT002 - a Typer option
        bool, typer.Option("--pdf", help="In thêm mỗi báo cáo ra một tệp PDF để tải về.")
    ] = False,
    offline: Annotated[  # noqa: FBT002 - a Typer option
        bool,
        typer.Option(
            "--offline", help="Bản mở thẳng từ USB hay thư mục dùng chung, không cần mạng."
        ),
    ] = False,
    no_cache: Annotated[  # noqa: FBT002 - a Typer option
        bool,
        typer.Option(
            "--no-cache",
            help="Lập lại cả chỉ mục tìm kiếm, không dùng và không ghi .kho-cache/ (xóa lúc nào cũng được).",
        ),
    ] = False,
) -> None:
    """Dựng trang web: đọc, kiểm tra, dựng bên cạnh, rồi thay trang cũ trong một bước.

    Có lỗi thì trang cũ giữ nguyên. Ví dụ: kho build --content content --site site
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    problems = Problems()
    started = time.monotonic()
    settings = config_file(config)
    cache = Cache(None if no_cache else settings.parent / FOLDER)
    built = build_site(
        folder(content), site, settings, problems, tell, cache=cache, pdf=pdf, offline=offline
    )
    cache.close()
    if len(problems):
        typer.echo(text_report(problems), err=True)
    if built is None:
        typer.echo("Chưa dựng được; trang web cũ (nếu có) giữ nguyên.", err=True)
        raise typer.Exit(1)
    typer.echo(account(built, site, time.monotonic() - started, problems, offline=offline))


@app.command()
def check(
    content: ContentOption = Path("content"),
    output: Annotated[Format, typer.Option("--format", help="Dạng kết quả.")] = Format.TEXT,
    code: Annotated[
        str | None, typer.Option("--explain", metavar="MÃ", help="Giải thích một mã, như KHO230.")
    ] = None,
) -> None:
    """Kiểm tra nội dung, báo mọi lỗi trong một lần chạy.

    Mã thoát: 0 không có lỗi (có thể có cảnh báo), 1 có lỗi, 2 dùng lệnh sai.
    """
    if code is not None:
        told, known = explain(code, PROJECT)
        typer.echo(told, err=not known)
        raise typer.Exit(0 if known else 2)
    problems = Problems()
    prepare(folder(content), None, problems)
    report = FORMATS[output.value](problems)
    if report:
        typer.echo(report)
    raise typer.Exit(1 if problems.has_errors else 0)


@app.command()
def compare(
    old: Annotated[Path, typer.Argument(help="Thư mục nội dung trước khi sửa.")],
    new: Annotated[Path, typer.Argument(help="Thư mục nội dung sau khi sửa.")] = Path("content"),
) -> None:
    """So hai thư mục nội dung: trang nào mới, trang nào thay đổi, điều gì cần xem lại.

    In ra Markdown, để làm lời tóm tắt dưới một đề nghị sửa. Ví dụ: kho compare cu/content content
    """
    typer.echo(comment(compared(folder(old), folder(new), Path("content"))), nl=False)


app.command()(verify)
app.command("import")(import_)
app.command()(new)
app.command()(fix)
app.command()(publish)


@app.command()
def serve(
    content: ContentOption = Path("content"),
    config: ConfigOption = None,
    address: Annotated[
        str, typer.Option("--address", help="Địa chỉ và cổng trên máy này.")
    ] = "127.0.0.1:8000",
) -> None:
    """Xem thử trên máy này: lưu một tệp là trang hiện bản mới, lỗi hiện ngay trên trang.

    Nội dung đang có lỗi thì trang giữ bản tốt gần nhất. Ví dụ: kho serve --content content
    """
    host, _, port = address.rpartition(":")
    if not (host and port.isdecimal()):
        message = f"“{address}” không phải là địa chỉ và cổng; viết như 127.0.0.1:8000."
        raise typer.BadParameter(message)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        serve_site(config_file(config), folder(content), (host, int(port)), typer.echo)
    except OSError as error:
        typer.echo(f"Không mở được {address}: {reason(error)}. Thử --address khác.", err=True)
        raise typer.Exit(1) from None


@app.command()
def cite(
    file: Annotated[str, typer.Argument(help="Tệp văn bản UTF-8, hoặc “-” để đọc đầu vào chuẩn.")],
    content: ContentOption = Path("content"),
    jsonl: Annotated[  # noqa: FBT002 - a Typer option
        bool,
        typer.Option("--jsonl", help="Đầu vào là JSON Lines {id, text}, mỗi dòng một văn bản."),
    ] = False,
) -> None:
    """Tìm các viện dẫn trong một văn bản: mỗi viện dẫn một dòng JSON, theo thứ tự.

    Vị trí tính theo ký tự của văn bản ở dạng NFC. Với --jsonl, mỗi dòng ra là
    {id, mentions: […]}. Ví dụ: kho cite bao-cao.txt
    """
    home = home_of(content)
    text = _read(file)
    if not jsonl:
        for row in cited(text, home):
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    for at, line in enumerate(text.split("\n"), 1):
        if line.strip():
            record = _record(line, at)
            mentions = list(cited(record["text"], home))
            typer.echo(json.dumps({"id": record["id"], "mentions": mentions}, ensure_ascii=False))


@app.command()
def registry(
    content: ContentOption = Path("content"),
    write: Annotated[  # noqa: FBT002 - a Typer option
        bool, typer.Option("--write", help="Ghi các mục vào registry/directives.yml.")
    ] = False,
) -> None:
    """Liệt kê văn bản được viện dẫn mà chưa có trong danh mục, thành các mục sẵn để chép.

    Chỉ ghi điều báo cáo nêu; chỗ các báo cáo không khớp thành dòng ghi chú để đối chiếu. --write
    chèn mục mới đúng vị trí, giữ nguyên phần đã có. Ví dụ: kho registry --write
    """
    problems = Problems()
    archive = read_archive(folder(content), content, problems)
    if problems.has_errors:
        typer.echo(text_report(problems), err=True)
        raise typer.Exit(1)
    found, better = tuple(proposals(archive)), renamings(archive)
    if write and (found or better):
        path = write_entries(found, better, content)
        typer.echo(f"Đã ghi {len(found)} mục, đổi {len(better)} mã trong {path}. Hãy đọc lại.")
        return
    for one in found:
        typer.echo(one.entry)
    for renaming in better:
        typer.echo(
            f"# {renaming.old}: nay biết thêm, đổi id thành {renaming.new}, mã cũ vào same_as"
        )
    typer.echo(f"{len(found)} văn bản chưa có trong danh mục.", err=True)


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        typer.echo(f"Không đọc được {file}: {reason(error)}.", err=True)
    except UnicodeDecodeError:
        typer.echo(f"{file} không phải văn bản UTF-8. Lưu lại tệp ở dạng UTF-8.", err=True)
    raise typer.Exit(2)


def _record(line: str, at: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if isinstance(record, dict) and "id" in record and isinstance(record.get("text"), str):
        return record
    typer.echo(f"Dòng {at}: cần một đối tượng JSON có id và text.", err=True)
    raise typer.Exit(2)
