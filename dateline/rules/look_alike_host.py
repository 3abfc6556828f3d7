# SPDX-License-Identifier: MIT
"""The letters of a host come from one writing system, so that it is the host it looks like.

Its findings bring the code of the reader of addresses, D304.

Bad:
    sources: ["https://g\u0456thub.com/report"]

Good:
    sources: [https://github.com/report]
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.addresses import addresses
from dateline.problems import Finding
from dateline.timeline import Timeline
from dateline.urls import UrlError, parse_url


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each address whose host may deceive."""
    for address in addresses(timeline):
        if address.text.isascii() and "xn--" not in address.text.lower():
            continue
        try:
            warning = parse_url(address.text).warning
        except UrlError:  # another rule says so
            continue
        if warning:
            yield Finding(
                address.kind, address.id, address.loc, warning.message, warning.hint, code=warning.code
            )
