"""Keys hold every input, and the code is one of them."""

import subprocess
import sys

from build_tools.cache import keys
from build_tools.cache.keys import code_version, key_of

LOADED = """
import sys, {module}
print(*sorted(name for name in sys.modules if name.split(".")[0] == "build_tools"))
"""


def test_a_key_tells_apart_steps_versions_and_where_inputs_end():
    ways = [("a", "1", "b", "c"), ("a", "1", "bc"), ("a", "1b", "c"), ("a1", "b", "c")]
    assert len({key_of(*way) for way in ways}) == len(ways)


def test_text_and_its_bytes_are_one_input():
    assert key_of("a", "1", "đảng") == key_of("a", "1", "đảng".encode())


def test_the_version_covers_every_module_that_is_loaded():
    for module in ("build_tools.gathering", "build_tools.checks.content"):
        run = [sys.executable, "-c", LOADED.format(module=module)]
        loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
        covered = keys._sources((module,))  # noqa: SLF001
        missing = [name for name in loaded if keys._file_of(name) not in covered]  # noqa: SLF001
        assert not missing


def test_the_version_leaves_out_what_is_not_imported():
    covered = {path.name for path in keys._sources(("build_tools.reading",))}  # noqa: SLF001
    assert "outline.py" in covered
    assert "compose.py" not in covered


def test_the_version_knows_the_library(monkeypatch):
    before = code_version("build_tools.quarter", libraries=("pyyaml",))
    code_version.cache_clear()
    monkeypatch.setattr(keys, "version", lambda _name: "0.0")
    assert code_version("build_tools.quarter", libraries=("pyyaml",)) != before
    code_version.cache_clear()
