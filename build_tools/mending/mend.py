"""One file mended: step by step, each taken back if the report would not say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_tools.files import read_text
from build_tools.front_matter import split
from build_tools.markdown.outline import Block, read_outline
from build_tools.markdown.source import BodySource
from build_tools.mending.steps import COMPOSING, STEPS
from build_tools.problems import Problems
from build_tools.published_text import plain
from build_tools.strict_yaml import Items, Mapping, Node, Text, read_yaml
from build_tools.vietnamese import nfc

_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after; ``steps`` did something, ``left`` would have changed what it says."""

    path: Path
    before: str
    after: str
    steps: tuple[str, ...]
    left: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


def mend_file(path: Path, shown: str, problems: Problems) -> Mended | None:
    """The file mended, not written; None after recording why it cannot be read."""
    if read_text(path, shown, problems) is None:
        return None
    return mend(path, path.read_bytes().decode("utf-8"))


def mend(path: Path, text: str) -> Mended:
    r"""The text mended.

    >>> mend(Path("a.md"), "Thực hiện Chỉ thị số 05 – CT/TW.  ").after
    'Thực hiện Chỉ thị số 05-CT/TW.\n'
    """
    done, left = [], []
    mended = text.removeprefix(_BOM)
    if mended != text:
        done.append("dấu BOM")
    if "\r" in mended:
        mended = mended.replace("\r\n", "\n").replace("\r", "\n")
        done.append("kiểu xuống dòng")
    # The archive reads every file so; composing letters cannot change what it reads.
    if nfc(mended) != mended:
        mended = nfc(mended)
        done.append(COMPOSING.name)
    said = says(mended)
    for step in STEPS:
        lines = mended.split("\n")
        new = "\n".join(step.mend(lines))
        if new == mended:
            continue
        if says(new) == said:
            mended = new
            done.append(step.name)
        else:
            left.append(step.name)
    return Mended(path, text, mended, tuple(done), tuple(left))


def says(text: str) -> list[object]:
    """What a reader is told, and in which blocks: blanks, dashes and unseen signs aside."""
    unheard = Problems()
    parts = split(text, "", unheard)
    if parts is None:
        return [plain(text)]
    node = read_yaml(parts.head, "", unheard, first_line=2)
    source = BodySource("", tuple(parts.body.split("\n")), parts.body_line)
    outline = read_outline(source, lambda _: None, unheard)
    told: list[object] = list(_scalars(node)) if node else [plain(parts.head)]
    for section in outline.sections:
        told += [(section.level, section.heading.number)]
        told += [
            _block(block)
            for block in (*([section.title] if section.title else []), *section.blocks)
        ]
    for note in outline.notes:
        told += [(note.note.number, *map(_block, note.blocks))]
    told += [(plain(link.target), plain(link.shown)) for link in outline.links]
    return told


def _block(block: Block) -> tuple[object, ...]:
    passage = block.passage
    return passage.kind, passage.depth, passage.notes, plain(passage.text)


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node, Text):
        yield plain(node.value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield plain(key.value)
            yield from _scalars(value)
