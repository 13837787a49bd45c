"""From bytes to a ``Source``: the alphabet a file was saved in is found out.

Unicode is told by its own rules; the older Vietnamese alphabets by statistics: each is
tried, and the one is taken under which the words with marks are possible syllables. A
file that reads as Vietnamese under none is refused with the reason.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import Final

from build_tools.intake.legacy import from_tcvn3, from_vni
from build_tools.intake.source import Source
from build_tools.intake.syllables import is_marked, likeness, words_of
from build_tools.problems import Place, Problems
from build_tools.vietnamese import nfc

MAX_BYTES: Final = 5_000_000
GOOD: Final = 0.85
_FEW: Final = 5
_SAMPLE: Final = 200_000
_CONTROLS: Final = frozenset(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1E, 0x1F}
_MANY_CONTROLS: Final = 0.01
_NOT_TEXT: Final = (
    (b"%PDF", "tệp PDF"), (b"PK\x03\x04", "tệp nén hoặc tệp Word (.docx)"),
    (b"\xd0\xcf\x11\xe0", "tệp Word đời cũ (.doc)"), (b"\x89PNG", "tệp hình PNG"),
    (b"\xff\xd8\xff", "tệp hình JPEG"), (b"II*\x00", "tệp hình TIFF"), (b"MM\x00*", "tệp hình TIFF"),
    (b"{\\rtf", "tệp RTF"), (b"GIF8", "tệp hình GIF"),
)  # fmt: skip
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


def _twice_encoded(text: str) -> str:
    """Bytes of UTF-8 once taken for windows-1252; five bytes that it lacks stay controls."""
    raw = b"".join(
        letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode("cp1252")
        for letter in text
    )
    return raw.decode("utf-8")


_OLD: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("TCVN3 (ABC)", from_tcvn3),
    ("VNI", from_vni),
    ("UTF-8 bị mã hóa hai lần", _twice_encoded),
)


def read_source(raw: bytes, name: str, problems: Problems) -> Source | None:
    """Decode a file; None after recording why it cannot be read.

    ``name`` is how messages call the file. The text keeps every character as decoded,
    line ends and all.
    """
    kind = next((kind for magic, kind in _NOT_TEXT if raw.startswith(magic)), None)
    text, encoding = _unicode(raw[: MAX_BYTES + 1])
    if kind is None and text is None and _is_binary(raw):
        kind = "tệp nhị phân, không phải tệp chữ"
    if kind is not None:
        problems.error(
            "KHO780",
            Place(name),
            f"Đây là {kind}; lệnh này cần tệp chữ (.txt) do phần mềm nhận dạng xuất ra.",
            "Mở tệp bằng chương trình của nó, xuất ra dạng chữ (.txt, UTF-8) rồi nhập lại.",
        )
        return None
    if len(raw) > MAX_BYTES:
        problems.error(
            "KHO781",
            Place(name),
            f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB nên chưa đọc.",
            "Chữ của một báo cáo dài nhất cũng dưới 1 MB; tách riêng phần chữ rồi thử lại.",
        )
        return None
    return _told(raw, text, encoding, name, problems)


def _told(
    raw: bytes, text: str | None, encoding: str, name: str, problems: Problems
) -> Source | None:
    if text is not None and _is_plausible(text):
        if text.strip():
            return Source(name, text, encoding)
        problems.error("KHO788", Place(name), "Tệp không có chữ nào.", "Nhận dạng lại bản quét.")
        return None
    guess = _guess(raw, text)
    if guess is not None:
        return Source(name, *guess)
    if text is not None:
        return Source(name, text, encoding)
    problems.error(
        "KHO782",
        Place(name),
        "Không nhận ra bảng mã của tệp: không phải UTF-8, UTF-16, windows-1258, TCVN3 hay VNI.",
        "Mở tệp bằng chương trình đã tạo ra nó và lưu lại với mã hóa UTF-8.",
    )
    return None


def _unicode(raw: bytes) -> tuple[str | None, str]:
    for bom, codec, shown in _BOMS:
        if raw.startswith(bom):
            return _decoded(raw, codec), shown
    wide = _utf16_without_bom(raw)
    if wide is not None:
        return _decoded(raw, wide), "UTF-16"
    plain = _decoded(raw, "utf-8")
    return (None if plain is not None and "\x00" in plain else plain), "UTF-8"


def _decoded(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _utf16_without_bom(raw: bytes) -> str | None:
    sample = raw[:4000]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > half // 3 and not sample[0::2].count(0):
        return "utf-16-le"
    if sample[0::2].count(0) > half // 3 and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _is_binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    return 0 in sample or sum(byte in _CONTROLS for byte in sample) > len(sample) * _MANY_CONTROLS


def _is_plausible(text: str) -> bool:
    """Unicode that reads as Vietnamese, or has too few marks to judge."""
    sample = nfc(text[:_SAMPLE])
    marked = sum(map(is_marked, words_of(sample)))
    return marked < _FEW or likeness(sample) >= GOOD


def _guess(raw: bytes, text: str | None) -> tuple[str, str] | None:
    """The alphabet under which the most marked words are syllables, when it is enough."""
    found: list[tuple[float, str, str]] = []
    latin = text if text is not None else raw.decode("cp1252", "replace")
    if text is None and (decoded := _decoded(raw, "cp1258")) is not None:
        found.append((likeness(nfc(decoded[:_SAMPLE])), decoded, "windows-1258"))
    for shown, convert in _OLD:
        try:
            converted = convert(latin)
        except UnicodeError:
            continue
        found.append((likeness(converted[:_SAMPLE]), converted, shown))
    best = max(found, default=None, key=lambda one: one[0])
    return (best[1], best[2]) if best is not None and best[0] >= GOOD else None
