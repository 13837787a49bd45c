"""Whose report of which quarter this is, and where its file belongs.

What the paper says is taken; what it does not say must be given, and is never guessed.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from build_tools.addresses import quarter_address
from build_tools.intake.doubt import Doubt, error
from build_tools.intake.draft import BlockKind, Draft
from build_tools.intake.period import quarter_of
from build_tools.intake.source import NOWHERE
from build_tools.problems import Place, Problems
from build_tools.quarter import Quarter
from build_tools.registered import Issuer
from build_tools.registry.registry import Registry
from build_tools.vietnamese import fold, nfc, slug


def identify(
    draft: Draft,
    registry: Registry,
    problems: Problems,
    quarter: Quarter | None = None,
    issuer: str | None = None,
    *,
    placed: bool = False,
) -> Draft | None:
    """The draft with quarter and issuer; None after recording what is not known.

    With ``placed`` the editor has said where the file goes, so an issuer the registry does
    not tell stays open (None) instead of stopping the import; see ``open_issuer``.
    """
    head = draft.head
    if head.secret:
        problems.error(
            "KHO787",
            Place(draft.source.name, draft.source.line_of(head.secret.start)),
            f"Văn bản có dấu “{head.secret.text}”: không được đưa vào kho, dù chỉ để thử.",
            "Dừng lại, không chép tệp này lên máy nối mạng; báo người phụ trách.",
        )
        return None
    found = quarter or head.quarter or _quarter_of_headings(draft)
    if found is None:
        problems.error(
            "KHO784",
            Place(draft.source.name),
            "Không thấy báo cáo của quý nào (dạng “quý III/2023” trong trích yếu).",
            "Chạy lại và ghi rõ quý, ví dụ: --quarter 2023-Q3",
        )
    owner = issuer or _issuer_of(head.number, found, registry)
    if not placed and (owner is None or owner not in registry.issuers):
        message, hint = _about_issuer(draft, owner, registry)
        problems.error("KHO786", Place(draft.source.name), message, hint)
        return None
    if found is None:
        return None
    return dataclasses.replace(draft, head=dataclasses.replace(head, quarter=found, issuer=owner))


def file_name(draft: Draft, to: Path | None) -> str | None:
    """The file's name without ending: from the number, else from the target; None when neither."""
    if draft.head.number:
        return slug(draft.head.number)
    return slug(to.stem) if to is not None else None


def default_target(draft: Draft, content: Path) -> Path | None:
    """Where a report belongs: ``content/2023/q3/170-bc-duk.md``; None without a number."""
    name = file_name(draft, None)
    if name is None or draft.head.quarter is None:
        return None
    return content / quarter_address(draft.head.quarter) / f"{name}.md"


def _quarter_of_headings(draft: Draft) -> Quarter | None:
    year = draft.head.date.year if draft.head.date else None
    headings = (block.text for block in draft.blocks if block.kind is BlockKind.HEADING)
    found = (quarter_of(text.reader_text, year) for text in (draft.head.title, *headings))
    return next((quarter for quarter in found if quarter is not None), None)


def _issuer_of(number: str | None, quarter: Quarter | None, registry: Registry) -> str | None:
    """The issuer whose code stands in a number, the one at work in the quarter if several share it."""
    if number is None:
        return None
    code = number.rsplit("/", 1)[-1].removeprefix("BC-")
    for same in (nfc, fold):
        fitting = [
            one for one in registry.issuers.values() if one.code and same(one.code) == same(code)
        ]
        if len(fitting) > 1 and quarter is not None:
            fitting = [one for one in fitting if _was_at_work(one, quarter)]
        if fitting:
            return fitting[0].id if len(fitting) == 1 else None
    return None


def _was_at_work(issuer: Issuer, quarter: Quarter) -> bool:
    since, until = (issuer.since or "")[:4], (issuer.until or "")[:4]
    return (not since or int(since) <= quarter.year) and (not until or quarter.year <= int(until))


def open_issuer(draft: Draft, registry: Registry) -> tuple[Doubt, ...]:
    """The doubt that says the issuer is still to be entered; none when it is registered."""
    owner = draft.head.issuer
    if owner is not None and owner in registry.issuers:
        return ()
    return (error("KHO786", NOWHERE, owner or "issuer", *_about_issuer(draft, owner, registry)),)


def _about_issuer(draft: Draft, owner: str | None, registry: Registry) -> tuple[str, str]:
    known = ", ".join(sorted(registry.issuers)) or "chưa có cơ quan nào"
    number = draft.head.number
    if owner is not None:
        message = f"Không có cơ quan “{owner}” trong danh mục."
    elif number is None:
        message = "Không thấy số ký hiệu nên không biết cơ quan nào ban hành."
    else:
        message = f"Danh mục không có đúng một cơ quan mang ký hiệu của số {number}."
    return (
        message,
        f"Ghi rõ bằng --issuer MÃ (các mã: {known}), hoặc thêm cơ quan vào registry/issuers.yml.",
    )
