"""``kho check --explain KHO230``: what a code means, with cases from the golden files."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Final

from build_tools.checks.examples import Example, examples_of

PAGE: Final = Path("docs") / "problems.vi.md"
_ROW: Final = re.compile(r"\| (?P<code>KHO\d{3}) \| (?P<cells>.+) \|")
_LABELS: Final = ("Mức", "Nghĩa", "Khi nào gặp", "Cách sửa")
_CODE: Final = re.compile(r"KHO\d{3}")
_MOST_NEAR: Final = 5


def explain(asked: str, project: Path) -> tuple[str, bool]:
    """The explanation of a code as text, and whether the code exists.

    Case and a missing ``KHO`` are forgiven; an unknown code gets the codes near it.
    """
    rows = _rows(project / PAGE)
    code = asked.strip().upper()
    code = f"KHO{code}" if code.isdecimal() else code
    if code not in rows:
        return _unknown(asked, code, rows), False
    lines = [code]
    cells = rows[code].split(" | ")
    lines += [
        f"  {label}: {cell.replace(chr(92), '')}"
        for label, cell in zip(_LABELS, cells, strict=False)
    ]
    fires, silent = examples_of(code, project)
    for title, cases in (("Báo, ví dụ:", fires[:2]), ("Không báo, ví dụ:", silent[:2])):
        if cases:
            lines += ["", f"  {title}"]
            lines += [line for case in cases for line in _shown(case)]
    return "\n".join(lines), True


def _rows(page: Path) -> dict[str, str]:
    """The rows of the page of codes, which ships beside the package."""
    if not page.is_file():
        return {}
    found = (_ROW.fullmatch(line) for line in page.read_text("utf-8").split("\n"))
    return {row["code"]: row["cells"] for row in found if row}


def _shown(case: Example) -> list[str]:
    words = f"      ↑ “{case.words}”" if case.words else None
    text = [f"    {line}" for line in case.text.split("\n") if line.strip()]
    return [*text, *([words] if words else []), ""]


def _unknown(asked: str, code: str, rows: dict[str, str]) -> str:
    near = difflib.get_close_matches(code, rows, n=_MOST_NEAR, cutoff=0.6)
    if not near and not _CODE.fullmatch(code):
        return f"“{asked}” không phải là mã; mã có dạng KHO230. Danh sách: {PAGE.as_posix()}."
    lines = [f"Không có mã {code}."]
    if near:
        lines.append("Gần giống:")
        lines += [f"  {one}: {rows[one].split(' | ')[1]}" for one in sorted(near)]
    return "\n".join(lines)
