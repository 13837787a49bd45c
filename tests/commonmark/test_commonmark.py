"""The configured parser is CommonMark, but for the deviations that are named here."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from need import node_module

from build_tools.markdown.factory import SWITCHED_OFF, parser

EXAMPLE = re.compile(
    r"^`{32} example\n(?P<markdown>[\s\S]*?)^\.\n(?P<html>[\s\S]*?)^`{32}$|^#{1,6} *(?P<heading>.+)$",
    re.MULTILINE,
)
# The line feed inside an empty quote is white space between block tags, which renders alike.
EMPTY_QUOTE = ("<blockquote>\n</blockquote>", "<blockquote></blockquote>")
DEVIATIONS = Path(__file__).with_name("deviations.txt")


@dataclass(frozen=True)
class Example:
    number: int
    section: str
    markdown: str
    html: str


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    text = (node_module("commonmark-spec") / "spec.txt").read_text("utf-8").replace("→", "\t")
    found, section = [], ""
    for match in EXAMPLE.finditer(text):
        if match["heading"]:
            section = match["heading"]
        else:
            html = match["html"].replace(*EMPTY_QUOTE)
            found.append(Example(len(found) + 1, section, match["markdown"], html))
    return found


def test_all_652_examples_of_the_specification_are_read(examples: list[Example]) -> None:
    assert len(examples) == 652


def test_exactly_the_named_examples_differ(examples: list[Example]) -> None:
    differing: dict[str, list[int]] = defaultdict(list)
    for example in examples:
        if parser().render(example.markdown) != example.html:
            differing[example.section].append(example.number)
    shown = "".join(
        f"{section}: {' '.join(map(str, numbers))}\n" for section, numbers in differing.items()
    )
    assert shown == DEVIATIONS.read_text("utf-8")


def test_the_two_rules_switched_off_explain_every_difference(examples: list[Example]) -> None:
    whole = parser.__wrapped__().enable(list(SWITCHED_OFF))
    differing = [e.number for e in examples if whole.render(e.markdown) != e.html]
    assert differing == []
