"""YAML as an editor means it: plain maps, lists and texts, each with its place.

YAML 1.1 turns ``012`` into 10, ``no`` into false and silently keeps the last of two
equal keys, and its anchors, aliases and tags let a small file expand without end. None
of this belongs in front matter, so scalars stay text (the schema types them), equal keys
are a fault, and anchors, aliases, tags and deep nesting are refused before anything is
built.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import yaml

from build_tools.problems import Place, Problems

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MAX_DEPTH: Final = 12
MAX_CHARACTERS: Final = 1_000_000

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRAP: Final = re.compile(
    r"(?:y|n|yes|no|on|off|true|false)|[-+]?0[0-7_]+|[-+]?0x[0-9a-f_]+|[-+]?0b[01_]+"
    r"|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?\d+_[\d_]*|[-+]?(?:\d+\.?\d*|\.\d+)e[-+]?\d+"
    r"|[-+]?\.inf|\.nan",
    re.IGNORECASE,
)
_INVISIBLE: Final = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINES_TO_YAML_ALONE: Final = re.compile("[\x85\u2028\u2029\r]")


_QUOTED: Final = re.compile(
    r"^[ \t]*(?:- +)?(?:[\w-]+:[ \t]+)?(?P<quote>[\"'])(?P<rest>.*)$", re.MULTILINE
)
_QUOTES: Final = {'"': "dấu ngoặc kép", "'": "dấu nháy đơn"}
_NEXT_KEY: Final = re.compile(r"\n(?:[ \t]*\n)*(?:[\w-]+:(?:[ \t\n]|$)|[ \t]*- )|\n?\Z")


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always as the characters that stand in the file."""

    value: str
    place: Place
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether the editor wrote nothing, ``~`` or ``null`` without quotes."""
        return self.plain and self.value in _NULL

    @property
    def is_trap(self) -> bool:
        """Whether another YAML 1.1 reader would see a number or a truth value here.

        >>> Text("no", Place("a.md"), plain=True).is_trap
        True
        """
        return self.plain and _TRAP.fullmatch(self.value) is not None


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place


Node: TypeAlias = "Text | Items | Mapping"


def read_yaml(text: str, path: str, problems: Problems, *, first_line: int = 1) -> Node | None:
    """Read one YAML document; None when a fault was recorded or nothing stands there.

    ``first_line`` is the line of ``path`` on which ``text`` begins, so that a fault in
    the front matter of a report carries the line of the report file.
    """
    return _Reader(text, path, problems, first_line).read()


class _Reader:
    def __init__(self, text: str, path: str, problems: Problems, first_line: int) -> None:
        self.text = _LINES_TO_YAML_ALONE.sub(" ", text)
        self.lines = text.split("\n")
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.path = path
        self.problems = problems
        self.first_line = first_line

    def read(self) -> Node | None:
        if len(self.text) > MAX_CHARACTERS:
            self.problems.error(
                "KHO107",
                Place(self.path, self.first_line),
                f"Phần YAML dài {len(self.text)} ký tự, quá giới hạn {MAX_CHARACTERS}.",
                "Kiểm tra xem có dán nhầm nội dung khác vào tệp này không.",
            )
            return None
        if not self._is_visible():
            return None
        try:
            if not self._is_plain():
                return None
            node = yaml.compose(self.text, Loader=_LOADER)
        except yaml.YAMLError as fault:
            self._report_syntax(fault)
            return None
        return self._convert(node) if node is not None else None

    def _is_visible(self) -> bool:
        before = self.problems.errors
        for match in _INVISIBLE.finditer(self.text):
            self.problems.error(
                "KHO102",
                self._place_at(match.start()),
                f"Có ký tự điều khiển không nhìn thấy (U+{ord(match[0]):04X}).",
                "Xóa ký tự ấy: xóa cả chỗ quanh dấu mũi nhọn rồi gõ lại bằng tay.",
            )
        return self.problems.errors == before

    def _is_plain(self) -> bool:
        """Refuse what front matter never needs, looking at events so nothing expands."""
        depth, clean = 0, True
        for event in yaml.parse(self.text, Loader=_LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    self._refuse(event, f"Lồng nhau quá {MAX_DEPTH} tầng.", "Viết phẳng lại.")
                    return False
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                clean = False
                self._refuse(
                    event,
                    "Có dấu “---” thừa bên trong phần YAML.",
                    "Mỗi tệp chỉ một khối; xóa dòng “---” thừa.",
                )
            clean &= self._has_no_reference(event)
        return clean

    def _has_no_reference(self, event: yaml.Event) -> bool:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event,
                f"Không dùng bí danh YAML “*{event.anchor}”.",
                "Viết lại giá trị đầy đủ; nếu là chữ bắt đầu bằng dấu *, đặt trong ngoặc kép.",
            )
            return False
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self._refuse(
                event,
                f"Không dùng neo YAML “&{anchor}”.",
                "Bỏ “&…”; nếu là chữ bắt đầu bằng dấu &, đặt trong ngoặc kép.",
            )
            return False
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse(
                event,
                f"Không dùng thẻ YAML “{tag}”.",
                "Bỏ “!…”; nếu là chữ bắt đầu bằng dấu !, đặt trong ngoặc kép.",
            )
            return False
        return True

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.error("KHO103", self._place(event.start_mark), message, hint)

    def _report_syntax(self, fault: yaml.YAMLError) -> None:
        """Point at what was opened or begun rather than at where the parser gave up."""
        begun = str(getattr(fault, "context", None)).startswith(_BEGUN)
        names = ("context_mark", "problem_mark") if begun else ("problem_mark", "context_mark")
        mark = next(filter(None, (getattr(fault, name, None) for name in names)), None)
        index = mark.index if mark is not None else 0
        if (open_quote := _open_quote(self.text)) is not None and open_quote <= index:
            self.problems.error(
                "KHO102",
                self._place_at(open_quote),
                f"YAML viết sai cú pháp: {_QUOTES[self.text[open_quote]]} mở mà không đóng.",
                "Thêm dấu ấy vào cuối giá trị, hoặc bỏ dấu mở.",
            )
            return
        is_tab = self.text[index : index + 1] == "\t"
        self.problems.error(
            "KHO102",
            self._place_at(index),
            f"YAML viết sai cú pháp: {_TAB if is_tab else _translate(fault)}.",
            "Mỗi dòng một “khóa: giá trị”, thụt dòng bằng dấu cách; giá trị chứa “: ”, “#” "
            "hay mở đầu bằng ký hiệu thì đặt trong ngoặc kép.",
        )

    def _convert(self, node: yaml.Node) -> Node | None:
        place = self._place(node.start_mark, node.end_mark)
        if isinstance(node, yaml.ScalarNode):
            return Text(node.value, place, plain=not node.style)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(filter(None, map(self._convert, node.value))), place)
        return self._convert_mapping(node.value, place)

    def _convert_mapping(self, pairs: list[tuple[yaml.Node, yaml.Node]], place: Place) -> Mapping:
        entries: dict[str, tuple[Text, Node]] = {}
        for key_node, value_node in pairs:
            key, value = self._convert(key_node), self._convert(value_node)
            if not isinstance(key, Text):
                self.problems.error(
                    "KHO104",
                    self._place(key_node.start_mark),
                    "Khóa phải là một từ, không phải danh sách hay bảng.",
                    "Viết “khóa: giá trị”; nếu cần ngoặc nhọn hay ngoặc vuông trong chữ, đặt trong ngoặc kép.",
                )
            elif key.value in entries:
                first = entries[key.value][0].place.line
                self.problems.error(
                    "KHO105",
                    key.place,
                    f"Khóa “{key.value}” viết hai lần; lần đầu ở dòng {first}.",
                    "Giữ một dòng, xóa dòng kia.",
                )
            elif value is not None:
                entries[key.value] = (key, value)
        return Mapping(tuple(entries.values()), place)

    def _place(self, start: Any, end: Any = None) -> Place:
        """The place of a mark; PyYAML's two loaders have mark classes of their own.

        Only the index of a mark is used: YAML counts more characters as line ends than
        an editor sees.
        """
        return self._place_at(start.index, None if end is None else end.index)

    def _place_at(self, start: int, end: int | None = None) -> Place:
        start = min(start, len(self.text))
        line = bisect_right(self.starts, start) - 1
        if start == len(self.text) and not self.lines[line] and line:
            line, start = line - 1, self.starts[line] - 1
        column, source = start - self.starts[line], self.lines[line]
        length = 1 if end is None else min(end - start, len(source) - column)
        return Place(self.path, self.first_line + line, column + 1, source, max(1, length))


_BEGUN: Final = (
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
)
_TAB: Final = "thụt dòng bằng phím Tab"
_FAULTS: Final = (
    ("could not find expected ':'", "thiếu dấu “:” và dấu cách sau khóa"),
    ("mapping values are not allowed", "có hai dấu “: ” trên một dòng, hoặc thụt dòng thừa"),
    ("found a tab character", _TAB),
    ("that cannot start any token", "ký tự không được đứng đầu giá trị"),
    ("unexpected end of stream", "dấu ngoặc kép mở mà không đóng"),
    ("unexpected document indicator", "dấu ngoặc kép mở mà không đóng"),
    ("hexdecimal number", "sau dấu \\ trong ngoặc kép có ký tự lạ; viết \\\\ cho dấu \\"),
    ("unknown escape character", "sau dấu \\ trong ngoặc kép có ký tự lạ; viết \\\\ cho dấu \\"),
    ("expected ',' or ']'", "danh sách […] thiếu dấu phẩy hoặc ngoặc đóng"),
    ("expected ',' or '}'", "bảng {…} thiếu dấu phẩy hoặc ngoặc đóng"),
    ("expected node content", "dấu [ hoặc { mở mà không đóng, hoặc thiếu giá trị"),
    ("expected <block end>", "thụt dòng không thẳng hàng"),
    ("expected key", "thụt dòng không thẳng hàng"),
    ("expected '-' indicator", "trong danh sách, dòng này thiếu gạch đầu dòng “- ”"),
    ("block sequence entries are not allowed", "gạch đầu dòng “- ” đứng sau khóa trên cùng một dòng"),
    ("<document start>", "có dấu “...” hoặc “---” thừa ở dòng trên"),
    ("undefined alias", "dùng bí danh YAML “*…”"),
    ("while scanning an alias", "giá trị bắt đầu bằng dấu *"),
    ("while scanning an anchor", "giá trị bắt đầu bằng dấu &"),
    ("while scanning a tag", "giá trị bắt đầu bằng dấu !"),
)  # fmt: skip


def _translate(fault: yaml.YAMLError) -> str:
    words = str(fault)
    for english, vietnamese in _FAULTS:
        if english in words:
            return vietnamese
    return "không đọc được chỗ này"


def _open_quote(text: str) -> int | None:
    r"""Where a value opens a quotation mark that its line does not close, before another key.

    >>> _open_quote('title: "Kết quả\nnumber: null\n')
    7
    """
    for match in _QUOTED.finditer(text):
        rest = match["rest"].replace('\\"', "").replace("''", "")
        if match["quote"] not in rest and _NEXT_KEY.match(text, match.end()):
            return match.start("quote")
    return None
