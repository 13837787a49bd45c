"""The bodies that hold congresses and have charters: committees of the Party, and unions."""

from __future__ import annotations

import re
from typing import Final

from build_tools.citations.grammar.form import FOLLOWS, GAP, spaced
from build_tools.citations.source import Source
from build_tools.places import province_in
from build_tools.vietnamese import slug

_NO_NAME: Final = r"(?!(?i:lan|nhiem|khoa|toan|va|da|duoc|cac|cap|truc|bo phan)\b)"
#: these pieces write a gap as a blank, for ``spaced`` at the end
_MAY: Final = r"\x20{0,3}"
_PROPER: Final = rf"(?: {_NO_NAME}[A-Z][A-Za-z]{{0,14}})"
_AHEAD: Final = rf"(?={_MAY},?{_MAY}\n?{_MAY}\(?(?i:nhiem ky|lan thu|khoa [ivxl]))"
_NAME: Final = rf"{_NO_NAME}[A-Z][^.,;:()\d\n]{{1,50}}?{_AHEAD}"
_OFFICES: Final = r"(?i:co quan|doanh nghiep|dan chinh dang|kinh te|cac co quan)"
_UNIT: Final = (
    r"(?i:thanh pho|huyen|thi xa|thi tran|quan(?! (?:doi|su|khu|chung)\b)|xa|phuong|dac khu)"
)
_PLACE: Final = rf"(?:(?i:tinh)(?! uy)|{_UNIT}){_PROPER}{{0,4}}"
_FORCE: Final = (
    r"(?i:quan doi|quan su|cong an|bo doi bien phong|bien phong)(?i: nhan dan| trung uong)?"
)
_BLOCK: Final = (
    rf"(?i:khoi)(?: {_OFFICES}(?:{_MAY}(?:-|va|,){_MAY}{_OFFICES})?)?"
    rf"(?:(?i: trung uong\b)|(?i: tinh\b){_PROPER}{{0,4}})?"
)
_COMMITTEE: Final = re.compile(
    spaced(
        rf"(?i:dang bo|chi bo)(?: (?:{_NAME}|(?:(?i:co so) )?(?:{_NAME}|{_BLOCK}|{_FORCE}(?: {_PLACE})?|{_PLACE}"
        rf"|{_NO_NAME}[A-Z][A-Za-z]{{0,14}}{_PROPER}{{0,5}})))\b"
    )
)
_UNNAMED: Final = re.compile(
    spaced(rf"(?i:chi bo|dang bo)(?! (?i:cac|cap|truc|bo phan)\b){_AHEAD}")
)

#: the unions and fronts by all their names, with the name of the national body in ids
_UNIONS: Final = {
    "cong doan": "cong-doan-viet-nam",
    "lien doan lao dong": "tong-lien-doan-lao-dong-viet-nam",
    "tong lien doan lao dong": "tong-lien-doan-lao-dong-viet-nam",
    "doan thanh nien cong san ho chi minh": "doan",
    "doan thanh nien": "doan",
    "doan tncs ho chi minh": "doan",
    "doan tncs": "doan",
    "doan": "doan",
    "hoi lien hiep phu nu": "hoi-lien-hiep-phu-nu-viet-nam",
    "hoi lhpn": "hoi-lien-hiep-phu-nu-viet-nam",
    "hoi phu nu": "hoi-lien-hiep-phu-nu-viet-nam",
    "phu nu": "hoi-lien-hiep-phu-nu-viet-nam",
    "hoi nong dan": "hoi-nong-dan-viet-nam",
    "hoi cuu chien binh": "hoi-cuu-chien-binh-viet-nam",
    "hoi ccb": "hoi-cuu-chien-binh-viet-nam",
    "mat tran to quoc": "mat-tran-to-quoc-viet-nam",
    "mttq": "mat-tran-to-quoc-viet-nam",
    "mat tran": "mat-tran-to-quoc-viet-nam",
    "hoi lien hiep thanh nien": "hoi-lien-hiep-thanh-nien-viet-nam",
    "hoi lhtn": "hoi-lien-hiep-thanh-nien-viet-nam",
    "hoi sinh vien": "hoi-sinh-vien-viet-nam",
    "hoi chu thap do": "hoi-chu-thap-do-viet-nam",
    "hoi nguoi cao tuoi": "hoi-nguoi-cao-tuoi-viet-nam",
    "hoi luat gia": "hoi-luat-gia-viet-nam",
    "hoi nha bao": "hoi-nha-bao-viet-nam",
    "hoi khuyen hoc": "hoi-khuyen-hoc-viet-nam",
}
_UNION: Final = re.compile(
    rf"(?P<union>{spaced('|'.join(sorted(_UNIONS, key=len, reverse=True)))})\b"
    rf"(?P<nation>{GAP}viet{GAP}nam\b|{GAP}toan{GAP}quoc\b)?"
)
_ITS_PLACE: Final = re.compile(
    spaced(
        rf" (?:{_PLACE}|{_BLOCK}|{_NAME}|(?:nganh )?{_NO_NAME}[A-Z][A-Za-z]{{0,14}}{_PROPER}{{0,4}}(?: {_PLACE})?)(?![A-Za-z])"
    )
)
_ALL: Final = re.compile(spaced(r" (?:cac|co so|cap|truc thuoc|luat su)\b"))


def read_committee(source: Source, at: int) -> tuple[str, int] | None:
    """The committee of the Party whose name begins here, as its part of an id, and the name's end.

    ``Đảng bộ huyện``, ``Đảng bộ phường Rạch Sỏi``, ``Đảng bộ Quân đội``, ``Chi bộ``; ``Đảng
    bộ các cấp`` are many.
    """
    match = _COMMITTEE.match(source.cased, at) or _UNNAMED.match(source.cased, at)
    if match is None:
        return None
    return body_slug(source.text[at : match.end()]), match.end()


def read_union(source: Source, at: int) -> tuple[str, int] | None:
    """The union or front whose name begins here, as its part of an id, and the name's end.

    ``Công đoàn Việt Nam``, ``Đoàn TNCS Hồ Chí Minh``, ``Hội Nông dân tỉnh``. The national
    body has one id under all its names; ``Đoàn các cấp`` are many.
    """
    match = _union(source, at, may_be_small=True)
    if match is None:
        return None
    national, end = _UNIONS[" ".join(match["union"].split())], match.end()
    named = national if match["nation"] else _without_nation(national)
    if place := _its_place(source, end):
        return f"{named}-{slug(source.text[end : place.end()])}", place.end()
    return named, end


def read_national_union(source: Source, at: int) -> tuple[str, int] | None:
    """The national body alone, where only it can be meant: ``Công đoàn`` of ``Điều lệ Công đoàn``."""
    match = _union(source, at)
    if match is None or _its_place(source, match.end()):
        return None
    if match["nation"] is None and not FOLLOWS.match(source.low, match.end()):
        return None  # “Đoàn luật sư” is no union
    return _UNIONS[" ".join(match["union"].split())], match.end()


def _union(source: Source, at: int, *, may_be_small: bool = False) -> re.Match[str] | None:
    match = _UNION.match(source.low, at)
    if match is None or not (may_be_small or source.capital(at) or source.is_unmarked):
        return None
    if match["union"] == "doan" and not source.capital(at):
        return None
    return None if _ALL.match(source.low, match.end()) else match


def _its_place(source: Source, at: int) -> re.Match[str] | None:
    """The place or branch of a union; words that are capitals throughout name none."""
    place = _ITS_PLACE.match(source.cased, at)
    return place if place and not place[0].isupper() else None


def _without_nation(national: str) -> str:
    return national.removeprefix("tong-").removesuffix("-viet-nam")


def body_slug(words: str) -> str:
    """The part of an id for a party committee: ``Đảng bộ Khối`` is ``khoi``.

    >>> body_slug("Đảng bộ tỉnh"), body_slug("Đảng bộ tỉnh Hậu Giang"), body_slug("Đảng bộ Sở Y tế")
    ('tinh', 'tinh-hau-giang', 'so-y-te')
    >>> body_slug("Đảng bộ Khối các cơ quan tỉnh"), body_slug("Chi bộ Văn phòng")
    ('khoi', 'chi-bo-van-phong')
    """
    whole = slug(words)
    rest = whole.removeprefix("dang-bo-")
    if rest.startswith("khoi"):
        return rest if rest.endswith("trung-uong") else "khoi"
    if rest.startswith("tinh"):
        place = province_in(words)
        return f"tinh-{place}" if place else "tinh"
    return rest
