"""The comment under a proposal: what will appear, and what needs a look."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.problems import Place, Problems
from build_tools.review.comment import LONGEST, MARK, comment, plain
from build_tools.review.comparison import compare

HERE = Path(__file__).parent
SHOWN = Path("content")
REPORT = "2023/q4/97-bc-dukdn.md"
EDITED = "2023/q1/56-bc-dukdn.md"
DIRECTIVES = "registry/directives.yml"

#: a registry entry for a document that the reports had only cited
ENTRY = """
- id: nd-145-cp-2020
  type: nghi-dinh
  number: 145
  symbol: NĐ-CP
  issuer: chinh-phu
  date: 2020-12-14
  title: null
"""


@pytest.fixture
def sides(sample: Path, tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copytree(sample, old)
    shutil.copytree(sample, new)
    return old, new


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def add_report_and_entry(old: Path, new: Path) -> None:
    (old / REPORT).unlink()
    with (new / DIRECTIVES).open("a", encoding="utf-8") as registry:
        registry.write(ENTRY)
    change(new / EDITED, "Tuy nhiên,", "Tuy nhiên, theo Kế hoạch số 99-KH/ĐUK,")


def break_a_report(_: Path, new: Path) -> None:
    change(new / REPORT, "[^1]:", "[^91]:")


def nothing(*_: Path) -> None:
    """Both sides are the same."""


@pytest.mark.parametrize("done", [add_report_and_entry, break_a_report, nothing])
def test_the_comment_of_a_change(
    sides: tuple[Path, Path],
    done: Callable[[Path, Path], None],
    golden: Callable[[Path, str], None],
) -> None:
    done(*sides)
    golden(HERE / f"{done.__name__.replace('_', '-')}.md", comment(compare(*sides, SHOWN)))


def test_words_of_the_content_stay_words() -> None:
    assert plain("<img src=x> [a](b) `c` *d*") == r"\<img src=x\> \[a\]\(b\) \`c\` \*d\*"
    assert "@all" not in plain("gửi @all")
    assert "https://" not in plain("xem https://example.vn")


def test_a_comment_is_never_longer_than_its_host_takes(sides: tuple[Path, Path]) -> None:
    problems = Problems()
    for at in range(900):
        problems.error("KHO101", Place(f"content/{at}.md", 1), "Không có khóa. " * 5, "Bỏ đi.")
    text = comment(replace(compare(*sides, SHOWN), problems=tuple(problems)))
    assert text.startswith(MARK)
    assert len(text) < LONGEST + 100
    assert text.endswith("xem ở lượt kiểm tra.\n")
