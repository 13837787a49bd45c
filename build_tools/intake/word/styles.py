"""How Word makes up the look of a run: defaults, styles on styles, then the run itself.

Only what changes the text or its meaning is looked up: hidden, capitals, emphasis, raised
digits, struck out, the font (old Vietnamese fonts carry their own alphabet), the level of
a heading and the list a style belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from build_tools.intake.word.names import Element, child, is_on, name, number, value

_DEEPEST: Final = 20
_HEADING: Final = re.compile(r"(?:heading|tiêu đề|đầu đề)\s*(?P<level>[1-9])", re.IGNORECASE)
_BODY_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed. ``bold`` and ``italic`` only where they differ from the paragraph."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    capitals: bool = False
    struck: bool = False
    raised: str = ""
    font: str = ""


@dataclass(frozen=True)
class Styles:
    """The styles of a document; ``root`` is None in a file without any."""

    root: Element | None

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        if self.root is None:
            return {}
        found = self.root.iterfind(name("w:style"))
        return {key: style for style in found if (key := value(style, "w:styleId")) is not None}

    @cached_property
    def _default_paragraph(self) -> str | None:
        return next(
            (
                key
                for key, style in self._by_id.items()
                if value(style, "w:type") == "paragraph"
                and value(style, "w:default") in {"1", "true"}
            ),
            None,
        )

    def chain(self, style: str | None) -> Iterator[Element]:
        """A style and those it is based on, nearest first."""
        for _ in range(_DEEPEST):
            found = self._by_id.get(style or "")
            if found is None:
                return
            yield found
            style = value(child(found, "w:basedOn"))

    def paragraph_style(self, properties: Element | None) -> str | None:
        """The style of a paragraph: the one it names, else the default."""
        return value(child(properties, "w:pStyle")) or self._default_paragraph

    def heading_level(self, properties: Element | None) -> int | None:
        """1 to 9 for a heading, styled or given an outline level; None for running text."""
        own = number(child(properties, "w:outlineLvl"))
        if own is not None:
            return own + 1 if own < _BODY_LEVEL else None
        for style in self.chain(self.paragraph_style(properties)):
            match = _HEADING.fullmatch((value(child(style, "w:name")) or "").strip())
            if match:
                return int(match["level"])
            level = number(child(style, "w:pPr", "w:outlineLvl"))
            if level is not None:
                return level + 1 if level < _BODY_LEVEL else None
        return None

    def numbering(self, properties: Element | None) -> tuple[str | None, int | None, str | None]:
        """The list of a paragraph, its level, and the style that put it there, if one did."""
        own = child(properties, "w:numPr")
        if value(child(own, "w:numId")) is not None:
            return value(child(own, "w:numId")), number(child(own, "w:ilvl")), None
        for style in self.chain(self.paragraph_style(properties)):
            numbered = child(style, "w:pPr", "w:numPr")
            if value(child(numbered, "w:numId")) is not None:
                level = number(child(own, "w:ilvl"))
                level = level if level is not None else number(child(numbered, "w:ilvl"))
                return value(child(numbered, "w:numId")), level, value(style, "w:styleId")
        return None, None, None

    def look(self, paragraph: Element | None, run: Element | None) -> Look:
        """The look of a run with properties ``run`` in a paragraph with properties ``paragraph``."""
        ground = [
            properties
            for style in self.chain(self.paragraph_style(paragraph))
            if (properties := child(style, "w:rPr")) is not None
        ]
        if self.root is not None:
            defaults = child(self.root, "w:docDefaults", "w:rPrDefault", "w:rPr")
            ground += [defaults] if defaults is not None else []
        over = [
            properties
            for style in self.chain(value(child(run, "w:rStyle")))
            if (properties := child(style, "w:rPr")) is not None
        ]
        if run is not None:
            over.insert(0, run)
        return Look(
            bold=_emphasised("w:b", over, ground),
            italic=_emphasised("w:i", over, ground),
            hidden=_first_switch("w:vanish", over + ground),
            capitals=_first_switch("w:caps", over + ground),
            struck=_first_switch("w:strike", over) or _first_switch("w:dstrike", over),
            raised=_first_value("w:vertAlign", over + ground),
            font=_font(over + ground),
        )


def _first_switch(key: str, layers: list[Element]) -> bool:
    return next(
        (found for layer in layers if (found := is_on(child(layer, key))) is not None), False
    )


def _emphasised(key: str, over: list[Element], ground: list[Element]) -> bool:
    """Whether a run stands out from its paragraph, and not the paragraph from the page."""
    return _first_switch(key, over) and not _first_switch(key, ground)


def _first_value(key: str, layers: list[Element]) -> str:
    return next((found for layer in layers if (found := value(child(layer, key)))), "")


def _font(layers: list[Element]) -> str:
    """The font of Latin letters; one named by the theme is modern and reads ""."""
    for layer in layers:
        fonts = child(layer, "w:rFonts")
        if value(fonts, "w:asciiTheme") or value(fonts, "w:hAnsiTheme"):
            return ""
        if found := value(fonts, "w:hAnsi") or value(fonts, "w:ascii"):
            return found
    return ""
