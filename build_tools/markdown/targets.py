"""Links and pictures an editor names beside the report file, as the page must name them.

A report file ``2023/q3/170-bc-duk.md`` becomes a page one folder deeper,
``2023/q3/170-bc-duk/``, so what lies beside the file lies one folder up from the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markdown_it.token import Token

from build_tools.addresses import link_to_page

_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|$", re.IGNORECASE)
_REPORT: Final = re.compile(r"\.md(?=#|$)")
_ATTRIBUTES: Final = {"image": "src", "link_open": "href"}


def page_target(link: str) -> str:
    """A link as it must read on the page; links out of the archive stay as they are.

    >>> page_target("170-bc-duk-hinh-1.png"), page_target("../q2/120-bc-duk.md#i-4")
    ('../170-bc-duk-hinh-1.png', '../../q2/120-bc-duk/#i-4')
    """
    if _ELSEWHERE.match(link):
        return link
    path, sharp, fragment = _REPORT.sub("/", link).partition("#")
    return f"../{link_to_page(path)}{sharp}{fragment}"


def written_links(inline: Token) -> Iterator[tuple[str, str, bool]]:
    """Each link and picture of a block: target, words, whether it is a picture."""
    children = inline.children or []
    for at, child in enumerate(children):
        if child.type == "image":
            yield str(child.attrGet("src") or ""), child.content, True
        elif child.type == "link_open":
            ends = (i for i in range(at, len(children)) if children[i].type == "link_close")
            words = "".join(one.content for one in children[at + 1 : next(ends, at + 1)])
            yield str(child.attrGet("href") or ""), words, False


def set_page_targets(inline: Token) -> None:
    """Rewrite the links and pictures of one block, in place."""
    for child in inline.children or ():
        attribute = _ATTRIBUTES.get(child.type)
        if attribute is not None:
            child.attrSet(attribute, page_target(str(child.attrGet(attribute) or "")))
