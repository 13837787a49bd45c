"""A place an editor should look at (chỗ nghi ngờ): reported, never mended by the import."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.problems import Severity


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: what is printed, why it looks wrong, what to do.

    ``at`` is an offset of the source (−1: the whole file), ``text`` the words in doubt,
    e.g. ``Doubt("KHO705", WARNING, 512, "ngôanh", …)``.
    """

    code: str
    severity: Severity
    at: int
    text: str
    message: str
    hint: str


def error(code: str, at: int, text: str, message: str, hint: str) -> Doubt:
    """Something was certainly misread or lost."""
    return Doubt(code, Severity.ERROR, at, text, message, hint)


def warning(code: str, at: int, text: str, message: str, hint: str) -> Doubt:
    """Something may have been misread."""
    return Doubt(code, Severity.WARNING, at, text, message, hint)
