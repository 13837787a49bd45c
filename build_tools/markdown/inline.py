"""Running text of a block, and cutting citations into it.

Recognition works on what the reader reads: the text without marks of emphasis and
without footnote marks. The same walk that makes that text maps a span of it back onto
the tokens.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

CITATION_OPEN = "citation_open"
CITATION_CLOSE = "citation_close"

_TEXT_OF_BREAK = {"softbreak": " ", "hardbreak": "\n"}


@dataclass(frozen=True, slots=True)
class Span:
    """A citation's place in the text of a block; ``index`` counts the report's citations."""

    start: int
    end: int
    index: int


def _readable(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    return _TEXT_OF_BREAK.get(token.type, "")


def plain_text(inline: Token) -> str:
    """What a reader reads in a block: ``Quyết định lập *03* tổ chức[^13]`` has no marks."""
    return "".join(map(_readable, inline.children or []))


def mark_offsets(inline: Token) -> tuple[int, ...]:
    """Where the footnote marks of a block stand in its readable text, in order."""
    offsets, position = [], 0
    for token in inline.children or []:
        if token.type == "footnote_ref":
            offsets.append(position)
        position += len(_readable(token))
    return tuple(offsets)


def cut_citations(inline: Token, spans: Sequence[Span]) -> None:
    """Put a pair of citation tokens around each span, in place.

    A span interrupted by emphasis or a footnote mark gets one pair for each piece, and
    none inside a link the editor wrote, since links cannot be nested.
    """
    if not spans or inline.children is None:
        return
    pieces: list[Token] = []
    position, links = 0, 0
    for token in inline.children:
        links += (token.type == "link_open") - (token.type == "link_close")
        length = len(_readable(token))
        if token.type == "text" and not links:
            pieces.extend(_cut_text(token, position, spans))
        else:
            pieces.append(token)
        position += length
    inline.children = list(_joined(pieces))


def _cut_text(token: Token, position: int, spans: Sequence[Span]) -> Iterator[Token]:
    end = position + len(token.content)
    cursor = position
    for span in spans:
        start, stop = max(span.start, position), min(span.end, end)
        if start >= stop:
            continue
        if start > cursor:
            yield _text(token, token.content[cursor - position : start - position])
        opening = Token(CITATION_OPEN, "", 1)
        opening.meta = {"index": span.index, "first": start == span.start}
        yield opening
        yield _text(token, token.content[start - position : stop - position])
        yield Token(CITATION_CLOSE, "", -1)
        cursor = stop
    if cursor < end:
        yield _text(token, token.content[cursor - position :])


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Make one link of a citation that runs over the end of a line."""
    skip = 0
    for at, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        following = tokens[at + 1 : at + 3]
        if (
            token.type == CITATION_CLOSE
            and [other.type for other in following] == ["softbreak", CITATION_OPEN]
            and not following[1].meta["first"]
        ):
            yield following[0]
            skip = 2
        else:
            yield token


def _text(token: Token, content: str) -> Token:
    piece = copy.copy(token)
    piece.content = content
    return piece
