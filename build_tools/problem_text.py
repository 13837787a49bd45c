"""Problems as people and programs read them: on a terminal, as JSON, as annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from build_tools.problems import Place, Problem, Problems, Severity, excerpt, printable

_NAMES: Final = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"}


def as_text(problem: Problem) -> str:
    """One problem for the terminal, with its caret excerpt and cure."""
    where = _where(problem.place)
    lines = [f"{where}: {_NAMES[problem.severity]} {problem.code}: {printable(problem.message)}"]
    lines.extend(_excerpt_lines(problem.place))
    if problem.beside is not None:
        lines.append(f"    Chỗ kia: {_where(problem.beside)}")
        lines.extend(_excerpt_lines(problem.beside))
    lines.append(f"    Cách sửa: {printable(problem.hint)}")
    return "\n".join(lines)


def _where(place: Place) -> str:
    return ":".join(str(part) for part in (printable(place.path), place.line, place.column) if part)


def _excerpt_lines(place: Place) -> list[str]:
    shown = excerpt(place)
    return [] if shown is None else [f"    {line}" for line in shown.split("\n")]


def summary(problems: Problems) -> str:
    """How much was found, in one line: ``2 lỗi, 1 cảnh báo``."""
    if len(problems) == 0:
        return "Không có lỗi."
    return f"{problems.errors} lỗi, {problems.warnings} cảnh báo."


def text_report(problems: Problems) -> str:
    """Everything found, for a person at a terminal."""
    return "\n".join([*map(as_text, problems), summary(problems)])


def json_report(problems: Problems) -> str:
    """A list of ``{code, severity, path, line, column, message, hint}``.

    A contradiction has ``beside`` too: the ``{path, line, column}`` of its other place.
    """
    return json.dumps([as_fields(problem) for problem in problems], ensure_ascii=False, indent=1)


def as_fields(problem: Problem) -> dict[str, object]:
    """One problem for a program to read; see ``json_report``."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
        **({"beside": _place_fields(problem.beside)} if problem.beside else {}),
    }


def _place_fields(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line, "column": place.column}


def github_report(problems: Iterable[Problem]) -> str:
    """Workflow commands, which show as annotations on the changed lines."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    place = problem.place
    fields: dict[str, object] = {"file": place.path, "line": place.line, "col": place.column}
    fields["title"] = problem.code
    shown = ",".join(f"{key}={_escape(str(v), ':,')}" for key, v in fields.items() if v is not None)
    beside = f" Chỗ kia: {_where(problem.beside)}." if problem.beside else ""
    words = _escape(f"{problem.message}{beside} {problem.hint}")
    return f"::{problem.severity.value} {shown}::{words}"


def _escape(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


FORMATS: Final[Mapping[str, Callable[[Problems], str]]] = MappingProxyType(
    {"text": text_report, "json": json_report, "github": github_report}
)
