"""Contradictions about one directive: between reports, and between a report and the registry.

A report is never changed for it: what is printed may be wrong, so all of this only warns,
with both places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from build_tools.archive import Archive, Backlink
from build_tools.checks.places import cited_at, entered_at
from build_tools.checks.titles import differ
from build_tools.citations.issuing import may_be_one
from build_tools.congresses import is_central, terms_of
from build_tools.identifiers import DirectiveId
from build_tools.problems import Place, Problems
from build_tools.registered import Directive
from build_tools.vietnamese import format_date, int_to_roman


def check_conflicts(archive: Archive, problems: Problems) -> None:
    """Compare what is said of each directive; citations in doubt are compared with nothing."""
    for key, links in sorted(archive.backlinks.items()):
        decided = [link for link in links if not link.resolution.is_ambiguous]
        entry = archive.registry.directives.get(key)
        _check_dates(decided, entry, problems)
        _check_titles(decided, entry, problems)
        _check_issuers(decided, entry, archive, problems)
    _check_years_of_a_term(archive, problems)


def _check_dates(links: Sequence[Backlink], entry: Directive | None, problems: Problems) -> None:
    dated = [(link, day) for link in links if (day := link.citation.mention.date) is not None]
    if not dated:
        return
    if entry is not None and entry.date is not None:
        right, beside = entry.date, entered_at(entry, "date")
        where = "danh mục"
    else:
        right = Counter(day for _, day in dated).most_common(1)[0][0]
        beside = cited_at(next(link for link, day in dated if day == right))
        where = "chỗ khác"
    for link, day in dated:
        if day != right:
            problems.warning(
                "KHO305",
                cited_at(link),
                f"{_surface(link)}: ở đây ghi ngày {format_date(day)}, {where} ghi ngày "
                f"{format_date(right)}.",
                "Đối chiếu bản in: gõ sai thì sửa; bản in ghi như vậy thì giữ và thêm “[BBT: …]”; "
                "danh mục sai thì sửa danh mục.",
                beside=beside,
            )


def _check_titles(links: Sequence[Backlink], entry: Directive | None, problems: Problems) -> None:
    titled = [(link, title) for link in links if (title := link.citation.mention.title)]
    if entry is not None and entry.title is not None:
        known, beside = entry.title, entered_at(entry, "title")
        rest = titled
    elif titled:
        (first, known), *rest = titled
        beside = cited_at(first)
    else:
        return
    for link, title in rest:
        if differ(title, known):
            problems.warning(
                "KHO306",
                cited_at(link),
                f"{_surface(link)}: trích yếu ở đây là “{_short(title)}”, chỗ kia là "
                f"“{_short(known)}”.",
                "Có thể là hai văn bản khác nhau, hoặc ghi nhầm số. Đối chiếu bản in; bản in ghi "
                "như vậy thì giữ.",
                beside=beside,
            )


def _check_issuers(
    links: Sequence[Backlink], entry: Directive | None, archive: Archive, problems: Problems
) -> None:
    signed = [(link, name) for link in links if (name := link.citation.mention.issuer)]
    issuer = archive.registry.issuers.get(entry.issuer or "") if entry else None
    if entry is not None and issuer is not None:
        known, beside = issuer.name, entered_at(entry, "issuer")
        rest = signed
    elif signed:
        (first, known), *rest = signed
        beside = cited_at(first)
    else:
        return
    for link, name in rest:
        if not _one_body(name, known, archive):
            problems.warning(
                "KHO307",
                cited_at(link),
                f"{_surface(link)}: ở đây ghi của {name}, chỗ kia ghi của {known}.",
                "Đối chiếu bản in; hai văn bản khác nhau thì thêm từng văn bản vào danh mục, kèm "
                "ngày ban hành.",
                beside=beside,
            )


def _one_body(one: str, other: str, archive: Archive) -> bool:
    first, second = archive.registry.issuer_called(one), archive.registry.issuer_called(other)
    if first is not None and second is not None:
        return archive.registry.is_lineage(first, second)
    return may_be_one(one, other)


def _check_years_of_a_term(archive: Archive, problems: Problems) -> None:
    """A central number is given once in a term, so two years of one term cannot both be right.

    Quy định and quyết định share a code but not a series, so their years prove nothing.
    """
    groups: dict[tuple[DirectiveId, int], list[Directive]] = {}
    for directive in archive.directives.values():
        found = DirectiveId.parse(directive.id)
        year = found.year or directive.year
        if year is None or not is_central(found.org) or found.code == "qd":
            continue
        terms = terms_of(year, directive.date)
        if len(terms) == 1:
            groups.setdefault((found.base, min(terms)), []).append(directive)
    for (_, term), group in groups.items():
        for one, other in combinations(group, 2):
            place, beside = _both(archive, one, other)
            if place is not None:
                problems.warning(
                    "KHO308",
                    place,
                    f"“{one.id}” và “{other.id}” cùng số trong khóa {int_to_roman(term)}: một khóa "
                    "chỉ có một văn bản mang số ấy.",
                    "Một trong hai năm ghi nhầm. Đối chiếu bản in; bản in ghi như vậy thì giữ và "
                    "thêm “[BBT: …]”.",
                    beside=beside,
                )


def _both(archive: Archive, one: Directive, other: Directive) -> tuple[Place | None, Place | None]:
    """Where the two are said, a report's place before the registry's."""
    places = [
        place
        for registered in (False, True)
        for directive in (one, other)
        if archive.is_registered(directive.id) is registered
        for place in _said(archive, directive)
    ]
    return (places[0], places[1]) if len(places) > 1 else (None, None)


def _said(archive: Archive, directive: Directive) -> Iterator[Place]:
    """The entry of a directive, or else the first citation of it that tells its year."""
    if archive.is_registered(directive.id):
        place = entered_at(directive, "date")
        if place is not None:
            yield place
        return
    links = archive.backlinks.get(directive.id, ())
    dated = [link for link in links if link.citation.mention.year is not None]
    yield from map(cited_at, dated[:1])


def _surface(link: Backlink) -> str:
    return " ".join(link.citation.mention.surface.split())


def _short(title: str, length: int = 80) -> str:
    words = " ".join(title.split())
    return words if len(words) <= length else words[:length].rpartition(" ")[0] + " …"
