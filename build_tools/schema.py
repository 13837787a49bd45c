"""What a key may hold: small kinds of value that read a YAML node and report its faults.

One kind, one class; each returns the typed value or None after recording a problem.
The same declarations serve the checks and the form an editor fills in (``site.form``), so the
two cannot drift apart; ``pattern`` says for a form what ``read`` takes. A form writes ``""``
for what was left empty, so that is as unknown as ``null``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Protocol

from build_tools.problems import Place, Problems
from build_tools.quarter import Quarter
from build_tools.strict_yaml import Items, Mapping, Node, Text

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_PATH_PART: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_QUARTER: Final = re.compile(r"(?:19|20)\d{2}-Q[1-4]")
_SLUG: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_WEB: Final = re.compile(r"https://[^\s/?#\"<>]+(?:[/?#][^\s\"<>]*)?")
_INTEGER: Final = re.compile(r"\d{1,9}")


class Kind(Protocol):
    """How one value is read; ``expected`` completes the sentence “phải là …”."""

    @property
    def expected(self) -> str:
        """What may stand here, e.g. ``quý dạng 2023-Q3``."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The typed value, or None after a problem was recorded."""


def _wrong_type(node: Node, expected: str, problems: Problems, *, example: str) -> None:
    found = {Text: "một giá trị", Items: "một danh sách", Mapping: "một bảng khóa: giá trị"}
    shown = f"“{node.value}”" if isinstance(node, Text) else found[type(node)]
    problems.error(
        "KHO106", node.place, f"Giá trị phải là {expected}, ở đây là {shown}.", f"Ví dụ: {example}"
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Free text. Plain words that YAML 1.1 reads as numbers or truth values get a warning."""

    expected: str = "chữ"

    def read(self, node: Node, problems: Problems) -> str | None:
        """The text without surrounding blanks; None when empty."""
        if not isinstance(node, Text) or not node.value.strip():
            _wrong_type(node, self.expected, problems, example="title: Tình hình quý III/2023")
            return None
        if node.is_trap:
            problems.warning(
                "KHO108",
                node.place,
                f"“{node.value}” không có ngoặc kép: nhiều chương trình YAML đọc thành số hoặc đúng/sai.",
                f'Viết "{node.value}" trong ngoặc kép.',
            )
        return node.value.strip()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few fixed words."""

    values: tuple[str, ...]

    @property
    def expected(self) -> str:
        """The words an editor may choose from."""
        return "một trong: " + ", ".join(self.values)

    def read(self, node: Node, problems: Problems) -> str | None:
        """The chosen word."""
        if isinstance(node, Text) and node.value in self.values:
            return node.value
        _wrong_type(node, self.expected, problems, example=self.values[0])
        return None


@dataclass(frozen=True, slots=True)
class Slug:
    """An id: ASCII lower case letters, digits and hyphens, a letter first."""

    pattern: ClassVar[str] = _SLUG.pattern
    expected: str = "mã mở đầu bằng chữ cái, gồm chữ thường không dấu, số và gạch nối"

    def read(self, node: Node, problems: Problems) -> str | None:
        """The id."""
        if isinstance(node, Text) and _SLUG.fullmatch(node.value):
            return node.value
        _wrong_type(node, self.expected, problems, example="duk-kien-giang")
        return None


@dataclass(frozen=True, slots=True)
class SitePath:
    """An address of the site as an editor remembers it, with or without slashes around."""

    pattern: ClassVar[str] = f"/?{_PATH_PART.pattern}(?:/{_PATH_PART.pattern})*/?"
    expected: str = "địa chỉ trong kho, chữ thường không dấu"

    def read(self, node: Node, problems: Problems) -> str | None:
        """The address with a slash at its end only."""
        if isinstance(node, Text):
            parts = node.value.strip("/").split("/")
            if all(_PATH_PART.fullmatch(part) for part in parts):
                return "/".join(parts) + "/"
        _wrong_type(node, self.expected, problems, example="old_addresses: [2023/q3/17-bc-duk]")
        return None


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A link out of the archive; only ``https``, so that no script hides in it and none is forged."""

    pattern: ClassVar[str] = _WEB.pattern
    expected: str = "địa chỉ web bắt đầu bằng https://"

    def read(self, node: Node, problems: Problems) -> str | None:
        """The address as written."""
        if isinstance(node, Text) and _WEB.fullmatch(node.value):
            return node.value
        _wrong_type(
            node, self.expected, problems, example="url: https://tulieuvankien.dangcongsan.vn/…"
        )
        return None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in decimal digits; ``012`` is twelve, whatever YAML 1.1 thinks."""

    expected: str = "số nguyên"

    def read(self, node: Node, problems: Problems) -> int | None:
        """The number."""
        if isinstance(node, Text) and _INTEGER.fullmatch(node.value):
            return int(node.value)
        _wrong_type(node, self.expected, problems, example="number: 21")
        return None


@dataclass(frozen=True, slots=True)
class Truth:
    """``true`` or ``false``, nothing else: ``no`` and ``off`` are words."""

    expected: str = "true hoặc false"

    def read(self, node: Node, problems: Problems) -> bool | None:
        """The truth value."""
        if isinstance(node, Text) and node.plain and node.value in {"true", "false"}:
            return node.value == "true"
        _wrong_type(node, self.expected, problems, example="sample: false")
        return None


@dataclass(frozen=True, slots=True)
class Day:
    """A day written ``YYYY-MM-DD`` that exists in the calendar."""

    pattern: ClassVar[str] = _ISO_DATE.pattern
    expected: str = "ngày dạng NĂM-THÁNG-NGÀY"

    def read(self, node: Node, problems: Problems) -> date | None:
        """The day."""
        if not isinstance(node, Text) or not _ISO_DATE.fullmatch(node.value):
            _wrong_type(node, self.expected, problems, example="date: 2023-10-02")
            return None
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            problems.error(
                "KHO109",
                node.place,
                f"Không có ngày {node.value} trong lịch.",
                "Xem lại bản in; nếu ngày không đọc được, viết null.",
            )
            return None


@dataclass(frozen=True, slots=True)
class QuarterOfYear:
    """A quarter written ``2023-Q3``."""

    pattern: ClassVar[str] = _QUARTER.pattern
    expected: str = "quý dạng 2023-Q3"

    def read(self, node: Node, problems: Problems) -> Quarter | None:
        """The quarter."""
        if isinstance(node, Text):
            try:
                return Quarter.parse(node.value)
            except ValueError:
                pass
        _wrong_type(node, self.expected, problems, example="quarter: 2023-Q3")
        return None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items are all of one kind."""

    item: Kind

    @property
    def expected(self) -> str:
        """What the list holds."""
        return f"danh sách, mỗi mục là {self.item.expected}"

    def read(self, node: Node, problems: Problems) -> tuple[Any, ...] | None:
        """The items that could be read, in order."""
        if not isinstance(node, Items):
            _wrong_type(
                node, self.expected, problems, example="recipients: ['TT Tỉnh ủy', 'Lưu VP']"
            )
            return None
        values = (self.item.read(item, problems) for item in node.items)
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record; a key that is not required reads ``default`` when absent or null."""

    key: str
    kind: Kind
    label: str
    required: bool = False
    nullable: bool = True
    default: Any = None


@dataclass(frozen=True, slots=True)
class Record:
    """A table of known keys, read into a plain dictionary with every key present."""

    fields: tuple[Field, ...]
    expected: str = "bảng khóa: giá trị"

    def read(self, node: Node, problems: Problems) -> dict[str, Any] | None:
        """Every key with its typed value; None when the node is no table or a need is unmet."""
        if not isinstance(node, Mapping):
            _wrong_type(
                node, self.expected, problems, example="signed: {position: BÍ THƯ, name: …}"
            )
            return None
        before = problems.errors
        known = {field.key: field for field in self.fields}
        values = {field.key: field.default for field in self.fields}
        seen = set()
        for key, value in node.entries:
            field = known.get(key.value)
            if field is None:
                _unknown_key(key, known, problems)
                continue
            seen.add(field.key)
            if not (isinstance(value, Text) and (value.is_null or not value.value.strip())):
                values[field.key] = field.kind.read(value, problems)
            elif not field.nullable:
                problems.error(
                    "KHO110",
                    key.place,
                    f"Khóa “{field.key}” ({field.label}) không được để trống.",
                    f"Giá trị phải là {field.kind.expected}.",
                )
        for field in self.fields:
            if field.required and field.key not in seen:
                _missing_key(field, node.place, problems)
        return values if problems.errors == before else None


def _unknown_key(key: Text, known: MappingType[str, Field], problems: Problems) -> None:
    near = difflib.get_close_matches(key.value, known, n=1, cutoff=0.6)
    hint = f"Có phải “{near[0]}” không?" if near else "Các khóa có: " + ", ".join(known) + "."
    problems.error("KHO101", key.place, f"Không có khóa “{key.value}”.", hint)


def _missing_key(field: Field, place: Place, problems: Problems) -> None:
    problems.error(
        "KHO111",
        Place(place.path, place.line, None, place.source),
        f"Thiếu khóa “{field.key}” ({field.label}).",
        f"Thêm một dòng “{field.key}: …”; giá trị là {field.kind.expected}"
        + ("; không rõ thì viết null." if field.nullable else "."),
    )
