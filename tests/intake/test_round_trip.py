"""Every sample report, printed in many layouts and imported, is the same report again."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake.printing import Layout, parse, printed

from build_tools.intake.imported import Order, import_file
from build_tools.model import Report
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.reading import ReportFile, read_report
from build_tools.registry.reader import read_registry
from build_tools.vietnamese import slug

SAMPLE = Path(__file__).parent.parent / "sample" / "content"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.glob("*/q*/*.md"))
LAYOUTS = {
    "one line a paragraph": Layout(height=9),
    "typed pages": Layout(width=84, height=44, number="plain", number_on_top=True),
    "typed, indented": Layout(width=72, height=38, number="dashes", indent=4, form_feed=True),
    "brackets": Layout(width=90, height=30, number="word", style="bracket", columns=True),
    "parentheses": Layout(width=78, height=33, number="plain", style="paren", signature_first=True),
    "bare digits": Layout(width=95, height=50, number="plain", style="bare"),
    "notes at the end": Layout(width=80, height=42, number="plain", notes_at_end=True),
    "other bullets": Layout(width=80, form_feed=True, bullets={"-": "•", "+": "-"}),
    "running head": Layout(width=88, number="plain", running_head="Báo cáo của Đảng ủy Khối"),
}


def outline(report: Report) -> list[tuple[object, ...]]:
    """What must come back: structure, words, marks and notes."""
    sections: list[tuple[object, ...]] = [
        (section.level, section.number, passage.kind, passage.depth, passage.text, passage.notes)
        for section in report.sections
        for passage in section.passages
    ]
    notes = [(note.number, tuple(p.text for p in note.passages)) for note in report.footnotes]
    return [*sections, *notes]


def facts(report: Report) -> dict[str, object]:
    kept = ("title", "number", "quarter", "issuer", "date", "place", "signed", "recipients")
    return {key: getattr(report.metadata, key) for key in kept}


def read(path: Path, relative: str) -> Report:
    problems = Problems()
    registry = read_registry(SAMPLE, SAMPLE, problems)
    report = read_report(ReportFile(path, relative, relative), registry, problems)
    assert report is not None, text_report(problems)
    return report


def imported(text: str, folder: Path, quarter: object = None) -> tuple[Report, object]:
    source = folder / "scan.txt"
    source.write_text(text, encoding="utf-8")
    target = folder / "out.md"
    problems = Problems()
    order = Order(source, SAMPLE, target, quarter, None, force=True)
    done = import_file(order, problems, lambda _: None)
    assert done is not None, text_report(problems)
    head = done.draft.head
    relative = f"{head.quarter.year}/q{head.quarter.number}/{Path(name_of(head.number)).name}"
    return read(target, relative), done


def name_of(number: str) -> str:
    return f"{slug(number)}.md"


UNDECIDABLE = {
    (
        "2023/q2/102-bc-dukcq.md",
        "bare digits",
    ): "4.359 with mark 5 is printed 4.3595, next to other figures",
}


@pytest.mark.parametrize("layout", LAYOUTS, ids=list(LAYOUTS))
@pytest.mark.parametrize("name", FILES)
def test_round_trip(name, layout, tmp_path, request):
    if reason := UNDECIDABLE.get((name, layout)):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    before = read(SAMPLE / name, name)
    text = printed(parse((SAMPLE / name).read_text(encoding="utf-8")), LAYOUTS[layout])
    after, done = imported(text, tmp_path)
    assert facts(after) == facts(before)
    assert outline(after) == outline(before)
    assert done.account.missing == 0
    assert not done.account.twice
