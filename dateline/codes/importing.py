# SPDX-License-Identifier: MIT
"""What can be wrong with a file that is imported, and with the mapping that says what its columns mean."""

from __future__ import annotations

from dateline.problems import Code, Severity

IMPORT_MAP = Code(
    "D601",
    "import-map",
    Severity.ERROR,
    "A mapping says for each column of a table which field it fills, in words that the import knows.",
    bad="columns: {event_date: day}",
    good="columns: {event_date: date}",
)
NOT_IMPORTED = Code(
    "D602",
    "not-imported",
    Severity.ERROR,
    "What is imported has a title, and a date that can be read in one way alone.",
    bad="date: 03/04/2011",
    good="date: 2011-04-03",
)
NOT_CARRIED = Code(
    "D603",
    "not-carried",
    Severity.NOTICE,
    "An import names each value that an event file has no place for; nothing is dropped in silence.",
    bad="columns: {event_date: date}  # and nothing of the column mood",
    good="columns: {event_date: date, mood: tag}",
)
