"""Handing pages of index words to Pagefind over its service protocol, and taking the index.

The service reads base64-encoded JSON messages divided by commas and answers each in
kind. The Python wrapper of the same project waits a tenth of a second for every answer,
which is a minute for the records of twenty reports, so the binary is spoken to directly.

Of what Pagefind makes, the index and the engine are kept. Its pages (fragments) hold the
index words again and nothing a reader could read, and its scripts are not used.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Final

from pagefind_bin import get_executable

LANGUAGE: Final = "vi"
_SIGNATURE: Final = b"pagefind_dcd"


class IndexingError(Exception):
    """Pagefind ended early or refused a page; the message says which."""


@dataclass(frozen=True, slots=True)
class Index:
    """What Pagefind made of the pages.

    ``ids`` names each page by the address it was given; ``parts`` are the files of the
    index, ``meta`` the list of pages and parts as the engine reads it, ``engine`` the
    WebAssembly module.
    """

    ids: dict[str, str]
    parts: tuple[bytes, ...]
    meta: bytes
    engine: bytes


def index_pages(pages: Iterable[tuple[str, str]]) -> Index:
    """Index pages of ``(address, words)``; raises ``IndexingError`` when Pagefind fails."""
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": LANGUAGE}}]
    messages.extend(
        {
            "type": "AddRecord",
            "index_id": 0,
            "url": f"/{address}",
            "content": words,
            "language": LANGUAGE,
            "meta": {},
            "filters": {},
        }
        for address, words in pages
    )
    messages.append({"type": "GetFiles", "index_id": 0})
    ids: dict[str, str] = {}
    parts: list[bytes] = []
    meta = engine = b""
    for file in _converse(messages)["files"]:
        content = base64.b64decode(file["content"])
        name, _, suffix = file["path"].rpartition("/")[2].rpartition(".")
        if suffix == "pf_fragment":
            page = json.loads(_opened(content))
            ids[page["url"].lstrip("/")] = name
        elif suffix == "pf_index":
            parts.append(_opened(content))
        elif suffix == "pf_meta":
            meta = _opened(content)
        elif file["path"] == "wasm.unknown.pagefind":
            engine = _opened(content)
    if len(ids) != len(messages) - 2 or not (meta and engine):
        message = "the index is not whole"
        raise IndexingError(message)
    return Index(ids, tuple(parts), meta, engine)


def _opened(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)


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
