"""A draft written as a report file: YAML front matter, Markdown body, notes at the end.

Every sign that Markdown would take for markup is escaped, so that the text read back is
the text printed (CommonMark 0.31: section 2.4 escapes, 4.2–4.10 openings of blocks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from build_tools.intake.draft import Block, BlockKind, Draft, Head
from build_tools.intake.signs import BOLD_OFF, BOLD_ON, ITALIC_OFF, ITALIC_ON, SIGN, label_of
from build_tools.intake.source import Traced
from build_tools.vietnamese import fold

_INLINE: Final = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)")
_OPENING: Final = re.compile(r"(?P<digits>\d{1,9})(?P<stop>[.)])(?=\s|$)|(?P<sign>[#>|~=+-])")
_CLOSING_HASHES: Final = re.compile(r"#+\s*$")
_EMPHASIS: Final = {ITALIC_ON: "*", ITALIC_OFF: "*", BOLD_ON: "**", BOLD_OFF: "**"}
_PLAIN_YAML: Final = re.compile(r"[^\W\d_][\w /.()\-–]*(?<! )")
_WORDS_OF_YAML: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))


@dataclass(frozen=True, slots=True)
class Written:
    """A report file as text, and the line on which each piece of the draft stands."""

    text: str
    lines: tuple[tuple[int, Traced], ...]

    def line_of(self, offset: int) -> int | None:
        """The line of the file that holds a character of the source; None when none does."""
        return next((line for line, piece in self.lines if offset in piece.origin), None)


def write(draft: Draft) -> Written:
    """Write a draft; its head must have a quarter."""
    lines: list[str] = []
    places: list[tuple[int, Traced]] = []
    for text, piece in _lines(draft):
        lines.append(text)
        if piece is not None:
            places.extend((len(lines), one) for one in piece)
    return Written("\n".join(lines) + "\n", tuple(places))


def _lines(draft: Draft) -> Iterator[tuple[str, tuple[Traced, ...] | None]]:
    yield from _front_matter(draft.head)
    for block in draft.blocks:
        yield "", None
        yield from _block(block)
    for note in draft.notes:
        yield "", None
        for index, paragraph in enumerate(note.paragraphs):
            if index:
                yield "", None
            opening = f"[^{note.label}]: " if index == 0 else "    "
            yield opening + markdown(paragraph.text), (paragraph,)


def _front_matter(head: Head) -> Iterator[tuple[str, tuple[Traced, ...] | None]]:
    signed = head.signed
    yield "---", None
    yield f"title: {_yaml(head.title.reader_text)}", (head.title,)
    yield f"number: {head.number or 'null'}", None
    yield f"quarter: {head.quarter}", None
    yield f"issuer: {head.issuer or 'null'}", None
    yield f"date: {head.date or 'null'}", None
    yield f"place: {_yaml(head.place.reader_text)}", (head.place,)
    yield "edition: full", None
    yield "draft: true", None
    if signed:
        keys = {"authority": signed.authority, "position": signed.position, "name": signed.name}
        pairs = ", ".join(f"{key}: {_yaml(value.reader_text)}" for key, value in keys.items())
        yield f"signed: {{{pairs}}}", tuple(keys.values())
    else:
        yield "signed: null", None
    yield "recipients:" if head.recipients else "recipients: []", None
    for recipient in head.recipients:
        yield f"  - {_quoted(recipient.reader_text)}", (recipient,)
    yield "approval: null", None
    yield "---", None


def _block(block: Block) -> Iterator[tuple[str, tuple[Traced, ...] | None]]:
    if block.kind is BlockKind.HEADING:
        text = _CLOSING_HASHES.sub(lambda m: "\\" + m[0], inline(block.text.text))
        yield f"{'#' * block.level} {text}", (block.text,)
    elif block.kind is BlockKind.BULLET:
        indent = "  " * block.level
        yield f"{indent}{block.marker} {markdown(block.text.text)}", (block.text,)
    elif block.kind is BlockKind.TABLE:
        for index, row in enumerate(block.rows):
            cells = " | ".join(inline(cell.text).replace("|", "\\|") for cell in row)
            yield f"| {cells} |", row
            if index == 0:
                yield "|" + "---|" * len(row), None
    else:
        yield markdown(block.text.text), (block.text,)


def markdown(text: str) -> str:
    r"""A paragraph's text, safe at the beginning of a line.

    >>> print(markdown("1. Số liệu *tạm tính* # 2"))
    1\. Số liệu \*tạm tính\* # 2
    """
    written = inline(text)
    opening = _OPENING.match(written)
    if opening is None:
        return written
    if opening["sign"]:
        return "\\" + written
    return f"{opening['digits']}\\{written[opening.end('digits') :]}"


def inline(text: str) -> str:
    r"""Running text with its marks, blanks folded, everything else as printed.

    >>> print(inline("a_b  <i> [x]"))
    a_b \<i> \[x\]
    """
    folded = " ".join(text.split())
    return SIGN.sub(_sign, _INLINE.sub(lambda match: "\\" + match[0], folded))


def _sign(match: re.Match[str]) -> str:
    label = label_of(match[0])
    return f"[^{label}]" if label else _EMPHASIS.get(match[0], match[0])


def _yaml(text: str) -> str:
    if not text:
        return "null"
    is_plain = _PLAIN_YAML.fullmatch(text) and fold(text) not in _WORDS_OF_YAML
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
