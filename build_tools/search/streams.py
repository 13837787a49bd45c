"""Records as streams of index words, and what is counted of them.

Pagefind is given one page a group of records, whose words are not the text but keys made
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

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    """One group as the index gets it."""

    group: RecordGroup
    content: str
    lengths: tuple[Lengths, ...]


def stream(group: RecordGroup) -> Stream:
    """The index words of a group and their lengths."""
    words: list[str] = []
    pairs: list[str] = []
    lengths = []
    for record in group.records:
        title = tokens(record.title)
        texts = [title, *(tokens(text) for text in searched_texts(record))]
        own_title = _different(title)
        own_words = list(dict.fromkeys((*own_title, *(key for text in texts for key in _different(text)))))
        own_pairs = [key for text in texts for key in _pairs(text)]
        lengths.append(
            Lengths(len(own_words), len(own_pairs), len(own_title), max(len(title) - 1, 0))
        )
        words += own_words
        pairs += own_pairs
    return Stream(group, " ".join((*words, *pairs)), tuple(lengths))


def searched_texts(record: Record) -> Iterable[str]:
    """What is searched of a record besides its title."""
    yield from (paragraph.text for paragraph in record.paragraphs)
    if record.hidden:
        yield record.hidden


def word_key(token: Token) -> str:
    """The key of one token."""
    return f"{token.fold}{CLOSE}{token.marks}{CLOSE}"


def pair_key(one: Token, other: Token) -> str:
    """The key of two neighbours."""
    return f"{CLOSE}{one.fold}{CLOSE}{other.fold}{CLOSE}{one.marks}{CLOSE}{other.marks}{CLOSE}"


def _different(text: list[Token]) -> list[str]:
    return list(dict.fromkeys(key for token in text for key in _word_keys(token)))


def _word_keys(token: Token) -> Iterable[str]:
    """A document is found by its bare number, too."""
    yield word_key(token)
    if token.kind == "document":
        number = token.fold[1:].partition("z")[0]
        yield word_key(replace(token, fold=number, marks=number))


def _pairs(text: list[Token]) -> Iterable[str]:
    return (pair_key(one, other) for one, other in zip(text, text[1:], strict=False))
