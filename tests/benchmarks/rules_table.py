"""Prints the rules of the checks with how many golden cases fire and how many stay silent.

Run: ``python tests/benchmarks/rules_table.py``. The cases themselves run in tests/checks.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from build_tools.checks.examples import FOLDER, read_examples  # noqa: E402
from build_tools.checks.rules import ARCHIVE_RULES, REPORT_RULES  # noqa: E402


def main() -> None:
    """Print one row a rule."""
    fired = quiet = 0
    print(f"{'quy tắc':24} {'mã':8} {'báo':>4} {'im':>4}")
    for rule in (*REPORT_RULES, *ARCHIVE_RULES):
        cases = read_examples(ROOT / FOLDER / f"{rule.name}.txt")
        fires = sum(case.code is not None for case in cases)
        codes = "/".join(sorted({case.code for case in cases if case.code}))
        print(f"{rule.name:24} {codes:8} {fires:4} {len(cases) - fires:4}")
        fired, quiet = fired + fires, quiet + len(cases) - fires
    print(f"{'tất cả':33} {fired:4} {quiet:4}")


if __name__ == "__main__":
    main()
