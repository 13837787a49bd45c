"""What a report body may not hold: raw HTML, lost lines, headings out of place, broken marks.

Text is data here; markup comes from the archive alone. Each refusal names the line and
the way to write the same thing in Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from markdown_it.token import Token

from build_tools.markdown.source import BodySource
from build_tools.problems import Problems

_CURES: Final = (
    (re.compile(r"<!--"), "Xóa lời ghi chú; ghi chú cho người biên tập đặt sau dấu # ở phần khai báo."),
    (re.compile(r"</?(?:b|strong)\b", re.IGNORECASE), "Chữ đậm viết **như thế này**."),
    (re.compile(r"</?(?:i|em)\b", re.IGNORECASE), "Chữ nghiêng viết *như thế này*."),
    (re.compile(r"</?sup\b", re.IGNORECASE), "Số chú thích viết [^1]; số mũ khác viết thẳng bằng chữ."),
    (re.compile(r"<br\b", re.IGNORECASE), "Muốn xuống dòng, để một dòng trống."),
    (re.compile(r"</?(?:p|div|span)\b", re.IGNORECASE), "Bỏ thẻ; các đoạn cách nhau bằng một dòng trống."),
    (re.compile(r"</?(?:table|tr|td|th)\b", re.IGNORECASE), "Bảng viết bằng dấu | theo kiểu Markdown."),
)  # fmt: skip
_OTHER_CURE: Final = "Bỏ thẻ HTML; nếu là dấu nhỏ hơn, viết \\< thay cho <."
_TAG: Final = re.compile(r"<[^>\s]*")
_HEADING_WITHOUT_BLANK: Final = re.compile(r"#{1,6}[^\s#]")
_BROKEN_MARK: Final = re.compile(r"\[\s*\^[^\][]*\]?")
_NESTING: Final = frozenset(
    {"bullet_list_open", "ordered_list_open", "blockquote_open", "footnote_reference_open"}
)


def check_refusals(
    tokens: Sequence[Token],
    definitions: Mapping[str, Any],
    source: BodySource,
    problems: Problems,
) -> None:
    """Report everything in a body that the archive does not publish.

    ``definitions`` are the link definitions met while parsing: CommonMark takes
    ``[1]: lời chú thích`` out of the page without a word.
    """
    _check_definitions(definitions, source, problems)
    _check_structure(tokens, source, problems)
    _check_html(tokens, source, problems)
    _check_marks(tokens, source, problems)


def _check_definitions(
    definitions: Mapping[str, Any], source: BodySource, problems: Problems
) -> None:
    for definition in definitions.values():
        problems.error(
            "KHO214",
            source.place(definition["map"], "["),
            "Dòng này sẽ biến mất khỏi trang: Markdown hiểu “[…]: …” là định nghĩa liên kết.",
            "Nếu là chú thích, viết “[^1]: …”; nếu là chữ thường, viết “\\[…]: …”.",
        )


def _check_structure(tokens: Sequence[Token], source: BodySource, problems: Problems) -> None:
    depth = 0
    for token in tokens:
        if token.type in _NESTING:
            depth += 1
        elif token.type.replace("_close", "_open") in _NESTING:
            depth -= 1
        elif token.type == "heading_open":
            _check_heading(token, depth, source, problems)
        elif token.type == "inline":
            _check_paragraph(token, source, problems)


def _check_html(tokens: Sequence[Token], source: BodySource, problems: Problems) -> None:
    seen: Counter[tuple[int, str]] = Counter()
    for token, content in _html(tokens):
        tag = _TAG.search(content)
        written = content.split("\n", 1)[0].strip()
        cure = next((cure for pattern, cure in _CURES if pattern.search(content)), _OTHER_CURE)
        problems.error(
            "KHO201",
            source.place(token.map, written, seen[id(token), written]),
            f"Có thẻ HTML “{tag[0] if tag else content}…” trong nội dung.",
            cure,
        )
        seen[id(token), written] += 1


def _check_marks(tokens: Sequence[Token], source: BodySource, problems: Problems) -> None:
    seen: Counter[tuple[int, str]] = Counter()
    for token in tokens:
        for child in token.children or ():
            for mark in _BROKEN_MARK.finditer(child.content) if child.type == "text" else ():
                problems.error(
                    "KHO206",
                    source.place(token.map, mark[0], seen[id(token), mark[0]]),
                    f"Dấu chú thích viết sai: “{mark[0]}”.",
                    "Viết liền, không dấu cách: [^1].",
                )
                seen[id(token), mark[0]] += 1


def _check_paragraph(inline: Token, source: BodySource, problems: Problems) -> None:
    """A heading whose blank was forgotten is a paragraph to Markdown, and its section is lost."""
    match = _HEADING_WITHOUT_BLANK.match(inline.content)
    if match:
        problems.error(
            "KHO216",
            source.place(inline.map, match[0]),
            "Tiêu đề thiếu dấu cách sau dấu “#”, nên chỉ thành một đoạn thường.",
            "Viết “## I- …”, “### 1. …”; nếu thật là dấu #, viết “\\#”.",
        )


def _html(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    for token in tokens:
        if token.type == "html_block":
            yield token, token.content
        for child in token.children or ():
            if child.type == "html_inline":
                yield token, child.content


def _check_heading(token: Token, depth: int, source: BodySource, problems: Problems) -> None:
    if token.tag == "h1":
        problems.error(
            "KHO207",
            source.place(token.map, "#"),
            "Nội dung có tiêu đề một dấu “#”.",
            "Tên báo cáo đã có ở khóa title; phần lớn (I, II, III) viết “## I- …”.",
        )
    if depth:
        problems.error(
            "KHO208",
            source.place(token.map, "#"),
            "Tiêu đề nằm trong gạch đầu dòng, trích dẫn hoặc chú thích.",
            "Đưa tiêu đề ra sát lề trái, cách đoạn trên một dòng trống.",
        )
