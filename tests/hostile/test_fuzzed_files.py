"""Files of the fuzz, a few of each kind in every run; minutes of it: ``tests/benchmarks/fuzz_content.py``."""

from __future__ import annotations

import random
import re

import pytest

from tests.benchmarks import fuzz_content


@pytest.mark.parametrize("kind", sorted(fuzz_content.KINDS))
def test_files_of_the_fuzz_are_read_to_their_end(kind):
    make, read = fuzz_content.KINDS[kind]
    for seed in range(12):
        problems = read(make(random.Random(seed)))
        assert all(problem.hint and problem.message for problem in problems), seed


def test_a_relationship_of_a_word_file_that_leads_nowhere_is_a_refusal():
    """Found by the fuzz: the library takes the missing target for a name."""
    parts = fuzz_content.word_parts()
    rels = "word/_rels/document.xml.rels"
    parts[rels] = re.sub(rb' Target="styles.xml"', b"", parts[rels])
    problems = fuzz_content.KINDS["Word file"][1](fuzz_content.packed(parts))
    assert [problem.code for problem in problems] == ["KHO722"]
