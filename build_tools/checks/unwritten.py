"""Places of a scaffold that nobody has written yet: ``Tuy nhiên, …``, ``đạt … tỷ đồng``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.model import PassageKind, Report
from build_tools.problems import Severity

_EMPTY: Final = re.compile(
    r"\s*(?:tuy nhiên|kết quả|trong quý|cụ thể|gồm|trong đó)?[\s,:;.…_\-–+()\[\]]*", re.IGNORECASE
)
_ASKED: Final = re.compile(
    r"^\s*(?:TODO\b|Cần mô tả hình|\(?(?:điền|viết) (?:vào đây|ở đây|tiếp)\b)", re.IGNORECASE
)
_BLANK: Final = re.compile(
    r"(?<=\s)(?:…|\.{3,}|_{2,})(?:/(?:…|\.{3,}|_{2,}))*\s*(?:tỷ|triệu|đồng|%|đảng viên|tổ chức|đồng chí|"
    r"trường hợp|học viên|người|lớp|cuộc|chi bộ)(?!\w)"
)


def unwritten(report: Report) -> Iterator[Finding]:
    """A passage with no words of its own, unless the report is a draft."""
    if report.metadata.draft:
        return
    for passage in passages(report):
        if passage.kind in {PassageKind.TABLE, PassageKind.HEADING}:
            continue
        text = printed(passage.text)
        dots = "…" in text or "..." in text or "__" in text
        if (dots and _EMPTY.fullmatch(text)) or _ASKED.match(text):
            yield Finding(
                "KHO250",
                report,
                Spot(passage, 0, len(passage.text)),
                f"Chỗ này chưa viết: “{passage.text.strip()}”.",
                "Viết nội dung theo bản in, hoặc xóa dòng này; chưa xong thì giữ “draft: true”.",
                Severity.ERROR,
            )
            continue
        for match in _BLANK.finditer(text) if dots else ():
            yield Finding(
                "KHO251",
                report,
                Spot(passage, match.start(), match.end()),
                f"Còn chỗ để trống: “{match[0]}”.",
                "Điền con số theo bản in; bản in cũng để trống thì giữ và thêm lời chú [BBT: …].",
            )
