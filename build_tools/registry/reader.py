"""From ``registry/*.yml`` to a ``Registry``, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from build_tools.files import read_text
from build_tools.identifiers import DirectiveId
from build_tools.problems import Place, Problems
from build_tools.registered import ArchiveProfile, Area, Directive, Issuer, Source
from build_tools.registry.fields import AREA, DIRECTIVE, ISSUER, PROFILE
from build_tools.registry.registry import Registry
from build_tools.schema import Record
from build_tools.strict_yaml import Items, Node, read_yaml

FOLDER: Final = "registry"


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
