"""What a Word file holds beside the report: heads and feet of pages, comments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from build_tools.intake.word.names import name, value
from build_tools.intake.word.numbering import Numbering
from build_tools.intake.word.opening import Parts
from build_tools.intake.word.paper import Paper
from build_tools.intake.word.printed import Bit, paragraphs_of
from build_tools.intake.word.remarks import comment, page_head
from build_tools.intake.word.runs import Context
from build_tools.intake.word.stories import Story

PAGE: Final = "đầu trang, chân trang"
COMMENT: Final = "lời bình bên lề"
_NUMBER: Final = re.compile(
    r"[-–—.\s]*(?:(?:trang|page)\s*)?\d*(?:\s*/\s*\d*)?[-–—.\s]*", re.IGNORECASE
)


def lay_margins(parts: Parts, context: Context, paper: Paper) -> None:
    """Lay heads, feet and comments on the paper as dropped; words among them are doubts."""
    for part in parts.page_heads:
        story = Story(replace(context, pictures={}), Numbering(parts.numbering))
        for one in paragraphs_of(story.read(part.root)):
            text = " ".join(one.kept_text.split())
            remark = None if _NUMBER.fullmatch(text) else page_head(text)
            if one.text.strip():
                paper.lay((Bit(one.text, dropped=PAGE, remark=remark),))
    if parts.comments is None:
        return
    for note in parts.comments.root.iterchildren(name("w:comment")):
        story = Story(replace(context, pictures={}), Numbering(parts.numbering))
        texts = [one.text for one in paragraphs_of(story.read(note)) if one.text.strip()]
        author = value(note, "w:author") or ""
        for index, text in enumerate(texts):
            remark = comment(author, " ".join(" ".join(texts).split())) if index == 0 else None
            paper.lay((Bit(text, dropped=COMMENT, remark=remark),))
