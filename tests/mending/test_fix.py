"""``kho fix`` mends what is mechanical, shows it first, and never changes what a report says."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.citations.recognise import recognise
from build_tools.mending.mend import mend, says
from build_tools.mending.shown import as_diff

HEAD = "---\ntitle: B\nnumber: 170-BC/ĐUK\nquarter: 2023-Q3\nissuer: duk-kien-giang\nedition: summary\n---\n\n"
BODY = """\
## I- Kết quả

### 1. Chính trị

- Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 và Kế hoạch số 112/KH-UBND[^1].
  + Mở 5 lớp, 282 học viên; nhiệm kỳ 2020 - 2025.

Tuy nhiên, còn chậm.

| Đơn vị | Số |
|---|---|
| Chi bộ A | 12 |

[^1]: Quyết định số 30/2020/QĐ-UBND.
"""
REPORT = HEAD + BODY


def mended(body: str) -> str:
    return mend(Path("a.md"), HEAD + body).after.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Chỉ thị số 05–CT/TW và Chỉ thị số 05 - CT/TW.\n", "Chỉ thị số 05-CT/TW và Chỉ thị số 05-CT/TW.\n"),
        ("Nghị định số 30/2020/NĐ – CP.\n", "Nghị định số 30/2020/NĐ-CP.\n"),
        ("Đảng\u00a0viên,\u202f12 người.\n", "Đảng viên, 12 người.\n"),
        ("Đảng\u200b viên\u00ad mới\ufeff.\n", "Đảng viên mới.\n"),
        (unicodedata.normalize("NFD", "Đảng viên.\n"), "Đảng viên.\n"),
        ("Một.   \n\n\n\nHai.\t\n\n\n", "Một.\n\nHai.\n"),
        ("Không xuống dòng", "Không xuống dòng\n"),
        ("Một.\r\n\r\nHai.\r\n", "Một.\n\nHai.\n"),
    ],
)  # fmt: skip
def test_these_are_mended(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "body",
    [
        "Mở 5 lớp; Nhiệm kỳ 2020 - 2025; Cơ quan - Doanh nghiệp; ngày 03–5.\n",
        "Dòng một  \ndòng hai.\n",
        "\u00a0- không phải gạch đầu dòng.\n",
        "```\na\n\n\nb\n```\n",
        "Mã A – BC và 05 – CT ngoài viện dẫn.\n",
    ],
    ids=["figures and dashes of prose", "a line break", "an indent", "code", "no citation"],
)
def test_these_stay(body):
    assert mended(body) == body


def test_the_diff_names_the_step_and_shows_what_is_unseen():
    one = mend(Path("a.md"), HEAD + "Đảng\u00a0viên.  \n")
    told = as_diff(one, "a.md")
    assert told.split("\n")[0] == "a.md: dấu cách cứng, dấu cách cuối dòng"
    assert "@@ dấu cách cứng, dấu cách cuối dòng" in told
    assert "-Đảng⍽viên.··" in told
    assert "+Đảng viên." in told


NOISE = st.sampled_from(
    ["\u00a0", "\u200b", "  ", " \n", "\n\n\n", "\u00ad", "\u2013", "\t", "\ufeff"]
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(BODY) - 1), NOISE), max_size=6),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_is_mended_says_the_same_and_is_mended_once(noise, form, end):
    body = BODY
    for at, sign in sorted(noise, reverse=True):
        body = body[:at] + sign + body[at:]
    text = unicodedata.normalize(form, HEAD + body).replace("\n", end)
    first = mend(Path("a.md"), text)
    assert says(first.after) == says(unicodedata.normalize("NFC", text.replace(end, "\n")))
    again = mend(Path("a.md"), first.after)
    assert again.after == first.after
    assert cited(text) & cited(REPORT) <= cited(first.after)


def cited(text):
    found = recognise(unicodedata.normalize("NFC", text))
    return {(one.type, one.number, one.year, one.symbol) for one in found}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "2023" / "q3" / "170-bc-duk.md"
    path.parent.mkdir(parents=True)
    path.write_text(REPORT.replace("05-CT", "05 – CT"), "utf-8")
    return path


def test_the_command_shows_first_and_writes_only_when_told(kho, file):
    before = file.read_bytes()
    done = kho("fix", file)
    assert (done.returncode, "gạch nối trong số ký hiệu" in done.stdout) == (0, True)
    assert file.read_bytes() == before
    assert kho("fix", file, "--check").returncode == 1
    assert kho("fix", "--content", file.parents[2], "--write").returncode == 0
    assert file.read_text("utf-8") == REPORT
    assert kho("fix", file, "--check").returncode == 0
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_file_in_another_encoding_is_refused_and_untouched(kho, file):
    file.write_bytes("Đảng".encode("utf-16"))
    before = file.read_bytes()
    done = kho("fix", file, "--write")
    assert (done.returncode, "KHO602" in done.stderr) == (1, True)
    assert file.read_bytes() == before


def test_a_path_that_is_not_there_is_wrong_use(kho, tmp_path):
    assert kho("fix", tmp_path / "không-có.md").returncode == 2
