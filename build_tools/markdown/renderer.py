"""Tokens into finished markup, with holes where citations will be linked.

The holes travel through markdown-it's renderer between NUL characters, which CommonMark
keeps out of any text (section 2.3, insecure characters).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from typing import Any, Final

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from build_tools.markdown.factory import parser
from build_tools.model import Markup, Slot

_HOLE: Final = re.compile("\x00(\\d+)([01])\x00(.*?)\x00\x00", re.DOTALL)


class _Renderer(RendererHTML):
    def citation_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        meta = tokens[index].meta
        return f"\x00{meta['index']}{int(meta['first'])}\x00"

    def citation_close(self, *_: Any) -> str:
        return "\x00\x00"

    def footnote_ref(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        number, anchor = tokens[index].meta["label"], tokens[index].meta["anchor"]
        shown = escape(number)
        return (
            f'<sup class="noteref" id="{anchor}"><a href="#fn-{shown}" role="doc-noteref" '
            f'aria-label="Chú thích {shown}">{shown}</a></sup>'
        )

    def paragraph_close(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        """A paragraph that can be cited ends with the link to itself; the sign is the style's."""
        return f"{_permalink(tokens[index - 2])}</p>\n"

    def th_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        """A cell's alignment is a class, since a strict page allows no style of its own."""
        token = tokens[index]
        align = str(token.attrGet("style") or "").removeprefix("text-align:")
        return f'<{token.tag} class="align-{align}">' if align else f"<{token.tag}>"

    td_open = th_open

    def table_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        attributes = self.renderAttrs(tokens[index])
        return f'<div class="table-wrap" role="region" aria-label="Bảng" tabindex="0"{attributes}><table>\n'

    def table_close(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        opening = next(one for one in reversed(tokens[:index]) if one.type == "table_open")
        return f"</table></div>{_permalink(opening)}\n"

    def bullet_list_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        kind = "plus" if tokens[index].markup == "+" else "dash"
        return f'<ul class="{kind}">\n'

    def softbreak(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        return " "


def _permalink(opening: Token) -> str:
    """The link of a block that has an address, ``#i-4-p3``; nothing for one of a note."""
    anchor = str(opening.attrGet("id") or "")
    number = anchor.rpartition("-p")[2]
    label = f"Liên kết tới đoạn {number}"
    return f'<a class="permalink" href="#{anchor}" aria-label="{label}"></a>' if anchor else ""


@cache
def _renderer() -> _Renderer:
    return _Renderer()


def render(tokens: Sequence[Token]) -> Markup:
    """Render blocks; citations become slots numbered as in the report."""
    return _with_slots(_renderer().render(tokens, parser().options, {}))


def render_inline(tokens: Sequence[Token]) -> Markup:
    """Render the inside of one block, e.g. a heading's words."""
    return _with_slots(_renderer().renderInline(tokens, parser().options, {}))


def _with_slots(html: str) -> Markup:
    parts: list[str | Slot] = []
    end = 0
    for hole in _HOLE.finditer(html):
        parts.append(html[end : hole.start()])
        parts.append(Slot(int(hole[1]), hole[3], first=hole[2] == "1"))
        end = hole.end()
    parts.append(html[end:])
    return tuple(part for part in parts if part != "")


def fill(markup: Markup, link: Callable[[Slot], str]) -> str:
    """Close the holes: ``link`` gives the whole element for a slot.

    >>> fill(("theo ", Slot(0, "Chỉ thị số 05-CT/TW")), lambda slot: f"<a>{slot.html}</a>")
    'theo <a>Chỉ thị số 05-CT/TW</a>'
    """
    return "".join(part if isinstance(part, str) else link(part) for part in markup)
