"""A file of the index folder: JSON, compressed here, since not every host compresses."""

from __future__ import annotations

import gzip
import json
from typing import Any


def packed(value: Any) -> bytes:
    """The same bytes for the same value at every build."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)
