"""The ``kho`` command: only wiring between the terminal and the rooms behind it."""

from build_tools.cli.main import app

__all__ = ["app"]
