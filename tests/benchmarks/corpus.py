"""An archive of any size to measure with: ``python -m tests.benchmarks.corpus 1000 FOLDER``.

Committees of the fictional province report for ten years, four times a year. A report is as
long as the real ones (about 44 KB) and is put together from paragraphs of the sample, with
other figures, other names of places and its notes numbered anew, so that no two are alike
and the words in use grow in number with the archive. The same numbers give the same files.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLE: Final = Path(__file__).resolve().parents[1] / "sample" / "content"
LENGTH: Final = 38_000
"""Bytes of a report without its notes and head."""

QUARTERS: Final = [(year, quarter) for year in range(2024, 2034) for quarter in range(1, 5)]
_ROMAN: Final = {1: "I", 2: "II", 3: "III", 4: "IV"}
_LETTERS: Final = "ABCDEGHIKLMNOPQRSTUVXY"
SYLLABLES: Final = [
    "An",
    "Bình",
    "Châu",
    "Đông",
    "Giang",
    "Hòa",
    "Khánh",
    "Long",
    "Minh",
    "Nam",
    "Phú",
    "Quang",
    "Sơn",
    "Tân",
    "Vĩnh",
    "Xuân",
    "Yên",
]
_MARK: Final = re.compile(r"\[\^(\d+)\]")
_NOTE: Final = re.compile(r"(?m)^\[\^(\d+)\]: (.*)$")
_COUNT: Final = re.compile(
    r"(?<![\d./,-])\d{2,3}(?= (?:đảng viên|lượt|cuộc|chi bộ|trường hợp|người))"
)
_AREAS: Final = (
    "Lãnh đạo thực hiện nhiệm vụ chính trị",
    "Công tác giáo dục chính trị, tư tưởng",
    "Học tập và làm theo",
    "Công tác tổ chức đảng, phát triển đảng viên",
    "Công tác cán bộ",
    "Công tác kiểm tra, giám sát",
    "Công tác dân vận và đoàn thể",
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the sample, with the text of the notes it marks."""

    text: str
    notes: tuple[str, ...]


def paragraphs() -> tuple[Paragraph, ...]:
    """Every plain paragraph and item of the sample's reports."""
    found = []
    for path in sorted(SAMPLE.glob("20*/*/*.md")):
        body = path.read_text("utf-8").split("---\n", 2)[2]
        notes = dict(_NOTE.findall(body))
        for line in body.splitlines():
            plain = line.startswith("- ") or line[:1].isalpha()
            if plain and len(line) > 80 and "](" not in line:
                found.append(Paragraph(line, tuple(notes[mark] for mark in _MARK.findall(line))))
    return tuple(found)


def code_of(committee: int) -> str:
    """``ĐUAAB`` and so on: a symbol for each committee."""
    letters = ""
    for _ in range(3):
        committee, left = divmod(committee, len(_LETTERS))
        letters = _LETTERS[left] + letters
    return f"ĐU{letters}"


def body_of(pool: tuple[Paragraph, ...], chance: random.Random, length: int) -> str:
    """Three parts, the first of seven areas, with the notes behind them."""
    lines: list[str] = []
    notes: list[str] = []

    def paragraph() -> str:
        one = chance.choice(pool)
        own = iter(one.notes)
        notes_before = len(notes)
        notes.extend(_varied(note, chance) for note in own)
        numbers = iter(range(notes_before + 1, len(notes) + 1))
        return _varied(_MARK.sub(lambda _: f"[^{next(numbers)}]", one.text), chance)

    per_area = length // (len(_AREAS) + 2)
    for part, areas in (
        ("I- Kết quả", _AREAS),
        ("II- Đánh giá chung", ("",)),
        ("III- Nhiệm vụ trọng tâm", ("",)),
    ):
        lines += [f"## {part}", ""]
        for number, area in enumerate(areas, 1):
            lines += [f"### {number}. {area}", ""] if area else []
            written = 0
            while written < per_area:
                text = paragraph()
                written += len(text.encode()) + 2
                lines += [text, ""]
    lines += [f"[^{number}]: {text}" for number, text in enumerate(notes, 1)]
    return "\n".join(lines) + "\n"


def _varied(text: str, chance: random.Random) -> str:
    other = text
    if len(re.findall(r"\d+", text)) < 3:  # figures that add up stay as they are
        other = _COUNT.sub(lambda found: str(chance.randrange(10, 10 ** len(found[0]))), text)
    if chance.random() < 0.2:
        name = " ".join(chance.sample(SYLLABLES, 3))
        other = re.sub(r"\.?$", f" (xã {name}).", other, count=1)
    return other


def reports(count: int, length: int = LENGTH) -> Iterator[tuple[Path, str]]:
    """Path below the content folder and text of each report."""
    pool = paragraphs()
    for number in range(count):
        committee, turn = divmod(number, len(QUARTERS))
        year, quarter = QUARTERS[turn]
        chance = random.Random(number)
        symbol = f"{45 * (year - 2024) + 11 * quarter}-BC/{code_of(committee)}"
        head = (
            f"---\ntitle: Kết quả công tác quý {_ROMAN[quarter]} năm {year}\n"
            f"number: {symbol}\nquarter: {year}-Q{quarter}\nissuer: khoi-{committee}\n"
            f"date: {year}-{3 * quarter:02}-25\nplace: Lam Hải\nedition: summary\n"
            "signed: null\nrecipients: null\napproval: null\n---\n\n"
        )
        name = symbol.lower().replace("/", "-").replace("đ", "d")
        yield Path(f"{year}/q{quarter}/{name}.md"), head + body_of(pool, chance, length)


def write(folder: Path, count: int, length: int = LENGTH) -> None:
    """Write registry and reports below ``folder``."""
    shutil.copytree(SAMPLE / "registry", folder / "registry")
    committees = -(-count // len(QUARTERS))
    with (folder / "registry" / "issuers.yml").open("a", encoding="utf-8") as issuers:
        for committee in range(committees):
            issuers.write(
                f"- id: khoi-{committee}\n  name: Đảng ủy Khối số {committee} tỉnh Lam Hải\n"
                f"  short: Đảng ủy Khối số {committee}\n  code: {code_of(committee)}\n"
                "  aliases: []\n  parent: tinh-uy-lam-hai\n  predecessors: null\n"
                "  successors: null\n  from: null\n  until: null\n  note: null\n"
            )
    for path, text in reports(count, length):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
