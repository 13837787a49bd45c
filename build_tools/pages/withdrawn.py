"""What stays at the address of a report that was taken down: that it was, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.archive import Archive
from build_tools.pages.page import HOME_LINK, Page, PageKind
from build_tools.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """The page of a withdrawn report; ``on`` is ``02/3/2024``."""

    name: str
    quarter: str
    on: str
    why: str


def withdrawn_pages(archive: Archive) -> Iterator[Page]:
    """One page for every report that the ledger knows as withdrawn."""
    for entry in archive.ledger.withdrawn:
        address = f"{entry.report}/"
        if address in archive.by_address:
            continue
        yield Page(
            address,
            PageKind.WITHDRAWN,
            f"{entry.name}: đã gỡ",
            f"{entry.name} đã được gỡ khỏi kho.",
            (HOME_LINK,),
            WithdrawnView(entry.name, entry.quarter, format_date(entry.on), entry.why),
        )
