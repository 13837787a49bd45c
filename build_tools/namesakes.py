"""Less precise ids and the documents they can mean: ``nq-29-tw`` of ``nq-29-tw-2013``.

Whoever kept an address without year or term still gets somewhere: to the one document of
that number, or to a page that lists them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.congresses import is_central, terms_of
from build_tools.identifiers import DirectiveId
from build_tools.registered import Directive
from build_tools.vietnamese import roman_to_int


def namesakes(directives: Iterable[Directive]) -> dict[str, tuple[str, ...]]:
    """Every less precise id of the directives, with the ids of all that it can mean."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for directive in directives:
        for less in _less(directive):
            found[str(less)].add(directive.id)
    return {less: tuple(sorted(ids)) for less, ids in sorted(found.items())}


def shared(less: str, directives: tuple[Directive, ...]) -> Directive:
    """What the directives behind one less precise id have in common, as a directive."""
    found = DirectiveId.parse(less)
    symbols = {one.symbol for one in directives}
    terms = {one.term for one in directives}
    return Directive(
        id=less,
        type=directives[0].type,
        called=None,
        number=found.number,
        symbol=symbols.pop() if len(symbols) == 1 else None,
        issuer=None,
        date=None,
        year=None,
        term=terms.pop() if found.term and len(terms) == 1 else None,
        title=None,
        same_as=(),
        collective=False,
        source=None,
        note=None,
    )


def _less(directive: Directive) -> Iterator[DirectiveId]:
    for name in (directive.id, *directive.same_as):
        found = DirectiveId.parse(name)
        if not found.is_bare and not found.is_named:
            yield found.base
        if found.year is not None:
            yield from _of_terms(found, directive)


def _of_terms(found: DirectiveId, directive: Directive) -> Iterator[DirectiveId]:
    term = roman_to_int(directive.term or "")
    terms = {term} if term else set()
    if found.year and is_central(found.org):
        possible = terms_of(found.year, directive.date)
        terms |= possible if len(possible) == 1 else set()
    for one in sorted(terms):
        yield DirectiveId(found.code, found.number, found.org, term=one)
