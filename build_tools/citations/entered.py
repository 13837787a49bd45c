"""The registered document behind an id, where exactly one can be meant."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from build_tools.identifiers import DirectiveId
from build_tools.model import Mention, Resolution
from build_tools.registered import Directive
from build_tools.registry.registry import Registry
from build_tools.vietnamese import roman_to_int

_PLENUM: Final = re.compile(r"[a-z]+-tw\d+")


def registered(
    found: DirectiveId, mention: Mention, registry: Registry, latest: date
) -> Resolution:
    """Prefer the registry's document where exactly one can be meant."""
    text = str(found)
    text = registry.aliases.get(text, text)
    if text in registry.directives:
        return Resolution(text)
    known = registry.by_base.get(str(found.base), ())
    if found.org is None and not found.is_named:
        known = registry.by_number.get((found.code, found.number), ())
    if _PLENUM.fullmatch(text):  # “Nghị quyết Trung ương 4” of any term
        known = tuple(
            one for key, one in registry.directives.items() if key.startswith(f"{text}-k")
        )
    fitting = tuple(
        directive.id for directive in known if _may_be(directive, found, mention, registry, latest)
    )
    if len(fitting) == 1:
        return Resolution(fitting[0])
    if fitting:
        return Resolution(str(found.base), candidates=fitting)
    return Resolution(text)


def _may_be(
    directive: Directive, found: DirectiveId, mention: Mention, registry: Registry, latest: date
) -> bool:
    """Whether nothing that is known of the registered document speaks against it."""
    known = DirectiveId.parse(directive.id)
    year = directive.date.year if directive.date else (directive.year or known.year)
    if None not in (found.year, year) and found.year != year:
        return False
    if year is not None and year > latest.year:
        return False
    if directive.date is not None and directive.date > latest:
        return False
    term = directive.term and roman_to_int(directive.term)
    if found.term is not None and term and found.term != term:
        return False
    issuer = registry.issuer_called(mention.issuer) if mention.issuer else None
    return None in (issuer, directive.issuer) or issuer == directive.issuer
