"""The keys of a record as the fields of a form, in the words of Sveltia's configuration.

Label, pattern, choices and what must be filled in all come from ``schema``, so the form
asks for what the checks want.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from build_tools.schema import (
    Choice,
    Day,
    Field,
    Kind,
    ListOf,
    QuarterOfYear,
    Record,
    SitePath,
    Slug,
    Truth,
    WebAddress,
    Whole,
    Words,
)

FormField = dict[str, Any]
#: keys whose values are few and known: the value and what the form calls it
Known = Mapping[str, tuple[tuple[str, str], ...]]

_PATTERNED: Final = (Slug, SitePath, WebAddress, QuarterOfYear)
_LONG: Final = frozenset({"title", "description", "note", "notice", "reason"})


@dataclass(frozen=True, slots=True)
class UnknownKindError(Exception):
    """The schema has a kind of value that the form does not know yet."""

    kind: Kind


def form_fields(record: Record, known: Known | None = None) -> list[FormField]:
    """Every key of a record, in its order.

    >>> form_fields(Record((Field("place", Words(), "nơi ban hành"),)))[0]["label"]
    'Nơi ban hành'
    """
    return [_field(field, known or {}) for field in record.fields]


def _field(field: Field, known: Known) -> FormField:
    choices = known.get(field.key)
    shape = _choice(choices) if choices and isinstance(field.kind, Slug) else _shape(field, known)
    must = field.required and not field.nullable
    made: FormField = {
        "name": field.key,
        "label": _capital(field.label),
        **shape,
        "required": must,
    }
    if not isinstance(field.kind, Record | Truth):
        made["hint"] = _hint(field, shape, must=must)
    return made


def _shape(field: Field, known: Known) -> FormField:  # noqa: PLR0911 - one kind, one line
    kind = field.kind
    match kind:
        case Words():
            return {"widget": "text" if field.key in _LONG else "string"}
        case Choice(values):
            return _choice(tuple((value, value) for value in values))
        case Slug() | SitePath() | WebAddress() | QuarterOfYear():
            return {"widget": "string", "pattern": _pattern(kind)}
        case Whole():
            return {"widget": "number", "value_type": "int", "min": 0}
        case Truth():
            return {"widget": "boolean", "default": field.default is True}
        case Day():
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case Record():
            return {"widget": "object", "collapsed": True, "fields": form_fields(kind, known)}
        case ListOf(Record() as item):
            return {"widget": "list", "collapsed": True, "fields": form_fields(item, known)}
        case ListOf(item):
            inner = Field("item", item, field.label, required=True, nullable=False)
            return {"widget": "list", "field": {**_field(inner, {}), "label": "Mục"}}
    raise UnknownKindError(kind)


def _choice(choices: tuple[tuple[str, str], ...]) -> FormField:
    options = [{"label": label, "value": value} for value, label in choices]
    return {"widget": "select", "options": options}


def _pattern(kind: Slug | SitePath | WebAddress | QuarterOfYear) -> list[str]:
    return [f"^(?:{kind.pattern})$", f"Phải là {kind.expected}."]


def _hint(field: Field, shape: FormField, *, must: bool) -> str:
    kind = field.kind
    free = isinstance(kind, Words | Choice | ListOf) or "options" in shape
    wanted = "" if free else _capital(kind.expected) + ". "
    return (wanted + ("Bắt buộc." if must else "Không rõ thì để trống.")).strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
