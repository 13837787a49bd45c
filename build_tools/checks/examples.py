"""Golden cases of the rules: one readable file a rule, which editors extend and ``--explain`` shows.

A file holds cases. ``=== báo KHO230 “18”`` begins one in which the rule must report that code at
those words, ``=== im lặng`` one in which it must stay silent; the text of the report follows. A
line ``@ date: 2023-10-02`` sets a key of the front matter; ``@@ 2023-Q1 12-BC/ĐUK`` begins one
more report, for rules that compare reports; ``@+ 2023/q3/so-do.png png 300`` lays a file of so
many kilobytes beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path("tests") / "fixtures" / "checks"
_HEAD: Final = re.compile(r"=== (?:báo (?P<code>KHO\d{3}) “(?P<words>.+)”|im lặng)")


@dataclass(frozen=True, slots=True)
class Example:
    """One case: ``code`` and ``words`` of the finding (None: silent) and the lines of the text."""

    rule: str
    code: str | None
    words: str | None
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text as an editor reads it."""
        return "\n".join(self.lines).strip()


def read_examples(path: Path) -> list[Example]:
    """The cases of one file, in order; lines before the first case are remarks."""
    found: list[Example] = []
    for line in path.read_text("utf-8").split("\n"):
        head = _HEAD.fullmatch(line)
        if head:
            found.append(Example(path.stem, head["code"], head["words"], ()))
        elif found:
            last = found[-1]
            found[-1] = Example(last.rule, last.code, last.words, (*last.lines, line))
    return found


def examples_of(code: str, project: Path) -> tuple[list[Example], list[Example]]:
    """Cases in which a code is reported, and silent ones of the same rules."""
    folder = project / FOLDER
    every = [one for path in sorted(folder.glob("*.txt")) for one in read_examples(path)]
    fires = [one for one in every if one.code == code]
    rules = {one.rule for one in fires}
    return fires, [one for one in every if one.code is None and one.rule in rules]
