"""OCR text into a manuscript: cleaned, cut into lines, page furniture and notes taken out."""

from __future__ import annotations

from typing import Final

from build_tools.intake.cleaning import clean
from build_tools.intake.doubt import Doubt, warning
from build_tools.intake.footnotes import cut_notes
from build_tools.intake.furniture import remove_furniture
from build_tools.intake.lines import cut_lines
from build_tools.intake.markup import take_off_markup
from build_tools.intake.source import NOWHERE, Manuscript, Source

_PLAIN: Final = ("UTF-8", "UTF-16")


def read_text_manuscript(source: Source) -> Manuscript:
    """Make the manuscript of an OCR text; pure, nothing is lost on the way."""
    text, cleaned, oddities = clean(source)
    plain, markup = take_off_markup(cut_lines(text))
    lines, furniture, heads = remove_furniture(plain)
    cut = cut_notes(lines)
    return Manuscript(
        source,
        cut.lines,
        cut.notes,
        (*cleaned, *markup, *furniture, *cut.fates),
        (*_encoding(source), *oddities, *heads, *cut.doubts),
    )


def _encoding(source: Source) -> tuple[Doubt, ...]:
    if source.encoding in _PLAIN:
        return ()
    return (
        warning(
            "KHO716",
            NOWHERE,
            source.encoding,
            f"Tệp dùng bảng mã {source.encoding}, đã chuyển sang Unicode.",
            "Đọc lướt vài dòng, nhất là chữ hoa: bảng mã cũ không phân biệt hết.",
        ),
    )
