"""The search folder as plain scripts, for a site that is opened from a folder.

A page opened by ``file://`` may not read files, but it may run scripts beside it. So each
script hands the page files of the index, in text form (base64): the same files, read by
the same engine, so that the same query has the same answer on a stick and on the web.
"""

from __future__ import annotations

import base64
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Final

_CALL: Final = re.compile(r"khoFiles\((.*)\);\n", re.DOTALL)


def turn_into_scripts(folder: Path) -> None:
    """Replace the files of an index folder by scripts: one a folder of parts or of texts."""
    scripts: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(folder.rglob("*.kho")):
        name = path.relative_to(folder)
        script = name.stem if len(name.parts) == 1 else name.parent.as_posix()
        scripts[script][name.as_posix()] = base64.b64encode(path.read_bytes()).decode()
        path.unlink()
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()
    for script, files in scripts.items():
        path = folder / f"{script}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"khoFiles({json.dumps(files, separators=(',', ':'))});\n", "utf-8")


def files_of(script: str) -> dict[str, bytes]:
    """The files that a script hands over; raises ``ValueError`` for any other script."""
    match = _CALL.fullmatch(script)
    if match is None:
        message = "no script of an index"
        raise ValueError(message)
    return {
        name: base64.b64decode(text, validate=True) for name, text in json.loads(match[1]).items()
    }
