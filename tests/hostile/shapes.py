"""Bodies that bring parsers down: CommonMark's pathological shapes, and our own notes and tables.

Each shape is a function of a size; the text grows with it in proportion.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

SHAPES: Final[dict[str, Callable[[int], str]]] = {
    "emphasis in emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "emphasis that never opens": lambda n: "a_ " * n,
    "emphasis that never closes": lambda n: "**a _b " * n,
    "emphasis of two kinds": lambda n: "*a_ " * n,
    "nothing but stars": lambda n: "x" + "*" * n + "y",
    "stars and lines": lambda n: "*_" * n,
    "brackets in brackets": lambda n: "[" * n + "a" + "]" * n,
    "brackets that never open": lambda n: "a]" * n,
    "links that never close": lambda n: "[a](" * n,
    "links in parentheses": lambda n: "[a](" + "(" * n,
    "pictures that never close": lambda n: "![[]()" * n,
    "quotes in quotes": lambda n: "> " * n + "a",
    "lists in lists": lambda n: "- " * n + "a",
    "numbered lists in lists": lambda n: "1. " * n + "a",
    "quotes and lists by turns": lambda n: "> - " * n + "a",
    "back-ticks of growing length": lambda n: "".join("e" + "`" * at for at in range(int((2 * n) ** 0.5))),
    "tags that never close": lambda n: "<a " * n,
    "comments that never close": lambda n: "<!--a " * n,
    "character data that never ends": lambda n: "<![CDATA[" * n,
    "addresses that never close": lambda n: "<http://a" * n,
    "ampersands": lambda n: "&a" * n,
    "back-slashes": lambda n: "\\" * n,
    "link definitions": lambda n: "".join(f"[{at}]: /u\n" for at in range(n)),
    "uses of a definition": lambda n: "[a]: /u\n\n" + "[a]" * n,
    "marks of one note": lambda n: "[^1]" * n + "\n\n[^1]: b",
    "marks without a note": lambda n: "[^1]" * n,
    "marks that never close": lambda n: "[^" * n,
    "marks written wrongly": lambda n: "[ ^1] " * n,
    "notes in the running text": lambda n: "^[" * n,
    "notes in notes": lambda n: "[^1]: " * n + "a",
    "very many notes": lambda n: (
        "".join(f"a[^{at}]" for at in range(1, n)) + "\n\n" + "".join(f"[^{at}]: b\n\n" for at in range(1, n))
    ),
    "a table of many columns": lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n|" + "b|" * n,
    "a table of many rows": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "headings of one number": lambda n: "## I- a\n" * n,
    "headings without number": lambda n: "".join(f"### a{at}\n\n" for at in range(n)),
    "headings up and down": lambda n: "".join(f"{'#' * (2 + at % 5)} {at}. a\n" for at in range(n)),
    "tags": lambda n: "<b>a</b> " * n,
    "rules": lambda n: "---\n" * n,
    "fences": lambda n: "```\n" * n,
    "blanks inside a line": lambda n: "a" + " " * n + "b",
    "hard breaks": lambda n: "a  \n" * n,
    "marks upon one letter": lambda n: "a" + "\u0301" * n,
    "one word": lambda n: "a" * n,
}  # fmt: skip
