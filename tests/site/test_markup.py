"""The Nu checker reads every page as the standard does; nothing of ours is wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from need import need_program, node_module

# What Material's own frame does; named so that nothing else can hide behind it.
OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when the input type is",  # its two hidden switches
)


@pytest.mark.parametrize("built", ["real_site", "sample_site"])
def test_no_page_has_a_markup_error(built: str, request: pytest.FixtureRequest) -> None:
    java = need_program("java")
    jar = node_module("vnu-jar") / "build" / "dist" / "vnu.jar"
    site: Path = request.getfixturevalue(built)
    done = subprocess.run(
        [java, "-jar", jar, "--skip-non-html", "--errors-only", "--format", "json", site],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    ours = [
        f"{Path(message['url']).relative_to(f'file:{site}')}: {message['message']}"
        for message in messages
        if not any(known in message["message"] for known in OF_THE_THEME)
    ]
    assert ours == []
