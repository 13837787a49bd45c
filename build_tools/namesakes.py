"""Less precise ids and the documents they can mean: ``nq-29-tw`` of ``nq-29-tw-2013``.

Whoever kept an address without year or term still gets somewhere: to the one document of
that number, or to a page that lists them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.identifiers import DirectiveId, plenum_name
from build_tools.registered import Directive


def namesakes(less: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Every less precise id, with the documents it can mean.

    >>> namesakes({"nq-29-tw-2013": ["nq-29-tw"], "nq-29-tw-2022": ["nq-29-tw"]})
    {'nq-29-tw': ('nq-29-tw-2013', 'nq-29-tw-2022')}
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for directive, names in less.items():
        for name in names:
            found[name].add(directive)
    return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}


def shared(less: str, directives: tuple[Directive, ...]) -> Directive:
    """What the directives behind one less precise id have in common, as a directive."""
    found = DirectiveId.parse(less)
    symbols = {one.symbol for one in directives}
    terms = {one.term for one in directives}
    return Directive(
        id=less,
        type=directives[0].type,
        called=plenum_name(less),
        number=None if found.is_named else found.number,
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
