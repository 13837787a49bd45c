"""Handing records to Pagefind over its service protocol, and having it write the index.

The service reads base64-encoded JSON messages divided by commas and answers each in
kind. The Python wrapper of the same project waits a tenth of a second for every answer,
which is a minute for the records of twenty reports, so the binary is spoken to directly.
"""

from __future__ import annotations

import base64
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Final

from pagefind_bin import get_executable

from build_tools.search.records import Record

LANGUAGE: Final = "vi"


class IndexingError(Exception):
    """Pagefind ended early or refused a record; the message says which."""


def write_index(records: Iterable[Record], folder: Path) -> int:
    """Write the search bundle into ``folder``; returns how many records it holds.

    Raises ``IndexingError`` when Pagefind fails.
    """
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": LANGUAGE}}]
    messages.extend(map(_add_record, records))
    messages.append({"type": "WriteFiles", "index_id": 0, "output_path": str(folder)})
    _converse(messages)
    return len(messages) - 2


def _add_record(record: Record) -> dict[str, Any]:
    meta = {
        "title": record.title,
        "trail": record.trail,
        "kind": record.kind.value,
        "report": record.report,
        "unit": record.unit,
    }
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
        "meta": {key: value for key, value in meta.items() if value},
        "filters": {key: [str(value)] for key, value in filters.items() if value is not None},
    }


def _converse(messages: list[dict[str, Any]]) -> None:
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
        answered = 0
        for answer in _answers(service.stdout):
            payload = answer["payload"]
            if payload["type"] == "Error":
                service.kill()
                raise IndexingError(payload.get("message", "unknown"))
            answered += 1
            if answered == len(messages):
                break
        writer.join(timeout=10)
        service.stdin.close()
    if answered != len(messages):
        message = f"indexer ended after {answered} of {len(messages)} messages"
        raise IndexingError(message)


def _send(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(base64.b64encode(message.encode()) + b",")
        pipe.flush()
    except BrokenPipeError:
        return  # the reader sees the early end and reports it


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest = b""
    while chunk := pipe.read1(1 << 16):  # type: ignore[attr-defined]
        *whole, rest = (rest + chunk).split(b",")
        for message in whole:
            yield json.loads(base64.b64decode(message))
