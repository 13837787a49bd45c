"""Waiting for a page under a strict policy, where a browser evaluates no polled text."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Error

STEP = 50
LONGEST = 20_000


def until(page: Any, expression: str) -> Any:
    """Ask the page again and again; returns the first answer that is true."""
    for _ in range(0, LONGEST, STEP):
        try:
            answer = page.evaluate(expression)
        except Error as fault:
            if "context was destroyed" not in str(fault):
                raise
            answer = None  # the page is on its way to another
        if answer:
            return answer
        page.wait_for_timeout(STEP)
    message = f"never true: {expression}"
    raise AssertionError(message)
