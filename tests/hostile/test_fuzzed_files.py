"""Files of the fuzz, a few of each kind in every run; minutes of it: ``tests/benchmarks/fuzz_content.py``."""

from __future__ import annotations

import random

import pytest

from tests.benchmarks.fuzz_content import KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_files_of_the_fuzz_are_read_to_their_end(kind):
    make, read = KINDS[kind]
    for seed in range(12):
        problems = read(make(random.Random(seed)))
        assert all(problem.hint and problem.message for problem in problems), seed
