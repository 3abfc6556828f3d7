# SPDX-License-Identifier: MIT
"""Patterns for the dates along the line of time, cut from the words that the pages use.

A reader may look at any day, so the words of its ticks cannot all be made beforehand. The browser
fills these patterns and formats nothing by itself: no calendar or language of its own plays a part.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.dates import parse
from dateline.theme import Theme

YEAR, EARLY, BEFORE = "4567", "0789", "-4566"
DAY = "26"
LARGE = "Y-12344"  # 12,345 BCE
LIKE_A_DAY = "0029"  # a year that would be read as a day after the name of a month


def tick_words(theme: Theme) -> dict[str, Any]:
    """Patterns with {year}, {day} and {number} for a year of each era, and a month and a day of each month."""
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
