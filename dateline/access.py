# SPDX-License-Identifier: MIT
"""What the tests check of access to the pages, in words; the page on accessibility says this and no more.

Each check names the success criteria of WCAG 2.2 that it touches. A test that makes good on a check
says so by its key (`proves` in tests/access.py), and a check without such a test fails.
"""

from __future__ import annotations

from dataclasses import dataclass

LEVEL = "WCAG 2.2 AA"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a machine checks: what holds, and which success criteria that touches."""

    key: str
    says: str
    criteria: tuple[str, ...]


CHECKS = (
    Check(
        "rules",
        "The rules of axe for level A and AA find no fault, in light and in dark colours.",
        ("1.1.1", "1.3.1", "3.1.1", "4.1.2"),
    ),
    Check(
        "outline",
        "The title, the landmarks and one heading of the first level are there; no level of headings is "
        "skipped.",
        ("1.3.1", "2.4.2", "2.4.6"),
    ),
    Check(
        "contrast",
        "Each colour of text has a contrast of at least 4.5 to 1 with what it stands on, each mark and each "
        "outline of the focus 3 to 1: in light, in dark and in print.",
        ("1.4.3", "1.4.11"),
    ),
    Check(
        "words",
        "How well an event is supported is said in words wherever its look says it too.",
        ("1.4.1",),
    ),
    Check(
        "reflow",
        "In a window 320 pixels wide, no page has to be scrolled to the side.",
        ("1.4.10",),
    ),
    Check(
        "larger",
        "With text twice as large, no page has to be scrolled to the side and no words are cut off.",
        ("1.4.4",),
    ),
    Check(
        "keyboard",
        "The Tab key reaches every link and every control, and leads out of each.",
        ("2.1.1", "2.1.2", "2.4.3"),
    ),
    Check("skip", "The first link of a page leads past its head to the content.", ("2.4.1",)),
    Check("focus", "Where the focus is can be seen, and nothing lies over it.", ("2.4.7", "2.4.11")),
    Check(
        "targets",
        "Each control, and each link outside a sentence or a drawing, is at least 24 by 24 pixels "
        "large or has that much room.",
        ("2.5.8",),
    ),
    Check(
        "stillness",
        "Where less motion is asked for, nothing moves by itself.",
        ("2.2.2", "2.3.3"),
    ),
    Check(
        "print",
        "On paper the timeline and its events are whole, with the addresses of sources and without tools.",
        (),
    ),
)
"""The sentences are messages: scripts/messages.py finds them here."""

BY_KEY = {check.key: check for check in CHECKS}
