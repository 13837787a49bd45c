"""Names of Word's XML, and the three questions asked of every element."""

from __future__ import annotations

from typing import Final, TypeAlias

from docx.oxml.ns import nsmap
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml's public type has no public name
_OFF: Final = frozenset({"0", "false", "off", "none"})
_MORE: Final = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def name(prefixed: str) -> str:
    """The full name of an element or attribute.

    >>> name("w:p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    prefix, local = prefixed.split(":")
    return f"{{{nsmap.get(prefix) or _MORE[prefix]}}}{local}"


def local(element: Element) -> str:
    """The name of a Word element without its namespace; "" for any other vocabulary."""
    tag = element.tag
    return tag[len(_W) :] if isinstance(tag, str) and tag.startswith(_W) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first child, grandchild … of these names."""
    for step in path:
        element = element.find(name(step)) if element is not None else None
    return element


def value(element: Element | None, attribute: str = "w:val") -> str | None:
    """An attribute of an element that may be missing."""
    found = element.get(name(attribute)) if element is not None else None
    return str(found) if found is not None else None


def number(element: Element | None, attribute: str = "w:val") -> int | None:
    """A whole number in an attribute; None for anything else."""
    text = value(element, attribute)
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def is_on(element: Element | None) -> bool | None:
    """A switch of Word: present means on unless it says off; None when it is absent."""
    if element is None:
        return None
    return (value(element) or "1").lower() not in _OFF


_W: Final = name("w:p")[:-1]
