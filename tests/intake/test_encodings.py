"""Files saved in the alphabets of thirty years: read, converted, or refused with the reason."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.intake.cleaning import clean
from build_tools.intake.encodings import MAX_BYTES, read_source
from build_tools.intake.legacy import TCVN3, VNI, from_tcvn3, from_vni
from build_tools.intake.source import Source
from build_tools.problems import Problems

TEXT = """BÁO CÁO
Kết quả công tác quý III và nhiệm vụ quý IV năm 2023

1. Các chi bộ giữ nếp sinh hoạt; đảng viên được phân công rõ việc, rõ người, rõ hạn.
Tuy nhiên, một số nơi ghi biên bản còn sơ sài, chưa nêu được ý kiến thẳng thắn.
Ủy ban kiểm tra đã nhắc nhở; những chỗ yếu sẽ được xem lại vào quý tới.
"""
MARKED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđ"
TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in VNI.items() if code[0].islower() or letter.isupper()}


def lower_tcvn3(text: str) -> str:
    """As typed in a small-letter font: capitals with tones have no byte of their own."""
    return "".join(TO_TCVN3.get(letter, TO_TCVN3.get(letter.lower(), letter)) for letter in text)


def vni(text: str) -> str:
    return "".join(TO_VNI.get(letter, letter) for letter in text)


def source(raw: bytes) -> Source:
    problems = Problems()
    read = read_source(raw, "a.txt", problems)
    assert read is not None, list(problems)
    return read


def refused(raw: bytes) -> str:
    problems = Problems()
    assert read_source(raw, "a.txt", problems) is None
    (problem,) = problems
    return problem.code


def cleaned(raw: bytes) -> str:
    return clean(source(raw))[0].text


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("chi bộ", "chi\u00a0bộ").replace("đảng viên", "đảng\u00ad viên").encode(),
    ],
)
def test_unicode_in_any_dress(raw):
    assert cleaned(raw) == TEXT


def cp1258(text: str) -> bytes:
    """Base letters with hat or horn, tones after them, as windows-1258 keeps them."""
    made = []
    for letter in text:
        tones = [
            c for c in unicodedata.normalize("NFD", letter) if c in "\u0300\u0301\u0303\u0309\u0323"
        ]
        rest = "".join(c for c in unicodedata.normalize("NFD", letter) if c not in tones)
        made.append(unicodedata.normalize("NFC", rest) + "".join(tones))
    return "".join(made).encode("cp1258")


def test_windows_1258():
    read = source(cp1258(TEXT))
    assert read.encoding == "windows-1258"
    assert clean(read)[0].text == TEXT


def test_tcvn3_as_bytes_and_as_mistaken_unicode():
    typed = lower_tcvn3(TEXT)
    for raw in (typed.encode("cp1252"), typed.encode()):
        read = source(raw)
        assert read.encoding == "TCVN3 (ABC)"
        assert clean(read)[0].text.lower() == TEXT.lower()


def test_vni_as_bytes_and_as_mistaken_unicode():
    typed = vni(TEXT)
    for raw in (typed.encode("cp1252"), typed.encode()):
        read = source(raw)
        assert read.encoding == "VNI"
        assert clean(read)[0].text == TEXT


def as_windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def test_utf_8_encoded_twice():
    mangled = "".join(map(as_windows, TEXT.encode()))
    read = source(mangled.encode())
    assert read.encoding == "UTF-8 bị mã hóa hai lần"
    assert clean(read)[0].text == TEXT


@given(st.text(alphabet=MARKED + "abcdghiklmnopqrstuvxy ,.\n", max_size=60))
@settings(database=None, deadline=None)
def test_tables_are_inverses(text):
    assert from_tcvn3("".join(TO_TCVN3.get(letter, letter) for letter in text)) == text


@pytest.mark.parametrize("letter", MARKED)
def test_every_letter_of_vni(letter):
    for one in (letter, letter.upper()):
        assert from_vni(TO_VNI[one]) == one


def test_tcvn3_is_the_published_table():
    """TCVN 5712:1993, VN3: a few rows checked by hand against the standard's chart."""
    chart = {0xA7: "Đ", 0xA8: "ă", 0xAE: "đ", 0xB8: "á", 0xC6: "ặ", 0xD6: "ệ", 0xE8: "ố", 0xFE: "ỵ"}
    assert {code: TCVN3[bytes([code]).decode("cp1252")] for code in chart} == chart
    assert len(TCVN3) == 74


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7\n...", "KHO780"),
        (b"PK\x03\x04\x14\x00", "KHO780"),
        (b"\x89PNG\r\n\x1a\n\x00", "KHO780"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "KHO780"),
        (bytes(range(256)) * 20, "KHO780"),
        (b"a" * (MAX_BYTES + 1), "KHO781"),
        ("Привет, товарищи! Это отчёт.".encode("koi8-r") * 5, "KHO782"),
        (b"   \n\n", "KHO788"),
        (b"", "KHO788"),
    ],
)
def test_refusals(raw, code):
    assert refused(raw) == code


def test_letters_without_marks_are_taken_as_they_are():
    assert source(b"BAO CAO\nKet qua cong tac quy III/2023\n").encoding == "UTF-8"


@given(st.binary(max_size=300))
@settings(database=None, deadline=None)
def test_no_bytes_break_it(raw):
    problems = Problems()
    read = read_source(raw, "a.txt", problems)
    assert (read is None) == (len(problems) > 0)
    if read is not None:
        text, fates, _ = clean(read)
        told = set(text.origin) | {at for fate in fates for at in range(fate.start, fate.end)}
        assert all(at in told for at, one in enumerate(read.text) if not one.isspace())
