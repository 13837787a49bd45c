"""The numbers and bullets that Word makes itself, as it prints them.

They stand nowhere in the file, only the rule that makes them does; a reader that skips
them loses “I.”, “1.” and “a)” of every heading and list an office numbered properly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from build_tools.intake.word.names import Element, child, is_on, name, number, value
from build_tools.intake.word.number_forms import printed
from build_tools.intake.word.symbols import bullet_sign

_PLACE: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph: ``text`` without the gap, and whether it is a bullet."""

    text: str
    is_bullet: bool
    level: int
    glued: bool = False


@dataclass(slots=True)
class _Level:
    """The rule of one level of a list."""

    form: str
    pattern: str
    start: int
    legal: bool
    restart: int | None
    glued: bool
    font: str
    style: str | None


@dataclass(slots=True)
class _Count:
    """How far one list has counted; None where a level has not begun."""

    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Counts the numbered paragraphs of one document, in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._counts: dict[str, _Count] = {}
        self._begun: set[str] = set()
        self._rules: dict[tuple[str, int], _Level | None] = {}
        if root is None:
            return
        self._abstract = {
            value(one, "w:abstractNumId") or "": one for one in root.iterfind(name("w:abstractNum"))
        }
        self._lists = {value(one, "w:numId") or "": one for one in root.iterfind(name("w:num"))}
        self._of_style = {
            link: key
            for key, one in self._abstract.items()
            if (link := value(child(one, "w:styleLink"))) is not None
        }

    def label(self, key: str | None, level: int | None, style: str | None) -> Label | None:
        """Count one paragraph of list ``key``; None when nothing is printed before it."""
        if key is None or key not in self._lists:
            return None
        if level is None:
            level = self._level_of_style(key, style)
        level = min(max(level, 0), _LEVELS - 1)
        rule = self._rule(key, level)
        if rule is None:
            return None
        self._count(key, level)
        if rule.form == "bullet":
            text = bullet_sign(rule.pattern, rule.font)
        else:
            text = _PLACE.sub(lambda match: self._shown(key, int(match[1]) - 1, rule), rule.pattern)
        text = text.strip()[:_LONGEST]
        return Label(text, rule.form == "bullet", level, rule.glued) if text else None

    def _shown(self, key: str, level: int, own: _Level) -> str:
        rule = self._rule(key, level)
        count = self._counts[self._shared(key)].counts[level]
        if rule is None:
            return ""
        return printed(
            rule.start if count is None else count, "decimal" if own.legal else rule.form
        )

    def _count(self, key: str, level: int) -> None:
        counts = self._counts.setdefault(self._shared(key), _Count()).counts
        if key not in self._begun:
            self._begun.add(key)
            for override in self._lists[key].iterfind(name("w:lvlOverride")):
                at, start = number(override, "w:ilvl"), number(child(override, "w:startOverride"))
                if at is not None and start is not None and 0 <= at < _LEVELS:
                    counts[at] = None
        rule = self._rule(key, level)
        before = counts[level]
        counts[level] = (rule.start if rule else 1) if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            below = self._rule(key, deeper)
            if below is None or below.restart is None or 0 < below.restart >= level + 1:
                counts[deeper] = None
        for above in range(level):
            if counts[above] is None and (over := self._rule(key, above)) is not None:
                counts[above] = over.start

    def _shared(self, key: str) -> str:
        """Lists of one pattern count together, as Word does."""
        return value(child(self._lists[key], "w:abstractNumId")) or ""

    def _pattern(self, key: str) -> Element | None:
        found = self._abstract.get(self._shared(key))
        link = value(child(found, "w:numStyleLink"))
        return self._abstract.get(self._of_style.get(link, "")) if link else found

    def _rule(self, key: str, level: int) -> _Level | None:
        if (key, level) not in self._rules:
            self._rules[key, level] = self._read_rule(key, level)
        return self._rules[key, level]

    def _read_rule(self, key: str, level: int) -> _Level | None:
        found = _level_in(self._pattern(key), level)
        start = None
        for override in self._lists[key].iterfind(name("w:lvlOverride")):
            if number(override, "w:ilvl") == level:
                found = child(override, "w:lvl") if child(override, "w:lvl") is not None else found
                start = number(child(override, "w:startOverride"))
        if found is None:
            return None
        if start is None:
            start = number(child(found, "w:start"))
        fonts = child(found, "w:rPr", "w:rFonts")
        return _Level(
            form=value(child(found, "w:numFmt")) or "decimal",
            pattern=value(child(found, "w:lvlText")) or "",
            start=1 if start is None else start,
            legal=is_on(child(found, "w:isLgl")) or False,
            restart=number(child(found, "w:lvlRestart")),
            glued=value(child(found, "w:suff")) == "nothing",
            font=value(fonts, "w:hAnsi") or value(fonts, "w:ascii") or "",
            style=value(child(found, "w:pStyle")),
        )

    def _level_of_style(self, key: str, style: str | None) -> int:
        """A list may say which of its levels belongs to a style, rather than the style itself."""
        if style is not None:
            for level in range(_LEVELS):
                rule = self._rule(key, level)
                if rule is not None and rule.style == style:
                    return level
        return 0


def _level_in(pattern: Element | None, level: int) -> Element | None:
    if pattern is None:
        return None
    return next(
        (one for one in pattern.iterfind(name("w:lvl")) if number(one, "w:ilvl") == level), None
    )
