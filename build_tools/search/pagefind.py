"""Handing pages of index words to Pagefind over its service protocol, and taking the index.

The service reads base64-encoded JSON messages divided by commas and answers each in
kind. The Python wrapper of the same project waits a tenth of a second for every answer,
which is a minute for the records of twenty reports, so the binary is spoken to directly.

Of what Pagefind makes, only the index is kept: which word stands where. Its pages
(fragments) hold the index words again and nothing a reader could read, and its scripts and
its WebAssembly are not used, see ``parts.py``.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import IO, Any, Final

from pagefind_bin import get_executable

from build_tools.search.cbor import decoded

LANGUAGE: Final = "vi"
_SIGNATURE: Final = b"pagefind_dcd"


class IndexingError(Exception):
    """Pagefind ended early or refused a page; the message says which."""


def indexed(pages: Sequence[str]) -> Iterator[tuple[str, list[tuple[int, list[int]]]]]:
    """Every word of the pages, sorted, with the pages (by number) and places where it stands.

    Words are divided by blanks; the places of a page count from 0. Raises
    ``IndexingError`` when Pagefind fails or writes an index of an unknown shape.
    """
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": LANGUAGE}}]
    messages.extend(
        {
            "type": "AddRecord",
            "index_id": 0,
            "url": f"/{number}",
            "content": words,
            "language": LANGUAGE,
            "meta": {},
            "filters": {},
        }
        for number, words in enumerate(pages)
    )
    messages.append({"type": "GetFiles", "index_id": 0})
    numbers: dict[str, int] = {}
    parts: list[bytes] = []
    meta = b""
    for file in _converse(messages)["files"]:
        name, _, suffix = file["path"].rpartition("/")[2].rpartition(".")
        if suffix not in {"pf_fragment", "pf_index", "pf_meta"}:
            continue
        content = gzip.decompress(base64.b64decode(file["content"])).removeprefix(_SIGNATURE)
        if suffix == "pf_fragment":
            numbers[name] = int(json.loads(content)["url"].lstrip("/"))
        elif suffix == "pf_index":
            parts.append(content)
        else:
            meta = content
    if len(numbers) != len(pages) or not meta:
        message = "the index is not whole"
        raise IndexingError(message)
    return iter(words_of(meta, parts, numbers))


def words_of(
    meta: bytes, parts: Iterable[bytes], numbers: Mapping[str, int]
) -> list[tuple[str, list[tuple[int, list[int]]]]]:
    """Words and places of an index as Pagefind writes it.

    ``meta`` names its pages in their order, ``parts`` hold the words; ``numbers`` gives our
    number of each page. A word has a row a page: the page's distance from the one before,
    and the distances between places, with a negative number where their weight changes.
    Raises ``IndexingError`` for an index of another shape.
    """
    try:
        order = [numbers[name] for name, *_ in decoded(meta)[1]]
        return sorted(
            (word, sorted(_places(rows, order)))
            for part in parts
            for word, rows, *_ in decoded(part)[0]
        )
    except (ValueError, TypeError, LookupError) as fault:
        message = "the index is not built as pagefind.py knows it"
        raise IndexingError(message) from fault


def _places(rows: Iterable[Any], order: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    page = 0
    for step, places, *_ in rows:
        page += step
        steps = places if min(places) >= 0 else (place for place in places if place >= 0)
        yield order[page], list(accumulate(steps))


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
