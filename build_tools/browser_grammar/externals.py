"""What the runtime holds of Python and its standard library, by the objects themselves."""

from __future__ import annotations

import bisect
import collections
import dataclasses
import itertools
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Final

#: functions called with their arguments in order
PLAIN: Final[tuple[tuple[object, str], ...]] = (
    *(
        (builtin, f"py.{builtin.__name__}")
        for builtin in (
            abs, all, any, bool, chr, divmod, filter, getattr, int, len, list, map, next, ord, range,
            repr, reversed, str, dict, set,
        )
    ),
    (collections.defaultdict, "py.defaultdict"),
    (MappingProxyType, "py.dict"),
    (iter, "py.iterator"),
    (tuple, "py.list"),
    (frozenset, "py.set"),
    (slice, "py.slice_"),
    (itertools.chain, "py.chain"),
    (itertools.pairwise, "py.pairwise"),
    (itertools.product, "py.product"),
    (bytearray, "py.bytearray"),
    (unicodedata.normalize, "py.normalize"),
    (unicodedata.combining, "combining"),
    (re.escape, "py.escape"),
    (date, "new py.Day"),
    (ValueError, "py.ValueError"),
    (KeyError, "py.KeyError"),
    (IndexError, "py.IndexError"),
    (TypeError, "py.TypeError_"),
)  # fmt: skip
#: functions with named arguments: the runtime's name and the names in its order
NAMED: Final[tuple[tuple[object, str, tuple[str, ...]], ...]] = (
    (sorted, "py.sorted", ("key", "reverse")),
    (enumerate, "py.enumerate", ("start",)),
    (sum, "py.sum", ("start",)),
    (bisect.bisect_left, "py.bisect_left", ("x", "lo", "hi", "key")),
    (bisect.bisect_right, "py.bisect_right", ("x", "lo", "hi", "key")),
)
#: functions whose call has a shape of its own
SHAPED: Final[tuple[object, ...]] = (max, min, zip, dataclasses.replace)
#: functions of ``re`` that take a pattern first; as methods of the pattern they are the same
PATTERN_FIRST: Final[tuple[Callable[..., object], ...]] = (
    re.search, re.match, re.fullmatch, re.findall, re.finditer, re.sub, re.split,
)  # fmt: skip
#: class methods of Python's own types
ON_TYPES: Final = {
    ("dict", "fromkeys"): "py.fromkeys",
    ("chain", "from_iterable"): "py.flattened",
    ("date", "fromisoformat"): "py.Day.fromisoformat",
}
#: methods of Python's own types that the runtime has; every other is refused
METHODS: Final = frozenset(
    [
        "lower",
        "upper",
        "casefold",
        "strip",
        "lstrip",
        "rstrip",
        "split",
        "join",
        "find",
        "rfind",
        "index",
        "count",
        "startswith",
        "endswith",
        "removeprefix",
        "removesuffix",
        "replace",
        "partition",
        "rpartition",
        "translate",
        "isascii",
        "isalnum",
        "isalpha",
        "isdecimal",
        "isspace",
        "isupper",
        "islower",
        "append",
        "extend",
        "insert",
        "pop",
        "sort",
        "reverse",
        "copy",
        "clear",
        "get",
        "keys",
        "values",
        "items",
        "setdefault",
        "update",
        "add",
        "discard",
        "remove",
        "union",
        "intersection",
        "difference",
        "issubset",
        "isdisjoint",
        "match",
        "search",
        "fullmatch",
        "finditer",
        "findall",
        "sub",
        "span",
        "start",
        "end",
        "group",
        "groups",
        "groupdict",
        "isoformat",
    ]
)
#: methods of Python's own types that the runtime does not have
MISSING: Final = frozenset(
    name
    for kind in (str, list, tuple, dict, set, frozenset, int, re.Pattern, re.Match, date)
    for name in dir(kind)
    if not name.startswith("_") and name not in METHODS
) - {"year", "month", "day", "pattern", "string", "pos", "endpos", "re", "flags", "real"}
