"""Citations that contradict themselves: a symbol against the type word or the issuer."""

from __future__ import annotations

from typing import Final

from build_tools.archive import Archive, Backlink
from build_tools.checks.places import cited_at
from build_tools.citations.issuing import code_of
from build_tools.congresses import is_central, speaks_against, years_of
from build_tools.identifiers import DOCUMENT_TYPES, split_symbol
from build_tools.model import Mention
from build_tools.problems import Problems
from build_tools.vietnamese import format_date, roman_to_int, slug

_NAMES: Final = {kind.code: kind.name for kind in reversed(DOCUMENT_TYPES.values())}
#: pairs that papers print side by side: a notice of a conclusion, the head of government
_USUAL: Final = frozenset({("kl", "tb"), ("cp", "ttg")})


def check_symbols(archive: Archive, problems: Problems) -> None:
    """Look at every citation that prints its own symbol."""
    for links in archive.backlinks.values():
        for link in links:
            mention = link.citation.mention
            if mention.symbol is not None and mention.form == "full":
                _check_type(link, mention, mention.symbol, problems)
                _check_issuer(link, mention, mention.symbol, archive, problems)
                _check_term(link, mention, mention.symbol, problems)


def check_issuers(archive: Archive, problems: Problems) -> None:
    """Point out each body that citations name and the registry does not know, once."""
    unknown: dict[str, list[Backlink]] = {}
    for links in archive.backlinks.values():
        for link in links:
            name = link.citation.mention.issuer
            if name is not None and archive.registry.issuer_called(name) is None:
                unknown.setdefault(" ".join(name.split()), []).append(link)
    for name, citing in sorted(unknown.items()):
        first = min(citing, key=lambda link: (link.report.metadata.quarter, link.report.key))
        problems.warning(
            "KHO312",
            cited_at(first),
            f"Cơ quan “{name}” được ghi trong {len(citing)} viện dẫn mà chưa có trong danh mục.",
            "Thêm cơ quan vào registry/issuers.yml, hoặc thêm cách viết này vào aliases của cơ "
            "quan đã có; đọc sai chữ thì sửa.",
        )


def _check_type(link: Backlink, mention: Mention, symbol: str, problems: Problems) -> None:
    kind = DOCUMENT_TYPES[mention.type]
    code, _ = split_symbol(symbol, mention.type)
    if code in _NAMES and code != kind.code and (kind.code, code) not in _USUAL:
        problems.warning(
            "KHO309",
            cited_at(link),
            f"Ghi là “{kind.name}” nhưng ký hiệu {symbol} là của {_NAMES[code].lower()}.",
            "Đối chiếu bản in; bản in ghi như vậy thì giữ và thêm “[BBT: …]”.",
        )


def _check_issuer(
    link: Backlink, mention: Mention, symbol: str, archive: Archive, problems: Problems
) -> None:
    if mention.issuer is None:
        return
    _, org = split_symbol(symbol, mention.type)
    known = archive.registry.issuers.get(archive.registry.issuer_called(mention.issuer) or "")
    codes = {code_of(mention.issuer), slug(known.code) if known and known.code else None} - {None}
    if codes and not any(_agree(code or "", org) for code in codes):
        problems.warning(
            "KHO310",
            cited_at(link),
            f"Ký hiệu {symbol} không phải của cơ quan ghi kèm: {mention.issuer}.",
            "Đối chiếu bản in; bản in ghi như vậy thì giữ và thêm “[BBT: …]”.",
        )


def _check_term(link: Backlink, mention: Mention, symbol: str, problems: Problems) -> None:
    term = roman_to_int(mention.term) if mention.term else None
    central = is_central(split_symbol(symbol, mention.type)[1])
    if not central or term is None or mention.year is None:
        return
    if speaks_against(term, mention.year, mention.date):
        when = f"ngày {format_date(mention.date)}" if mention.date else f"năm {mention.year}"
        problems.warning(
            "KHO313",
            cited_at(link),
            f"Ghi {when} và khóa {mention.term}, nhưng khóa {mention.term} là {years_of(term)}.",
            "Đối chiếu bản in; bản in ghi như vậy thì giữ và thêm “[BBT: …]”.",
        )


def _agree(code: str, org: str) -> bool:
    """Whether a body may sign so: its own code, or an office's beside its committee's."""
    if tuple(sorted((code, org))) in _USUAL:
        return True
    return org.startswith(code) or code.startswith(org) or org.endswith(code) or code.endswith(org)
