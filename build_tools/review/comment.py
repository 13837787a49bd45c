"""A comparison as one comment under a proposal, in Vietnamese.

Words of the content are escaped: a title can neither mark up the comment nor call anybody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from build_tools.pages.page import Page, PageKind
from build_tools.problems import Problem, Severity
from build_tools.review.comparison import Cited, Comparison, Standing
from build_tools.site.account import KINDS

#: the comment is known again by its first line, to be written anew and not once more
MARK: Final = "<!-- kho: tóm tắt đề nghị -->"
#: the host takes 65,536 characters
LONGEST: Final = 60_000
_MANY: Final = 20
_NAMED: Final = (PageKind.REPORT, PageKind.QUARTER, PageKind.YEAR, PageKind.DIRECTIVE)
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()<>#+|~!])")
_SEVERITY: Final = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"}


def comment(found: Comparison) -> str:
    """The whole comment; one too long for its host is cut and says so."""
    parts = (_verdict(found), _pages(found), _citations(found), _attention(found.problems, found))
    text = (
        "\n\n".join([MARK, *("\n".join(lines) for part in parts if (lines := list(part)))]) + "\n"
    )
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition("\n")[0] + "\n\n… Còn nữa; xem ở lượt kiểm tra.\n"


def plain(text: str) -> str:
    r"""Words of the content as words: no markup, no link, nobody called.

    >>> plain("Báo cáo *gấp* gửi @all")
    'Báo cáo \\*gấp\\* gửi @\u2060all'
    """
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return escaped.replace("@", "@\u2060").replace("://", ":\u2060//")


def _verdict(found: Comparison) -> Iterator[str]:
    errors = sum(problem.severity is Severity.ERROR for problem in found.problems)
    warnings = len(found.problems) - errors
    fresh = len([problem for problem in found.problems if problem not in found.old_problems])
    yield "### Đề nghị này sẽ làm gì với trang web"
    yield ""
    if errors:
        yield f"**Chưa đăng được: {errors} lỗi**, {warnings} cảnh báo. Sửa các lỗi ở mục “Cần xem lại”."
    elif warnings:
        yield f"**Không có lỗi.** {warnings} cảnh báo, trong đó {fresh} cảnh báo mới."
    else:
        yield "**Không có lỗi, không có cảnh báo.**"


def _pages(found: Comparison) -> Iterator[str]:
    yield "#### Trang"
    yield ""
    if found.new is None or found.changed is None or found.gone is None:
        yield "Nội dung còn lỗi nên chưa dựng được trang nào; sửa xong sẽ biết trang nào thay đổi."
        return
    yield from _page_list("Mới", found.new, found.new)
    edited = [page for page in found.changed if page.address in found.edited]
    yield from _page_list("Thay đổi", found.changed, edited)
    yield from _page_list("Mất đi", found.gone, found.gone)
    if not (found.new or found.changed or found.gone):
        yield "Không trang nào thay đổi."
    if found.drafts:
        yield f"- Bản nháp, chưa đăng: {', '.join(f'`{path}`' for path in found.drafts)}"


def _page_list(title: str, pages: Sequence[Page], named: Sequence[Page]) -> Iterator[str]:
    """How many pages of each kind; of those in ``named``, what a reader looks for by name."""
    if not pages:
        return
    counts = Counter(page.kind.value for page in pages)
    kinds = ", ".join(f"{counts[kind]} {name}" for kind, name in KINDS.items() if counts[kind])
    yield f"- **{title}**: {kinds}"
    shown = sorted(
        (page for page in named if page.kind in _NAMED), key=lambda page: _NAMED.index(page.kind)
    )
    yield from _cut([f"  - {plain(page.title)} (`{page.address}`)" for page in shown])


def _citations(found: Comparison) -> Iterator[str]:
    yield "#### Viện dẫn"
    yield ""
    total = sum(found.standing.values())
    standing = ", ".join(f"{found.standing[one]} {one.value}" for one in Standing)
    yield f"Cả kho có {total} viện dẫn: {standing}."
    yield from _cited("Nay đã xác định được văn bản", found.settled)
    yield from _cited("Mới, cần xem", found.doubtful)


def _cited(title: str, cited: Sequence[Cited]) -> Iterator[str]:
    if cited:
        yield ""
        yield f"{title}:"
        yield ""
        yield from _cut(
            [f"- “{plain(one.words)}” ở `{one.report}`: {one.standing.value}" for one in cited]
        )


def _attention(problems: Iterable[Problem], found: Comparison) -> Iterator[str]:
    """Errors, then warnings, by file; what was there before is only counted."""
    fresh = [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR or problem not in found.old_problems
    ]
    if fresh:
        yield "#### Cần xem lại"
    for path, group in groupby(fresh, key=lambda problem: problem.place.path):
        yield ""
        yield f"`{path}`"
        yield ""
        ranked = sorted(group, key=lambda problem: problem.severity is not Severity.ERROR)
        yield from _cut(list(map(_line, ranked)))
    before = len(found.problems) - len(fresh)
    if before:
        if fresh:
            yield ""
        yield f"{before} cảnh báo đã có từ trước."


def _line(problem: Problem) -> str:
    at = f"dòng {problem.place.line}: " if problem.place.line else ""
    kind = _SEVERITY[problem.severity]
    return f"- {at}{kind} {problem.code}. {plain(problem.message)} {plain(problem.hint)}"


def _cut(lines: list[str]) -> Iterator[str]:
    yield from lines[:_MANY]
    if len(lines) > _MANY:
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
        yield f"{indent}- … và {len(lines) - _MANY} mục nữa"
