"""Provinces: whose paper it is, when several provinces have one of that number."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from build_tools.vietnamese import fold, slug

#: the provinces of 1997-2025 and those of 2025 on, as the office of statistics lists them
PROVINCES: Final = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre",
    "Bình Dương", "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ",
    "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang",
    "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình",
    "Hồ Chí Minh", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu",
    "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình",
    "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh",
    "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa",
    "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc",
    "Yên Bái",
)  # fmt: skip
_BY_FOLDED: Final = {fold(name): slug(name) for name in PROVINCES}
_PLACE: Final = re.compile(
    r"\b(?:tinh uy|thanh uy|tinh|thanh pho|tp\.?)\s+("
    + "|".join(sorted(map(re.escape, _BY_FOLDED), key=len, reverse=True))
    + r")\b"
)


@lru_cache(maxsize=4096)
def province_in(name: str | None) -> str | None:
    """The province that a body's name ends in: ``Ban Tổ chức Tỉnh ủy Cà Mau`` is ``ca-mau``."""
    if name is None:
        return None
    match = _PLACE.search(" ".join(fold(name).split()))
    return _BY_FOLDED[match[1]] if match else None


def elsewhere(name: str | None, home: Collection[str]) -> str | None:
    """The province of a body unless it is the home province, which ids leave out."""
    place = province_in(name)
    return None if place is None or place in home else place
