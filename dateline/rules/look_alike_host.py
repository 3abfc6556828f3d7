# SPDX-License-Identifier: MIT
"""The letters of a host come from one writing system, so that it is the host it looks like.

Its findings bring the code of the reader of addresses, D304.

Bad:
    sources: ["https://g\u0456thub.com/report"]

Good:
    sources: [https://github.com/report]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.addresses import Address, in_event, in_setting
from dateline.problems import Finding
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline
from dateline.urls import UrlError, parse_url


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each address of the event whose host may deceive."""
    yield from deceiving(in_event(story.id, story.event))


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each address of the site and of the registered sources whose host may deceive."""
    yield from deceiving(in_setting(timeline.setting))


def deceiving(addresses: Iterable[Address]) -> Iterator[Finding]:
    """Yield those whose host may deceive."""
    for address in addresses:
        if address.text.isascii():  # it is read as it is written, in punycode too
            continue
        try:
            warning = parse_url(address.text).warning
        except UrlError:  # another rule says so
            continue
        if warning:
            yield Finding(
                address.kind, address.id, address.loc, warning.message, warning.hint, code=warning.code
            )
