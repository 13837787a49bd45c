"""A report of the archive set in Word without Pandoc, the two ways offices do it.

``typed``: every number and dash typed by hand, headings only bold. ``numbered``: Word
makes the numbers of headings and the bullets of lists, headings are styled.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import quoteattr

from intake_word.word_file import cell, docx, heading_styles, mark, note, p, run, table

from build_tools.model import Passage, PassageKind, Report, Section
from build_tools.vietnamese import roman_to_int

MANNERS = ("typed", "numbered")
_BULLETS = 1
_BOLD = "<w:b/>"
_CENTRED = '<w:jc w:val="center"/>'


class _Lists:
    """Lists of the numbered manner: one of bullets, and one for each numbered heading."""

    def __init__(self) -> None:
        self.patterns = [
            "".join(
                f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/></w:lvl>'
                for level, sign in enumerate("-+")
            )
        ]

    def heading(self, number: str, printed: str) -> int:
        roman = roman_to_int(number)
        last = number.rpartition(".")[2]
        if roman and number.isupper():
            form, start = "upperRoman", roman
        elif last.isdecimal():
            form, start = "decimal", int(last)
        else:
            form, start = "lowerLetter", ord(number) - ord("a") + 1
        above = number[: len(number) - len(last)] if last.isdecimal() else ""
        text = printed.replace(number, f"{above}%1", 1)
        self.patterns.append(
            f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
        )
        return len(self.patterns)

    def xml(self) -> str:
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
            for at, levels in enumerate(self.patterns, start=1)
        )
        return abstract + "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
            for at in range(1, len(self.patterns) + 1)
        )


def office_docx(report: Report, manner: str) -> bytes:
    """The report as a letter in Word; its notes are numbered in the order of their marks."""
    lists = _Lists()
    body = "".join(_section(section, manner, lists) for section in report.sections)
    order = [
        label for section in report.sections for one in section.passages for label in one.notes
    ]
    texts = {one.number: [passage.text for passage in one.passages] for one in report.footnotes}
    found = "".join(note(int(label), *texts[label]) for label in order)
    return docx(
        _head(report) + body + _tail(report),
        parts={"styles": heading_styles(), "numbering": lists.xml(), "footnotes": found},
    )


def _section(section: Section, manner: str, lists: _Lists) -> str:
    made = []
    for (_, is_table), group in groupby(
        section.passages, key=lambda one: (one.anchor, one.kind is PassageKind.TABLE)
    ):
        if is_table:
            made.append(p() + _table(list(group)) + p())
        else:
            made += [_passage(one, section, manner, lists) for one in group]
    return "".join(made)


def _passage(one: Passage, section: Section, manner: str, lists: _Lists) -> str:
    marks = [mark(int(label)) for label in one.notes]
    if one.kind is PassageKind.HEADING:
        if manner == "typed":
            return p(run(one.text, _BOLD), *marks)
        style = f"Heading{section.level}"
        printed = one.text[: len(one.text) - len(section.title)].strip()
        if section.number is None or not printed:
            return p(run(one.text), *marks, style=style)
        return p(
            run(section.title),
            *marks,
            style=style,
            item=(lists.heading(section.number, printed), 0),
        )
    if one.depth == 0:
        return p(run(one.text), *marks)
    if manner == "typed":
        return p(run(f"{one.marker} {one.text}"), *marks)
    return p(run(one.text), *marks, item=(_BULLETS, one.depth - 1))


def _table(passages: Sequence[Passage]) -> str:
    rows = groupby(passages, key=lambda one: one.line)
    return table(
        *(
            [cell(p(run(one.text), *map(mark, map(int, one.notes)))) for one in row]
            for _, row in rows
        )
    )


def _head(report: Report) -> str:
    metadata = report.metadata
    day = metadata.date
    dated = (
        f"{metadata.place}, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else ""
    )
    left = cell("ĐẢNG BỘ TỈNH", "*", f"Số {metadata.number}")
    right = cell("ĐẢNG CỘNG SẢN VIỆT NAM", dated)
    title = p(run("BÁO CÁO", _BOLD), properties=_CENTRED)
    return table((left, right)) + title + p(run(metadata.title, _BOLD), properties=_CENTRED) + p()


def _tail(report: Report) -> str:
    signed, recipients = report.metadata.signed, report.metadata.recipients
    left = ["Nơi nhận:", *(f"- {one}," for one in recipients)] if recipients else []
    right = (
        [one for one in (signed.authority, signed.position, signed.name) if one] if signed else []
    )
    return table((cell(*left), cell(*right))) if left or right else ""
