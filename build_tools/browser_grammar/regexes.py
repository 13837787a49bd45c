"""Patterns of Python's ``re`` as regular expressions of JavaScript with the same matches.

The result needs nothing newer than lookbehind, named groups and Unicode properties:
flags that hold for a part of a pattern are written out, possessive repetition and atomic
groups become a lookahead with a reference to what it found. What has no equal, or would
quietly mean something else, is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from build_tools.browser_grammar.letters import CLASSES, any_case, is_beyond, literal, ranges
from build_tools.browser_grammar.refusals import UntranslatableError

_QUANTIFIER: Final = re.compile(r"[*+?]|\{(\d*),(\d*)\}|\{(\d+)\}")
_GROUP: Final = re.compile(
    r"\?(?:P<(?P<name>\w+)>|(?P<kind>:|=|!|<=|<!|>)|(?P<on>[aimsu]*)(?:-(?P<off>[ims]+))?(?P<ends>[:)]))"
)
_CONTROL: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v"}
_LONGEST_RANGE: Final = 0x400
_SAY_PLAINLY: Final = "write it with groups, classes and repetition alone"


@dataclass(frozen=True, slots=True)
class Expression:
    r"""A regular expression; ``places`` are the numbers that Python's groups have in it.

    >>> translated(r"(?P<no>\d+)\Z", re.ASCII).literal
    '/(?<no>[0-9]+)(?![^])/u'
    """

    source: str
    places: tuple[int, ...]
    names: dict[str, int]

    @property
    def literal(self) -> str:
        """As it stands in a program."""
        return f"/{self.source}/u"


def translated(pattern: str, flags: int = 0) -> Expression:
    """The equal of a Python pattern; raises ``UntranslatableError`` where there is none."""
    compiled = re.compile(pattern, flags)
    known = compiled.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.ASCII)
    if compiled.flags & ~(known | re.UNICODE):
        raise UntranslatableError(f"flags of the pattern {pattern!r}", "leave out VERBOSE, LOCALE")
    reader = _Reader(pattern)
    source = reader.alternatives(_Flags.of(known))
    return Expression(source, tuple(reader.places), dict(compiled.groupindex))


@dataclass(frozen=True, slots=True)
class _Flags:
    ignorecase: bool = False
    multiline: bool = False
    dotall: bool = False
    ascii: bool = False

    @classmethod
    def of(cls, flags: int) -> _Flags:
        kinds = (re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII)
        return cls(*(bool(flags & kind) for kind in kinds))

    def changed(self, on: str, off: str) -> _Flags:
        names = {"i": "ignorecase", "m": "multiline", "s": "dotall", "a": "ascii"}
        changes = {names[letter]: True for letter in on if letter in names}
        if "u" in on:
            changes["ascii"] = False
        return replace(self, **(changes | {names[letter]: False for letter in off}))


@dataclass(slots=True)
class _Class:
    """What stands between brackets: parts that belong to it, and complements that do."""

    parts: list[str] = field(default_factory=list)
    complements: list[str] = field(default_factory=list)

    def written(self, *, negated: bool) -> str:
        inside = "".join(self.parts)
        if negated:
            fences = f"(?![{inside}])" if self.complements and inside else ""
            fences += "".join(f"(?=[{one}])" for one in self.complements[1:])
            return f"{fences}[{self.complements[0]}]" if self.complements else f"[^{inside}]"
        options = [f"[{inside}]"] if inside else []
        options += [f"[^{one}]" for one in self.complements]
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


class _Reader:
    """Reads a pattern from left to right and writes its equal."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0
        self.groups = 0
        self.places: list[int] = []

    def alternatives(self, flags: _Flags) -> str:
        """Everything up to the end of the pattern or of the group."""
        written: list[str] = []
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                written.append("|")
                continue
            if self._taken("(?#"):
                self.at = self.pattern.index(")", self.at) + 1
                continue
            if (changed := self._global_flags(flags)) is not None:
                flags = changed
                continue
            captures = len(self.places)
            written.append(self._repeated(self._atom(flags), captured=len(self.places) > captures))
        return "".join(written)

    def _taken(self, words: str) -> bool:
        if not self.pattern.startswith(words, self.at):
            return False
        self.at += len(words)
        return True

    def _global_flags(self, flags: _Flags) -> _Flags | None:
        match = re.compile(r"\(\?([aimsu]+)\)").match(self.pattern, self.at)
        if match is None:
            return None
        self.at = match.end()
        return flags.changed(match[1], "")

    def _repeated(self, atom: str, *, captured: bool) -> str:
        """An atom with its repetition, if one follows."""
        match = _QUANTIFIER.match(self.pattern, self.at)
        if match is None or match[0] == "{,}":
            return atom
        self.at = match.end()
        words = match[0]
        if captured and words not in {"?", "{1}", "{0,1}", "{,1}"}:
            raise self._refused("a group inside a repetition", "capture the repetition as a whole")
        if words.startswith("{,"):
            words = "{0" + words[1:]
        if atom.startswith("(?") and not atom.startswith("(?:") and not captured:
            atom = f"(?:{atom})"
        if self._taken("?"):
            return f"{atom}{words}?"
        if self._taken("+"):
            return self._atomic(f"{atom}{words}", captured=captured)
        return f"{atom}{words}"

    def _atomic(self, inside: str, *, captured: bool) -> str:
        """What is matched once and never given back."""
        if captured:
            raise self._refused("a group inside atomic matching", "capture around it")
        self.groups += 1
        return f"(?:(?=(?<a${self.groups}>{inside}))\\k<a${self.groups}>)"

    def _atom(self, flags: _Flags) -> str:
        letter = self.pattern[self.at]
        if letter == "(":
            return self._group(flags)
        self.at += 1
        if letter == "[":
            return self._class(flags)
        if letter == "\\":
            return self._escape(flags)
        if letter == ".":
            return "[^]" if flags.dotall else r"[^\n]"
        if letter == "^":
            return r"(?<![^\n])" if flags.multiline else "(?<![^])"
        if letter == "$":
            return r"(?![^\n])" if flags.multiline else r"(?=\n?(?![^]))"
        return self._letter(letter, flags)

    def _letter(self, letter: str, flags: _Flags) -> str:
        if is_beyond(letter):
            raise self._refused(f"U+{ord(letter):04X} in a pattern", "name characters below U+D800")
        cases = self._cases(letter, flags)
        return literal(letter) if cases == letter else f"[{ranges(cases)}]"

    @staticmethod
    def _cases(letter: str, flags: _Flags) -> str:
        if not flags.ignorecase:
            return letter
        cases = any_case(letter)
        return "".join(filter(str.isascii, cases)) if flags.ascii else cases

    def _group(self, flags: _Flags) -> str:
        self.at += 1
        if not self.pattern.startswith("?", self.at):
            return self._capture("", flags)
        match = _GROUP.match(self.pattern, self.at)
        if match is None:
            raise self._refused(f"“({self.pattern[self.at : self.at + 4]}”", _SAY_PLAINLY)
        self.at = match.end()
        if match["name"]:
            return self._capture(f"?<{match['name']}>", flags)
        if match["kind"] == ">":
            captures = len(self.places)
            inside = self._inside(flags)
            return self._atomic(inside, captured=len(self.places) > captures)
        if match["kind"] in {None, ":"}:
            inner = flags.changed(match["on"] or "", match["off"] or "")
            return f"(?:{self._inside(inner)})"
        return f"(?{match['kind']}{self._inside(flags)})"

    def _capture(self, opening: str, flags: _Flags) -> str:
        self.groups += 1
        self.places.append(self.groups)
        return f"({opening}{self._inside(flags)})"

    def _inside(self, flags: _Flags) -> str:
        inside = self.alternatives(flags)
        self.at += 1
        return inside

    def _escape(self, flags: _Flags) -> str:
        letter = self.pattern[self.at]
        if letter.lower() in CLASSES:
            self.at += 1
            inside = CLASSES[letter.lower()][flags.ascii]
            return f"[{inside}]" if letter.islower() else f"[^{inside}]"
        if letter in "bBAZ":
            self.at += 1
            return self._border(letter, flags)
        return self._letter(self._escaped(), flags)

    @staticmethod
    def _border(letter: str, flags: _Flags) -> str:
        if letter == "A":
            return "(?<![^])"
        if letter == "Z":
            return "(?![^])"
        if flags.ascii:
            return f"\\{letter}"
        word = f"[{CLASSES['w'][0]}]"
        if letter == "b":
            return f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
        return f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))"

    def _escaped(self) -> str:
        """The one character that an escape stands for."""
        letter = self.pattern[self.at]
        self.at += 1
        if letter in _CONTROL:
            return _CONTROL[letter]
        if letter in "xu":
            width = 2 if letter == "x" else 4
            self.at += width
            return chr(int(self.pattern[self.at - width : self.at], 16))
        if letter.isalnum():
            raise self._refused(f"“\\{letter}”", _SAY_PLAINLY)
        return letter

    def _class(self, flags: _Flags) -> str:
        negated, found, isfirst = self._taken("^"), _Class(), True
        while isfirst or not self._taken("]"):
            isfirst = False
            start = self._member(found, flags)
            if start is None:
                continue
            last = self.pattern[self.at + 1 : self.at + 2]
            if self.pattern.startswith("-", self.at) and last != "]":
                self.at += 1
                end = self._member(found, flags)
                if end is None:
                    raise self._refused("a range that ends in a class", _SAY_PLAINLY)
                found.parts.append(self._range(start, end, flags))
            else:
                found.parts.append(ranges(self._cases(start, flags)))
        return found.written(negated=negated)

    def _member(self, found: _Class, flags: _Flags) -> str | None:
        """The next character between brackets; None for a class, which is added at once."""
        letter = self.pattern[self.at]
        self.at += 1
        if letter == "\\":
            following = self.pattern[self.at]
            if following.lower() in CLASSES:
                self.at += 1
                inside = CLASSES[following.lower()][flags.ascii]
                (found.parts if following.islower() else found.complements).append(inside)
                return None
            letter = "\b" if following == "b" and self._taken("b") else self._escaped()
        if is_beyond(letter):
            raise self._refused(f"U+{ord(letter):04X} in a pattern", "name characters below U+D800")
        return letter

    def _range(self, start: str, end: str, flags: _Flags) -> str:
        if not flags.ignorecase:
            return f"{literal(start, in_class=True)}-{literal(end, in_class=True)}"
        letters = [chr(code) for code in range(ord(start), ord(end) + 1)]
        if len(letters) > _LONGEST_RANGE:
            raise self._refused("a wide range with case ignored", "name its letters")
        return ranges("".join(self._cases(letter, flags) for letter in letters))

    def _refused(self, construct: str, cure: str) -> UntranslatableError:
        return UntranslatableError(
            f"{construct} at {self.at} of the pattern {self.pattern!r}", cure
        )
