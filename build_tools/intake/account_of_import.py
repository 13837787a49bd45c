"""What an editor sees when an import ends: the doubts, the account, what comes next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from build_tools.intake.accounting import every_way, sentence
from build_tools.intake.doubt import Doubt
from build_tools.intake.imported import Imported
from build_tools.intake.source import NOWHERE
from build_tools.problems import Severity

_NAMES: Final = {Severity.ERROR: "lỗi", Severity.WARNING: "xem lại"}
_HEAD: Final = ("Mức", "Nguồn", "Kết quả", "Mã", "Chỗ nghi ngờ và cách xử lý")
_WIDTHS: Final = (7, 5, 7, 6)


def report(done: Imported, *, prove: bool) -> str:
    """The whole of it, for a terminal; ``prove`` adds the way of every character."""
    lines = [*(every_way(done.account) if prove else ()), *_table(done), sentence(done.account)]
    sections = [block for block in done.draft.blocks if block.kind.value == "heading"]
    lines += [
        f"Đã ghi {done.target.as_posix()}: {len(sections)} đề mục, {len(done.draft.notes)} chú thích.",
        "Đây là toàn văn ở dạng bản nháp: xem thử bằng “kho serve”. Đối chiếu xong và có approval thì xóa “draft: true”.",
    ]
    return "\n".join(lines)


def _table(done: Imported) -> Iterator[str]:
    if not done.doubts:
        yield "Không có chỗ nào nghi ngờ."
        return
    errors = sum(doubt.severity is Severity.ERROR for doubt in done.doubts)
    yield f"{len(done.doubts)} chỗ cần xem lại ({errors} chắc là lỗi), nặng trước:"
    yield _row(_HEAD)
    for doubt in done.doubts:
        source, result = _lines(done, doubt)
        shown = (_NAMES[doubt.severity], str(source or "-"), str(result or "-"), doubt.code)
        yield _row((*shown, doubt.message))
        yield _row(("", "", "", "", doubt.hint))


def _row(cells: tuple[str, ...]) -> str:
    fixed = (cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=False))
    return "  ".join([*fixed, cells[-1]]).rstrip()


def _lines(done: Imported, doubt: Doubt) -> tuple[int | None, int | None]:
    """The doubt's line in the source and in the result; None where it has none."""
    if doubt.at == NOWHERE:
        return None, None
    return done.draft.source.line_of(doubt.at), done.written.line_of(doubt.at)


def doubts_json(done: Imported) -> str:
    """The doubts for a program: ``{code, severity, source_line, line, text, message, hint}``."""
    found: list[dict[str, Any]] = []
    for doubt in done.doubts:
        source, result = _lines(done, doubt)
        found.append(
            {
                "code": doubt.code,
                "severity": doubt.severity.value,
                "source_line": source,
                "line": result,
                "text": doubt.text,
                "message": doubt.message,
                "hint": doubt.hint,
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
