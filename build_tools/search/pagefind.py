"""Handing records to Pagefind over its service protocol, and having it write the index.

The service reads base64-encoded JSON messages divided by commas and answers each in
kind. The Python wrapper of the same project waits a tenth of a second for every answer,
which is a minute for the records of twenty reports, so the binary is spoken to directly.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Final

from pagefind_bin import get_executable

from build_tools.search.records import Record

LANGUAGE: Final = "vi"
_UNUSED: Final = re.compile(r"-ui\.|-highlight\.|playground")


class IndexingError(Exception):
    """Pagefind ended early or refused a record; the message says which."""


def write_index(records: Iterable[Record], folder: Path) -> int:
    """Write the search bundle into ``folder``; returns how many records it holds.

    The files are asked for and written here: told to write them itself, the service can
    end before its last file has reached the disk. Raises ``IndexingError`` when Pagefind
    fails, ``OSError`` when the folder cannot be written.
    """
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": LANGUAGE}}]
    messages.extend(map(_add_record, records))
    messages.append({"type": "GetFiles", "index_id": 0})
    for file in _converse(messages)["files"]:
        if not _UNUSED.search(file["path"]):
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(file["content"]))
    return len(messages) - 2


def _add_record(record: Record) -> dict[str, Any]:
    filters = {
        "kind": record.kind.value,
        "year": record.year,
        "quarter": record.quarter,
        "issuer": record.issuer,
    }
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": f"/{record.url}",
        "content": record.content,
        "language": LANGUAGE,
        "meta": {"title": record.title, "trail": record.trail},
        "filters": {key: [str(value)] for key, value in filters.items() if value is not None},
    }


def _converse(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Send all messages; returns the answer to the last."""
    with subprocess.Popen(
        [str(get_executable()), "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as service:
        if service.stdin is None or service.stdout is None:
            message = "no pipes to the indexer"
            raise IndexingError(message)
        writer = threading.Thread(target=_send, args=(service.stdin, messages), daemon=True)
        writer.start()
        try:
            return _last(_answers(service.stdout), len(messages))
        finally:
            service.kill()
            writer.join()


def _last(answers: Iterator[dict[str, Any]], expected: int) -> dict[str, Any]:
    for count, answer in enumerate(answers, start=1):
        payload: dict[str, Any] = answer["payload"]
        if payload["type"] == "Error":
            raise IndexingError(payload.get("message", "unknown"))
        if count == expected:
            return payload
    message = "the indexer ended before its last answer"
    raise IndexingError(message)


def _send(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(base64.b64encode(message.encode()) + b",")
        pipe.flush()
    except (BrokenPipeError, ValueError):
        return  # the reader sees the early end and reports it


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    pieces: list[bytes] = []
    while chunk := pipe.read1(1 << 20):  # type: ignore[attr-defined]
        first, *rest = chunk.split(b",")
        pieces.append(first)
        for piece in rest:
            yield json.loads(base64.b64decode(b"".join(pieces)))
            pieces = [piece]
