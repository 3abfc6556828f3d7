# SPDX-License-Identifier: MIT
"""What each file that a site gives out carries of an event, as columns of the flat record.

An event that comes back by such a file is the same in these columns. The record of an event,
`events/ID.json`, is not among the files: it carries all that was typed.
"""

from __future__ import annotations

from collections.abc import Mapping

SHORT = ("id", "title", "date", "type", "verification", "places")
TOLD = (*SHORT, "time", "timezone", "summary", "tags", "lang")
POINT = ("latitude", "longitude", "uncertainty_m")
WHOLE = (*TOLD, *POINT, "actors", "sources", "source_ids")

CARRIED: Mapping[str, tuple[str, ...]] = {
    "events.csv": WHOLE,
    "events.json": WHOLE,
    "events.geojson": (*SHORT, *POINT),
    "calendar.ics": TOLD,
    "timelinejs.json": TOLD,
}
"""By file. A point comes back where it is that of one of the event's own places, and the names of
sources where none of these is registered; a calendar holds days that are known for certain and no others."""

SIGNS = frozenset({"id", "date", "earliest", "latest", "date_precision"})
"""A record with these keys is a flat record of a dateline site."""


def is_flat(keys: object) -> bool:
    """Whether a record with these keys is a flat record."""
    return isinstance(keys, Mapping) and keys.keys() >= SIGNS
