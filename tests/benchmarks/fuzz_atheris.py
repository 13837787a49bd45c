"""The same readers under atheris, which follows coverage: by hand, since it is no requirement of ours.

``pip install atheris``, then ``python -m tests.benchmarks.fuzz_atheris KIND -max_total_time=600``,
where KIND is one of ``body``, ``head``, ``file``, ``text``. Any exception ends the run and leaves
the bytes that made it beside you.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["build_tools"]):
    from build_tools.intake.readers import reader_for
    from build_tools.problem_text import text_report
    from build_tools.problems import Problems
    from tests.markdown.bodies import HEAD, read_bytes

AROUND = {
    "body": lambda raw: HEAD.encode() + b"## I- a\n\n" + raw,
    "head": lambda raw: b"---\n" + raw + b"\n---\n## I- a\n\nb\n",
    "file": bytes,
}


def main() -> None:
    """Fuzz the kind that the command line names."""
    kind = sys.argv.pop(1)

    def read_one(raw: bytes) -> None:
        problems = Problems()
        if kind == "text":
            reader_for("a.txt")(raw, "a.txt", problems)
        else:
            problems = read_bytes(AROUND[kind](raw))[1]
        text_report(problems)

    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
