"""Values that Python has worked out, as the program states them.

A constant of a module is not translated but evaluated: patterns put together from pieces,
tables made by comprehensions and the like arrive finished.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Final

from build_tools.browser_grammar.refusals import UntranslatableError
from build_tools.browser_grammar.regexes import translated

_EXACT: Final = 2**53
#: writes a value that should have a name of its own
Name = Callable[[object], str]


def quoted(text: str) -> str:
    """A text as a JavaScript literal."""
    return (
        json.dumps(text, ensure_ascii=False)
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def number(value: float) -> str:
    """A number; JavaScript counts exactly up to 2**53 only."""
    if abs(value) > _EXACT:
        construct = f"the number {value}"
        raise UntranslatableError(construct, "use one below 2**53")
    return repr(value)


def pattern(value: re.Pattern[str]) -> str:
    """A compiled pattern; ``py.re`` gets the numbers and names of its groups."""
    made = translated(value.pattern, value.flags)
    places = list(made.places)
    named = f", {json.dumps(made.names)}" if made.names else ""
    return f"py.re({made.literal}{f', {places}' if places else ''}{named})"


def literal(value: object, name: Name) -> str:
    """The expression for a value; ``name`` is asked for what stands inside it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, re.Pattern):
        return pattern(value)
    if isinstance(value, date):
        return f"new py.Day({value.year}, {value.month}, {value.day})"
    if isinstance(value, tuple | list):
        return f"[{_joined(value, name)}]"
    if isinstance(value, set | frozenset):
        return f"py.set([{_joined(sorted(value, key=repr), name)}])"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"[{name(key)}, {name(one)}]" for key, one in value.items())
        return f"py.dict([{pairs}])"
    return _instance(value, name)


def _joined(values: Iterable[object], name: Name) -> str:
    return ", ".join(map(name, values))


def _instance(value: object, name: Name) -> str:
    kind = type(value)
    if is_dataclass(value):
        given = [getattr(value, field.name) for field in fields(value) if field.init]
        return f"new {name(kind)}({_joined(given, name)})"
    if kind in {attrgetter, itemgetter}:
        return f"py.{kind.__name__}({name(value.__reduce__()[1])})"
    receiver = getattr(value, "__self__", None)
    if isinstance(receiver, re.Pattern):
        return f"py.bound({name(receiver)}, {quoted(getattr(value, '__name__', ''))})"
    if kind.__init__ is object.__init__ and not getattr(value, "__dict__", None):
        return f"new {name(kind)}()"
    raise UntranslatableError(
        f"a constant of type {kind.__name__}",
        "keep to texts, numbers, patterns, containers and dataclasses",
    )
