"""The account as an editor reads it: one sentence, or every character's way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from build_tools.intake.proof import DROPPED, KEPT, REWRITTEN, Account

_MOST: Final = 6
_NUMBER: Final = re.compile(r"\d+")


def sentence(account: Account) -> str:
    """The last line of an import: how many characters went which way, and how many are lost."""
    kept = sum(account.counts(KEPT).values())
    rewritten, dropped = account.counts(REWRITTEN), account.counts(DROPPED)
    blanks = len(account.source.text) - len(account.where) - len(account.lost)
    parts = [f"{_figure(kept)} giữ nguyên"]
    if rewritten:
        parts.append(f"{_figure(sum(rewritten.values()))} chuyển thành {_kinds(rewritten)}")
    parts.append(
        f"{_figure(sum(dropped.values()))} bỏ" + (f" ({_kinds(dropped)})" if dropped else "")
    )
    total = len(account.where) + len(account.lost)
    return (
        f"Đã đối chiếu {_figure(total)} ký tự (không kể {_figure(blanks)} dấu cách, dấu xuống dòng): "
        f"{', '.join(parts)}; {_figure(account.missing)} mất."
    )


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _kinds(counts: Counter[str]) -> str:
    merged: Counter[str] = Counter()
    for detail, count in counts.items():
        merged[_kind(detail)] += count
    shown = [kind for kind, _ in merged.most_common(_MOST)]
    return ", ".join(shown) + (" …" if len(merged) > _MOST else "")


def _kind(detail: str) -> str:
    """``[^16]`` and ``[^17]:`` are one kind, and so are all fields of the front matter."""
    if detail.startswith("[^"):
        return "dấu và số chú thích"
    return detail.split(":", 1)[0] if re.match(r"[a-z]+:", detail) else detail


def every_way(account: Account) -> Iterator[str]:
    """A line for each unbroken run of characters with one fate: place, fate, words."""
    source = account.source
    start, fate = 0, None
    for at in range(len(source.text) + 1):
        letter = source.text[at : at + 1]
        if letter.isspace():
            continue
        here = account.where.get(at, ("mất", "")) if letter else None
        if here == fate:
            continue
        if fate is not None:
            yield _run(account, start, at, fate)
        start, fate = at, here


def _run(account: Account, start: int, end: int, fate: tuple[str, str]) -> str:
    source = account.source
    words = " ".join(source.text[start:end].split())
    shown = words if len(words) <= 70 else f"{words[:40]} … {words[-25:]}"  # noqa: PLR2004 - a line's width
    place = f"{source.line_of(start)}:{source.column_of(start)}"
    return f"{place}\t{fate[0]}\t{fate[1]}\t{shown}"
