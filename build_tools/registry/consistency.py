"""Whether the entries of ``directives.yml`` agree with themselves and with one another.

The registry is the editors' own word, so a contradiction in it is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from build_tools.congresses import is_central, speaks_against, years_of
from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId, split_symbol
from build_tools.problems import Place, Problems
from build_tools.registered import Directive
from build_tools.vietnamese import format_date, int_to_roman, roman_to_int


def check_entries(directives: Sequence[Directive], problems: Problems) -> None:
    """Check every entry alone, then all of them together."""
    for directive in directives:
        for key, message, hint in _faults(directive):
            problems.error(
                "KHO302", _place(directive, key), message, hint, beside=_id_of(directive)
            )
        _check_source(directive, problems)
    _check_names(directives, problems)
    _check_twins(directives, problems)


def _place(directive: Directive, key: str) -> Place:
    return directive.places[key if key in directive.places else "id"]


def _id_of(directive: Directive) -> Place:
    return directive.places["id"]


def _faults(directive: Directive) -> Iterator[tuple[str, str, str]]:
    """What in an entry contradicts its id: the key, the message and the cure."""
    parsed = DirectiveId.parse(directive.id)
    if parsed.is_named:
        return
    mine = f"Mã “{directive.id}”"
    day, year = directive.date, directive.date.year if directive.date else directive.year
    if directive.number not in {None, parsed.number}:
        message = f"{mine} và số {directive.number} không khớp."
        yield "number", message, "Sửa mã hoặc số cho khớp nhau."
    if parsed.year is not None and year is not None and parsed.year != year:
        message = f"{mine} ghi năm {parsed.year} nhưng văn bản ban hành năm {year}."
        yield "date" if day else "year", message, "Sửa năm trong mã hoặc ngày ban hành."
    elif day is not None and directive.year not in {None, day.year}:
        message = f"Ngày ban hành thuộc năm {day.year} nhưng year ghi {directive.year}."
        yield "year", message, "Bỏ dòng year: ngày đã nói năm."
    if directive.symbol is not None:
        code, org = split_symbol(directive.symbol, directive.type)
        if code != parsed.code or not (parsed.org == org or f"{parsed.org}-".startswith(f"{org}-")):
            message = f"{mine} và ký hiệu {directive.symbol} không khớp."
            yield "symbol", message, "Sửa mã hoặc ký hiệu cho khớp nhau."
    elif parsed.code != DOCUMENT_TYPES[directive.type].code:
        message = f"{mine} không phải mã của loại {DOCUMENT_TYPES[directive.type].name.lower()}."
        yield "type", message, "Sửa mã hoặc loại văn bản cho khớp nhau."
    term = roman_to_int(directive.term or "")
    if term is not None and parsed.term not in {None, term}:
        message = (
            f"{mine} ghi khóa {int_to_roman(parsed.term or 0)} nhưng term ghi {directive.term}."
        )
        yield "term", message, "Sửa khóa trong mã hoặc term cho khớp nhau."
    known_year = year or parsed.year
    term = term or parsed.term
    if term and known_year and is_central(parsed.org) and speaks_against(term, known_year, day):
        when = f"ngày {format_date(day)}" if day else f"năm {known_year}"
        message = f"Văn bản {when} không thể thuộc khóa {int_to_roman(term)} ({years_of(term)})."
        yield "term", message, "Sửa khóa hoặc ngày ban hành; chưa chắc thì bỏ term."


def _check_source(directive: Directive, problems: Problems) -> None:
    """Nobody has looked at a page on a day that is still to come."""
    source = directive.source
    if source is not None and source.accessed > date.today():  # noqa: DTZ011 - the editor's day
        problems.error(
            "KHO311",
            _place(directive, "source"),
            f"Ngày xem nguồn {format_date(source.accessed)} chưa tới.",
            "Ghi ngày đã mở trang nguồn, dạng NĂM-THÁNG-NGÀY.",
        )


def _check_names(directives: Sequence[Directive], problems: Problems) -> None:
    owners: dict[str, Directive] = {}
    for directive in directives:
        for name in (directive.id, *directive.same_as):
            owner = owners.setdefault(name, directive)
            if owner is not directive:
                problems.error(
                    "KHO301",
                    _place(directive, "id" if name == directive.id else "same_as"),
                    f"Mã “{name}” thuộc cả “{owner.id}” lẫn “{directive.id}”.",
                    "Một mã chỉ chỉ một văn bản: bỏ mã này ở same_as của một mục.",
                    beside=_place(owner, "id" if name == owner.id else "same_as"),
                )


def _check_twins(directives: Sequence[Directive], problems: Problems) -> None:
    """One type, number, body and year is one document, unless two of the bodies of TW issued it."""
    seen: dict[tuple[str, DirectiveId, int], list[Directive]] = {}
    for directive in directives:
        parsed = DirectiveId.parse(directive.id)
        year = directive.date.year if directive.date else (directive.year or parsed.year)
        if parsed.is_named or year is None:
            continue
        group = seen.setdefault((directive.type, parsed.base, year), [])
        twin = next((one for one in group if _may_be_one(one, directive)), None)
        group.append(directive)
        if twin is not None:
            problems.error(
                "KHO301",
                _id_of(directive),
                f"“{twin.id}” và “{directive.id}” cùng loại, số, cơ quan và năm {year}: "
                "là một văn bản có hai mục.",
                "Gộp hai mục làm một; mã kia chuyển xuống same_as.",
                beside=_id_of(twin),
            )


def _may_be_one(one: Directive, other: Directive) -> bool:
    return None in {one.issuer, other.issuer} or one.issuer == other.issuer
