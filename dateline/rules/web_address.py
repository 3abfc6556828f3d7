# SPDX-License-Identifier: MIT
"""A web address is one that may be linked: in full, http or https, with nothing before its host.

Its findings bring the codes of the reader of addresses, D301 to D303.

Bad:
    sources: [example.org/report]

Good:
    sources: [https://example.org/report]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.addresses import Address, in_event, in_setting
from dateline.problems import Finding
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline
from dateline.urls import UrlError, parse_root, parse_url


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each address of the event that may not be linked."""
    yield from faults(in_event(story.id, story.event))


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each address of the site and of the registered sources that may not be linked."""
    yield from faults(in_setting(timeline.setting))


def faults(addresses: Iterable[Address]) -> Iterator[Finding]:
    """Yield those that may not be linked."""
    for address in addresses:
        try:
            (parse_root if address.kind == "site" else parse_url)(address.text)
        except UrlError as error:
            yield Finding(address.kind, address.id, address.loc, error.message, error.hint, code=error.code)
