"""Python that the browser cannot have is refused with its place and a cure, never half translated."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from build_tools.browser_grammar.grammar import FAMILIES
from build_tools.browser_grammar.program import program
from build_tools.browser_grammar.refusals import UntranslatableError

assert FAMILIES  # importing the grammar tells the translator every construct


@pytest.fixture
def refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """What is said of a module with this text, whose function is ``read``."""
    monkeypatch.syspath_prepend(tmp_path)

    def refuse(text: str) -> str:
        name = f"scratch_{crc32(text.encode())}"  # a module is read once under its name
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        importlib.invalidate_caches()
        read = importlib.import_module(name).read
        with pytest.raises(UntranslatableError) as refused:
            program({"read": read}, package=name)
        monkeypatch.delitem(sys.modules, name)
        return str(refused.value).replace(name, "scratch")

    return refuse


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("    with open(text) as file:\n        return file", "scratch:2: With is not translated"),
        ("    return text.swapcase()", "scratch:2: the method swapcase(); the runtime does not have it yet"),
        ("    return text.frobnicate()", "scratch:2: the method frobnicate(); no class has it"),
        ("    return text[::-1]", "scratch:2: a slice with a step; write reversed()"),
        ("    return f'{text:>8}'", "scratch:2: the format '>8'; only {x} and {x:02d} are known"),
        ("    return '%s' % text", "scratch:2: the operator Mod"),
        ("    for one in text:\n        pass\n    else:\n        return 1", "scratch:2: a for with else"),
        ("    return 2**70", "scratch:2: the operator Pow"),
        ("    return 99999999999999999999", "scratch:2: the number 99999999999999999999; use one below 2**53"),
        ("    return nothing_of_that_name", "scratch:2: the unknown name nothing_of_that_name"),
        ("    return hash(text)", "scratch:2: the function hash(); the runtime does not have it yet"),
        ("    return re.sub(text, '', text)", "scratch:3: re.sub() with a pattern not written out"),
        ("    return re.search(r'(a)+', text)", "a group inside a repetition"),
        ("    match text:\n        case 'a':\n            return 1", "scratch:2: Match is not translated"),
        ("    return str.maketrans('a', 'b')", "scratch:2: str.maketrans(); make it a constant"),
        ("    global known\n    known = 1", "scratch:2: Global is not translated"),
    ],
)  # fmt: skip
def test_a_construct_outside_the_subset_is_refused(refusal, body, said):
    head = "import re\n" if "re." in body else ""
    assert said in refusal(f"{head}def read(text):\n{body}\n")
