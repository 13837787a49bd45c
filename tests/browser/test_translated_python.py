"""Every idiom that the translator knows gives the same in the browser as in Python."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from build_tools.browser_grammar.grammar import browser_files
from build_tools.browser_grammar.program import program

ASK = """
async () => {
  const { everything, leave } = await import(new URL("idioms.js", document.baseURI).href);
  return leave(everything());
}
"""


def plain(value: Any) -> Any:
    """A value as it comes out of the browser: lists, and sets in their order."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | frozenset | set):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def test_every_idiom_gives_the_same(
    chromium: Browser,
    serve: Callable[[Path], str],
    tmp_path: Path,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(project / "tests" / "browser_grammar")
    idioms = importlib.import_module("idioms")
    (tmp_path / "idioms.js").write_text(
        program({"everything": idioms.everything}, package="idioms"), encoding="utf-8"
    )
    (tmp_path / "python.js").write_text(browser_files()["python.js"], encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><title>idioms</title>", encoding="utf-8")
    page = chromium.new_page()
    page.goto(serve(tmp_path))
    told = page.evaluate(ASK)
    page.close()
    expected = plain(idioms.everything())
    monkeypatch.delitem(sys.modules, "idioms")
    for part, (found, wanted) in enumerate(zip(told, expected, strict=True)):
        for line, (one, other) in enumerate(zip(found, wanted, strict=True)):
            assert one == other, (part, line)
