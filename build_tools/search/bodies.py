"""What a directive's issuer is called by those who look for it.

Readers name a document by its number and its issuer in words, ``kế hoạch 112 của UBND
tỉnh``, where the document itself has only the letters behind its number.
"""

from __future__ import annotations

from typing import Final

from build_tools.archive import Archive
from build_tools.identifiers import DirectiveId
from build_tools.registered import Directive, Issuer
from build_tools.search.abbreviations import ABBREVIATIONS
from build_tools.vietnamese import fold

_CODES: Final = {fold(short): words for short, words in ABBREVIATIONS.items()}
#: their letters are those of ministries: ``TT-BTC`` is not of a Ban Tổ chức
_OF_MINISTRIES: Final = frozenset(("thong-tu", "thong-tu-lien-tich"))


def issuer_names(archive: Archive, directive: Directive) -> tuple[str, ...]:
    """Names and code of the body that issued a directive: as registered, as reports print them.

    Where neither tells, the one registered body with the code in the directive's number, or
    what the code stands for: ``KH-UBND`` is of an ``Ủy ban nhân dân``.
    """
    if directive.issuer:
        found = _called(archive.issuer(directive.issuer))
    else:
        links = archive.backlinks.get(directive.id, ())
        found = tuple(name for link in links if (name := link.citation.mention.issuer))
    office = DirectiveId.parse(directive.id).org or ""
    if not found:
        bodies = [
            body
            for body in archive.registry.issuers.values()
            if body.code and fold(body.code) == office
        ]
        found = _called(bodies[0]) if len(bodies) == 1 else ()
    if office in _CODES and directive.type not in _OF_MINISTRIES:
        found = (*found, _CODES[office])
    return tuple(dict.fromkeys(filter(None, (*found, office.upper()))))


def _called(issuer: Issuer) -> tuple[str, ...]:
    return tuple(filter(None, (issuer.name, issuer.short, *issuer.aliases)))
