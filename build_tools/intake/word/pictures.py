"""Pictures of a Word file: which of them a page can show, and where they stand in the text.

Only the four kinds a browser shows, told by their first bytes. Drawings of Word's own
(EMF, WMF, charts) would have to be redrawn, and SVG can carry programs: both are left to
the editor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from build_tools.intake.pictures import Picture, picture_sign
from build_tools.intake.word.names import Element, name
from build_tools.intake.word.printed import Bit
from build_tools.intake.word.remarks import lost_picture, picture

MOST: Final = 500
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"),
)  # fmt: skip
_DRAWN: Final = {
    "chart": "Biểu đồ",
    "diagram": "Sơ đồ (SmartArt)",
    "ink": "Nét vẽ tay",
}
_ALT: Final = ("descr", "title")


@dataclass(slots=True)
class Album:
    """The pictures met so far, in reading order; one shown twice is kept once."""

    kept: list[Picture] = field(default_factory=list)

    def take(self, drawing: Element, sources: Mapping[str, bytes]) -> Iterator[Bit]:
        """What a drawing leaves in the text: a sign for a picture, or a doubt."""
        keys = [
            key
            for one in drawing.iter(name("a:blip"), name("v:imagedata"))
            if (key := one.get(name("r:embed")) or one.get(name("r:id")))
        ]
        described = next(
            (
                text
                for one in drawing.iter(name("wp:docPr"))
                for key in _ALT
                if (text := one.get(key))
            ),
            "",
        )
        for key in keys:
            yield self._place(sources.get(key, b""), " ".join(described.split()))
        for one in drawing.iter(name("a:graphicData")):
            kind = next((what for part, what in _DRAWN.items() if part in one.get("uri", "")), None)
            if kind is not None:
                yield Bit("", remark=lost_picture(kind))

    def _place(self, content: bytes, described: str) -> Bit:
        ending = next((ending for magic, ending in _MAGIC if content.startswith(magic)), None)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            ending = "webp"
        if ending is None or len(self.kept) >= MOST:
            return Bit(
                "", remark=lost_picture("Hình ở dạng mà trang web không hiện (EMF, WMF, TIFF …)")
            )
        known = next((one for one in self.kept if one.content == content), None)
        if known is None:
            known = Picture(len(self.kept) + 1, ending, content, described)
            self.kept.append(known)
        return Bit("", sign=picture_sign(known.number), remark=picture(known.number, described))
