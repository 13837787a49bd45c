"""Records as streams of index words, and what is counted of them.

Pagefind is given pages of some groups of records, whose words are not the text but keys made
from its tokens, in two runs: first every different token of each record, then every pair
of neighbouring tokens in the order of the text.

- The key of a token is ``fold 0 marks 0``, that of a pair ``0 fold 0 fold 0 marks 0 marks 0``
  (no token holds the figure 0). A query is looked up by the beginning of a key: up to the
  folds all spellings answer, with the marks only those with these very marks. The closing
  0 is what keeps the engine, which finds every word that begins with the one asked for,
  from finding ``thuế`` for ``thu``.
- Where a word stands says which record it belongs to, since the lengths of all records
  are known; so the engine's own list of pages stays as short as the list of reports.
- Neighbours in the run of pairs are neighbours in the text: a phrase is a chain of pairs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from build_tools.search.records import Record, RecordGroup
from build_tools.search.tokens import Token, tokens

CLOSE: Final = "0"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many keys of each run a record has, and how many of them are of its title."""

    words: int
    pairs: int
    title_words: int
    title_pairs: int


@dataclass(frozen=True, slots=True)
class Stream:
    """One group as the index gets it; ``spelled`` counts its pairs of plain words.

    Keys stand in one text, divided by blanks, which takes a third of the memory of a list.
    """

    group: RecordGroup
    words: str
    pairs: str
    lengths: tuple[Lengths, ...]
    spelled: Counter[str]


def stream(group: RecordGroup) -> Stream:
    """The index words of a group and their lengths."""
    words: list[str] = []
    pairs: list[str] = []
    lengths = []
    spelled: Counter[str] = Counter()
    for record in group.records:
        titles = [tokens(text) for text in titles_of(record)]
        texts = [tokens(text) for text in texts_of(record)]
        own_title = _different(titles)
        own_words = _different([*titles, *texts, tokens(record.beside)])
        title_pairs = _pairs(titles)
        own_pairs = [*title_pairs, *_pairs(texts)]
        lengths.append(Lengths(len(own_words), len(own_pairs), len(own_title), len(title_pairs)))
        words += own_words
        pairs += own_pairs
        for text in (*titles, *texts):
            plain = [token.fold for token in text if token.kind == "word"]
            spelled.update(map("{} {}".format, plain, plain[1:]))
    return Stream(group, " ".join(words), " ".join(pairs), tuple(lengths), spelled)


def titles_of(record: Record) -> tuple[str, ...]:
    """What is searched of a record as its title."""
    return tuple(filter(None, (record.title, record.heading)))


def texts_of(record: Record) -> tuple[str, ...]:
    """What else is searched of a record."""
    return tuple(filter(None, (*(one.text for one in record.paragraphs), record.hidden)))


def word_key(token: Token) -> str:
    """The key of one token."""
    return f"{token.fold}{CLOSE}{token.marks}{CLOSE}"


def pair_key(one: Token, other: Token) -> str:
    """The key of two neighbours."""
    return f"{CLOSE}{one.fold}{CLOSE}{other.fold}{CLOSE}{one.marks}{CLOSE}{other.marks}{CLOSE}"


def _different(texts: list[list[Token]]) -> list[str]:
    """A document is found by its bare number, too."""
    found: dict[str, None] = {}
    for text in texts:
        for token in text:
            found[word_key(token)] = None
            if token.kind == "document":
                number = token.fold[1:].partition("z")[0]
                found[word_key(token._replace(fold=number, marks=number))] = None
    return list(found)


def _pairs(texts: list[list[Token]]) -> list[str]:
    return [pair_key(one, other) for text in texts for one, other in pairwise(text)]
