"""axe-core finds nothing on any kind of page, on a phone and a desk, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from need import node_module
from page_kinds import every_kind, largest_of_each_kind

#: light: every rule of WCAG 2.2 AA and good practice; dark: what colours can change
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": ["color-contrast"]}
RUN = "([shown, runOnly]) => axe.run(shown, { resultTypes: ['violations'], runOnly })"


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_on_any_kind_of_page(
    width: int, sample_site: Path, reader_of: Callable[..., Any]
) -> None:
    axe = (node_module("axe-core") / "axe.min.js").read_text("utf-8")
    reader = reader_of(sample_site, width, reduced_motion="reduce")
    page = reader.page
    page.route(f"**/{largest_of_each_kind(sample_site)['moved']}", _stay)
    found = []
    for kind in every_kind(sample_site):
        page.emulate_media(color_scheme="light")
        reader.open(kind.address)
        kind.act(page)
        page.evaluate(axe)
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            found += [
                f"{kind.name}, {scheme}: {broken['id']} {node['target']} {node['failureSummary']}"
                for broken in page.evaluate(RUN, [kind.shown, rules])["violations"]
                for node in broken["nodes"]
            ]
    assert found == []


def _stay(route: Any) -> None:
    """Hold a page that leads on at once, so that it can be looked at."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', ""))
