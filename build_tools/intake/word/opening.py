"""From the bytes of a guarded file to the trees of its parts, with python-docx.

python-docx resolves the package: which part is which, whatever its name, and parses with
entities and the network switched off. The trees are then walked here, because no library
keeps what the account needs: printed numbers, fonts, hidden text, notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from build_tools.intake.word.names import Element, child
from build_tools.intake.word.refusal import BROKEN, RefusalError


@dataclass(frozen=True)
class TextPart:
    """One stretch of text with its own pictures: the body, the notes, a page head."""

    kind: str
    root: Element
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Parts:
    """The parts of a Word file that hold text, or say how it is printed."""

    body: TextPart
    footnotes: TextPart | None
    endnotes: TextPart | None
    comments: TextPart | None
    page_heads: tuple[TextPart, ...]
    numbering: Element | None
    styles: Element | None
    settings: Element | None

    @property
    def stories(self) -> Iterator[TextPart]:
        """Everything that holds text, in the order in which it is read."""
        yield self.body
        for story in (self.footnotes, self.endnotes, self.comments):
            if story is not None:
                yield story
        yield from self.page_heads


def open_parts(raw: bytes) -> Parts:
    """Open a file that passed the guards; ``RefusalError`` when the package is not a document."""
    try:
        main = docx.Document(BytesIO(raw)).part
        stories: dict[str, list[TextPart]] = {}
        others: dict[str, Element] = {}
        for relationship in main.rels.values():
            if relationship.is_external:
                continue
            kind = relationship.reltype.rsplit("/", 1)[-1]
            part = relationship.target_part
            if kind in {"footnotes", "endnotes", "comments", "header", "footer"}:
                stories.setdefault(kind, []).append(_text_part(kind, part))
            elif kind in {"numbering", "styles", "settings"}:
                others[kind] = _tree(part)
        root = _tree(main)
    except etree.XMLSyntaxError as fault:
        raise RefusalError(
            BROKEN, "Nội dung tệp lồng nhau quá sâu hoặc có đoạn chữ quá dài để là báo cáo."
        ) from fault
    except (
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        PackageNotFoundError,
        OSError,
    ) as fault:
        raise RefusalError(
            BROKEN, "Tệp thiếu những phần mà tệp Word phải có, hoặc các phần không khớp nhau."
        ) from fault
    body = child(root, "w:body")
    if body is None:
        raise RefusalError(BROKEN, "Tệp không có phần thân bài.")
    return Parts(
        TextPart("body", body, _pictures(main)),
        footnotes=_first(stories, "footnotes"),
        endnotes=_first(stories, "endnotes"),
        comments=_first(stories, "comments"),
        page_heads=(*stories.get("header", ()), *stories.get("footer", ())),
        numbering=others.get("numbering"),
        styles=others.get("styles"),
        settings=others.get("settings"),
    )


def _first(stories: Mapping[str, list[TextPart]], kind: str) -> TextPart | None:
    return next(iter(stories.get(kind, ())), None)


def _text_part(kind: str, part: Part) -> TextPart:
    return TextPart(kind, _tree(part), _pictures(part))


def _tree(part: Part) -> Element:
    return parse_xml(part.blob)


def _pictures(part: Part) -> dict[str, bytes]:
    return {
        key: relationship.target_part.blob
        for key, relationship in part.rels.items()
        if not relationship.is_external and relationship.reltype.endswith("/image")
    }
