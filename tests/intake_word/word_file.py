"""A small writer of .docx files for the tests: WordprocessingML put together by hand.

It writes what a test names and nothing else, so that a test shows the very XML it is about.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PART_NAMES = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def run(text: str, properties: str = "") -> str:
    """A run of text; ``properties`` is the inside of ``w:rPr``."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(
    *content: str, style: str = "", properties: str = "", item: tuple[int, int] | None = None
) -> str:
    """A paragraph; plain strings become runs, ``item`` is list and level."""
    inner = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if item is not None:
        inner += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    inner += properties
    runs = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{inner}</w:pPr>{runs}</w:p>"


def mark(number: int, kind: str = "footnote") -> str:
    """A footnote's or endnote's mark."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A footnote or endnote; its number stands before the first paragraph."""
    first, *rest = paragraphs or ("",)
    own = f"<w:p><w:r><w:{kind}Ref/></w:r>{run(' ' + first)}</w:p>"
    return f'<w:{kind} w:id="{number}">{own}{"".join(map(p, rest))}</w:{kind}>'


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of a table."""
    inner = "".join(one if one.startswith("<") else p(one) for one in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of cells; plain strings become cells."""
    body = "".join(
        "<w:tr>" + "".join(one if one.startswith("<") else cell(one) for one in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{body}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """A complex field as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def numbering(*lists: Sequence[tuple[str, str]], overrides: Mapping[int, str] | None = None) -> str:
    """Lists 1, 2 …, each the form and pattern of its levels: ``("upperRoman", "%1.")``."""
    patterns = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
            for level, (form, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for at, levels in enumerate(lists)
    )
    used = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/>{(overrides or {}).get(at + 1, "")}</w:num>'
        for at in range(len(lists))
    )
    return patterns + used


def heading_styles(first: int = 1, prefix: str = "Heading") -> str:
    """Word's heading styles, whose names stay English in every language."""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{prefix}{level}"><w:name w:val="heading {level}"/></w:style>'
        for level in range(first, first + 4)
    )


def drawing(relationship: str, described: str = "") -> str:
    """A picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr={quoteattr(described)}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relationship}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: a modern shape, and the same again for old programs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="wps">'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def entries(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    relationships: Sequence[tuple[str, str, str]] = (),
    media: Mapping[str, bytes] | None = None,
    main_type: str = f"{_MAIN}.document.main+xml",
    page_head: str = "",
) -> dict[str, bytes]:
    """The entries of a .docx by name.

    ``parts`` holds the inside of ``styles``, ``footnotes`` …; ``relationships`` are id, kind
    and target, a target with ``://`` being external.
    """
    given = {key: text for key, text in (parts or {}).items() if text}
    found: dict[str, bytes] = {}
    rows = [(f"rIdp{at}", key, f"{key}.xml") for at, key in enumerate(_PART_NAMES) if key in given]
    types = [(f"/word/{key}.xml", f"{_MAIN}.{key}+xml") for key in _PART_NAMES if key in given]
    for key, text in given.items():
        root = {"footnotes": "footnotes", "endnotes": "endnotes"}.get(key, key)
        found[f"word/{key}.xml"] = f"{_HEAD}<w:{root} {_NAMESPACES}>{text}</w:{root}>".encode()
    if page_head:
        found["word/header1.xml"] = f"{_HEAD}<w:hdr {_NAMESPACES}>{page_head}</w:hdr>".encode()
        rows.append(("rIdh", "header", "header1.xml"))
        types.append(("/word/header1.xml", f"{_MAIN}.header+xml"))
    rows += list(relationships)
    for name, content in (media or {}).items():
        found[f"word/{name}"] = content
    document = f"{_HEAD}<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in (("/word/document.xml", main_type), *types)
    )
    return {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            '<Default Extension="emf" ContentType="image/x-emf"/>'
            '<Default Extension="bin" ContentType="application/octet-stream"/>'
            f"{overrides}</Types>"
        ).encode(),
        "_rels/.rels": _relationships([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": _relationships(rows),
        **found,
    }


def _relationships(rows: Sequence[tuple[str, str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"' if "://" in target else "")
        + "/>"
        for key, kind, target in rows
    )
    text = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
    return text.encode()


def packed(found: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Entries as the bytes of a zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, **more: object) -> bytes:
    """A .docx with this body; ``more`` as in ``entries``."""
    return packed(entries(body, **more))  # type: ignore[arg-type]
