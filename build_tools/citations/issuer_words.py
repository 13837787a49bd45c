"""The words of a body's name behind ``của``: ``Ban Thường vụ Tỉnh ủy``, ``Bộ Giáo dục và Đào tạo``."""

from __future__ import annotations

from typing import Final

from build_tools.citations.heads import TYPE_WORDS

_MINISTRIES: Final = (
    "Chinh tri", "Cong an", "Cong [Tt]huong", "Giao duc va Dao tao", "Giao thong van tai",
    "Ke hoach va Dau tu", "Khoa hoc va Cong nghe", "Lao dong - Thuong binh va Xa hoi",
    "Ngoai giao", "Noi vu", "Nong nghiep va Moi truong", "Nong nghiep va Phat trien nong thon",
    "Quoc phong", "Tai chinh", "Tai nguyen va Moi truong", "Thong tin va Truyen thong",
    "Tu phap", "Van hoa, The thao va Du lich", "Xay dung", "Y te",
)  # fmt: skip
_HEADS: Final = "|".join((
    rf"(?:Bo truong )?Bo (?:{'|'.join(_MINISTRIES)})",
    r"Ban (?:chap hanh|thuong vu|to chuc|tuyen giao|dan van|bi thu|noi chinh)",
    r"Uy ban(?: (?:nhan dan|kiem tra|thuong vu|mat tran to quoc))?", r"Hoi dong (?:nhan dan|tham phan)",
    r"Dang uy (?:tong cong ty|cong ty|tap doan)", r"Tong [Cc]ong ty", r"Tap doan",
    r"(?:Tinh|Thanh|Huyen|Quan|Thi|Dang|Quan) uy", r"Chinh phu", r"Thu tuong(?: Chinh phu)?", r"Quoc hoi",
    r"Chu tich(?: nuoc)?", r"Dang doan", r"Hoi dong", r"Thuong truc", r"Van phong", r"Trung uong",
    r"Lien doan", r"Tong", r"So", r"Ban", r"Bo", r"UBND", r"HDND", r"BCH", r"BTV",
)).replace(" ", r"\s{1,4}")  # fmt: skip
_SECOND: Final = (
    "an|ban|binh|bo|chien|chinh|chuc|dan|dao|doan|dong|giao|hanh|hoi|ke|ngoai|nghiep|nien|phong|phu|"
    "quan|quoc|san|te|thu|tich|tra|tran|tri|truc|tuong|uy|uong|van|vien|vu"
)
GAP: Final = r"(?: {1,4}\n? {0,4}|\n {0,4})"  # an issuer never runs over an empty line
_WORD: Final = (
    rf"(?!(?i:ve|viec|khoa|{TYPE_WORDS})\b)[A-Z][A-Za-z]{{0,20}}(?:{GAP}(?:{_SECOND})\b)?"
)
#: a pattern for a body's name in plain text, capitals kept
BODY: Final = (
    rf"(?i:{_HEADS})\b"
    rf"(?:{GAP}{_WORD}|[^\S\n]{{0,3}}-[^\S\n]{{0,3}}(?=Chinh\b|Doanh\b|Dang\b){_WORD}"
    rf"|{GAP}(?:cac|va){GAP}(?=Co\b|Doanh\b){_WORD}"
    rf"|{GAP}(?i:trung{GAP}uong|tinh{GAP}uy|thanh{GAP}uy|huyen{GAP}uy|dang{GAP}uy|khoi)\b"
    rf"|{GAP}(?:tinh|huyen|thanh{GAP}pho|thi{GAP}xa|nhan{GAP}dan|toi{GAP}cao)\b){{0,14}}"
)
