"""The one parser of the archive: CommonMark, tables, footnotes, and two rules fewer.

Switched off, because in a typed report they only ever fire by accident:

* indented code: a paragraph pasted from Word often begins with blanks;
* underlined headings: a line of hyphens under a paragraph is a rule, not a title.

Raw HTML and link definitions stay recognised so that they can be refused with their line.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

#: a mark is ``[^16]``; looking further for its bracket makes a row of ``[^`` quadratic
LONGEST_MARK: Final = 80
SWITCHED_OFF: Final = ("code", "lheading")


@cache
def parser() -> MarkdownIt:
    """The configured parser; it keeps no state between texts.

    Footnote marks are matched even without a note, so that each unmatched one can be
    reported where it stands.
    """
    markdown = MarkdownIt("commonmark")
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.inline.ruler.at("footnote_ref", _near_mark)
    return markdown.enable("table").disable(list(SWITCHED_OFF))


def _near_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's call
    """A footnote mark whose closing bracket is in sight."""
    if state.src.find("]", state.pos, state.pos + LONGEST_MARK) < 0:
        return False
    return footnote_ref(state, silent, always_match=True)
