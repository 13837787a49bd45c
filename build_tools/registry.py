"""The editors' registry (danh mục): known directives, issuers, areas, and the archive's name.

Four small YAML files below ``registry/``, typed by the same schema as reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from build_tools.files import read_text
from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId
from build_tools.model import ArchiveProfile, Area, Directive, Issuer, Source
from build_tools.problems import Place, Problems
from build_tools.schema import Choice, Day, Field, ListOf, Record, Slug, Truth, Whole, Words
from build_tools.strict_yaml import Items, Node, read_yaml
from build_tools.vietnamese import nfc, unify_tone_placement

FOLDER: Final = "registry"

PROFILE: Final = Record(
    (
        Field("title", Words(), "tên kho", required=True, nullable=False),
        Field("description", Words(), "mô tả", required=True, nullable=False),
        Field("sample", Truth(), "dữ liệu mẫu", default=False),
        Field("notice", Words(), "lời báo trên mọi trang"),
    )
)
ISSUER: Final = Record(
    (
        Field("id", Slug(), "mã", required=True, nullable=False),
        Field("name", Words(), "tên đầy đủ", required=True, nullable=False),
        Field("short", Words(), "tên gọi tắt"),
        Field("code", Words(), "ký hiệu, như ĐUK"),
        Field("aliases", ListOf(Words()), "cách viết khác", default=()),
        Field("parent", Slug(), "cơ quan cấp trên"),
        Field("predecessors", ListOf(Slug()), "cơ quan tiền thân"),
        Field("successors", ListOf(Slug()), "cơ quan kế tục"),
        Field("from", Words(), "từ khi nào"),
        Field("until", Words(), "đến khi nào"),
        Field("note", Words(), "ghi chú"),
    )
)
AREA: Final = Record(
    (
        Field("id", Slug(), "mã", required=True, nullable=False),
        Field("name", Words(), "tên lĩnh vực", required=True, nullable=False),
        Field("aliases", ListOf(Words()), "cách viết trong tiêu đề", default=()),
    )
)
SOURCE: Final = Record(
    (
        Field("url", Words(), "địa chỉ bản chính thức", required=True, nullable=False),
        Field("accessed", Day(), "ngày xem", required=True, nullable=False),
    )
)
DIRECTIVE: Final = Record(
    (
        Field("id", Slug(), "mã", required=True, nullable=False),
        Field("type", Choice(tuple(DOCUMENT_TYPES)), "loại văn bản", required=True, nullable=False),
        Field("called", Words(), "tên gọi, khi văn bản không có số"),
        Field("number", Whole(), "số"),
        Field("symbol", Words(), "ký hiệu, như CT/TW"),
        Field("issuer", Slug(), "mã cơ quan ban hành"),
        Field("date", Day(), "ngày ban hành", required=True),
        Field("year", Whole(), "năm, khi chỉ biết năm"),
        Field("term", Words(), "khóa hoặc nhiệm kỳ"),
        Field("title", Words(), "trích yếu", required=True),
        Field("same_as", ListOf(Slug()), "mã khác của cùng văn bản", default=()),
        Field("collective", Truth(), "một tên chỉ nhiều văn bản", default=False),
        Field("source", SOURCE, "nguồn chính thức"),
        Field("note", Words(), "ghi chú"),
    )
)


@dataclass(frozen=True)
class Registry:
    """Everything the editors have established, looked up by id."""

    profile: ArchiveProfile
    issuers: MappingProxyType[str, Issuer]
    areas: tuple[Area, ...]
    directives: MappingProxyType[str, Directive]

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Every other id of a registered directive, with the id its page stands under."""
        return {
            other: directive.id
            for directive in self.directives.values()
            for other in directive.same_as
        }

    @cached_property
    def by_base(self) -> dict[str, tuple[Directive, ...]]:
        """Registered directives that share type, number and body, by their bare id."""
        groups: dict[str, list[Directive]] = {}
        for directive in self.directives.values():
            base = DirectiveId.parse(directive.id).base
            groups.setdefault(str(base), []).append(directive)
        return {base: tuple(group) for base, group in groups.items()}

    @cached_property
    def _issuer_names(self) -> dict[str, str]:
        return {
            _comparable(name): issuer.id
            for issuer in reversed(tuple(self.issuers.values()))
            for name in (*issuer.aliases, issuer.short, issuer.name)
            if name
        }

    def issuer_called(self, name: str) -> str | None:
        """The id of the issuer that is written so, by name, short name or alias."""
        return self._issuer_names.get(_comparable(name))

    @cached_property
    def _heading_aliases(self) -> tuple[tuple[str, str], ...]:
        pairs = ((_comparable(alias), area.id) for area in self.areas for alias in area.aliases)
        return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))

    def area_of_heading(self, heading: str) -> str | None:
        """The area whose longest alias the heading contains, e.g. ``chinh-tri``."""
        comparable = _comparable(heading)
        return next((area for alias, area in self._heading_aliases if alias in comparable), None)


def read_registry(content: Path, shown: Path, problems: Problems) -> Registry:
    """Read ``content/registry/``; what cannot be read is reported and left out.

    ``shown`` is the path of ``content`` as messages name it.
    """
    reader = _RegistryReader(content / FOLDER, shown / FOLDER, problems)
    profile = reader.profile()
    issuers = reader.issuers()
    areas = reader.areas()
    directives = reader.directives(issuers)
    return Registry(profile, MappingProxyType(issuers), areas, MappingProxyType(directives))


class _RegistryReader:
    def __init__(self, folder: Path, shown: Path, problems: Problems) -> None:
        self.folder = folder
        self.shown = shown
        self.problems = problems

    def _node(self, name: str) -> Node | None:
        path = (self.shown / name).as_posix()
        text = read_text(self.folder / name, path, self.problems)
        return read_yaml(text, path, self.problems) if text is not None else None

    def _records(self, name: str, record: Record) -> Iterable[tuple[dict[str, Any], Place]]:
        node = self._node(name)
        if node is None:
            return
        if not isinstance(node, Items):
            self.problems.error(
                "KHO106",
                node.place,
                "Tệp danh mục phải là một danh sách.",
                "Mỗi mục mở đầu bằng “- id: …”.",
            )
            return
        seen: dict[str, Place] = {}
        for item in node.items:
            values = record.read(item, self.problems)
            if values is None:
                continue
            first = seen.setdefault(values["id"], item.place)
            if first is item.place:
                yield values, item.place
            else:
                self.problems.error(
                    "KHO301",
                    item.place,
                    f"Mã “{values['id']}” có hai mục; mục đầu ở dòng {first.line}.",
                    "Gộp hai mục làm một, hoặc sửa mã của một mục.",
                )

    def profile(self) -> ArchiveProfile:
        node = self._node("archive.yml")
        values = PROFILE.read(node, self.problems) if node is not None else None
        return ArchiveProfile(**(values or {
            "title": "Kho báo cáo", "description": "", "sample": False, "notice": None,
        }))  # fmt: skip

    def issuers(self) -> dict[str, Issuer]:
        issuers, places = {}, {}
        for values, place in self._records("issuers.yml", ISSUER):
            values["since"] = values.pop("from")
            issuer = Issuer(**values, line=place.line or 0)
            issuers[issuer.id], places[issuer.id] = issuer, place
        for issuer in issuers.values():
            related = (issuer.parent, *(issuer.predecessors or ()), *(issuer.successors or ()))
            for other in filter(None, related):
                if other not in issuers:
                    self._unknown("cơ quan", other, places[issuer.id], "issuers.yml")
        return issuers

    def areas(self) -> tuple[Area, ...]:
        return tuple(Area(**values) for values, _ in self._records("areas.yml", AREA))

    def directives(self, issuers: dict[str, Issuer]) -> dict[str, Directive]:
        directives: dict[str, Directive] = {}
        owners: dict[str, str] = {}
        for values, place in self._records("directives.yml", DIRECTIVE):
            if values["source"] is not None:
                values["source"] = Source(**values["source"])
            directive = Directive(**values, line=place.line or 0)
            directives[directive.id] = directive
            if directive.issuer is not None and directive.issuer not in issuers:
                self._unknown("cơ quan", directive.issuer, place, "issuers.yml")
            self._check_id(directive, place)
            for name in (directive.id, *directive.same_as):
                owner = owners.setdefault(name, directive.id)
                if owner != directive.id:
                    self.problems.error(
                        "KHO301",
                        place,
                        f"Mã “{name}” thuộc cả “{owner}” lẫn “{directive.id}”.",
                        "Một mã chỉ chỉ một văn bản: bỏ mã này ở same_as của một mục.",
                    )
        return directives

    def _check_id(self, directive: Directive, place: Place) -> None:
        parsed = DirectiveId.parse(directive.id)
        year = directive.date.year if directive.date else directive.year
        if not parsed.is_named and directive.number not in {None, parsed.number}:
            self.problems.error(
                "KHO302",
                place,
                f"Mã “{directive.id}” và số {directive.number} không khớp.",
                "Sửa mã hoặc số cho khớp nhau.",
            )
        if parsed.year is not None and year is not None and parsed.year != year:
            self.problems.error(
                "KHO302",
                place,
                f"Mã “{directive.id}” ghi năm {parsed.year} nhưng văn bản ban hành năm {year}.",
                "Sửa năm trong mã hoặc ngày ban hành cho khớp nhau.",
            )

    def _unknown(self, what: str, name: str, place: Place, file: str) -> None:
        self.problems.error(
            "KHO303",
            place,
            f"Không có {what} “{name}” trong danh mục.",
            f"Thêm một mục “- id: {name}” vào registry/{file}, hoặc sửa mã.",
        )


def _comparable(text: str) -> str:
    return " ".join(unify_tone_placement(nfc(text)).casefold().split())
