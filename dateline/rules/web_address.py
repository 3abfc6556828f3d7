# SPDX-License-Identifier: MIT
"""A web address is one that may be linked: in full, http or https, with nothing before its host.

Its findings bring the codes of the reader of addresses, D301 to D303.

Bad:
    sources: [example.org/report]

Good:
    sources: [https://example.org/report]
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.addresses import addresses
from dateline.problems import Finding
from dateline.timeline import Timeline
from dateline.urls import UrlError, parse_root, parse_url


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each address that may not be linked."""
    for address in addresses(timeline):
        try:
            (parse_root if address.kind == "site" else parse_url)(address.text)
        except UrlError as error:
            yield Finding(address.kind, address.id, address.loc, error.message, error.hint, code=error.code)
