"""Times the checks on many reports, beside reading those reports.

Run: ``python tests/benchmarks/checking.py [how many]``. The reports are copies of the sample in
other years, in a folder that is removed again; both times are of one run, so that they compare.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from build_tools.checks.content import check_content  # noqa: E402
from build_tools.checks.rules import ARCHIVE_RULES, REPORT_RULES  # noqa: E402
from build_tools.gathering import read_archive  # noqa: E402
from build_tools.problems import Problems  # noqa: E402

SAMPLE = ROOT / "tests" / "sample" / "content"


def copies(folder: Path, count: int) -> None:
    """Write ``count`` reports, each round of the sample under numbers of its own."""
    shutil.copytree(SAMPLE / "registry", folder / "registry")
    files = sorted(SAMPLE.glob("20*/*/*.md"))
    for turn in range(count):
        path = files[turn % len(files)]
        number, rest = path.name.split("-", 1)
        own = f"{int(number) + 200 * (turn // len(files))}"
        text = path.read_text("utf-8").replace(f"number: {number}-", f"number: {own}-", 1)
        text = re.sub(r"^old_addresses:.*\n(?:  - .*\n)*", "", text, flags=re.MULTILINE)
        target = folder / path.parent.relative_to(SAMPLE) / f"{own}-{rest}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def main(count: int) -> None:
    """Print the times, whole and by rule."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        copies(folder, count)
        problems = Problems()
        started = time.perf_counter()
        archive = read_archive(folder, Path("content"), problems)
        reading = time.perf_counter() - started
        started = time.perf_counter()
        check_content(archive, problems)
        checking = time.perf_counter() - started
    print(f"{len(archive.reports)} báo cáo: đọc {reading:.1f} s, kiểm {checking:.1f} s,", end=" ")
    print(
        f"kiểm/đọc = {checking / reading:.2f}; {problems.errors} lỗi, {problems.warnings} cảnh báo"
    )
    by_rule: defaultdict[str, float] = defaultdict(float)
    for rule in REPORT_RULES:
        started = time.perf_counter()
        for report in archive.reports:
            list(rule.find(report))
        by_rule[rule.name] = time.perf_counter() - started
    for archive_rule in ARCHIVE_RULES:
        started = time.perf_counter()
        list(archive_rule.find(archive))
        by_rule[archive_rule.name] = time.perf_counter() - started
    for name, seconds in sorted(by_rule.items(), key=lambda one: -one[1])[:12]:
        print(f"  {name:24} {seconds:6.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
