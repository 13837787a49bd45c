"""One page of every kind that a site has, each in the state in which it shows most."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASTED = (
    "Chỉ thị số 05-CT/TW; Nghị quyết số 18-NQ/TW; Kế hoạch số 999-KH/XYZ; quán triệt Chỉ thị 05."
)


def _nothing(_: Any) -> None:
    """The page as it opens."""


def _search(page: Any) -> None:
    page.locator(".result").first.wait_for()


def _paste(page: Any) -> None:
    page.get_by_label("Văn bản cần xem").fill(PASTED)
    page.get_by_role("button", name="Nhận ra", exact=True).click()
    page.locator("[data-paste-list] > li").first.wait_for()


def _suggest(page: Any) -> None:
    page.locator("#__tim-lon").press_sequentially("dang vien")
    page.locator(".option").first.wait_for()


def _note(page: Any) -> None:
    page.locator(".report-text .noteref a").first.click()
    page.locator(".pop-card, .side-note.is-lit").wait_for()


def _citation(page: Any) -> None:
    page.locator(".report-text p > .permalink").first.focus()
    page.keyboard.press("Enter")
    page.locator(".pop-card").wait_for()


@dataclass(frozen=True)
class Kind:
    """A page, named for people, what a reader does on it, and what that brings to sight."""

    name: str
    address: str
    act: Callable[[Any], None] = _nothing
    shown: str = "html"


def largest_of_each_kind(site: Path) -> dict[str, str]:
    """The address of the largest page of every kind, of all that the site lists."""
    pages = json.loads((site / "manifest.json").read_text("utf-8"))["pages"]
    return {
        kind: max(addresses, key=lambda at: (site / at / "index.html").stat().st_size)
        for kind, addresses in pages.items()
        if addresses
    }


def every_kind(site: Path) -> Iterator[Kind]:
    """Every kind of page as it opens; then those that show more when one does something."""
    kinds = largest_of_each_kind(site)
    for kind, address in kinds.items():
        yield Kind(kind, address)
    yield Kind("missing", "404.html")
    yield Kind("choice", _address_of_a_choice(site))
    yield Kind("report with a note", kinds["report"], _note, ".pop-card, .side-note.is-lit")
    yield Kind("report with a citation", kinds["report"], _citation, ".pop-card")
    yield Kind("search with results", "tim-kiem/?q=dang+vien", _search)
    yield Kind("home with suggestions", "", _suggest, ".search-popup")
    yield Kind("recognition with a text", kinds["recognition"], _paste)


def _address_of_a_choice(site: Path) -> str:
    """The page of a number that several documents may mean."""
    found = (
        page.parent.relative_to(site)
        for page in sorted((site / "van-ban").glob("*/index.html"))
        if "comparison" in page.read_text("utf-8")
    )
    return f"{next(found)}/"
