"""What a browser may do on our pages, said once for the pages, the server and the tests.

No script stands in a page, so none needs a hash: everything a page runs is a file of the
site, and none compiles anything. The words are those of https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

from typing import Final

#: what ``<meta>`` can carry; pages keep to it on hosts that send no headers of ours
IN_PAGES: Final = "; ".join(  # noqa: FLY002 - one directive a line
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)

#: where each host of repositories is asked, and where its pictures of people are
_FORM_HOSTS: Final = {
    "https://github.com": "https://api.github.com https://avatars.githubusercontent.com",
}


def in_form(server: str) -> str:
    """What the editors' form may do: ask the one server that holds the repository.

    Its styles are made while it runs, which is why they are allowed inline, there and nowhere
    else. ``server`` is like ``https://github.com``.
    """
    asked = f"{server} {_FORM_HOSTS.get(server, '')}".strip()
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob: {asked}",
            "font-src 'self'",
            f"connect-src 'self' data: blob: {asked}",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


#: who may show our pages in a frame can be said by a header only
IN_HEADERS: Final = f"{IN_PAGES}; frame-ancestors 'none'"
