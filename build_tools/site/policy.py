"""What a browser may do on our pages, said once for the pages, the server and the tests.

No script stands in a page, so none needs a hash: everything a page runs is a file of the
site, and none compiles anything. The words are those of https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

from typing import Final

#: what ``<meta>`` can carry; pages keep to it on hosts that send no headers of ours
IN_PAGES: Final = "; ".join(
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

#: who may show our pages in a frame can be said by a header only
IN_HEADERS: Final = f"{IN_PAGES}; frame-ancestors 'none'"
