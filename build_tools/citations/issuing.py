"""From a body's name to its code in ids: ``Ban Tổ chức Tỉnh ủy`` is ``btctu``.

Codes follow Hướng dẫn 36-HD/VPTW (2018) for the Party and Nghị định 30/2020/NĐ-CP, phụ lục
III, for the state. ``TW`` stands for three bodies, which stay three when they are named.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from build_tools.vietnamese import slug

_OFFICES: Final = {
    "ban-to-chuc": "btc",
    "ban-tuyen-giao-va-dan-van": "btgdv",
    "ban-tuyen-giao": "btg",
    "ban-dan-van": "bdv",
    "ban-noi-chinh": "bnc",
    "uy-ban-kiem-tra": "ubkt",
    "ubkt": "ubkt",
    "van-phong": "vp",
}
_COMMITTEES: Final = (
    ("trung-uong", "tw"),
    ("bo-chinh-tri", "tw"),
    ("ban-bi-thu", "tw"),
    ("tinh-uy", "tu"),
    ("thanh-uy", "tu"),
    ("dang-bo-tinh", "tu"),
    ("dang-bo-thanh-pho", "tu"),
    ("huyen-uy", "hu"),
    ("dang-bo-huyen", "hu"),
    ("quan-uy-trung-uong", "qutw"),
    ("quan-uy", "qu"),
    ("thi-uy", "thu"),
    ("dang-uy-khoi", "duk"),
    ("dang-bo-khoi", "duk"),
    ("dang-uy", "du"),
)
_STATE: Final = (
    ("chinh-phu", "cp"),
    ("thu-tuong", "ttg"),
    ("uy-ban-thuong-vu-quoc-hoi", "ubtvqh"),
    ("quoc-hoi", "qh"),
    ("uy-ban-nhan-dan", "ubnd"),
    ("ubnd", "ubnd"),
    ("hoi-dong-nhan-dan", "hdnd"),
    ("hdnd", "hdnd"),
)
_CENTRAL: Final = ("bo-chinh-tri", "ban-bi-thu", "ban-chap-hanh-trung-uong")
_LEADING: Final = re.compile(
    r"^(?:ban-thuong-vu|ban-chap-hanh|thuong-truc|btv|bch)-(?!trung-uong|quoc-hoi)"
)


@lru_cache(maxsize=4096)
def code_of(issuer: str | None) -> str | None:
    """The code of a body in ids; None for a body whose code nobody could tell.

    >>> code_of("Ban Thường vụ Tỉnh ủy"), code_of("Bộ Giáo dục và Đào tạo"), code_of("Ban Bí thư")
    ('tu', 'bgddt', 'tw')
    """
    if not issuer:
        return None
    words = _LEADING.sub("", slug(issuer))
    for name, office in _OFFICES.items():
        if words.startswith(name):
            committee = _first(_COMMITTEES, words.removeprefix(name), within=True)
            return f"{office}{committee}" if committee else None
    if state := _first(_STATE, words):
        return state
    if words.startswith("so-"):
        return "s" + "".join(
            part[0] for part in words.removeprefix("so-").split("-") if part != "va"
        )
    if words.startswith(("bo-truong-bo-", "bo-")) and not words.startswith("bo-chinh-tri"):
        name = words.removeprefix("bo-truong-").removeprefix("bo-")
        return "b" + "".join(part[0] for part in name.split("-") if part != "va")
    return _first(_COMMITTEES, words, within=words.startswith("ban-"))


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two printed issuers can be one body, where ``TW`` is three bodies.

    >>> may_be_one("Bộ Chính trị", "Ban Bí thư"), may_be_one("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy")
    (False, True)
    """
    if one is None or other is None or one == other:
        return True
    pairs = zip(body_facts(one), body_facts(other), strict=True)
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def is_one_of_three(issuer: str | None) -> bool:
    """Whether one of the three bodies behind ``TW`` is named."""
    return body_facts(issuer)[0] is not None


@lru_cache(maxsize=4096)
def body_facts(issuer: str | None) -> tuple[str | None, str | None]:
    """What a printed issuer tells of its body: which of the three of ``TW``, and its code.

    Two issuers can be one body where they agree in what both tell.

    >>> body_facts("Bộ Chính trị"), body_facts("Ban Bí thư"), body_facts("Ban Thường vụ Tỉnh ủy")
    (('bo-chinh-tri', 'tw'), ('ban-bi-thu', 'tw'), (None, 'tu'))
    """
    words = slug(issuer or "")
    central = next((body for body in _CENTRAL if words.startswith(body)), None)
    return central, code_of(issuer)


def _first(known: tuple[tuple[str, str], ...], words: str, *, within: bool = False) -> str | None:
    return next(
        (code for name, code in known if (name in words if within else words.startswith(name))),
        None,
    )
