# SPDX-License-Identifier: MIT
"""The words along the line of time: patterns for its dates, and how long its breaks are.

A reader may look at any day, so the words of its ticks cannot all be made beforehand. The patterns
are cut from the words that the pages use; the browser fills them and formats nothing by itself: no
calendar or language of its own plays a part.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.dates import parse
from dateline.strip.timescale import Scale, breaks_of
from dateline.theme import Theme

YEAR, EARLY, BEFORE = "4567", "0789", "-4566"
DAY = "26"
LARGE = "Y-12344"  # 12,345 BCE
LIKE_A_DAY = "0029"  # a year that would be read as a day after the name of a month


def tick_words(theme: Theme) -> dict[str, Any]:
    """Patterns for a year of each era and for months and days, with {number}, {year} and {day} in them."""
    short, figures = theme.filters["date_short"], theme.language.figures

    def cut(text: str, **marks: str) -> str:
        """The words of a date, with what stands for its parts in their place."""
        words: str = short(parse(text))
        for name, shown in marks.items():
            words = words.replace(shown, f"{{{name}}}", 1)
        return words

    year, early, day = figures(YEAR), figures("789"), figures(DAY)
    like_a_day = short(parse(LIKE_A_DAY))
    months = range(1, 13)
    between = re.search(f"{figures('12')}(.{{0,3}}){figures('345')}", short(parse(LARGE)))
    return {
        "year": cut(YEAR, number=year),
        "early": cut(EARLY, number=early),
        "before": cut(BEFORE, number=year),
        "month": [cut(f"{YEAR}-{month:02}", year=year) for month in months],
        "month_like_a_day": [cut(f"{LIKE_A_DAY}-{month:02}", year=like_a_day) for month in months],
        "day": [cut(f"{YEAR}-{month:02}-{DAY}", year=year, day=day) for month in months],
        "digits": figures("0123456789"),
        "group": between[1] if between else "",
    }


def break_words(scale: Scale, theme: Theme) -> list[tuple[str, str]]:
    """What stands in each break, and what it says in full, as on the drawing of the build."""
    say = theme.language.ngettext
    found = []
    for one in breaks_of(scale):
        short, full = {
            "days": (
                say("%(shown)s day", "%(shown)s days", one.count),
                say("%(shown)s day without an event", "%(shown)s days without an event", one.count),
            ),
            "months": (
                say("%(shown)s month", "%(shown)s months", one.count),
                say("%(shown)s month without an event", "%(shown)s months without an event", one.count),
            ),
            "years": (
                say("%(shown)s year", "%(shown)s years", one.count),
                say("%(shown)s year without an event", "%(shown)s years without an event", one.count),
            ),
            "million-years": (
                say("%(shown)s million years", "%(shown)s million years", one.count),
                say(
                    "%(shown)s million years without an event",
                    "%(shown)s million years without an event",
                    one.count,
                ),
            ),
        }[one.unit]
        shown = {"shown": theme.language.quantity(one.count)}
        found.append((short % shown, full % shown))
    return found
