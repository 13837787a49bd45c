"""Names of directives: document types, symbols as printed, and canonical ids.

``DirectiveId.parse`` and ``str`` are inverses, so an id can travel as plain text
through addresses and data files and come back whole. The shape of an id is
``{type}-{number}-{org}[-{year}|-k{term}]``; a document known by its name alone
(``dieu-le-dang``) has a named id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from build_tools.vietnamese import fold, int_to_roman, slug


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of issued document, as words, as a slug and as the code in symbols."""

    slug: str
    name: str
    code: str


DOCUMENT_TYPES: Final[dict[str, DocumentType]] = {
    kind.slug: kind
    for kind in (
        DocumentType("nghi-quyet", "Nghị quyết", "nq"),
        DocumentType("chi-thi", "Chỉ thị", "ct"),
        DocumentType("ket-luan", "Kết luận", "kl"),
        DocumentType("quy-dinh", "Quy định", "qd"),
        DocumentType("quyet-dinh", "Quyết định", "qd"),
        DocumentType("quy-che", "Quy chế", "qc"),
        DocumentType("huong-dan", "Hướng dẫn", "hd"),
        DocumentType("ke-hoach", "Kế hoạch", "kh"),
        DocumentType("thong-bao", "Thông báo", "tb"),
        DocumentType("thong-tri", "Thông tri", "tt"),
        DocumentType("cong-van", "Công văn", "cv"),
        DocumentType("cong-dien", "Công điện", "cd"),
        DocumentType("bao-cao", "Báo cáo", "bc"),
        DocumentType("to-trinh", "Tờ trình", "ttr"),
        DocumentType("chuong-trinh", "Chương trình", "ctr"),
        DocumentType("de-an", "Đề án", "da"),
        DocumentType("dieu-le", "Điều lệ", "dieu-le"),
        DocumentType("hien-phap", "Hiến pháp", "hien-phap"),
        DocumentType("luat", "Luật", "luat"),
        DocumentType("bo-luat", "Bộ luật", "luat"),
        DocumentType("phap-lenh", "Pháp lệnh", "pl"),
        DocumentType("nghi-dinh", "Nghị định", "nd"),
        DocumentType("thong-tu", "Thông tư", "tt"),
    )
}

_ID: Final = re.compile(
    r"(?P<code>[a-z]+)-(?P<number>\d{2,})"
    r"(?:-(?P<org>(?!k\d{1,2}$)[a-z][a-z0-9]*(?:-[a-z]+)*?))?"
    r"(?:-(?:(?P<year>\d{4})|k(?P<term>\d{1,2})))?"
)
_NAMED: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PLENUM: Final = re.compile(r"(?P<code>nq|kl)-tw(?P<number>\d+)(?:-k(?P<term>\d{1,2}))?")
_ASSEMBLY: Final = re.compile(r"(?:ubtv)?qh\d+")


@dataclass(frozen=True, slots=True)
class DirectiveId:
    """The canonical id of one directive; ``name`` is set for named ids only.

    >>> DirectiveId.parse("ct-05-tw-2016")
    DirectiveId(code='ct', number=5, org='tw', year=2016, term=None, name=None)
    >>> str(DirectiveId.parse("nq-29-tw-k11")), DirectiveId.parse("dieu-le-dang").is_named
    ('nq-29-tw-k11', True)
    """

    code: str = ""
    number: int = 0
    org: str | None = None
    year: int | None = None
    term: int | None = None
    name: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an id; raises ``ValueError`` when the text cannot be one.

        An id that does not spell a number in the numbered shape is a named id.
        """
        if match := _ID.fullmatch(text):
            year, term = match["year"], match["term"]
            parsed = cls(
                match["code"],
                int(match["number"]),
                match["org"],
                int(year) if year else None,
                int(term) if term else None,
            )
            if str(parsed) == text:
                return parsed
        if _NAMED.fullmatch(text):
            return cls(name=text)
        message = f"not a directive id: {text!r}"
        raise ValueError(message)

    def __str__(self) -> str:
        if self.name is not None:
            return self.name
        parts = [self.code, f"{self.number:02d}"]
        if self.org:
            parts.append(self.org)
        if self.year is not None:
            parts.append(str(self.year))
        elif self.term is not None:
            parts.append(f"k{self.term}")
        return "-".join(parts)

    @property
    def is_named(self) -> bool:
        """Whether the document is known by a name instead of a number."""
        return self.name is not None

    @property
    def base(self) -> Self:
        """The same id without year and term: what two mentions of one number share."""
        return self if self.is_named else type(self)(self.code, self.number, self.org)

    @property
    def is_bare(self) -> bool:
        """Whether neither year nor term tells apart documents that share the number."""
        return not self.is_named and self.year is None and self.term is None


def plenum_name(directive_id: str) -> str | None:
    """The full words for a plenum's id, since a list writes only ``XII``.

    >>> plenum_name("nq-tw4-k12"), plenum_name("dieu-le-dang")
    ('Nghị quyết Trung ương 4 khóa XII', None)
    """
    match = _PLENUM.fullmatch(directive_id)
    if match is None:
        return None
    kind = "Nghị quyết" if match["code"] == "nq" else "Kết luận"
    term = f" khóa {int_to_roman(int(match['term']))}" if match["term"] else ""
    return f"{kind} Trung ương {match['number']}{term}"


@lru_cache(maxsize=4096)
def split_symbol(symbol: str, document_type: str) -> tuple[str, str]:
    """Divide a printed symbol into the code of the type and the slug of the body.

    Party symbols divide at the slash (``CT/TW``), state symbols at the first hyphen
    (``NĐ-CP``, Nghị định 30/2020/NĐ-CP, phụ lục I); a law's symbol names only the
    assembly (``QH14``) and a state letter's only offices (``UBND-KTTH``), so their code is
    that of the type word.

    >>> split_symbol("CT/TW", "chi-thi"), split_symbol("NĐ-CP", "nghi-dinh"), split_symbol("QH14", "luat")
    (('ct', 'tw'), ('nd', 'cp'), ('luat', 'qh14'))
    """
    if _ASSEMBLY.fullmatch(fold(symbol)):
        return DOCUMENT_TYPES[document_type].code, slug(symbol)
    if document_type == "cong-van" and "/" not in symbol and not fold(symbol).startswith("cv-"):
        return DOCUMENT_TYPES[document_type].code, slug(symbol)
    divider = "/" if "/" in symbol else "-"
    code, _, org = symbol.partition(divider)
    return slug(code), slug(org)
