"""A whole ES module: runtime first by name, then classes, constants and functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from build_tools.browser_grammar.letters import is_beyond, ranges
from build_tools.browser_grammar.literals import quoted
from build_tools.browser_grammar.world import Reached

_PLANE: Final = 0x10000
_COMBINING: Final = "const combining = (letter) => Number(/[{}]/.test(letter));"


def program(
    roots: Mapping[str, object],
    *,
    package: str,
    tabulated: Sequence[Callable[[str], str]] = (),
    runtime: str = "./python.js",
) -> str:
    """The module that exports ``roots``, with everything they reach.

    ``tabulated`` are functions that change a text one character for one character; however
    they are written, the browser gets them as a table of what they answer. Raises
    ``UntranslatableError`` for what the browser cannot have.
    """
    replaced: dict[object, str] = {one: _table(one) for one in tabulated}
    reached = Reached(package, roots.values(), replaced)
    exported = {name: reached.reference(value, name) for name, value in roots.items()}
    parts = [
        f'import * as py from "{runtime}";',
        _combining(),
        *reached.classes,
        *reached.constants,
        *reached.attributes,
        *reached.functions,
        "export { Day, dict, enter, leave, make, set } from " + quoted(runtime) + ";",
        f"export {{ {', '.join(f'{own} as {name}' for name, own in exported.items())} }};",
    ]
    return "\n".join(parts) + "\n"


def _combining() -> str:
    marks = "".join(
        letter
        for code in range(_PLANE)
        if unicodedata.combining(letter := chr(code)) and not is_beyond(letter)
    )
    return _COMBINING.format(ranges(marks))


def _table(change: Callable[[str], str]) -> str:
    """The function as a table; raises ``ValueError`` if it is not one for one."""
    letters = "".join(letter for code in range(_PLANE) if not is_beyond(letter := chr(code)))
    answers = change(letters)
    if len(answers) != len(letters):
        message = f"{change.__name__} is not one character for one character"
        raise ValueError(message)
    other = change("\U0001f600")
    pairs = [pair for pair in zip(letters, answers, strict=True) if pair[1] != other]
    given, made = ("".join(side) for side in zip(*pairs, strict=True))
    return f"py.tabulated({quoted(given)}, {quoted(made)}, {quoted(other)})"
