"""Documents that reports cite in one sentence with a directive: what it is read together with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from build_tools.archive import Archive
from build_tools.pages.page import DirectiveItem, most_cited
from build_tools.pages.timeline import sentence_around

LIMIT: Final = 8
SELDOM: Final = 3  # a directive cited no oftener than this has no habit yet: once counts

Pairs = Mapping[str, Counter[str]]


def shared_sentences(archive: Archive) -> Pairs:
    """For each directive, in how many sentences every other one stands beside it.

    A sentence counts once, however often it repeats a name; an id that may mean several
    documents tells nothing and is left out.
    """
    sentences: defaultdict[tuple[int, tuple[int, int]], set[str]] = defaultdict(set)
    for report in archive.reports:
        for citation, resolution in zip(
            report.citations, archive.resolutions[report.key], strict=True
        ):
            if not resolution.is_ambiguous:
                passage, mention = citation.passage, citation.mention
                bounds = sentence_around(passage.text, mention.start, mention.end)
                sentences[id(passage), bounds].add(resolution.id)
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for ids in sentences.values():
        for one in ids:
            pairs[one].update(ids - {one})
    return pairs


def cited_beside(archive: Archive, directive_id: str, pairs: Pairs) -> tuple[DirectiveItem, ...]:
    """The documents cited in the same sentences, most often first.

    What stood beside a directive a single time is chance, unless the directive itself is
    hardly ever cited.
    """
    cited = len(archive.backlinks.get(directive_id, ()))
    least = 1 if cited <= SELDOM else 2
    counts = {key: count for key, count in pairs.get(directive_id, {}).items() if count >= least}
    return most_cited(archive, counts, LIMIT)
