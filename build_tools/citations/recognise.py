"""Text in, mentions out: every form tried, overlaps settled, order kept.

Recognition is a pure function of the text: it does not know the report, the registry or
the archive, so it can be measured and tested alone.
"""

from __future__ import annotations

from build_tools.citations.grammar import FORMS
from build_tools.model import Mention


def recognise(text: str) -> tuple[Mention, ...]:
    """Every citation in a text (NFC), in order; spans never overlap.

    Of two spans that overlap, the one that begins first stays, and of two that begin
    together the longer.

    >>> [m.surface for m in recognise("theo Quy định 58-QĐ/TW và Nghị định số 30/2020/NĐ-CP")]
    ['Quy định 58-QĐ/TW', 'Nghị định số 30/2020/NĐ-CP']
    """
    found = [mention for form in FORMS for mention in form.find(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
