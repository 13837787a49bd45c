"""From ``registry/*.yml`` to a ``Registry``, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from build_tools.files import read_text
from build_tools.odd_letters import check_letters
from build_tools.problems import Place, Problems
from build_tools.registered import ArchiveProfile, Area, Directive, Issuer, Source
from build_tools.registry.consistency import check_entries
from build_tools.registry.fields import AREA, DIRECTIVE, ISSUER, PROFILE
from build_tools.registry.registry import Registry
from build_tools.schema import Record
from build_tools.strict_yaml import Items, Node, read_yaml
from build_tools.strict_yaml import Mapping as Table

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


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry of a list stands, and each of its values."""

    place: Place
    places: Mapping[str, Place]


def value_places(node: Node) -> dict[str, Place]:
    """The place of every value of a table, by its key."""
    entries = node.entries if isinstance(node, Table) else ()
    return {key.value: value.place for key, value in entries}


class _RegistryReader:
    def __init__(self, folder: Path, shown: Path, problems: Problems) -> None:
        self.folder = folder
        self.shown = shown
        self.problems = problems

    def _node(self, name: str) -> Node | None:
        path = (self.shown / name).as_posix()
        text = read_text(self.folder / name, path, self.problems)
        if text is None:
            return None
        check_letters(text, path, self.problems)
        return read_yaml(text, path, self.problems)

    def _records(self, name: str, record: Record) -> Iterable[tuple[dict[str, Any], Entry]]:
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
                yield values, Entry(item.place, value_places(item))
            else:
                self.problems.error(
                    "KHO301",
                    item.place,
                    f"Mã “{values['id']}” có hai mục; mục đầu ở dòng {first.line}.",
                    "Gộp hai mục làm một, hoặc sửa mã của một mục.",
                    beside=first,
                )

    def profile(self) -> ArchiveProfile:
        node = self._node("archive.yml")
        values = PROFILE.read(node, self.problems) if node is not None else None
        return ArchiveProfile(**(values or {
            "title": "Kho báo cáo", "description": "", "sample": False, "notice": None,
        }))  # fmt: skip

    def issuers(self) -> dict[str, Issuer]:
        issuers, places = {}, {}
        for values, entry in self._records("issuers.yml", ISSUER):
            values["since"] = values.pop("from")
            issuer = Issuer(**values, line=entry.place.line or 0)
            issuers[issuer.id], places[issuer.id] = issuer, entry.place
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
        for values, entry in self._records("directives.yml", DIRECTIVE):
            if values["source"] is not None:
                values["source"] = Source(**values["source"])
            directive = Directive(**values, line=entry.place.line or 0, places=entry.places)
            directives[directive.id] = directive
            if directive.issuer is not None and directive.issuer not in issuers:
                place = entry.places.get("issuer", entry.place)
                self._unknown("cơ quan", directive.issuer, place, "issuers.yml")
        check_entries(tuple(directives.values()), self.problems)
        return directives

    def _unknown(self, what: str, name: str, place: Place, file: str) -> None:
        self.problems.error(
            "KHO303",
            place,
            f"Không có {what} “{name}” trong danh mục.",
            f"Thêm một mục “- id: {name}” vào registry/{file}, hoặc sửa mã.",
        )
