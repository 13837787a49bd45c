"""The form an official pastes: known facts alone, in the order papers print them."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.pages.citation_form import citation_form
from build_tools.registered import Directive

NOTHING = {
    "called": None, "number": None, "symbol": None, "issuer": None, "date": None, "year": None,
    "term": None, "title": None, "same_as": (), "collective": False, "source": None, "note": None,
}  # fmt: skip


def form(issuers=(), kind="chi-thi", **facts) -> str | None:
    return citation_form(Directive(id="x", type=kind, **(NOTHING | facts)), issuers)


DIRECTIVE_05 = {"number": 5, "symbol": "CT/TW"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (DIRECTIVE_05, "Chỉ thị số 05-CT/TW"),
        (DIRECTIVE_05 | {"date": date(2016, 5, 15)}, "Chỉ thị số 05-CT/TW, ngày 15/5/2016"),
        (DIRECTIVE_05 | {"year": 2016}, "Chỉ thị số 05-CT/TW năm 2016"),
        (DIRECTIVE_05 | {"issuers": ("Bộ Chính trị",)}, "Chỉ thị số 05-CT/TW của Bộ Chính trị"),
        (DIRECTIVE_05 | {"issuers": ("Bộ Chính trị", "Ban Bí thư")}, "Chỉ thị số 05-CT/TW"),
        (DIRECTIVE_05 | {"term": "XII"}, "Chỉ thị số 05-CT/TW, khóa XII"),
        (
            DIRECTIVE_05
            | {
                "date": date(2016, 5, 15),
                "issuers": ("Bộ Chính trị",),
                "term": "XII",
                "title": "Đẩy mạnh việc học tập",
            },
            "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị khóa XII về đẩy mạnh việc học tập",
        ),
        (DIRECTIVE_05 | {"title": "về công tác cán bộ"}, "Chỉ thị số 05-CT/TW về công tác cán bộ"),
        (DIRECTIVE_05 | {"title": "Việc nêu gương"}, "Chỉ thị số 05-CT/TW về việc nêu gương"),
        (DIRECTIVE_05 | {"title": "Lam Hải xanh"}, "Chỉ thị số 05-CT/TW về Lam Hải xanh"),
        (
            {"kind": "luat", "number": 10, "symbol": "QH15", "year": 2022,
             "title": "Luật Thực hiện dân chủ ở cơ sở"},
            "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
        ),
        (
            {"kind": "luat", "number": 29, "symbol": "QH14", "year": 2018,
             "title": "Bảo vệ bí mật nhà nước"},
            "Luật Bảo vệ bí mật nhà nước số 29/2018/QH14",
        ),
        (
            {"kind": "nghi-dinh", "number": 59, "symbol": "NĐ-CP", "date": date(2023, 8, 14),
             "issuers": ("Chính phủ",), "title": "quy định chi tiết một số điều"},
            "Nghị định số 59/2023/NĐ-CP, ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều",
        ),
        (
            {"kind": "ke-hoach", "number": 112, "symbol": "KH-UBND", "date": date(2022, 6, 8)},
            "Kế hoạch số 112/KH-UBND, ngày 08/6/2022",
        ),
        (
            {"kind": "nghi-quyet", "called": "Nghị quyết Trung ương 4 khóa XII", "term": "XII"},
            "Nghị quyết Trung ương 4 khóa XII",
        ),
        (
            {"kind": "nghi-quyet", "called": "Nghị quyết Đại hội XI Đảng bộ tỉnh",
             "term": "2020-2025"},
            "Nghị quyết Đại hội XI Đảng bộ tỉnh, nhiệm kỳ 2020-2025",
        ),
        (
            {"kind": "dieu-le", "called": "Điều lệ Đảng",
             "title": "Điều lệ Đảng Cộng sản Việt Nam"},
            "Điều lệ Đảng Cộng sản Việt Nam",
        ),
        ({"kind": "nghi-quyet", "called": "Nghị quyết Trung ương 8", "collective": True}, None),
    ],
)  # fmt: skip
def test_a_form_has_the_known_facts_and_no_others(facts, expected):
    assert form(**facts) == expected
