# SPDX-License-Identifier: MIT
"""A local time of day as its source gives it: 04:30, about 15:40, from 04:30 to 05:10, morning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.language import Language
from dateline.problems import nearest, shown

__all__ = ["Clock", "ClockError", "parse_clock", "words"]

LONGEST = 40
DAY_MINUTES = 24 * 60
# First and last minute. A night spans midnight, and a source that says "in the night" of one date
# may mean either end of it: only the whole day is sure.
PARTS_OF_DAY = {
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (18 * 60, DAY_MINUTES),
    "night": (0, DAY_MINUTES),
}
PLAIN = re.compile(r"~?([01][0-9]|2[0-3]):([0-5][0-9])")
LOOSE = re.compile(
    r"(?P<about>~|(?:c|ca|circa|about|around)\b\.?\s*)?"
    r"(?P<hour>[0-9]{1,2})(?:(?:[:.h]|(?=[0-9]{2}\b))(?P<minute>[0-9]{2}))?(?::[0-9]{2})?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?P<zone>\s*(?:Z|UTC|GMT|[+-][0-9:]{2,6}))?(?P<later>~)?",
    re.IGNORECASE | re.ASCII,
)
ZONE = re.compile(r"[0-9]\s*(?:z|utc|gmt|\+[0-9:]+|-[0-9]{2}:?00)$", re.ASCII)
USUAL = 'write it as in "04:30", "~15:40", "04:30/05:10", or morning, afternoon, evening, night'


NEVER_SHOWN = tuple(
    (re.compile(pattern, re.ASCII), message, hint)
    for pattern, message, hint in (
        (
            r"24:00(:00)?|midnight",
            "{} could be the start or the end of the day",
            'write "00:00" with the date of the day that begins',
        ),
        (r"[0-9]{2}:[0-9]{2}:60.*", "a leap second has no minute of its own", 'write "23:59"'),
        (r"noon|midday", "noon is written in figures", 'write "12:00"'),
        (
            r"(2[4-9]|[3-9][0-9]):?[0-9]{2}|[0-9]{1,2}:?[6-9][0-9]",
            "no clock shows {}",
            "hours go from 00 to 23, minutes from 00 to 59",
        ),
    )
)


class ClockError(ValueError):
    """A text is no time of day, or names no moment in its zone; `hint` says what to write.

    `name` is bad-time, bad-zone (no such zone) or time-gap (the clocks skipped that time).
    """

    def __init__(self, message: str, hint: str = "", name: str = "bad-time") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.name = name


@dataclass(frozen=True, slots=True)
class Clock:
    """A local time of day as typed, with its bounds in minutes after midnight (0 to 1440).

    `approximate` is `~`, which never widens the bounds. `named` is the part of the day, or "".
    """

    text: str
    earliest_minute: int
    latest_minute: int
    approximate: bool = False
    named: str = ""


def parse_clock(text: str) -> Clock:
    """The time of day that the text says; raises ClockError for any other text."""
    if text in PARTS_OF_DAY:
        return Clock(text, *PARTS_OF_DAY[text], named=text)
    if len(text) > LONGEST:
        raise ClockError(f"a time of {len(text)} characters is too long", USUAL)
    first, slash, last = text.partition("/")
    start = _minute(first)
    end = _minute(last) if slash else start
    if start is None or end is None:
        raise _refusal(text)
    if slash and end <= start:
        raise ClockError(
            f"the time ends, {last}, before it began, {first}",
            f'over midnight, write date: with both days, time: "{first}" and end_time: "{last}"',
        )
    return Clock(text, start, end, "~" in text)


def words(clock: Clock, language: Language) -> str:
    """The time in words: 04:30, about 15:40, from 04:30 to 05:10, in the morning."""
    if clock.named:
        return _part_of_day(clock.named, language)
    start, slash, end = clock.text.partition("/")
    if not slash:
        return _time(start, language)
    ends = {"start": _time(start, language), "end": _time(end, language)}
    return language.gettext("from %(start)s to %(end)s") % ends


def _time(text: str, language: Language) -> str:
    figures = language.figures(text.lstrip("~"))
    if text.startswith("~"):
        return language.gettext("about %(time)s") % {"time": figures}
    return figures


def _part_of_day(name: str, language: Language) -> str:
    phrases = {
        "morning": language.gettext("in the morning"),
        "afternoon": language.gettext("in the afternoon"),
        "evening": language.gettext("in the evening"),
        "night": language.gettext("at night"),
    }
    return phrases[name]


def _minute(text: str) -> int | None:
    match = PLAIN.fullmatch(text)
    return int(match[1]) * 60 + int(match[2]) if match else None


def _refusal(text: str) -> ClockError:
    """Why the text is no time, with the form it was meant to have where that can be told."""
    plain = text.strip().lower()
    for pattern, message, hint in NEVER_SHOWN:
        if pattern.fullmatch(plain):
            return ClockError(message.replace("{}", shown(text)), hint)
    for ends in (re.split(r"\s*(?:/|-|\u2013| to )\s*", plain), [plain]):
        forms = [_loose(end) for end in ends]
        if all(forms) and len(forms) <= 2:  # noqa: PLR2004  # a start and an end
            form = "/".join(filter(None, forms))
            if ZONE.search(plain):
                message = f"{shown(text)} holds a zone, but a time is that of the clocks at the place"
                return ClockError(message, f'write "{form}" if it is local; the zone goes to timezone:')
            message = f"{shown(text)} is not a local time with two digits for hours and minutes"
            return ClockError(message, f'write "{form}"')
    part = nearest(plain, PARTS_OF_DAY)
    hint = f"did you mean {part}?" if part else USUAL
    return ClockError(f"{shown(text)} is not a time of day", hint)


def _loose(text: str) -> str | None:
    """The form that a time written some other way should have, or None where no clock shows it."""
    match = LOOSE.fullmatch(text)
    if not match or not (match["minute"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004  # a clock face
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    form = f"{'~' if match['about'] or match['later'] else ''}{hour:02}:{minute:02}"
    return form if PLAIN.fullmatch(form) else None
