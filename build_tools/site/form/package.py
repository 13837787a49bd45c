"""Sveltia CMS as its registry packs it: held against one hash, and the files we serve of it.

The package is fetched by its ordinary client (``npm pack``), not kept in the repository, and
nothing of it is installed or run here.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path
from typing import Final

NAME: Final = "@sveltia/cms"
VERSION: Final = "0.221.1"
#: of the packed file, as the registry and every lock file write it
INTEGRITY: Final = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
SCRIPT: Final = "sveltia-cms.js"

_ICONS: Final = "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2"
_LETTERS: Final = "source-sans-3-latin-wght-normal-BqRLTx4X.woff2"
_FIXED: Final = "noto-mono-latin-400-normal-DiC8lJru.woff2"
_HOST: Final = "https://cdn.jsdelivr.net/fontsource/fonts/"
#: what the script would fetch from elsewhere, and the same font out of the package
FONTS: Final = {
    f"{_HOST}source-sans-3:vf@5.3.0/latin-wght-normal.woff2": _LETTERS,
    f"{_HOST}noto-mono@5.3.0/latin-400-normal.woff2": _FIXED,
    f"{_HOST}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": _ICONS,
}
#: where the script looks for its words in Vietnamese and for its own version
ELSEWHERE: Final = "`https://unpkg.com/@sveltia/cms`"
_HERE: Final = "`sveltia`"
#: the script asks whether the host is well; here that is nobody's business
STATUS: Final = "https://www.githubstatus.com/api/v2/status.json"
_WELL: Final = "sveltia/status.json"
COPIED: Final = {
    f"sveltia@{VERSION}/locales/vi.json": "locales/vi.json",
    "sveltia/package.json": "package.json",
    "LICENSE.txt": "LICENSE.txt",
    "material-symbols-outlined.LICENSE.txt": "npm/assets/material-symbols-outlined.LICENSE.txt",
    "noto-mono.LICENSE.txt": "npm/assets/noto-mono.LICENSE.txt",
    "source-sans-3.LICENSE.txt": "npm/assets/source-sans-3.LICENSE.txt",
    **{name: f"npm/assets/{name}" for name in FONTS.values()},
}


class NotThePackageError(Exception):
    """The file is not the package that was looked at when the form was made."""


def form_files(packed: Path) -> dict[str, bytes]:
    """Script, fonts and licences out of the packed file, by name.

    Raises ``NotThePackageError`` for any other file, ``OSError`` when it cannot be read.
    """
    content = packed.read_bytes()
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    if f"sha512-{digest}" != INTEGRITY:
        raise NotThePackageError(packed.name)
    with tarfile.open(fileobj=io.BytesIO(content)) as package:
        files = {name: _member(package, path) for name, path in COPIED.items()}
        script = _member(package, f"dist/{SCRIPT}").decode()
    for elsewhere, here in (*FONTS.items(), (ELSEWHERE, _HERE), (STATUS, _WELL)):
        script = script.replace(elsewhere, here)
    well = json.dumps({"status": {"indicator": "none"}}).encode()
    return {**files, SCRIPT: script.encode(), _WELL: well}


def _member(package: tarfile.TarFile, path: str) -> bytes:
    file = package.extractfile(f"package/{path}")
    if file is None:
        raise NotThePackageError(path)
    return file.read()
