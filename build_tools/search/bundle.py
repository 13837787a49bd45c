"""The browser's modules as one file: a reader far from the server waits once, not five times.

Each module becomes a function that is called once and returns what the module exports;
``import`` becomes taking those values apart. Only the forms that our own modules use are
known, and a line of another form is an error, not a guess.

``plain_script`` makes of the same modules a script without any module, since browsers load
no modules from a folder. There a module that several scripts of a page need is still run
once: each leaves its exports in ``kho``, a table of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from build_tools.search.compact import compact

_IMPORT: Final = re.compile(
    r'import (?P<what>\{[^}]*\}|\w+) from "\./(?P<module>[\w-]+)\.js";\n', re.DOTALL
)
_EXPORT: Final = re.compile(
    r"^export (?P<what>(?:async )?function|class|const) (?P<name>\w+)", re.MULTILINE
)
_DEFAULT: Final = re.compile(r"^export default ", re.MULTILINE)
_REEXPORT: Final = re.compile(r"^export \{ (?P<names>\w+(?:, \w+)*) \};\n", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b", re.MULTILINE)


def bundled(modules: Mapping[str, str], entry: str) -> str:
    """One module with all that ``entry`` needs; names are without ``.js``.

    Raises ``ValueError`` for an import or export of an unknown form.
    """
    order = list(dict.fromkeys(_needed(modules, entry)))
    inner = [_as_function(name, modules[name]) for name in order[:-1]]
    return compact("".join([*inner, _IMPORT.sub(_taken_apart, modules[entry])]))


def plain_script(modules: Mapping[str, str], entry: str) -> str:
    """One classic script with all that ``entry`` needs; ``kho[entry]`` holds its exports.

    A module ``x-offline`` takes the place of ``x``. Raises ``ValueError`` as ``bundled``.
    """
    chosen = {name: modules.get(f"{name}-offline", text) for name, text in modules.items()}
    inner = [
        _as_function(name, chosen[name], "kho") for name in dict.fromkeys(_needed(chosen, entry))
    ]
    body = compact("".join(inner))
    return f'"use strict";(()=>{{const kho=globalThis.kho??={{}};{body}}})();\n'


def imported_by(module: str) -> list[str]:
    """The names of the modules that a module imports."""
    return [match["module"] for match in _IMPORT.finditer(module)]


def _needed(modules: Mapping[str, str], name: str) -> Iterator[str]:
    for match in _IMPORT.finditer(modules[name]):
        yield from _needed(modules, match["module"])
    yield name


def _as_function(name: str, module: str, table: str = "") -> str:
    body = _IMPORT.sub(_taken_apart, module)
    names = [match["name"] for match in _EXPORT.finditer(body)]
    names += [match["names"] for match in _REEXPORT.finditer(body)]
    body = _REEXPORT.sub("", body)
    body = _EXPORT.sub(r"\g<what> \g<name>", body)
    if _DEFAULT.search(body):
        body = _DEFAULT.sub("const whole = ", body)
        names.append("whole")
    if _LEFT.search(body):
        message = f"{name}.js imports or exports in a form that is not known here"
        raise ValueError(message)
    known = f'{table}["{name}"] ??= ' if table else ""
    returned = ", ".join(names)
    return f"const {_variable(name)} = {known}(() => {{\n{body}return {{ {returned} }};\n}})();\n"


def _taken_apart(match: re.Match[str]) -> str:
    what = match["what"] if match["what"].startswith("{") else f"{{ whole: {match['what']} }}"
    return f"const {' '.join(what.split())} = {_variable(match['module'])};\n"


def _variable(module: str) -> str:
    return f"the_{module.replace('-', '_')}"
