"""As much of CBOR (RFC 8949) as Pagefind writes: arrays, texts and whole numbers."""

from __future__ import annotations

from typing import Any, Final

_NUMBER, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
_SHORT: Final = 24
_LONGEST: Final = 27


def decoded(body: bytes) -> Any:
    """The value that ``body`` holds; raises ``ValueError`` for anything else.

    >>> decoded(bytes.fromhex("83617801381a"))
    ['x', 1, -27]
    """
    value, at = _item(body, 0)
    if at != len(body):
        message = "more than one value"
        raise ValueError(message)
    return value


def _item(body: bytes, at: int) -> tuple[Any, int]:
    try:
        major, value = divmod(body[at], 32)
        at += 1
        if value >= _SHORT:
            if value > _LONGEST:
                raise ValueError(value)
            width = 1 << (value - _SHORT)
            value = int.from_bytes(body[at : at + width])
            at += width
    except IndexError:
        message = "the value is cut off"
        raise ValueError(message) from None
    if major == _NUMBER:
        return value, at
    if major == _NEGATIVE:
        return -1 - value, at
    if major == _TEXT:
        return body[at : at + value].decode(), at + value
    if major != _ARRAY:
        message = f"a value of major type {major}"
        raise ValueError(message)
    return _items(body, at, value)


def _items(body: bytes, at: int, count: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    for _ in range(count):
        if at < len(body) and body[at] < _SHORT:  # nearly all, so without a call
            items.append(body[at])
            at += 1
        else:
            item, at = _item(body, at)
            items.append(item)
    return items, at
