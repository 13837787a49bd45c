"""The order in which the citations of a report are read, each note from its mark."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.citations.order import Aside, ReadingOrder
from build_tools.model import Citation, Passage, Report
from build_tools.vietnamese import sentence_spans


def order_of(report: Report) -> ReadingOrder:
    """Citations of the running text in order, then notes, which look back to their marks."""
    passages = [passage for section in report.sections for passage in section.passages]
    places = {id(passage): at for at, passage in enumerate(passages)}
    asides = []
    for note in report.footnotes:
        inside = [at for at, one in enumerate(report.citations) if one.anchor == note.anchor]
        carrier = next((p for p in passages if note.number in p.notes), None)
        if inside and carrier is not None:
            sentence, mark = _sentence(report.citations, carrier, note.number, places)
            asides.append(Aside(inside[0], inside[-1] + 1, sentence, mark))
    return ReadingOrder(len(report.citations), tuple(asides))


def _sentence(
    citations: Sequence[Citation], carrier: Passage, number: str, places: dict[int, int]
) -> tuple[range, int]:
    """The citations of the sentence that carries a mark, and the first one behind the mark."""
    mark = carrier.note_offsets[carrier.notes.index(number)]
    spans = sentence_spans(carrier.text)
    start, end = next(((a, b) for a, b in reversed(spans) if a < mark or a == 0), (0, 0))
    place = places[id(carrier)]

    def first_from(offset: int) -> int:
        return next(
            (at for at, one in enumerate(citations) if _stands_from(one, place, offset, places)),
            len(citations),
        )

    return range(first_from(start), first_from(end)), first_from(mark)


def _stands_from(citation: Citation, place: int, offset: int, places: dict[int, int]) -> bool:
    """Whether a citation stands at or behind an offset of a passage; notes stand last."""
    own = places.get(id(citation.passage))
    if own is None:
        return True
    return own > place or (own == place and citation.mention.start >= offset)
