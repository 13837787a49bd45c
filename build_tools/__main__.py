"""``python -m build_tools`` is ``kho``."""

from build_tools.cli import app

app(prog_name="kho")
