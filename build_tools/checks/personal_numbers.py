"""Numbers and addresses that lead to one person: identity papers, accounts, telephones, birthdays.

A shape of digits is taken for what it is only where it cannot be an amount of money, a count or
the number of a document; the words before it decide the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from build_tools.checks.finding import Finding, Spot, passages, printed, words_at
from build_tools.checks.gates import place_of_value, sign_off
from build_tools.checks.person_names import person_names
from build_tools.model import Passage, PassageKind, Report
from build_tools.problems import Place, Severity

_END: Final = (
    r"(?![\w/]|[.,]\d|-\w|\s*(?:đồng|triệu|tỷ|nghìn|ngàn|VND|VNĐ|USD|đô la|lượt|m2|m²|m3|ha|tấn|kg|kWh|con|"
    r"cây|người|hộ|sản phẩm|tài khoản|thẻ)(?!\w))"
)
_BARE: Final = r"(?<![\w.,/+\-])"
_CARD: Final = re.compile(
    r"(?:CCCD|CMND|CMTND|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|định danh(?: cá nhân)?)(?!\w)"
    rf"[^\d.;]{{0,30}}(?P<found>\d{{3}}[ .]?\d{{3}}[ .]?\d{{3}}(?:[ .]?\d{{3}})?){_END}",
    re.IGNORECASE,
)
_TWELVE: Final = re.compile(
    rf"{_BARE}(?P<found>0(?:0[1-9]|[1-8]\d|9[0-6])\d ?\d{{2}} ?\d{{6}}){_END}"
)
_TWELVE_SPACED: Final = re.compile(
    rf"{_BARE}(?P<found>0(?:0[1-9]|[1-8]\d|9[0-6]) \d{{3}} \d{{3}} \d{{3}}){_END}"
)
_NINE: Final = re.compile(rf"{_BARE}(?P<found>[0-3]\d{{8}}){_END}")
_INSURED: Final = re.compile(
    rf"(?:BHXH|bảo hiểm xã hội|BHYT|bảo hiểm y tế)\s+số[\s:]*(?P<found>(?:[A-Z]{{2}}\d)?\d{{10,13}}){_END}"
)
_PARTY_CARD: Final = re.compile(
    rf"[Tt]hẻ đảng(?: viên)?\s+số[\s:]*(?P<found>\d{{2}}[. ]?\d{{6}}){_END}"
)
_PASSPORT: Final = re.compile(r"[Hh]ộ chiếu[^.;\d]{0,25}?(?<!\w)(?P<found>[A-Z]{1,2}\d{6,8})(?!\w)")
_ACCOUNT: Final = re.compile(
    r"(?<!\w)(?:số tài khoản|số TK|TK số|STK|tài khoản)(?!\w)(?:\s+(?:ngân hàng|cá nhân|số|riêng))*[\s:]*"
    rf"(?P<found>\d(?:[ .\-]?\d){{5,18}}){_END}",
    re.IGNORECASE,
)
_MOBILE_GROUPS: Final = (
    r"(?:\d{7}|\d[ .\-]\d{3}[ .\-]\d{3}|[ .\-]\d{3}[ .\-]\d{4}|\d[ .\-]\d{6}|[ .\-]\d{7}|"
    r"\d[ .\-]\d{2}[ .\-]\d{2}[ .\-]\d{2}|[ .\-]\d{4}[ .\-]\d{3})"
)
_MOBILE: Final = re.compile(
    rf"(?<![\w.,/\-])(?P<found>(?:\(?\+?84\)?[ .\-]?|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d){_MOBILE_GROUPS}){_END}"
)
_MOBILE_BEFORE_2018: Final = re.compile(
    rf"{_BARE}(?P<found>01(?:2\d|6[2-9]|8[68]|99)(?:\d{{7}}|[ .\-]\d{{3}}[ .\-]\d{{4}}|[ .\-]\d{{7}})){_END}"
)
_FIXED: Final = re.compile(
    rf"{_BARE}(?P<found>\(?02\d{{1,2}}\)?[ .\-]?\d{{3,4}}[ .\-]?\d{{3,4}}){_END}"
)
_TOLD: Final = re.compile(
    r"(?<!\w)(?:ĐT|SĐT|điện thoại|số máy|di động|ĐTDĐ|Zalo|Tel)(?!\w)(?:\s+(?:số|di động|cá nhân))*[\s:.]*"
    rf"(?P<found>\(?0\d{{1,4}}\)?(?:[ .\-]?\d{{2,4}}){{2,4}}){_END}",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"(?<![\w.+\-])(?P<found>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)")
_BORN: Final = re.compile(
    r"\s*(?:\([^()\d]{0,40})?[,(]?\s*(?:sinh\s+(?:ngày|năm)|ngày sinh|năm sinh|SN)\s*:?\s*"
    r"(?P<found>\d{1,2}[/.\-]\d{1,2}[/.\-](?P<year>\d{4})|(?P<alone>\d{4}))(?![\d/])",
    re.IGNORECASE,
)
_BIRTHS: Final = re.compile(r"(?:ngày|năm)(?:,? tháng)?(?:,? năm)? sinh", re.IGNORECASE)
_NOT_OF_A_PERSON: Final = re.compile(
    r"(?:mã số thuế|MST|mã số doanh nghiệp|mã hồ sơ|mã vạch|số seri|sê-ri|số hiệu|biên lai|hóa đơn|số tiền|"
    r"kinh phí|trị giá|Fax)[^.;]{0,25}$",
    re.IGNORECASE,
)
_OF_A_BODY: Final = re.compile(
    r"(?:đường dây nóng|hotline|tổng đài|trực ban|cơ quan|văn phòng|đơn vị|fax|quỹ|kho bạc|ban vận động)"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_BODY_FOLLOWS: Final = re.compile(r"[^.;]{0,10}[,;]?\s*fax|\s+(?:mở )?tại Kho bạc", re.IGNORECASE)
_ROLES: Final = re.compile(
    r"(?:van-?phong|vp|info|lien-?he|contact|ho-?tro|support|bbt|ban-?bien-?tap|toa-?soan|cong-?tt|"
    r"tiep-?dan|tiepnhan|duong-?day-?nong|cong-?thong-?tin|hop-?thu|webmaster|admin|thuky|banhanh)",
    re.IGNORECASE,
)
_PUBLIC: Final = re.compile(r"(?:gov|dcs|org|edu)\.vn$", re.IGNORECASE)
_CENTURY: Final = 100


class _Kind(NamedTuple):
    """A shape, its code, what it is called, and whether a body's own is let pass."""

    pattern: re.Pattern[str]
    code: str
    name: str
    bodies: bool = False


_KINDS: Final = (
    _Kind(_CARD, "KHO421", "số căn cước hoặc chứng minh"),
    _Kind(_INSURED, "KHO421", "số thẻ bảo hiểm"),
    _Kind(_PARTY_CARD, "KHO421", "số thẻ đảng viên"),
    _Kind(_PASSPORT, "KHO421", "số hộ chiếu"),
    _Kind(_ACCOUNT, "KHO421", "số tài khoản", bodies=True),
    _Kind(_MOBILE, "KHO422", "số điện thoại"),
    _Kind(_MOBILE_BEFORE_2018, "KHO422", "số điện thoại"),
    _Kind(_FIXED, "KHO422", "số điện thoại", bodies=True),
    _Kind(_TOLD, "KHO422", "số điện thoại", bodies=True),
    _Kind(_TWELVE, "KHO421", "số căn cước"),
    _Kind(_TWELVE_SPACED, "KHO421", "số căn cước"),
    _Kind(_NINE, "KHO421", "số chứng minh"),
)
#: fewer digits than these lead to nobody
_LONG: Final = re.compile(r"\d(?:[ .\-)]{0,2}\d){5}")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def personal_numbers(report: Report) -> Iterator[Finding]:
    """``CCCD số 091…``, ``0912 345 678``, ``ông Trần Văn Mẫu, sinh ngày 01/02/1980``."""
    for passage in passages(report):
        text = printed(passage.text)
        if "@" in text or (any(map(str.isdecimal, text))):
            if _LONG.search(text):
                yield from _numbers(report, passage, text)
            yield from _mails(report, passage, text)
            yield from _birthdays(report, passage, text)
        if passage.kind is PassageKind.TABLE and _BIRTHS.fullmatch(text.strip()):
            spot = Spot(passage, 0, len(text))
            yield _finding(report, spot, "KHO423", "cột ngày sinh của bảng")
    for recipient in report.metadata.recipients:
        for match in (*_MOBILE.finditer(recipient), *_MAIL.finditer(recipient)):
            if not _is_role(match["found"]):
                at = place_of_value(report, "recipients", match["found"])
                yield _finding(report, at, "KHO422", f"“{match['found']}” ở nơi nhận")


def _numbers(report: Report, passage: Passage, text: str) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for kind in _KINDS:
        for match in kind.pattern.finditer(text):
            start, end = match.span("found")
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            before = text[max(0, start - 80) : start]
            if (
                _NOT_OF_A_PERSON.search(before)
                or _THOUSANDS.fullmatch(match["found"])
                or (kind.bodies and (_OF_A_BODY.search(before) or _BODY_FOLLOWS.match(text, end)))
            ):
                continue
            taken.append((start, end))
            yield _finding(report, Spot(passage, start, end), kind.code, kind.name)


def _mails(report: Report, passage: Passage, text: str) -> Iterator[Finding]:
    for match in _MAIL.finditer(text) if "@" in text else ():
        if not _is_role(match["found"]):
            spot = Spot(passage, match.start(), match.end())
            yield _finding(report, spot, "KHO422", "địa chỉ thư điện tử")


def _is_role(address: str) -> bool:
    """Whether a body answers under an address of its own, ``vanphong@….gov.vn``."""
    local, _, domain = address.partition("@")
    return bool(_ROLES.match(local) and _PUBLIC.search(domain))


def _birthdays(report: Report, passage: Passage, text: str) -> Iterator[Finding]:
    """A name with its day of birth; who was born a hundred years ago belongs to history."""
    if "sinh" not in text and "SN" not in text:
        return
    for name in person_names(text):
        match = _BORN.match(text, name.end)
        if match is None:
            continue
        year = int(match["year"] or match["alone"])
        if year > report.metadata.quarter.year - _CENTURY:
            spot = Spot(passage, match.start("found"), match.end("found"))
            yield _finding(report, spot, "KHO423", f"ngày sinh của {name.text}")


def _finding(report: Report, at: Spot | Place, code: str, name: str) -> Finding:
    words = at.words if isinstance(at, Spot) else words_at(at)
    return Finding(
        code,
        report,
        at,
        f"Dữ liệu cá nhân: {name}.",
        "Xóa, hoặc che bớt (“09xx xxx 678”). Được phép đăng thì thêm " + sign_off(code, words),
        Severity.ERROR,
    )
