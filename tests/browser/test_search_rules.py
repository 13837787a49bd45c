"""Python and the browser cut text by the same rules."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from build_tools.archive import Archive
from build_tools.search.records import record_groups
from build_tools.search.streams import texts_of, titles_of
from build_tools.search.tokens import tokens
from build_tools.vietnamese import fold, nfc

CUT = """
async (texts) => {
  const { tokens } = await import(new URL("search/kho-search.js", document.baseURI).href);
  return texts.map((text) => tokens(text).map((one) => [one.fold, one.marks, one.kind, one.start, one.end]));
}
"""
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạỳýỷỹỵÀÁĐƯ  0123456789/-–.,()“”%:;\u0301\u0323İßﬁ"
PIECES = (
    "05-CT/TW", "ct 5", "số 30/2020/NĐ-CP", "ngày 15/5/2016", "15 tháng 5 năm 2016", "quý III",
    "khóa XIII", "Luật 10/2022/QH15", "112/KH-UBND", "tháng 5/2023", "2/9", "31/2/2020", "vi", "XI",
)  # fmt: skip


def texts(archives: tuple[Archive, ...]) -> Iterator[str]:
    for archive in archives:
        for group in record_groups(archive):
            for record in group.records:
                for text in (*titles_of(record), *texts_of(record)):
                    yield text
                    yield text.upper()
                    yield fold(text)
                    yield from text.split()
    chance = random.Random(5)
    for _ in range(6000):
        made = "".join(chance.choices(ALPHABET, k=chance.randint(1, 30)))
        yield unicodedata.normalize("NFC", f"{made} {' '.join(chance.choices(PIECES, k=3))}")


def test_both_cut_thousands_of_texts_alike(
    reader_of: Callable[..., Any], sample_site: Path, sample_archive: Archive, real_archive: Archive
) -> None:
    page = reader_of(sample_site).open("")
    asked = [nfc(text) for text in texts((sample_archive, real_archive))]
    assert len(asked) >= 20_000
    expected = [
        [[one.fold, one.marks, one.kind, one.start, one.end] for one in tokens(text)]
        for text in asked
    ]
    found: list[list[list[Any]]] = page.evaluate(CUT, asked)
    different = [
        (text, ours, theirs)
        for text, ours, theirs in zip(asked, expected, found, strict=True)
        if ours != theirs
    ]
    assert different == []
