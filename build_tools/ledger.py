r"""The ledger of what was published: ``content/published.jsonl``, which only ever grows.

One line of JSON a published version of a report, or a withdrawal. Each line ends with a seal, the
SHA-256 of the line before's seal and of the line itself without it, so that a line changed, removed
or put between others is found without any key or service. What the seal cannot tell, that the last
lines are gone, the repository's history tells: a ledger must begin with every earlier one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from build_tools.problems import Place, Problems

FILE: Final = "published.jsonl"
_SEAL: Final = ', "seal": "'


@dataclass(frozen=True, slots=True)
class Version:
    """One published version: ``text`` is the digest of what it tells, ``errata`` how many it shows.

    ``commit`` is the source commit it was built from; None = unknown.
    """

    report: str
    version: int
    on: date
    text: str
    errata: int
    marks: str
    commit: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A report taken down in the open: its page stays and says so."""

    report: str
    on: date
    why: str
    name: str
    quarter: str
    line: int = 0


@dataclass(frozen=True)
class Ledger:
    """Every entry in the order in which it was written; ``path`` is how messages name the file."""

    path: str = FILE
    entries: tuple[Version | Withdrawal, ...] = ()
    seal: str = ""

    @cached_property
    def latest(self) -> dict[str, Version | Withdrawal]:
        """The last entry of each report."""
        return {entry.report: entry for entry in self.entries}

    @cached_property
    def versions(self) -> dict[str, Version]:
        """The last published version of each report."""
        return {entry.report: entry for entry in self.entries if isinstance(entry, Version)}

    @property
    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """Reports whose last entry is a withdrawal."""
        return tuple(one for one in self.latest.values() if isinstance(one, Withdrawal))


EMPTY: Final = Ledger()


def read_ledger(text: str, path: str, problems: Problems) -> Ledger:
    """The ledger of a file's text; a line that was tampered with is an error at its place."""
    entries: list[Version | Withdrawal] = []
    seal = ""
    for number, line in enumerate(_lines(text), 1):
        body, _, rest = line.rpartition(_SEAL)
        place = Place(path, number, 1, line, len(line))
        entry = _entry(body + "}", number)
        if entry is None:
            problems.error(
                "KHO433",
                place,
                "Dòng này của sổ đăng không đọc được.",
                "Sổ đăng chỉ do “kho publish” ghi thêm; lấy lại tệp cũ từ kho mã nguồn rồi chạy lại lệnh.",
            )
            break
        seal = _sealed(seal, body)
        if rest != f'{seal}"}}':
            problems.error(
                "KHO432",
                place,
                "Sổ đăng bị sửa: dòng này, hoặc một dòng trước nó, đã đổi hay bị xóa.",
                "Lấy lại tệp cũ từ kho mã nguồn. Hai nhánh cùng ghi thêm thì giữ bản của nhánh chính, rồi "
                "chạy “kho publish --write”.",
            )
            break
        entries.append(entry)
    return Ledger(path, tuple(entries), seal)


def lines_for(ledger: Ledger, added: Iterable[Version | Withdrawal]) -> str:
    """The lines that follow those of the ledger, each with its seal."""
    seal, lines = ledger.seal, []
    for entry in added:
        body = json.dumps(_facts(entry), ensure_ascii=False)[:-1]
        seal = _sealed(seal, body)
        lines.append(f'{body}{_SEAL}{seal}"}}\n')
    return "".join(lines)


def grew_from(earlier: str, now: str) -> bool:
    """Whether a ledger begins with all of an earlier one."""
    return _lines(now)[: len(_lines(earlier))] == _lines(earlier)


def _lines(text: str) -> list[str]:
    """The lines of a ledger; a reason may hold signs that only Python takes for a line's end."""
    return text.removesuffix("\n").split("\n") if text else []


def _sealed(before: str, body: str) -> str:
    return hashlib.sha256(f"{before}\n{body}".encode()).hexdigest()


def _facts(entry: Version | Withdrawal) -> dict[str, object]:
    if isinstance(entry, Withdrawal):
        return {
            "report": entry.report,
            "withdrawn": entry.why,
            "on": entry.on.isoformat(),
            "name": entry.name,
            "quarter": entry.quarter,
        }
    return {
        "report": entry.report,
        "version": entry.version,
        "on": entry.on.isoformat(),
        "text": entry.text,
        "errata": entry.errata,
        "commit": entry.commit,
        "marks": entry.marks,
    }


def _entry(line: str, number: int) -> Version | Withdrawal | None:
    try:
        facts = json.loads(line)
        return _typed(facts, number) if isinstance(facts, dict) else None
    except (ValueError, KeyError, TypeError):
        return None


def _typed(facts: Mapping[str, Any], number: int) -> Version | Withdrawal:
    on = date.fromisoformat(facts["on"])
    if "withdrawn" in facts:
        words = {key: str(facts[key]) for key in ("report", "name", "quarter")}
        return Withdrawal(**words, on=on, why=str(facts["withdrawn"]), line=number)
    return Version(
        report=str(facts["report"]),
        version=int(facts["version"]),
        on=on,
        text=str(facts["text"]),
        errata=int(facts["errata"]),
        marks=str(facts["marks"]),
        commit=facts["commit"],
        line=number,
    )
