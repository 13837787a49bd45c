"""How a directive is cited: the form an official would paste, and the spellings seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from build_tools.archive import Backlink
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.pages.page import directive_name, term_words
from build_tools.registered import Directive
from build_tools.vietnamese import fold, format_date

_LAWS: Final = frozenset({"luat", "bo-luat", "phap-lenh"})
#: abstracts that are read without ``về``: ``Nghị định … quy định chi tiết một số điều``
_SAYING: Final = ("ve ", "quy dinh chi tiet", "sua doi", "ban hanh", "bai bo", "huong dan thi hanh")


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling in which reports cite a directive; an item of a list is only a piece of one."""

    surface: str
    count: int
    is_piece: bool


def aliases(links: Iterable[Backlink]) -> tuple[Alias, ...]:
    """The spellings seen, most frequent first; line breaks are no difference."""
    mentions = [link.citation.mention for link in links]
    counted = Counter((" ".join(mention.surface.split()), mention.type) for mention in mentions)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0][0]))
    return tuple(_alias(surface, kind, count) for (surface, kind), count in ranked)


def _alias(surface: str, kind: str, count: int) -> Alias:
    is_headless = not fold(surface).startswith(fold(DOCUMENT_TYPES[kind].name))
    is_cut = surface.count("(") != surface.count(")")
    shown = ("… " if is_headless else "") + surface + (" …" if is_cut else "")
    return Alias(shown, count, is_headless or is_cut)


def citation_form(directive: Directive, issuers: Sequence[str]) -> str | None:
    """``Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị khóa XII về …``.

    Made of known facts alone (36-HD/VPTW, II.1: name, number, day, issuer, abstract);
    ``issuers`` are the names known for the issuer, and several leave it out. A collective
    name is not one document, so it has no form.
    """
    if directive.collective:
        return None
    name = _head(directive)
    term = term_words(directive.term)
    if term and fold(term) in fold(name):
        term = None
    words = [name]
    if directive.date:
        words.append(f", ngày {format_date(directive.date)}")
    elif directive.year and str(directive.year) not in name:
        words.append(f" năm {directive.year}")
    if len(issuers) == 1:
        words.append(f" của {issuers[0]}")
    if term:
        words.append(f" {term}" if len(issuers) == 1 else f", {term}")
    if directive.title and not _is_name(directive):
        words.append(f" {_about(directive.title)}")
    return "".join(words)


def _head(directive: Directive) -> str:
    """A law has its name before its number: ``Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15``."""
    name = directive_name(directive)
    if directive.title is None or not _is_name(directive):
        return name
    kind, number, figures = name.partition(" số ")
    title = directive.title
    whole = title if fold(title).startswith(fold(kind)) or not number else f"{kind} {title}"
    return f"{whole}{number}{figures}"


def _is_name(directive: Directive) -> bool:
    """Whether the title is the document's name: a law's, or one with the type word in it."""
    kind = DOCUMENT_TYPES[directive.type]
    is_law = kind.slug in _LAWS and directive.number is not None
    return is_law or fold(directive.title or "").startswith(fold(kind.name))


def _about(title: str) -> str:
    """The abstract inside a sentence: ``về``, and a small letter unless a name begins it."""
    first, _, rest = title.partition(" ")
    if not rest[:1].isupper() and not first.isupper():
        title = title[:1].lower() + title[1:]
    says_itself = fold(title).startswith(_SAYING)
    return title if says_itself else f"về {title}"
