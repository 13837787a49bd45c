"""A report's body as sections, passages and notes, each with its address.

One walk over the tokens gives every heading, paragraph, bullet and note its anchor, in
the token itself (so that it is rendered) and in the outline (so that it can be cited).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from markdown_it.token import Token

from build_tools.addresses import OPENING
from build_tools.markdown.factory import parser
from build_tools.markdown.footnotes import (
    Mark,
    Note,
    check_footnotes,
    number_marks,
    take_notes,
)
from build_tools.markdown.headings import NumberedHeading, read_heading, section_anchor
from build_tools.markdown.inline import mark_offsets, plain_text
from build_tools.markdown.refusals import check_refusals
from build_tools.markdown.source import BodySource
from build_tools.markdown.targets import set_page_targets, written_links
from build_tools.model import Passage, PassageKind, WrittenLink
from build_tools.problems import Problems
from build_tools.vietnamese import fold

LIMITATION_OPENS: Final = "tuy nhien"
TOP_LEVEL: Final = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A passage together with the inline token that holds its words."""

    passage: Passage
    inline: Token


@dataclass(slots=True)
class SectionDraft:
    """A section while its blocks are being gathered; frozen when the report is made."""

    anchor: str
    level: int
    heading: NumberedHeading
    parent: SectionDraft | None
    area: str | None
    line: int
    title: Block | None = None
    tokens: list[Token] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    count: int = 0

    @property
    def outer(self) -> tuple[str, ...]:
        """The printed numbers of the sections around this one, outermost first."""
        if self.parent is None:
            return ()
        own = (self.parent.heading.number,) if self.parent.heading.number else ()
        return (*self.parent.outer, *own)

    @property
    def part(self) -> SectionDraft | None:
        """The outermost section around this one."""
        return None if self.parent is None else (self.parent.part or self.parent)


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note with its passages."""

    note: Note
    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything a body holds, in reading order."""

    sections: tuple[SectionDraft, ...]
    notes: tuple[NoteDraft, ...]
    marks: tuple[Mark, ...]
    links: tuple[WrittenLink, ...] = ()


def read_outline(
    source: BodySource, area_of_heading: Callable[[str], str | None], problems: Problems
) -> Outline:
    """Parse a body and give everything in it an address; faults go to ``problems``."""
    env: dict[str, Any] = {}
    tokens = parser().parse("\n".join(source.lines), env)
    check_refusals(tokens, env.get("references", {}), source, problems)
    text, notes = take_notes(tokens)
    walk = _Walk(source, area_of_heading, problems)
    walk.read(text)
    drafts = tuple(walk.read_note(note) for note in notes)
    check_footnotes(walk.marks, notes, source, problems)
    sections = tuple(draft for draft in walk.sections if draft.title or draft.tokens)
    if not sections:
        problems.error(
            "KHO212",
            source.place(None),
            "Báo cáo không có nội dung.",
            "Viết nội dung sau phần khai báo, mở đầu bằng “## I- …”.",
        )
    return Outline(sections, drafts, tuple(walk.marks), tuple(walk.links))


class _Walk:
    def __init__(
        self,
        source: BodySource,
        area_of_heading: Callable[[str], str | None],
        problems: Problems,
    ) -> None:
        self.source = source
        self.area_of_heading = area_of_heading
        self.problems = problems
        self.current = SectionDraft(
            OPENING, 1, NumberedHeading(None, ""), None, None, source.first_line
        )
        self.sections = [self.current]
        self.by_anchor = {OPENING: self.current}
        self.marks: list[Mark] = []
        self.links: list[WrittenLink] = []
        self.marks_seen: dict[str, int] = {}

    def read(self, tokens: Sequence[Token]) -> None:
        heading: Token | None = None
        anchor: str | None = None
        for token, bullets in _with_bullets(tokens):
            if token.type == "heading_open" and token.level == 0:
                heading = token
            elif token.type == "heading_close" and token.level == 0:
                heading = None
            elif token.type == "inline" and heading is not None:
                self._open_section(heading, token)
            else:
                if token.type == "table_open":
                    anchor = self._next_anchor()
                    token.attrSet("id", anchor)
                elif token.type == "table_close":
                    anchor = None
                elif token.type == "paragraph_open":
                    token.hidden = False
                    token.attrSet("id", self._next_anchor())
                elif token.type == "paragraph_close":
                    token.hidden = False
                elif token.type == "inline":
                    self._add_block(token, anchor, bullets)
                self.current.tokens.append(token)

    def read_note(self, note: Note) -> NoteDraft:
        anchor = f"fn-{note.number}"
        line = self.source.line(note.opening.map)
        blocks = []
        for token in note.tokens:
            if token.type in {"paragraph_open", "paragraph_close"}:
                token.hidden = False
            if token.type == "inline":
                blocks.append(self._block(token, anchor, PassageKind.FOOTNOTE, ()))
        return NoteDraft(note, tuple(blocks), line)

    def _next_anchor(self) -> str:
        self.current.count += 1
        return f"{self.current.anchor}-p{self.current.count}"

    def _add_block(self, inline: Token, table: str | None, bullets: tuple[str, ...]) -> None:
        opening = self.current.tokens[-1]
        anchor = table or f"{self.current.anchor}-p{self.current.count}"
        if table:
            kind = PassageKind.TABLE
        elif fold(plain_text(inline)[: len(LIMITATION_OPENS)]).startswith(LIMITATION_OPENS):
            kind = PassageKind.LIMITATION
            opening.attrJoin("class", "limitation")
        else:
            kind = PassageKind.BULLET if bullets else PassageKind.PARAGRAPH
        self.current.blocks.append(self._block(inline, anchor, kind, bullets))

    def _block(
        self, inline: Token, anchor: str, kind: PassageKind, bullets: tuple[str, ...]
    ) -> Block:
        written = tuple(written_links(inline))
        set_page_targets(inline)
        marks = number_marks(inline, anchor, self.marks_seen)
        self.marks.extend(marks)
        passage = Passage(
            anchor,
            kind,
            plain_text(inline),
            self.source.line(inline.map),
            len(bullets),
            bullets[-1] if bullets else "",
            tuple(mark.number for mark in marks),
            mark_offsets(inline),
            self.source.block(inline.map),
        )
        self.links.extend(
            WrittenLink(target, shown, passage, is_picture) for target, shown, is_picture in written
        )
        return Block(passage, inline)

    def _open_section(self, opening: Token, inline: Token) -> None:
        level = int(opening.tag[1])
        parent: SectionDraft | None = self.current
        while parent is not None and (parent.level >= level or parent.anchor == OPENING):
            parent = parent.parent
        heading = read_heading(plain_text(inline))
        anchor = section_anchor(heading, parent.anchor if parent else None)
        self._check_section(anchor, heading, opening)
        area = self.area_of_heading(heading.title) if level > TOP_LEVEL else None
        self.current = SectionDraft(
            anchor, level, heading, parent, area, self.source.line(opening.map)
        )
        self.current.title = self._block(inline, anchor, PassageKind.HEADING, ())
        self.sections.append(self.current)
        self.by_anchor.setdefault(anchor, self.current)

    def _check_section(self, anchor: str, heading: NumberedHeading, opening: Token) -> None:
        place = self.source.place(opening.map, heading.title)
        twin = self.by_anchor.get(anchor)
        if twin is not None:
            self.problems.error(
                "KHO205",
                place,
                f"Mục “{heading.number or heading.title}” trùng số với mục ở dòng {twin.line}.",
                "Sửa số mục theo bản in; hai mục không thể chung một địa chỉ.",
            )
        elif heading.number is None:
            self.problems.warning(
                "KHO213",
                place,
                f"Tiêu đề “{heading.title}” không có số mục.",
                "Viết số như bản in: “## I- …”, “### 1. …”.",
            )


def _with_bullets(tokens: Sequence[Token]) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Each token with the printed bullets around it, outermost first."""
    bullets: tuple[str, ...] = ()
    for token in tokens:
        if token.type == "list_item_open":
            bullets = (*bullets, token.info + token.markup if token.info else token.markup)
        elif token.type == "list_item_close":
            bullets = bullets[:-1]
        yield token, bullets
