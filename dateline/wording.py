# SPDX-License-Identifier: MIT
"""Figures in words: nothing reported, none, at least three, three to five."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.clock import Clock
from dateline.dates import Edtf, Precision
from dateline.dates.words import html_datetime
from dateline.language import Language
from dateline.models import Casualties, Measure


def between(low: float | None, high: float | None, language: Language) -> str:
    """A range in words; an end that is not known is said so."""
    number = language.quantity
    if low is not None and high is not None:
        if low == high:
            return number(low)
        return language.gettext("%(low)s to %(high)s") % {"low": number(low), "high": number(high)}
    if low is not None:
        return language.gettext("at least %(low)s") % {"low": number(low)}
    return language.gettext("at most %(high)s") % {"high": number(high or 0)}


def measure(row: Measure, language: Language) -> str:
    """The figure of a measure, without its unit."""
    if row.text is not None:
        return row.text
    return language.quantity(row.value) if row.value is not None else between(row.low, row.high, language)


def span(rows: Sequence[Casualties], language: Language) -> str:
    """From the lowest to the highest figure of several accounts; nothing is added up."""
    lows = [low for row in rows if (low := row.count if row.count is not None else row.low) is not None]
    highs = [row.count if row.count is not None else row.high for row in rows]
    known = [high for high in highs if high is not None]
    return between(min(lows, default=None), max(known) if len(known) == len(highs) else None, language)


def is_figure(row: Casualties) -> bool:
    """Whether the row gives a figure, rather than saying that nothing was reported so far."""
    return row.count is not None or bool(row.low) or row.high is not None or row.best is not None


def casualties(row: Casualties, language: Language) -> str:
    """The figure of a casualty row: none is somebody's word, no report is not."""
    if row.count is not None:
        return language.quantity(row.count) if row.count else language.gettext("none")
    if not is_figure(row):
        return language.gettext("no report so far")
    if row.best is None:
        return between(row.low, row.high, language)
    best = language.gettext("about %(best)s") % {"best": language.quantity(row.best)}
    if row.low is None and row.high is None:
        return best
    return f"{best} ({between(row.low, row.high, language)})"


def zone(name: str, language: Language) -> str:
    """A time zone in words: Damascus time, for Asia/Damascus."""
    area, _, city = name.rpartition("/")
    if not area or area == "Etc":
        return name
    return language.gettext("%(city)s time") % {"city": language.city(name) or city.replace("_", " ")}


def stamp(date: Edtf, time: Clock | None) -> str | None:
    """The value of `<time datetime>` for a date and a local time: with the minute where one is stated."""
    day = html_datetime(date)
    stated = time is not None and not time.named and not time.approximate and "/" not in time.text
    return f"{day}T{time.text}" if day and time and stated and date.precision is Precision.DAY else day
