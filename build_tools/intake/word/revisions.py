"""Tracked changes nobody has accepted or rejected: which text was issued is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from build_tools.intake.word.names import Element, local, name, value
from build_tools.intake.word.opening import TextPart
from build_tools.intake.word.refusal import PENDING, RefusalError

_KINDS: Final = {
    "ins": "thêm", "moveTo": "chuyển đến", "del": "xóa", "moveFrom": "chuyển đi",
    "cellIns": "thêm ô", "cellDel": "xóa ô", "cellMerge": "gộp ô",
}  # fmt: skip
_SHOWN: Final = 60


def refuse_pending(stories: Iterable[TextPart]) -> None:
    """``RefusalError`` when a story holds changes that wait; changes of looks alone do not count.

    “Tệp còn 2 thay đổi chưa duyệt (1 thêm, 1 xóa) của Nguyễn Văn Mẫu, đầu tiên: “…””.
    """
    pending = [
        one
        for story in stories
        if story.kind != "comments"
        for one in story.root.iter(*(name(f"w:{kind}") for kind in _KINDS))
    ]
    if not pending:
        return
    counts = Counter(_KINDS[local(one)] for one in pending)
    shown = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    authors = sorted({author for one in pending if (author := value(one, "w:author"))})
    by = f" của {', '.join(authors)}" if authors else ""
    words = next((text for one in pending if (text := _text(one))), "")
    first = f", đầu tiên: “{words[:_SHOWN]}”" if words else ""
    raise RefusalError(
        PENDING,
        f"Tệp còn {len(pending)} thay đổi chưa duyệt ({shown}){by}{first}.",
        "Trong Word: thẻ Review, duyệt từng chỗ theo bản đã ban hành (Accept hoặc Reject), "
        "tắt Track Changes, lưu lại rồi nhập.",
    )


def _text(change: Element) -> str:
    texts = change.iter(name("w:t"), name("w:delText"))
    return " ".join("".join(one.text or "" for one in texts).split())
